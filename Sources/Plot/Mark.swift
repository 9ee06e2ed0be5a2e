import Drawing

/// Something that a chart draws in its frame.
public protocol Mark {
  /// The data that the axes must have room for.
  var data: [Datum] { get }

  /// How the legend names the mark; nil leaves it out.
  var name: Label? { get }

  func draw(on canvas: inout some Canvas, in frame: Frame)

  /// Draws what stands for the mark in a legend, in a small rectangle.
  func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style)

  /// The lines on the canvas that a label should not cover.
  func lines(in frame: Frame) -> [[Point]]
}

extension Mark {
  public var name: Label? { nil }
  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {}
  public func lines(in frame: Frame) -> [[Point]] { frame.runs(data) }
}
