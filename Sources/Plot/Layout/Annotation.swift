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
  /// Whether the label stands on one of the data, as the height of a contour does, where it hides nothing; else nowhere.
  var isOnLine = false

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

  /// A label on a line, at one of some places of it.
  init(_ label: Words, on data: [Datum]) {
    self.label = label
    self.data = data
    color = Palette.black
    isOnLine = true
  }
}
