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
