/// A line of text set in a typeface: outlines with their positions, ready to be measured and drawn.
public struct TextLine: Hashable, Sendable {
  /// The text as plain Unicode.
  public let string: String
  /// The em, in units of the canvas.
  public let size: Double
  /// From the start of the line to where a next letter would start.
  public let width: Double
  /// How far the typeface reaches above and below the baseline, both positive.
  public let ascent: Double
  /// How far letters reach below the baseline, in units.
  public let descent: Double
  /// The letters and marks, with the origin at the start of the baseline.
  public let glyphs: [PlacedGlyph]

  /// Sets a label in one line.
  ///
  /// - Throws: `MissingGlyph` where the typeface lacks a letter.
  public init(_ label: Label, in typeface: any Typeface, size: Double) throws {
    var setter = Typesetter(typeface: typeface, size: size)
    for run in label.runs {
      for character in run.text { try setter.append(character, isMathematics: run.isMathematics) }
    }
    self.string = label.string
    self.size = size
    self.width = setter.end
    self.ascent = typeface.ascent * size
    self.descent = typeface.descent * size
    self.glyphs = setter.glyphs
  }

  public var height: Double { ascent + descent }

  /// All letters as one path.
  public var outline: Path {
    var path = Path()
    for glyph in glyphs { path.addPath(glyph.outline, transform: glyph.transform) }
    return path
  }

  /// A letter's outline as the typeface has it, and where it goes.
  public struct PlacedGlyph: Hashable, Sendable {
    public var outline: Path
    /// From the typeface's ems to the line.
    public var transform: Transform
  }
}

/// Puts letter after letter on a baseline.
private struct Typesetter {
  let typeface: any Typeface
  let size: Double
  var glyphs: [TextLine.PlacedGlyph] = []
  /// Where the next letter starts.
  var x = 0.0
  /// The rightmost end of all letters so far.
  var end = 0.0
  /// Where the scripts of the last base letter start, so that a superscript stands above a subscript.
  var scriptStart = 0.0
  var last: (scalar: Unicode.Scalar, position: Script.Position)?

  mutating func append(_ character: Character, isMathematics: Bool) throws {
    guard let written = character.unicodeScalars.first else { return }
    let script = Script(written)
    let scalar = script.scalar
    let scale = size * script.size
    let glyph = try typeface.glyph(for: scalar)

    if script.position != last?.position ?? .base {
      if last?.position == .base { scriptStart = x }
      x = script.position == .base ? end : scriptStart
    } else if let last {
      x += typeface.kerning(between: last.scalar, and: scalar) * scale
    }
    let slant = isMathematics && scalar.properties.isAlphabetic ? 0.2 : 0
    let placed = Transform.slant(slant)
      .then(.scale(scale, scale))
      .then(.translation(x, script.shift * size))
    glyphs.append(TextLine.PlacedGlyph(outline: glyph.outline, transform: placed))
    for mark in character.unicodeScalars.dropFirst() {
      try append(mark: mark, over: glyph.outline, transform: placed)
    }
    x += glyph.advance * scale
    end = max(end, x)
    last = (scalar, script.position)
  }

  /// Draws a combining mark centred above the letter, clear of its top.
  mutating func append(
    mark: Unicode.Scalar, over letter: Path, transform: Transform
  ) throws {
    let outline = try typeface.glyph(for: mark).outline
    guard let ink = outline.controlBounds, let base = letter.controlBounds else { return }
    let gap = 0.06
    let rise = max(0, ink.maxY - (base.minY - gap))
    let centred = Transform.translation(base.center.x - ink.center.x, -rise)
    glyphs.append(TextLine.PlacedGlyph(outline: outline, transform: centred.then(transform)))
  }
}

/// Where a letter stands: Unicode's sub- and superscripts are drawn as small ordinary letters.
private struct Script {
  enum Position { case base, sub, `super` }

  /// The ordinary letter.
  var scalar: Unicode.Scalar
  var position: Position

  init(_ written: Unicode.Scalar) {
    if let letter = Script.subscripts[written] {
      (scalar, position) = (letter, .sub)
    } else if let letter = Script.superscripts[written] {
      (scalar, position) = (letter, .super)
    } else {
      (scalar, position) = (written, .base)
    }
  }

  /// The size in parts of the base letters' size.
  var size: Double { position == .base ? 1 : 0.7 }

  /// How far below the baseline the letter stands, in ems of the base letters.
  var shift: Double {
    switch position {
    case .base: 0
    case .sub: 0.16
    case .super: -0.36
    }
  }

  static let subscripts = table(
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+−=()aehijklmnoprstuvx")
  static let superscripts = table("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵗ", "0123456789+−=()t")

  private static func table(
    _ small: String, _ ordinary: String
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(small.unicodeScalars, ordinary.unicodeScalars))
  }
}
