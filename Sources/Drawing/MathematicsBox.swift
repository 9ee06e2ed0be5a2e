/// Letters that were set beside each other, in ems, with the origin at the start of their baseline: what lines, scripts and
/// fractions are put together from (Knuth, The TeXbook, chapter 12 and appendix G).
struct MathematicsBox {
  private(set) var glyphs: [PlacedGlyph] = []
  /// From the start to where a next letter would start.
  private(set) var width = 0.0
  /// How far ink reaches above the baseline and below it.
  private(set) var ascent = 0.0
  private(set) var descent = 0.0
  /// How far ink reaches beyond the width, as that of slanted letters does: what stands beside it needs as much room.
  var overhang = 0.0

  /// A letter or a drawn shape.
  init(
    _ outline: Path, transform: Transform = .identity, width: Double, scalar: Unicode.Scalar? = nil
  ) {
    glyphs = [PlacedGlyph(outline: outline, transform: transform, scalar: scalar)]
    self.width = width
    var placed = Path()
    placed.addPath(outline, transform: transform)
    guard let ink = placed.controlBounds else { return }
    (ascent, descent) = (max(0, -ink.minY), max(0, ink.maxY))
    overhang = max(0, ink.maxX - width)
  }

  /// Room without ink.
  init(width: Double = 0) { self.width = width }

  /// The box in another size.
  func scaled(by factor: Double) -> MathematicsBox {
    var box = self
    for i in glyphs.indices {
      box.glyphs[i].transform = glyphs[i].transform.then(.scale(factor, factor))
    }
    box.width *= factor
    box.ascent *= factor
    box.descent *= factor
    box.overhang *= factor
    return box
  }

  /// Puts a box behind this one.
  mutating func append(_ box: MathematicsBox) {
    add(box, x: width)
    width += box.width
    overhang = box.overhang
  }

  /// Adds a box at a place, y growing downwards; the width stays.
  mutating func add(_ box: MathematicsBox, x: Double, y: Double = 0) {
    glyphs += box.glyphs.map {
      PlacedGlyph(
        outline: $0.outline, transform: $0.transform.then(.translation(x, y)), scalar: $0.scalar)
    }
    ascent = max(ascent, box.ascent - y)
    descent = max(descent, box.descent + y)
  }

  /// Makes room for the upper end of what was set last, before something that is not slanted.
  mutating func clearOverhang() {
    width += overhang
    overhang = 0
  }

  mutating func widen(to width: Double) { self.width = max(self.width, width) }
}
