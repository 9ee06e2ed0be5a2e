import Drawing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The fonts in some folders, looked up by the names of their files.
///
///     let fonts = InstalledFonts(folders: InstalledFonts.standardFolders(home: "/home/ada"))
///     let typeface = try fonts.typeface(for: .chinese, weight: .bold)
public struct InstalledFonts: Sendable {
  /// Which letters are needed.
  public enum Script: Hashable, Sendable, CaseIterable {
    /// Latin and Greek letters and mathematical signs.
    case latin
    /// Simplified Chinese letters, and all of `latin`.
    case chinese
  }

  public enum Weight: Hashable, Sendable, CaseIterable {
    case regular, bold
  }

  private let folders: [String]

  /// - Parameter folders: The folders to look into, the more important first; folders in them are not searched.
  public init(folders: [String]) {
    self.folders = folders
  }

  /// A typeface with the script's letters: the best that is installed.
  ///
  /// A letter that one font lacks comes from the next best. Where no bold font is installed, or none with Chinese
  /// letters, all letters are regular, as a mixture looks like a mistake. Files that cannot be read are passed over.
  /// Chinese fonts are large; they are not opened before a letter needs them.
  ///
  /// - Throws: `FontError.notInstalled`, which tells what to install.
  public func typeface(
    for script: Script, weight: Weight = .regular
  ) throws(FontError) -> FallbackTypeface {
    let hasWeight =
      script == .latin || weight == .regular || !installed(FontName.boldChinese).isEmpty
    let weight = hasWeight ? weight : .regular
    var others = installed(FontName.latin(weight))[...]
    var first: FontFile?
    while first == nil, let font = others.popFirst() { first = font.open() }
    guard let first else { throw Script.latin.notInstalled }
    if script == .chinese {
      let chinese = installed(FontName.chinese(weight))
      if chinese.isEmpty { throw Script.chinese.notInstalled }
      others += chinese
    }
    return FallbackTypeface(first, then: others.map { font in { font.open() } })
  }

  /// The files of these names that are there.
  private func installed(_ names: [FontName]) -> [InstalledFont] {
    names.flatMap { name in
      folders.map { InstalledFont(path: "\($0)/\(name.file)", family: name.family) }
        .filter { access($0.path, R_OK) == 0 }
    }
  }
}

/// A font file that exists, though it may be broken.
private struct InstalledFont {
  var path: String
  var family: String?

  func open() -> FontFile? { try? FontFile.open(path: path, family: family) }
}

extension InstalledFonts.Script {
  var name: String {
    switch self {
    case .latin: "Latin"
    case .chinese: "Chinese"
    }
  }

  fileprivate var notInstalled: FontError {
    switch self {
    case .latin: .notInstalled(self, packages: ["fonts-dejavu-core"])
    case .chinese:
      .notInstalled(
        self, packages: ["fonts-noto-cjk", "fonts-wqy-microhei", "fonts-droid-fallback"])
    }
  }
}
