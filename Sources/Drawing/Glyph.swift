/// One letter of a typeface.
public struct Glyph: Hashable, Sendable {
  /// How far the next letter starts to the right of this one.
  public var advance: Double
  public var outline: Path

  public init(advance: Double, outline: Path) {
    self.advance = advance
    self.outline = outline
  }
}

/// A letter that no font at hand can draw.
public struct MissingGlyph: Error, Hashable {
  public var scalar: Unicode.Scalar

  public init(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
  }
}
