import Drawing
import Fonts
import Testing

/// A typeface that has some letters, all of one width.
private struct Some: Typeface {
  var letters: String
  var advance: Double
  var ascent = 0.8
  let descent = 0.2

  func glyph(for scalar: Unicode.Scalar) throws -> Glyph {
    guard letters.unicodeScalars.contains(scalar) else { throw MissingGlyph(scalar) }
    return Glyph(advance: advance, outline: Path())
  }

  func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double { -advance }
}

private struct Damaged: Error {}

/// A typeface whose file is damaged.
private struct Broken: Typeface {
  let ascent = 1.0
  let descent = 0.0

  func glyph(for scalar: Unicode.Scalar) throws -> Glyph { throw Damaged() }
  func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double { 0 }
}

@Suite struct FallbackTypefaceTests {
  @Test func aLetterComesFromTheFirstTypefaceThatHasIt() throws {
    let typeface = FallbackTypeface(
      Some(letters: "ab", advance: 1),
      then: [{ Some(letters: "bc", advance: 2) }, { Some(letters: "cd", advance: 3) }])
    for _ in 1...2 {
      #expect(
        try "dcba".unicodeScalars.map { try typeface.glyph(for: $0).advance } == [3, 2, 1, 1])
    }
    #expect(throws: MissingGlyph("e")) { try typeface.glyph(for: "e") }
    #expect(try typeface.glyph(for: "a").advance == 1)
  }

  @Test func theHeightIsTheFirstTypefaces() {
    let typeface = FallbackTypeface(
      Some(letters: "", advance: 1, ascent: 0.7), then: [{ Some(letters: "", advance: 1) }])
    #expect(typeface.ascent == 0.7)
    #expect(typeface.descent == 0.2)
  }

  @Test func onlyLettersOfTheSameTypefaceAreKerned() {
    let typeface = FallbackTypeface(
      Some(letters: "ab", advance: 1), then: [{ Some(letters: "xy", advance: 2) }])
    #expect(typeface.kerning(between: "a", and: "b") == -1)
    #expect(typeface.kerning(between: "x", and: "y") == -2)
    #expect(typeface.kerning(between: "a", and: "x") == 0)
    #expect(typeface.kerning(between: "y", and: "b") == 0)
    #expect(typeface.kerning(between: "a", and: "?") == 0)
  }

  @Test func aTypefaceIsOpenedOnceAndOnlyIfALetterNeedsIt() throws {
    var openings = 0
    let typeface = FallbackTypeface(
      Some(letters: "a", advance: 1),
      then: [
        {
          openings += 1
          return Some(letters: "b", advance: 2)
        }
      ])
    _ = try typeface.glyph(for: "a")
    #expect(openings == 0)
    _ = try typeface.glyph(for: "b")
    _ = try? typeface.glyph(for: "c")
    #expect(openings == 1)
  }

  @Test func aTypefaceThatCannotBeOpenedIsPassedOver() throws {
    let typeface = FallbackTypeface(
      Some(letters: "a", advance: 1), then: [{ nil }, { Some(letters: "b", advance: 2) }, { nil }])
    #expect(try typeface.glyph(for: "b").advance == 2)
    #expect(throws: MissingGlyph("c")) { try typeface.glyph(for: "c") }
  }

  @Test func anErrorThatIsNotAMissingLetterIsNotHidden() {
    let typeface = FallbackTypeface(Broken(), then: [{ Some(letters: "a", advance: 1) }])
    #expect(throws: Damaged.self) { try typeface.glyph(for: "a") }
  }
}
