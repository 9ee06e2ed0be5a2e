import Drawing
import PNG
import Raster
import Testing

private let dot = Pixmap(width: 1, height: 1)

@Suite struct MetadataTests {
  @Test func theColorsAreDeclaredAsSRGBWithPerceptualIntent() throws {
    let file = try PNG.encode(dot)
    #expect(chunks(of: file).map(\.type) == ["IHDR", "sRGB", "IDAT", "IEND"])
    #expect(chunks(of: file)[1].data == [0])
  }

  @Test(arguments: [
    (72.0, 2835), (96, 3780), (144, 5669), (300, 11811), (0.0254, 1), (.infinity, 0x7FFF_FFFF),
  ])
  func theResolutionIsInPixelsPerMetre(pixelsPerInch: Double, pixelsPerMetre: UInt32) throws {
    let file = try PNG.encode(dot, pixelsPerInch: pixelsPerInch)
    let physical = try #require(chunks(of: file).first { $0.type == "pHYs" }).data
    #expect(number(physical[0..<4]) == pixelsPerMetre)
    #expect(number(physical[4..<8]) == pixelsPerMetre)
    #expect(physical[8] == 1)
  }

  @Test(arguments: ["Adam", "", "naïve café ÿ", "two\nlines"])
  func latinTextsAreStoredAsLatin1(text: String) throws {
    let file = try PNG.encode(dot, texts: [("Title", text)])
    let chunk = try #require(chunks(of: file).first { $0.type == "tEXt" })
    let latin1 = text.unicodeScalars.map { UInt8($0.value) }
    #expect(chunk.data == Array("Title".utf8) + [0] + latin1)
  }

  @Test(arguments: ["β₁ = 0.9", "动量", "a\tb", "\u{85}", "m\u{302}", "line\r\nfeed"])
  func otherTextsAreStoredAsUTF8(text: String) throws {
    let file = try PNG.encode(dot, texts: [("Title", text)])
    let chunk = try #require(chunks(of: file).first { $0.type == "iTXt" })
    // After the keyword: not compressed, compression method 0, no language, no translated keyword.
    #expect(chunk.data == Array("Title".utf8) + [0, 0, 0, 0, 0] + Array(text.utf8))
  }

  @Test func textsKeepTheirOrderAndKeywordsMayBeLatin1() throws {
    let long = String(repeating: "k", count: 79)
    let texts = [("Title", "a"), ("clé à part", "b"), ("Title", "c"), (long, "d"), ("x", "∇")]
    let file = try PNG.encode(dot, texts: texts)
    let found = chunks(of: file).filter { ["tEXt", "iTXt"].contains($0.type) }
    let keywords = found.map { chunk in
      String(String.UnicodeScalarView(chunk.data.prefix { $0 != 0 }.map { Unicode.Scalar($0) }))
    }
    #expect(keywords == texts.map(\.0))
    #expect(try PNG.decode(file) == dot)
  }

  @Test(
    arguments: [
      "", " Title", "Title ", "two  spaces", "two\nlines", "tab\t", "zero\0", "β", "\u{A0}",
      "no\u{A0}break", "\u{7F}", String(repeating: "k", count: 80),
    ])
  func keywordsThatTheFormatForbidsAreErrors(keyword: String) {
    #expect(throws: PNGError.invalidKeyword(keyword)) {
      try PNG.encode(dot, texts: [("Title", "fine"), (keyword, "text")])
    }
  }

  @Test(arguments: ["\0", "a\0b", "β\0"])
  func aTextWithACharacterZeroIsAnError(text: String) {
    #expect(throws: PNGError.zeroInText(keyword: "Title")) {
      try PNG.encode(dot, texts: [("Title", text)])
    }
  }
}
