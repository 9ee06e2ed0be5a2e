import Drawing
import Fonts
import Foundation
import Plot
import Words

extension Recording {
  /// A figure drawn with the installed Latin fonts, Chinese letters being boxes.
  init(of figure: Figure, theme: Theme = .light, language: Language = .english) throws {
    let home = ProcessInfo.processInfo.environment["HOME"]
    let fonts = InstalledFonts(folders: InstalledFonts.standardFolders(home: home))
    let style = Style(
      regular: WithChineseBoxes(latin: try fonts.typeface(for: .latin)),
      bold: WithChineseBoxes(latin: try fonts.typeface(for: .latin, weight: .bold)), theme: theme,
      language: language)
    self.init()
    try figure.draw(on: &self, style: style)
  }
}

extension Figure.Size {
  var page: Rect { Rect(x: 0, y: 0, width: Double(width), height: Double(height)) }
}

/// A typeface whose Chinese letters are boxes one em wide, as nearly all fonts have them: where no Chinese font is
/// installed, layouts can be tested all the same.
private struct WithChineseBoxes: Typeface {
  var latin: any Typeface

  var ascent: Double { latin.ascent }
  var descent: Double { latin.descent }

  func glyph(for scalar: Unicode.Scalar) throws -> Glyph {
    guard scalar.value >= 0x2E80 else { return try latin.glyph(for: scalar) }
    return Glyph(
      advance: 1, outline: Path(Rect(x: 0.05, y: -0.8, width: 0.9, height: 0.9)))
  }

  func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double {
    guard max(first.value, second.value) < 0x2E80 else { return 0 }
    return latin.kerning(between: first, and: second)
  }
}
