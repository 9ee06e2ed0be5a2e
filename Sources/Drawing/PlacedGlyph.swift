/// A letter's outline as the typeface has it, and where it goes.
public struct PlacedGlyph: Hashable, Sendable {
  public var outline: Path
  /// From the typeface's ems to the line.
  public var transform: Transform
  /// The letter or mark that it is; nil for what is drawn, such as the bar of a fraction.
  public var scalar: Unicode.Scalar?
}
