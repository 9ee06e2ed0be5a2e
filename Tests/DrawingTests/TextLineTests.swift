import Drawing
import TestSupport
import Testing
import Words

private func squared(_ base: Mathematics) -> Mathematics { base.raised(to: "2") }

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
    #expect(try line(Label(math: "a2")).width == 5 + 3.5)
    #expect(try line(Label(math: "a_h1")).width == 5 + 3.5 + 3.5)
    let low = try #require(try line(Label(math: "a2")).outline.controlBounds)
    #expect(abs(low.maxY - 1.6) < 1e-12)
    let high = try #require(try line(Label(math: squared("a"))).outline.controlBounds)
    #expect(abs(high.minY - (-3.6 - 3.5)) < 1e-12)
  }

  /// A slanted letter reaches as far to the right as its top leans, and what stands above begins there.
  @Test func aSuperscriptStandsAboveASubscriptAndClearOfASlantedLetter() throws {
    let lean = 0.2 * 5
    #expect(try line(Label(math: squared("g2"))).width == 5 + lean + 3.5)
    #expect(try line(Label(math: squared("g12"))).width == 5 + 7)
    #expect(try line(Label(math: squared("net"))).width == 15 + 3.5)
    let two = try line(Label(math: squared("g2"))).glyphs.map(\.transform.tx)
    #expect(two == [0, 5, 5 + lean])
  }

  @Test func twoScriptsKeepApartAndOneBesideSomethingTallStandsAtItsEnd() throws {
    let two = try line(Label(math: squared("g2"))).glyphs.map(\.transform.ty)
    #expect(two == [0, 2.2, -4.2])
    let tall = Mathematics.parentheses(.fraction("M", "2")).raised(to: "2")
    let stacked = try TextLine(
      Label(math: tall), in: BoxTypeface(), size: 10, stacksFractions: true)
    let exponent = try #require(stacked.glyphs.last?.transform.ty)
    #expect(exponent < -6)
  }

  /// Brackets reach as far above the axis as below it.
  @Test func tallBracketsStandAroundTheAxis() throws {
    let label = Label(math: .parentheses(.fraction("1", "2")))
    let line = try TextLine(label, in: BoxTypeface(), size: 10, stacksFractions: true)
    let bracket = try #require(line.glyphs.first)
    var ink = Path()
    ink.addPath(bracket.outline, transform: bracket.transform)
    let bounds = try #require(ink.controlBounds)
    #expect(abs(bounds.center.y - -2) < 0.1 && bounds.height > 9)
  }

  @Test func aPrimeIsAsTheTypefaceHasIt() throws {
    let glyphs = try line(Label(math: "η′")).glyphs
    #expect(glyphs.map(\.transform.d) == [10, 10] && glyphs.map(\.transform.ty) == [0, 0])
  }

  @Test func aSignHasSpacesBetweenOthersButNotInAScript() throws {
    #expect(try line(Label(math: .sum("1", "2"))).width == 25)
    #expect(try line(Label(math: .product("1", "2"))).width == 15)
    let power = try line(Label(math: Mathematics("1").raised(to: .sum("1", "2"))))
    #expect(abs(power.width - (5 + 10.5)) < 1e-12)
    #expect(try line(Label(math: .row([.sign(.equals), "2"]))).width == 10)
  }

  @Test func aFractionIsStackedWhereItMayBe() throws {
    let half = Mathematics.fraction("1", .group(.sum("1", "2")))
    let label = Label(math: half)
    #expect(try line(label).width > 5 * 9)
    #expect(try line(label).ascent == 8)
    let stacked = try TextLine(label, in: BoxTypeface(), size: 10, stacksFractions: true)
    #expect(stacked.width < 5 * 5 * 0.8 + 5)
    #expect(stacked.descent > 2)
    let ink = try #require(stacked.outline.controlBounds)
    #expect(ink.minX >= 0 && ink.maxX <= stacked.width)
    #expect(-ink.minY <= stacked.ascent + 1e-12 && ink.maxY <= stacked.descent + 1e-12)
  }

  @Test func aRootHasABarOverAllOfIt() throws {
    let root = try line(Label(math: .root(.group(.sum("1", "2")))))
    let inner = try line(Label(math: .sum("1", "2")))
    var radical = Path()
    radical.addPath(root.glyphs[0].outline, transform: root.glyphs[0].transform)
    let sign = try #require(radical.controlBounds)
    let ink = try #require(inner.outline.controlBounds)
    #expect(sign.maxX - root.glyphs[1].transform.tx >= ink.maxX)
    #expect(sign.minY < ink.minY)
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
