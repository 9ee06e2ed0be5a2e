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
    for script: FontScript, weight: FontWeight = .regular
  ) throws(FontError) -> FallbackTypeface {
    let hasWeight =
      script == .latin || weight == .regular || !installed(FontName.boldChinese).isEmpty
    let weight = hasWeight ? weight : .regular
    var others = installed(FontName.latin(weight))[...]
    var first: (any Typeface)?
    while first == nil, let open = others.popFirst() { first = open() }
    guard let first else { throw .notInstalled(.latin) }
    if script == .chinese {
      let chinese = installed(FontName.chinese(weight))
      if chinese.isEmpty { throw .notInstalled(.chinese) }
      others += chinese
    }
    return FallbackTypeface(first, then: Array(others))
  }

  /// The files of these names that are there, each to be opened, though it may be broken.
  private func installed(_ names: [FontName]) -> [() -> (any Typeface)?] {
    names.flatMap { name in
      let paths = folders.map { "\($0)/\(name.file)" }
      return paths.filter { access($0, R_OK) == 0 }.map { path in
        { () -> (any Typeface)? in try? FontFile.open(path: path, family: name.family) }
      }
    }
  }
}
