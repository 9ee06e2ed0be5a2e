/// The letters of a font, as outlines that do not depend on a size.
///
/// All lengths are in ems: 1 is the size that the font is set in. Outlines start on the baseline at x = 0; y grows
/// downwards, so what stands on the baseline has negative y.
public protocol Typeface {
  /// How far letters reach above the baseline, as a positive number.
  var ascent: Double { get }
  /// How far letters reach below the baseline, as a positive number.
  var descent: Double { get }

  /// - Throws: `MissingGlyph` where the font has no such letter.
  func glyph(for scalar: Unicode.Scalar) throws -> Glyph

  /// By how much the second letter moves, mostly to the left, when it follows the first.
  func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double
}
