import Drawing
import Words

/// The measures of a font for text that a browser sets: what the font lacks, a browser takes from another one, so that no page
/// needs more fonts than one.
package struct PageTypeface: Typeface {
  let base: any Typeface
  let isBold: Bool

  package init(base: any Typeface, isBold: Bool) { (self.base, self.isBold) = (base, isBold) }

  package var ascent: Double { base.ascent }
  package var descent: Double { base.descent }

  package func glyph(for scalar: Unicode.Scalar) throws -> Glyph {
    do {
      return try base.glyph(for: scalar)
    } catch is MissingGlyph {
      // By its outline it is told whether a letter is bold.
      let (width, top) = (scalar.displayWidth == 2 ? 1 : 0.6, isBold ? -0.86 : -0.85)
      return Glyph(
        advance: width, outline: Path(Rect(minX: 0, minY: top, maxX: width, maxY: 0.12)))
    }
  }

  package func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double {
    base.kerning(between: first, and: second)
  }
}
