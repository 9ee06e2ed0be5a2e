import Drawing
import Formulas
import Lecture
import Plot
import SVG
import Words

/// A document as a page of HTML: one file that needs nothing from a network and reads as an article, in both languages.
///
/// Which language is shown is chosen on the page, with or without scripts.
public struct Page {
  private let document: Document
  private let language: Language
  private let command: String
  private let typefaces: (regular: PageTypeface, bold: PageTypeface)

  /// - Parameters:
  ///   - language: the one that is shown first.
  ///   - command: the command that makes the page.
  ///   - regular: what the texts of figures are measured by.
  public init(
    _ document: Document, language: Language, command: String, regular: any Typeface,
    bold: any Typeface
  ) {
    self.document = document
    self.language = language
    self.command = command
    typefaces = (
      PageTypeface(base: regular, isBold: false), PageTypeface(base: bold, isBold: true)
    )
  }

  /// The page.
  ///
  /// - Throws: `MissingGlyph`.
  public func html() throws -> String {
    let lab = document.blocks.compactMap { block in
      if case .experiment(let experiment) = block { PageLab(experiment) } else { nil }
    }.first
    var paints = PaintClasses()
    var body = ""
    var section = document.title
    for (index, block) in document.blocks.enumerated() {
      if case .heading(let heading) = block { section = heading }
      body += try html(of: block, number: index, in: section, lab, &paints) + "\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Stepwise: \(command.escapedForXML)">
      <title>\(document.title[language].escapedForXML)</title>
      <style>\(PageStyle.sheet)\(paints.styleSheet)</style>
      </head>
      <body>
      \(languageSwitch)
      <main>
      \(document.title.html(in: "h1"))
      \(body)</main>
      <footer><p>\(colophon.html)</p></footer>
      <script>
      "use strict";
      \(PageScript.common)
      \(lab.map { $0.script + "\n" + PageScript.lab } ?? PageScript.recorded)
      </script>
      </body>
      </html>

      """
  }

  private var languageSwitch: String {
    func button(_ language: Language, _ name: String) -> String {
      let checked = language == self.language ? " checked" : ""
      let code = language.rawValue
      return
        "<label lang=\"\(code)\"><input type=\"radio\" name=\"language\" id=\"\(code)\"\(checked)>\(name)</label>"
    }
    return "<header><fieldset><legend>\(Words(en: "Language", zh: "语言").html)</legend>"
      + button(.english, "English") + button(.chinese, "中文") + "</fieldset></header>"
  }

  private var colophon: Words {
    Words(
      en:
        "Made by Stepwise: every number and formula on this page comes from the code that calculates it.",
      zh: "由 Stepwise 生成：本页的每个数字与公式都来自实际运行的代码。")
  }

  private func html(
    of block: Document.Block, number: Int, in section: Words, _ lab: PageLab?,
    _ paints: inout PaintClasses
  ) throws -> String {
    let name = "b\(number)"
    switch block {
    case .heading(let heading): return "<h2>\(heading.html)</h2>"
    case .prose(let prose): return prose.html(in: "p")
    case .formulas(let formulas):
      let items = formulas.map { formula, meaning in
        "<div><dt>\(formula.html)</dt><dd>\(meaning.html)</dd></div>"
      }.joined(separator: "\n")
      return "<dl class=\"scroll\" tabindex=\"0\">\(items)</dl>"
    case .derivations(let title, let derivations):
      let lines = derivations.map(\.html).joined(separator: "\n")
      return
        "<h3 id=\"\(name)\">\(title.html)</h3>\n<div class=\"scroll d\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(name)\">\(lines)</div>"
    case .table(let table, _):
      return "<div class=\"scroll t\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(name)\">"
        + table.html(
          caption: "<span id=\"\(name)\">\(section.html)</span>", followed: lab?.columns ?? [:])
        + "</div>"
    case .experiment:
      // A page has one of them.
      let isFirst = !document.blocks.prefix(number).contains {
        if case .experiment = $0 { true } else { false }
      }
      return isFirst ? lab?.html ?? "" : ""
    case .figure(let figure, _):
      let drawing = try drawing(of: figure, named: name, &paints)
      let subtitle = figure.subtitle.english.isEmpty ? "" : "<p>\(figure.subtitle.html)</p>"
      return
        "<figure><figcaption><h3>\(figure.title.html)</h3>\(subtitle)<span class=\"vh\" id=\"\(name)\">\(figure.description.html)</span></figcaption>"
        + "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(name)\">\(drawing.svg)</div></figure>"
    }
  }

  /// The figure without its title, which stands above it.
  private func drawing(
    of figure: Figure, named name: String, _ paints: inout PaintClasses
  ) throws -> PageDrawing {
    var untitled = figure
    (untitled.title, untitled.subtitle) = ("", "")
    return try PageDrawing(
      width: figure.size.width, height: figure.size.height, prefix: "\(name)-", label: name,
      regular: typefaces.regular, bold: typefaces.bold, paints: &paints
    ) { canvas, language, isDark in
      var style = Style(
        regular: typefaces.regular, bold: typefaces.bold, theme: isDark ? .dark : .light,
        language: language)
      style.roomyLanguages = Language.allCases
      try untitled.draw(on: &canvas, style: style)
    }
  }
}
