import Drawing
import Fonts
import Foundation
import Testing

@Suite struct FontFileTests {
  let font: FontFile

  init() throws {
    font = try dejaVuSans()
  }

  private func glyph(_ scalar: Unicode.Scalar) throws -> Glyph { try font.glyph(for: scalar) }

  private func ink(_ scalar: Unicode.Scalar) throws -> Rect {
    try #require(try glyph(scalar).outline.controlBounds)
  }

  @Test func lengthsAreInEms() throws {
    #expect(font.family == "DejaVu Sans")
    #expect((0.7...1.1).contains(font.ascent))
    #expect((0.2...0.4).contains(font.descent))
    // DejaVu's digits are 1303 of 2048 units wide, its capitals 1493 high and its small letters 1120.
    #expect(try glyph("0").advance == 1303.0 / 2048)
    #expect(try ink("H").minY == -1493.0 / 2048)
    #expect(try ink("x").minY == -1120.0 / 2048)
  }

  @Test func lettersStandOnTheBaselineWithYDownwards() throws {
    for letter: Unicode.Scalar in ["H", "x", "l", "k", "E"] {
      #expect(try ink(letter).maxY == 0)
      #expect(try ink(letter).maxY.sign == .plus)
    }
    #expect(try ink("p").maxY > 0.1)
    #expect(try ink("_").minY > 0)
  }

  @Test func wideLettersAdvanceFurther() throws {
    #expect(try glyph("m").advance > glyph("n").advance)
    #expect(try glyph("n").advance > glyph("i").advance)
    for digit in "0123456789".unicodeScalars {
      #expect(try glyph(digit).advance == glyph("0").advance)
    }
  }

  @Test func aSpaceIsEmptyAndAdvances() throws {
    #expect(try glyph(" ").outline.elements.isEmpty)
    #expect(try glyph(" ").advance > 0.2)
  }

  @Test func everyLetterOfAFigureIsThereInBothWeights() throws {
    for bold in [false, true] {
      let font = try FontFile(path: dejaVuSansPath(bold: bold))
      for letter in lettersOfFigures {
        let glyph = try font.glyph(for: letter)
        #expect(glyph.outline.elements.isEmpty == (letter == " "), "\(letter)")
        #expect((0...1.5).contains(glyph.advance), "\(letter)")
      }
    }
  }

  @Test func outlinesAreClosedSubpathsNearTheEmSquare() throws {
    for letter in lettersOfFigures where letter != " " {
      let outline = try glyph(letter).outline
      let bounds = try #require(outline.controlBounds)
      #expect(Rect(minX: -1, minY: -1.3, maxX: 1.5, maxY: 0.5).contains(bounds), "\(letter)")
      var isOpen = false
      for element in outline.elements {
        switch element {
        case .move:
          #expect(!isOpen)
          isOpen = true
        case .close:
          #expect(isOpen)
          isOpen = false
        default: #expect(isOpen)
        }
      }
      #expect(!isOpen)
    }
  }

  @Test(
    "A letter with holes winds around them the other way",
    arguments: [("O", 1, 1), ("l", 1, 0), ("8", 1, 2), ("%", 3, 2), ("i", 2, 0), ("θ", 1, 2)])
  func holes(letter: String, outer: Int, inner: Int) throws {
    let letter = try #require(letter.unicodeScalars.first)
    let areas = signedAreas(of: try glyph(letter).outline)
    // TrueType outlines run clockwise to the eye: with y downwards, from x towards y.
    #expect(areas.filter { $0 > 0 }.count == outer)
    #expect(areas.filter { $0 < 0 }.count == inner)
    let area = areas.reduce(0, +)
    #expect(area > 0)
    let bounds = try ink(letter)
    #expect(area <= bounds.width * bounds.height)
  }

  @Test func aLineHasTheAreaOfItsRectangle() throws {
    let area = signedAreas(of: try glyph("|").outline).reduce(0, +)
    let bounds = try ink("|")
    #expect(abs(area - bounds.width * bounds.height) < 1e-12)
  }

  @Test func lettersThatLeaveAGapMoveCloser() {
    #expect(font.kerning(between: "A", and: "V") < -0.03)
    #expect(font.kerning(between: "T", and: "o") < -0.03)
    #expect(font.kerning(between: "H", and: "H") == 0)
    #expect(font.kerning(between: "漢", and: "V") == 0)
  }

  @Test func aLetterThatTheFontLacksIsAnError() {
    #expect(throws: MissingGlyph("漢")) { try font.glyph(for: "漢") }
  }

  @Test func theSecondTimeALetterIsTheSame() throws {
    #expect(try glyph("g") == glyph("g"))
    #expect(try glyph("g") == dejaVuSans().glyph(for: "g"))
  }

  @Test func aFileThatIsNotThereIsAnError() {
    let path = "/no/such/folder/Font.ttf"
    #expect(throws: FontError.unreadable(path: path, code: 1)) { try FontFile(path: path) }
  }

  @Test func aFileThatIsNoFontIsAnError() {
    #expect(throws: FontError.unreadable(path: #filePath, code: 2)) {
      try FontFile(path: #filePath)
    }
  }

  @Test func aFaceThatTheFileLacksIsAnError() throws {
    let path = try dejaVuSansPath()
    #expect(throws: FontError.self) { try FontFile(path: path, faceIndex: 1) }
    #expect(try FontFile.open(path: path, family: "Comic") == nil)
    #expect(try FontFile.open(path: path, family: "DejaVu Sans")?.family == "DejaVu Sans")
  }

  /// A font cut off anywhere is refused, or else its letters are read or are errors.
  @Test func aDamagedFileDoesNoHarm() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: dejaVuSansPath()))
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("stepwise-\(UUID().uuidString).ttf")
    defer { try? FileManager.default.removeItem(at: file) }
    let read = try (0..<20).filter { part in
      try whole.prefix(whole.count * part / 20).write(to: file)
      guard let font = try? FontFile(path: file.path) else { return false }
      for letter in lettersOfFigures { _ = try? font.glyph(for: letter) }
      return true
    }
    // Without its directory it is no font; what was cut off at the end may not be missed before a letter is asked for.
    #expect(!read.contains(0) && !read.contains(1) && read.contains(19))
  }
}
