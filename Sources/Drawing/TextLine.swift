import Words

/// A line of text set in a typeface: outlines with their positions, ready to be measured and drawn.
public struct TextLine: Hashable, Sendable {
  /// The text as plain Unicode.
  public let string: String
  /// The em, in units of the canvas.
  public let size: Double
  /// From the start of the line to where a next letter would start.
  public let width: Double
  /// How far the typeface reaches above the baseline; stacked fractions reach farther.
  public let ascent: Double
  /// How far it reaches below the baseline, as a positive number.
  public let descent: Double
  /// The letters and marks, with the origin at the start of the baseline.
  public let glyphs: [PlacedGlyph]

  /// Sets a label in one line.
  ///
  /// - Parameter stacksFractions: whether fractions have a bar between one above the other, which takes more height; else
  ///   they have a slash.
  /// - Throws: `MissingGlyph` where the typeface lacks a letter.
  public init(
    _ label: Label, in typeface: any Typeface, size: Double, stacksFractions: Bool = false
  ) throws {
    let setter = MathematicsSetter(typeface: typeface, stacksFractions: stacksFractions)
    let box = try label.runs.reduce(into: MathematicsBox()) { line, run in
      switch run {
      case .text(let text): line.append(try setter.upright(text))
      case .mathematics(let mathematics): line.append(try setter.box(of: mathematics))
      }
    }.scaled(by: size)
    self.string = label.string
    self.size = size
    self.width = box.width
    // Lines of words are equally tall, whatever letters they have.
    self.ascent = max(typeface.ascent * size, stacksFractions ? box.ascent : 0)
    self.descent = max(typeface.descent * size, stacksFractions ? box.descent : 0)
    self.glyphs = box.glyphs
  }

  public var height: Double { ascent + descent }

  /// All letters as one path.
  public var outline: Path {
    var path = Path()
    for glyph in glyphs { path.addPath(glyph.outline, transform: glyph.transform) }
    return path
  }
}
