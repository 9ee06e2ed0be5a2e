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
  static func latin(_ weight: InstalledFonts.Weight) -> [FontName] {
    switch weight {
    case .regular:
      [FontName("DejaVuSans.ttf"), FontName("Arial Unicode.ttf"), FontName("Helvetica.ttc")]
    case .bold:
      [FontName("DejaVuSans-Bold.ttf"), FontName("Arial Bold.ttf")] + latin(.regular)
    }
  }

  /// Fonts with simplified Chinese letters, the best first: of Linux, then of macOS.
  static func chinese(_ weight: InstalledFonts.Weight) -> [FontName] {
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

extension InstalledFonts {
  /// Where Linux distributions and macOS install these fonts, the user's own folders first.
  ///
  /// - Parameter home: The user's home folder, nil if there is none.
  public static func standardFolders(home: String?) -> [String] {
    let own = [".local/share/fonts", ".fonts", "Library/Fonts"]
    return (home.map { home in own.map { "\(home)/\($0)" } } ?? []) + systemFolders
  }

  private static let systemFolders = [
    // Debian, Ubuntu
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/wqy",
    "/usr/share/fonts/truetype/droid",
    // Fedora
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/wqy-microhei-fonts",
    "/usr/share/fonts/google-droid-sans-fonts",
    // Arch, openSUSE
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/wenquanyi/wqy-microhei",
    "/usr/share/fonts/truetype",
    "/usr/local/share/fonts",
    // macOS
    "/Library/Fonts",
    "/System/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
  ]
}
