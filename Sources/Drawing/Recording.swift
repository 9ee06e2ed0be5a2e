/// A canvas that remembers what was drawn on it, so that a layout can be examined without pixels.
public struct Recording: Canvas {
  public enum Call: Hashable, Sendable {
    case fill(Path, Color, clip: Rect?)
    case stroke(Path, Color, Stroke, clip: Rect?)
    /// The text, its em, and the smallest rectangle around its ink.
    case text(String, size: Double, ink: Rect, Color, clip: Rect?)
  }

  public let scale: Double
  public var clip: Rect?
  public private(set) var calls: [Call] = []

  public init(scale: Double = 1) {
    self.scale = scale
  }

  public mutating func fill(_ path: Path, with color: Color) {
    calls.append(.fill(path, color, clip: clip))
  }

  public mutating func stroke(_ path: Path, with color: Color, style: Stroke) {
    calls.append(.stroke(path, color, style, clip: clip))
  }

  public mutating func draw(_ text: TextLine, with color: Color, transform: Transform) {
    guard let ink = text.outline.transformed(by: transform).controlBounds else { return }
    calls.append(.text(text.string, size: text.size, ink: ink, color, clip: clip))
  }

  /// Each text that was drawn, with its em and the rectangle around its ink.
  public var texts: [(string: String, size: Double, ink: Rect)] {
    calls.compactMap { call in
      if case .text(let string, let size, let ink, _, _) = call { (string, size, ink) } else { nil }
    }
  }
}
