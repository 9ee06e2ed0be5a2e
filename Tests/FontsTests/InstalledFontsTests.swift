import Drawing
import Fonts
import Foundation
import Testing

private let installedFonts = InstalledFonts(
  folders: InstalledFonts.standardFolders(home: NSHomeDirectory()))

private func hasChineseFont() -> Bool {
  (try? installedFonts.typeface(for: .chinese)) != nil
}

/// A folder of its own for a test, with links to fonts or files that are no fonts.
private final class Folder {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("stepwise-fonts-\(UUID().uuidString)").path

  init(links: [String: String] = [:], broken: [String] = []) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, target) in links {
      try files.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
    }
    for name in broken {
      try Data("not a font".utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var fonts: InstalledFonts { InstalledFonts(folders: ["/no/such/folder", path]) }
}

@Suite struct InstalledFontsTests {
  @Test(arguments: FontWeight.allCases)
  func theLatinTypefaceHasEveryLetterOfAFigure(weight: FontWeight) throws {
    let typeface = try installedFonts.typeface(for: .latin, weight: weight)
    for letter in lettersOfFigures { _ = try typeface.glyph(for: letter) }
  }

  @Test func boldIsBolder() throws {
    let folder = try Folder(links: [
      "DejaVuSans.ttf": dejaVuSansPath(), "DejaVuSans-Bold.ttf": dejaVuSansPath(bold: true),
    ])
    let regular = try folder.fonts.typeface(for: .latin, weight: .regular)
    let bold = try folder.fonts.typeface(for: .latin, weight: .bold)
    let areas = try [regular, bold].map { signedAreas(of: try $0.glyph(for: "l").outline)[0] }
    #expect(areas[1] > 1.5 * areas[0])
  }

  @Test func aRegularFontStandsInForABoldOne() throws {
    let folder = try Folder(links: ["DejaVuSans.ttf": dejaVuSansPath()])
    let bold = try folder.fonts.typeface(for: .latin, weight: .bold)
    #expect(try bold.glyph(for: "l") == dejaVuSans().glyph(for: "l"))
  }

  @Test(arguments: FontScript.allCases, FontWeight.allCases)
  func withoutFontsTheErrorTellsWhatToInstall(
    script: FontScript, weight: FontWeight
  ) throws {
    let folder = try Folder()
    #expect(throws: FontError.notInstalled(.latin)) {
      try folder.fonts.typeface(for: script, weight: weight)
    }
    #expect(FontScript.latin.packages == ["fonts-dejavu-core"])
  }

  @Test func withoutAChineseFontTheErrorTellsWhatToInstall() throws {
    let folder = try Folder(links: ["DejaVuSans.ttf": dejaVuSansPath()])
    #expect(throws: FontError.notInstalled(.chinese)) { try folder.fonts.typeface(for: .chinese) }
    let packages = ["fonts-noto-cjk", "fonts-wqy-microhei", "fonts-droid-fallback"]
    #expect(FontScript.chinese.packages == packages)
  }

  @Test func brokenFontsArePassedOver() throws {
    let path = try dejaVuSansPath()
    let folder = try Folder(
      links: ["DejaVuSans.ttf": path], broken: ["DejaVuSans-Bold.ttf", "wqy-microhei.ttc"])
    let typeface = try folder.fonts.typeface(for: .chinese, weight: .bold)
    #expect(try typeface.glyph(for: "l") == dejaVuSans().glyph(for: "l"))
    #expect(throws: MissingGlyph("学")) { try typeface.glyph(for: "学") }

    let none = try Folder(broken: ["DejaVuSans.ttf"])
    #expect(throws: FontError.notInstalled(.latin)) {
      try none.fonts.typeface(for: .latin)
    }
  }

  @Test func earlierFoldersGoFirst() throws {
    let bold = try Folder(links: ["DejaVuSans.ttf": dejaVuSansPath(bold: true)])
    let regular = try Folder(links: ["DejaVuSans.ttf": dejaVuSansPath()])
    let fonts = InstalledFonts(folders: [bold.path, regular.path])
    let expected = try FontFile(path: dejaVuSansPath(bold: true)).glyph(for: "l")
    #expect(try fonts.typeface(for: .latin).glyph(for: "l") == expected)
  }

  @Test(
    .enabled(
      if: hasChineseFont(),
      "needs fonts-noto-cjk, fonts-wqy-microhei or fonts-droid-fallback"),
    arguments: FontWeight.allCases)
  func chineseLettersFollowTheLatinOnes(weight: FontWeight) throws {
    let latin = try installedFonts.typeface(for: .latin, weight: weight)
    let chinese = try installedFonts.typeface(for: .chinese, weight: weight)
    #expect(try chinese.glyph(for: "m") == latin.glyph(for: "m"))
    #expect(chinese.ascent == latin.ascent)
    for letter in "学习率梯度下降动量损失函数步最优化器参数，。：（）".unicodeScalars {
      let glyph = try chinese.glyph(for: letter)
      // Chinese letters are set in squares of an em.
      #expect((0.9...1.1).contains(glyph.advance), "\(letter)")
      let ink = try #require(glyph.outline.controlBounds)
      #expect(Rect(minX: -0.1, minY: -1, maxX: 1.1, maxY: 0.3).contains(ink), "\(letter)")
      #expect(signedAreas(of: glyph.outline).reduce(0, +) != 0)
    }
  }
}
