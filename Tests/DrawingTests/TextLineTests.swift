import Drawing
import TestSupport
import Testing

private func line(_ label: Label) throws -> TextLine {
  try TextLine(label, in: BoxTypeface(), size: 10)
}

@Suite struct TextLineTests {
  @Test func lettersFollowEachOther() throws {
    let text = try line("abc")
    #expect(text.width == 15)
    #expect(text.string == "abc")
    #expect(text.outline.controlBounds == Rect(minX: 0, minY: -5, maxX: 15, maxY: 0))
  }

  @Test func kerningMovesTheSecondLetter() throws {
    #expect(try line("AV").width == 9)
    #expect(try line("VA").width == 10)
  }

  @Test func scriptsAreSmallAndShifted() throws {
    #expect(try line("a₂").width == 5 + 3.5)
    #expect(try line("aₕ₁").width == 5 + 3.5 + 3.5)
    let low = try #require(try line("a₂").outline.controlBounds)
    #expect(abs(low.maxY - 1.6) < 1e-12)
    let high = try #require(try line("a²").outline.controlBounds)
    #expect(abs(high.minY - (-3.6 - 3.5)) < 1e-12)
  }

  @Test func aSuperscriptStandsAboveASubscript() throws {
    #expect(try line("g₂²").width == 5 + 3.5)
    #expect(try line("g₂²x").width == 5 + 3.5 + 5)
    #expect(try line("g₁₂²").width == 5 + 7)
  }

  @Test func aHatIsCentredAboveItsLetter() throws {
    let plain = try #require(try line("m").outline.controlBounds)
    let hatted = try line("m\u{302}")
    #expect(hatted.width == 5)
    let hat = Array(hatted.outline.elements.dropFirst(5))
    let ink = try #require(Path(hat).controlBounds)
    #expect(abs(ink.center.x - plain.center.x) < 1e-12)
    #expect(ink.maxY < plain.minY)
    let capital = try #require(try line("M\u{302}").outline.controlBounds)
    #expect(capital.minY < -10)
  }

  @Test func mathematicsSlantsLettersOnly() throws {
    let letter = try #require(try line(Label(math: "w")).outline.controlBounds)
    #expect(abs(letter.maxX - (5 + 0.2 * 5)) < 1e-12)
    let digit = try #require(try line(Label(math: "1")).outline.controlBounds)
    #expect(digit.maxX == 5)
  }

  @Test func aMissingLetterIsNamed() {
    #expect(throws: MissingGlyph("漢")) { try line("a漢") }
  }
}

extension Path {
  fileprivate init(_ elements: [Element]) {
    self.init()
    self.elements = elements
  }
}
