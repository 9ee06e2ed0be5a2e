import Drawing
import Words

/// A short text beside what it belongs to, put where it hides least and cannot be taken for the name of something else.
public struct Annotation {
  /// What is written.
  public var label: Words
  /// What the label belongs to: a datum, or the two ends of a line.
  public var data: [Datum]
  /// The colour of the text.
  public var color: Color

  /// A label for a datum.
  public init(_ label: Words, at datum: Datum, color: Color) {
    self.label = label
    self.data = [datum]
    self.color = color
  }

  /// A label for a straight line, such as an arrow.
  public init(_ label: Words, from start: Datum, to end: Datum, color: Color) {
    self.label = label
    self.data = [start, end]
    self.color = color
  }
}

/// An annotation with its place in a frame.
struct PlacedAnnotation {
  private let line: TextLine
  private let color: Color
  private let place: Placement.Place

  /// Places for all annotations of a frame with these marks; one that has no place is left out.
  static func all(_ annotations: [Annotation], in frame: Frame, over marks: [any Mark]) throws
    -> [PlacedAnnotation]
  {
    let style = frame.style
    let shown = annotations.map { (annotation: $0, points: $0.data.map(frame.point)) }
      .filter { $0.points.allSatisfy(\.isFinite) }
    var placement = Placement(
      area: frame.area, around: marks.flatMap { $0.lines(in: frame) },
      owners: shown.map { Placement.Owner($0.points) })
    return try shown.enumerated().compactMap { index, shown in
      let line = try style.line(of: shown.annotation.label, size: style.textSize)
      return placement.place(width: line.width, height: line.size, for: index).map {
        PlacedAnnotation(line: line, color: style.color(shown.annotation.color), place: $0)
      }
    }
  }

  /// Draws the text, and the line that leads to what it belongs to where that is far.
  func draw(on canvas: inout some Canvas, style: Style) {
    if let leader = place.leader {
      canvas.stroke(
        Path(lines: [leader.from, leader.to]), with: color.opacity(0.7),
        style: Stroke(width: style.hairline * 0.75))
    }
    // Digits and capitals are about 0.72 em tall, and letters reach about 0.2 em below the baseline.
    let start = Point(place.rect.minX, place.rect.minY + 0.78 * line.size)
    canvas.draw(line, at: start, with: color, seam: style.background.opacity(0.85), width: 6)
  }
}
