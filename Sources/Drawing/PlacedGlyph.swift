/// A letter's outline as the typeface has it, and where it goes.
public struct PlacedGlyph: Hashable, Sendable {
  public var outline: Path
  /// From the typeface's ems to the line.
  public var transform: Transform
}
