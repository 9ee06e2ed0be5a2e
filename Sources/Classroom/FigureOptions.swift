import ArgumentParser
import Lecture
import Pages
import Plot
import Words

/// How figures are made and where they go: what all commands that draw have in common.
public struct FigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(en: "The folder for figures.", zh: "存放图的文件夹。"))
  public var output = "output"

  @OptionGroup var languages: LanguageOptions

  @Option(
    help: ArgumentHelp(
      en: "What figures are made for: light or dark screens, or print without colours.",
      zh: "图的用途：浅色或深色屏幕，或黑白印刷。"))
  public var theme = Theme.light

  @Option(
    help: ArgumentHelp(
      en: "How large figures are: standard (1600×1000), slide, column, square, or as in 12x8cm.",
      zh: "图的大小：standard（1600×1000）、slide、column、square，或如 12x8cm。",
      valueName: "size"))
  public var size = Figure.Size.standard

  @Option(
    help: ArgumentHelp(
      en: "The files’ format: png; svg, which is sharp at every size; or html, one page with all.",
      zh: "文件格式：png；任何大小都清晰的 svg；或 html，含全部内容的一个网页。"))
  public var format = Format.png

  /// What kind of file there is to be.
  public enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
    case png, svg, html
  }

  @Option(
    help: ArgumentHelp(
      en: "How many pixels a unit of the figure is wide, from 1 to 4.",
      zh: "图中一个单位有多少像素宽，1 到 4。"))
  public var scale = 1

  @Flag(
    help: ArgumentHelp(
      en: "Take a second or two longer to make each PNG file as small as can be.",
      zh: "多用一两秒，把每个 PNG 文件压到最小。"))
  public var optimize = false

  public init() {}

  public func validate() throws {
    try Self.require("--scale", scale, in: 1...4)
    // Each takes six bytes or so until it is in the file.
    let pixels = size.width * size.height * scale * scale / 1_000_000
    try Self.require(
      pixels <= 100 || format == .svg,
      en: "--size and --scale make \(pixels) million pixels, more than the 100 million that fit",
      zh: "--size 与 --scale 共 \(pixels) 百万像素，超过了上限 100 百万")
    try Self.require(
      !output.isEmpty, en: "--output must be the name of a folder", zh: "--output 必须是文件夹的名称")
    try Self.require(
      !optimize || format == .png,
      en: "--optimize is for --format png; SVG files are as small as they get",
      zh: "--optimize 只用于 --format png；SVG 文件已经不能再小")
  }

  /// Writes what a lesson shows into the folder, which must be there: a file for each figure, or one page.
  ///
  /// - Parameters:
  ///   - name: the lesson's.
  ///   - isAlone: whether it is that lesson's command that does so.
  /// - Returns: for each file a function that writes it and gives its path.
  public func files(
    of document: Document, named name: String, isAlone: Bool
  ) -> [() throws -> String] {
    let command = isAlone ? Invocation.command : Invocation.command("lesson-\(name)", words)
    if format == .html {
      return [{ try write(document, named: name, command: command) }]
    }
    return document.figures.map { figure, name in
      { try write(figure, named: name, command: command) }
    }
  }

  private func write(_ figure: Figure, named name: String, command: String) throws -> String {
    var figure = figure
    figure.size = size
    let picture = FigurePicture(
      figure: figure, language: shown.language, theme: theme, scale: scale,
      format: format == .svg ? .svg : .png, optimizes: optimize)
    return try picture.write(named: name, into: output, command: command)
  }

  private func write(_ document: Document, named name: String, command: String) throws -> String {
    let page = try FigurePicture.withFonts(.latin) { regular, bold in
      try Page(document, language: .spoken, command: command, regular: regular, bold: bold).html()
    }
    let path = "\(output)\(output.hasSuffix("/") ? "" : "/")\(name).html"
    try Files.write(Array(page.utf8), to: path)
    return path
  }

  private var shown: FigureLanguage {
    FigureLanguage(asked: languages.language, spoken: .spoken)
  }

  /// Says on the standard error that figures are in another language than texts, where they are.
  public func explainLanguage() {
    // A page has both, and needs no font of either.
    if format != .html, let remark = shown.remark { Files.complain(remark[.spoken]) }
  }

  /// The options as words of a command.
  private var words: [String] {
    var words: [String] = []
    let language = shown.language
    if language != .english { words += ["--language", language.rawValue] }
    if theme != .light { words += ["--theme", theme.rawValue] }
    if size != .standard { words += ["--size", size.rawValue] }
    if format != .png { words += ["--format", format.rawValue] }
    if scale != 1 { words += ["--scale", "\(scale)"] }
    if optimize { words += ["--optimize"] }
    return words
  }
}

extension Theme: ExpressibleByArgument {}
extension Figure.Size: ExpressibleByArgument {}
