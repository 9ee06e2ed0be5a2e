/// A font that is known to have the letters, and the name of its file.
struct FontName: Sendable {
  var file: String
  /// Which of the faces of a collection; nil for the first.
  var family: String?

  init(_ file: String, family: String? = nil) {
    self.file = file
    self.family = family
  }

  /// Fonts with Latin and Greek letters and mathematical signs, the best first.
  ///
  /// DejaVu Sans has all that a figure needs. The others come with macOS; what one lacks another has.
  static func latin(_ weight: FontWeight) -> [FontName] {
    switch weight {
    case .regular:
      [FontName("DejaVuSans.ttf"), FontName("Arial Unicode.ttf"), FontName("Helvetica.ttc")]
    case .bold:
      [FontName("DejaVuSans-Bold.ttf"), FontName("Arial Bold.ttf")] + latin(.regular)
    }
  }

  /// Fonts with simplified Chinese letters, the best first: of Linux, then of macOS.
  static func chinese(_ weight: FontWeight) -> [FontName] {
    switch weight {
    case .regular:
      [
        FontName("NotoSansCJK-Regular.ttc", family: "Noto Sans CJK SC"),
        FontName("wqy-microhei.ttc"),
        FontName("DroidSansFallbackFull.ttf"),
        FontName("DroidSansFallback.ttf"),
        FontName("PingFang.ttc", family: "PingFang SC"),
        FontName("Hiragino Sans GB.ttc"),
        FontName("STHeiti Light.ttc", family: "Heiti SC"),
        FontName("Arial Unicode.ttf"),
      ]
    case .bold: boldChinese + chinese(.regular)
    }
  }

  /// Those of the Chinese fonts that are bold.
  static let boldChinese = [
    FontName("NotoSansCJK-Bold.ttc", family: "Noto Sans CJK SC"),
    FontName("STHeiti Medium.ttc", family: "Heiti SC"),
  ]
}
