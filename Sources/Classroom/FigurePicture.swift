import Drawing
import Fonts
import PNG
import Plot
import Raster
import SVG
import Words

/// A figure on its way to being a picture: with typefaces for its language, at a scale.
public struct FigurePicture {
  let figure: Figure
  let language: Language
  let theme: Theme
  /// How many pixels a unit is wide.
  let scale: Int
  let format: Format
  /// Whether to look for a smaller PNG file for a second or two.
  let optimizes: Bool
  /// Where fonts are looked for.
  var fontFolders = InstalledFonts.standardFolders(home: Files.home)

  public init(
    figure: Figure, language: Language, theme: Theme = .light, scale: Int = 1,
    format: Format = .png, optimizes: Bool = false
  ) {
    self.figure = figure
    self.language = language
    self.theme = theme
    self.scale = scale
    self.format = format
    self.optimizes = optimizes
  }

  /// What kind of file a picture is.
  public enum Format: String, CaseIterable, Sendable {
    /// Pixels.
    case png
    /// Outlines, sharp at every size.
    case svg
  }

  /// Writes the picture as a file into a folder.
  ///
  /// - Parameters:
  ///   - name: the file's name without its ending.
  ///   - command: the command that makes the file, which it remembers.
  /// - Returns: the file's path.
  /// - Throws: an error that `run(_:)` reports in a line.
  public func write(named name: String, into folder: String, command: String) throws -> String {
    let bytes =
      switch format {
      case .png: try png(command: command)
      case .svg: try svg(command: command)
      }
    let path = "\(folder)\(folder.hasSuffix("/") ? "" : "/")\(name).\(format)"
    try Files.write(bytes, to: path)
    return path
  }

  /// A figure 1600 units wide is 8 inches wide in print, whatever its scale.
  private static let unitsPerInch = 200.0

  /// The figure as a PNG file that knows its title and the command that made it.
  ///
  /// - Throws: `Failure` with code 69 where a font is missing.
  func png(command: String) throws -> [UInt8] {
    try PNG.encode(
      try pixmap(), tolerance: 16, effort: optimizes ? .smallest : .standard,
      pixelsPerInch: Self.unitsPerInch * Double(scale),
      texts: [
        ("Title", figure.title[language]), ("Description", figure.subtitle[language]),
        ("Software", "Stepwise"), ("Comment", command),
      ])
  }

  /// The figure as an SVG file that knows its title and the command that made it.
  ///
  /// - Throws: `Failure` with code 69 where a font is missing.
  func svg(command: String) throws -> [UInt8] {
    try drawn { style in
      SVGCanvas(
        width: figure.size.width, height: figure.size.height, background: style.background,
        magnification: scale, title: figure.title[language], description: figure.subtitle[language],
        metadata: "Stepwise: \(command)")
    }.bytes
  }

  func pixmap() throws -> Pixmap {
    try drawn { style in
      RasterCanvas(
        width: figure.size.width * scale, height: figure.size.height * scale,
        background: style.background, scale: Double(scale))
    }.pixmap
  }

  /// The canvas for a style, with the figure drawn on it.
  private func drawn<Surface: Canvas>(on canvas: (Style) -> Surface) throws -> Surface {
    try Self.withFonts(language == .chinese ? .chinese : .latin, in: fontFolders) {
      let style = Style(regular: $0, bold: $1, theme: theme, language: language)
      var canvas = canvas(style)
      try figure.draw(on: &canvas, style: style)
      return canvas
    }
  }

  /// Uses typefaces that are installed, regular and bold.
  ///
  /// - Throws: `Failure` with code 69 where a font is missing.
  static func withFonts<Result>(
    _ script: FontScript, in folders: [String] = InstalledFonts.standardFolders(home: Files.home),
    _ use: (any Typeface, any Typeface) throws -> Result
  ) throws -> Result {
    let fonts = InstalledFonts(folders: folders)
    do {
      return try use(
        try fonts.typeface(for: script, weight: .regular),
        try fonts.typeface(for: script, weight: .bold))
    } catch let error as FontError {
      throw Failure(.unavailable, message(for: error))
    } catch let error as MissingGlyph {
      throw Failure(
        .unavailable, en: "No installed font has the letter \(error.scalar).",
        zh: "已安装的字体都没有字符 \(error.scalar)。")
    }
  }

  private static func message(for error: FontError) -> Words {
    switch error {
    case .unreadable(let path, let code):
      return Words(
        en: "\(path) cannot be read as a font (FreeType's error \(code)).",
        zh: "\(path) 无法作为字体读取（FreeType 的错误 \(code)）。")
    case .notInstalled(let script):
      let packages = script.packages
      let install = "sudo apt-get install \(packages[0])"
      let letters =
        script == .chinese ? Words(en: "Chinese", zh: "中文") : Words(en: "Latin", zh: "拉丁字母")
      return Words(
        en:
          "No figure: there is no font with \(letters) letters. Install one of \(packages.listed), as with: \(install)",
        zh: "无法绘图：没有安装含\(letters)的字体。请安装 \(packages.listed) 之一，例如：\(install)")
    }
  }
}
