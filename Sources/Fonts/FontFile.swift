import CFreeType
import Drawing

/// A typeface read from a font file: TrueType or OpenType, alone or in a collection.
///
/// FreeType finds the outlines, in the font's own units and not fitted to pixels, so that a font looks the same everywhere.
/// A letter is read when it is first asked for and kept. The file is not read as a whole.
public final class FontFile: Typeface {
  public let ascent: Double
  public let descent: Double
  /// The family's name as the font tells it.
  public let family: String?

  private let path: String
  private let face: OpaquePointer
  private let unitsPerEm: Double
  private var glyphs: [Unicode.Scalar: Glyph] = [:]

  /// Opens a face of a font file; a file that is not a collection has only the first.
  ///
  /// - Throws: `FontError.unreadable`.
  public init(path: String, faceIndex: Int = 0) throws(FontError) {
    var code: Int32 = 0
    guard let face = cft_open(path, Int32(clamping: faceIndex), &code) else {
      throw .unreadable(path: path, code: Int(code))
    }
    self.path = path
    self.face = face
    family = cft_family(face).map { String(cString: $0) }
    unitsPerEm = Double(cft_units_per_em(face))
    ascent = Double(cft_ascender(face)) / unitsPerEm
    descent = -Double(cft_descender(face)) / unitsPerEm
  }

  deinit { cft_close(face) }

  private var faceCount: Int { Int(cft_face_count(face)) }

  /// - Throws: `MissingGlyph`, or `FontError.unreadable` where the file is damaged.
  public func glyph(for scalar: Unicode.Scalar) throws -> Glyph {
    if let glyph = glyphs[scalar] { return glyph }
    let index = cft_glyph_index(face, scalar.value)
    guard index != 0 else { throw MissingGlyph(scalar) }
    var loaded = cft_glyph()
    let code = cft_load(face, index, &loaded)
    guard code == 0 else { throw FontError.unreadable(path: path, code: Int(code)) }
    let glyph = Glyph(
      advance: Double(loaded.advance) / unitsPerEm,
      outline: Path(loaded, halfUnitsPerEm: 2 * unitsPerEm))
    glyphs[scalar] = glyph
    return glyph
  }

  /// What the font's table `kern` says; a font that has its kerning in `GPOS` alone is not kerned.
  public func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double {
    let left = cft_glyph_index(face, first.value)
    let right = cft_glyph_index(face, second.value)
    return Double(cft_kerning(face, left, right)) / unitsPerEm
  }
}

extension FontFile {
  /// Opens the first face of the family in a collection, without a family the first of all; nil where it has none.
  ///
  /// - Throws: `FontError.unreadable`.
  public static func open(path: String, family: String?) throws(FontError) -> FontFile? {
    let first = try FontFile(path: path)
    guard let family, first.family != family else { return first }
    for index in 0..<first.faceCount where index > 0 {
      let face = try FontFile(path: path, faceIndex: index)
      if face.family == family { return face }
    }
    return nil
  }
}

extension Path {
  /// The glyph's outline in ems, turned to y downwards.
  fileprivate init(_ glyph: cft_glyph, halfUnitsPerEm: Double) {
    self.init()
    guard var next = glyph.coordinates, let steps = glyph.steps else { return }
    func point() -> Point {
      defer { next += 2 }
      // Subtracted and not negated, so that a point on the baseline is at 0 and not at -0.
      return Point(Double(next[0]) / halfUnitsPerEm, 0 - Double(next[1]) / halfUnitsPerEm)
    }
    for step in UnsafeBufferPointer(start: steps, count: Int(glyph.step_count)) {
      switch Int(step) {
      case cft_move:
        if !elements.isEmpty { closeSubpath() }
        move(to: point())
      case cft_line:
        addLine(to: point())
      case cft_conic:
        let control = point()
        addQuadCurve(to: point(), control: control)
      default:
        let control1 = point()
        let control2 = point()
        addCurve(to: point(), control1: control1, control2: control2)
      }
    }
    if !elements.isEmpty { closeSubpath() }
  }
}
