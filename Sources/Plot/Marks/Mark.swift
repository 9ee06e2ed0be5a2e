import Drawing
import Words

/// Something that a chart draws in its frame.
public protocol Mark {
  /// The data that the axes must have room for.
  var data: [Datum] { get }

  /// How much room there is around the data, in parts of the axes, so that nothing is cut off at the frame.
  var margin: Margin { get }

  /// Whether the mark stands on the level of zero, where an axis of numbers no smaller than that then ends.
  var standsOnZero: Bool { get }

  /// How the legend names the mark; nil leaves it out.
  var name: Words? { get }

  /// The colour in which the name is written at the end of a line; nil for that of text.
  var nameColor: Color? { get }

  /// Draws what ends at the frame.
  ///
  /// - Throws: `MissingGlyph` where the mark has texts of its own that cannot be written.
  func draw(on canvas: inout some Canvas, in frame: Frame) throws

  /// Draws the points, which are whole where their middle lies within the frame, on top of the rest of the mark.
  func drawPoints(on canvas: inout some Canvas, in frame: Frame)

  /// Draws what stands for the mark in a legend, in a small rectangle.
  func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style)

  /// The lines on the canvas that a label should not cover.
  func lines(in frame: Frame) -> [[Point]]

  /// Texts of the mark's own, such as the numbers of steps.
  func annotations(in frame: Frame) -> [Annotation]
}

extension Mark {
  public var margin: Margin { .line }
  public var standsOnZero: Bool { false }
  public var name: Words? { nil }
  public var nameColor: Color? { nil }
  public func draw(on canvas: inout some Canvas, in frame: Frame) throws {}
  public func drawPoints(on canvas: inout some Canvas, in frame: Frame) {}
  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {}
  public func lines(in frame: Frame) -> [[Point]] { frame.runs(data) }
  public func annotations(in frame: Frame) -> [Annotation] { [] }
}
