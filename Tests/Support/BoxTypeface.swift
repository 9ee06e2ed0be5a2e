import Drawing

/// A typeface whose letters are boxes half an em wide: small ones half an em tall, capitals a whole em. Its combining
/// marks are flat boxes above small letters. It lacks 漢.
public struct BoxTypeface: Typeface {
  public let ascent = 0.8
  public let descent = 0.2

  public init() {}

  public func glyph(for scalar: Unicode.Scalar) throws -> Glyph {
    switch scalar {
    case "漢": throw MissingGlyph(scalar)
    case " ": Glyph(advance: 0.5, outline: Path())
    case "\u{302}":
      Glyph(advance: 0, outline: Path(Rect(x: -0.4, y: -0.8, width: 0.2, height: 0.1)))
    case "A"..."Z": Glyph(advance: 0.5, outline: Path(Rect(x: 0, y: -1, width: 0.5, height: 1)))
    default: Glyph(advance: 0.5, outline: Path(Rect(x: 0, y: -0.5, width: 0.5, height: 0.5)))
    }
  }

  public func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double {
    first == "A" && second == "V" ? -0.1 : 0
  }
}
