import Formulas
import SVG
import Words

extension Words {
  /// The text as HTML: in both languages where they differ, of which the style sheet shows one.
  var html: String {
    let (english, chinese) = (label(in: .english), label(in: .chinese))
    if english == chinese { return english.html }
    return "<span lang=\"en\">\(english.html)</span><span lang=\"zh\">\(chinese.html)</span>"
  }

  /// An element of each language.
  func html(in tag: String) -> String {
    let (english, chinese) = (label(in: .english), label(in: .chinese))
    if english == chinese { return "<\(tag)>\(english.html)</\(tag)>" }
    return
      "<\(tag) lang=\"en\">\(english.html)</\(tag)><\(tag) lang=\"zh\">\(chinese.html)</\(tag)>"
  }
}

extension Label {
  fileprivate var html: String {
    runs.map { run in
      switch run {
      case .text(let text): text.escapedForXML
      case .mathematics(let mathematics): mathematics.html
      }
    }.joined()
  }
}

extension Mathematics {
  /// The formula as MathML. Brackets grow only around what is tall, which scripts are not.
  var html: String {
    let html = mathML()
    return html.contains("<mfrac>")
      ? html : html.replacing("<mo form=", with: "<mo stretchy=\"false\" form=")
  }
}

extension Derivation {
  /// The sides that differ from each other, each a formula that a narrow page may put on a line of its own.
  var html: String {
    var sides = [name.html]
    var last = name.english
    for side in [symbols, numbers, value] where side.text != last {
      sides.append(Mathematics.row([.sign(.equals), side]).html)
      last = side.text
    }
    return "<p>\(sides.joined(separator: " "))</p>"
  }
}

extension Table {
  /// The table as HTML: numbers rounded for people, with their decimal points below each other.
  ///
  /// - Parameters:
  ///   - caption: what it is called.
  ///   - followed: what a reader's run calculates, by its names in headings: a table of steps shows that run then.
  func html(caption: String, followed: [String: String]) -> String {
    let rows = shownRows
    let cells = columns.map { $0.cells(in: rows.compactMap(\.self)) }
    var next = 0
    let body = rows.map { row -> String in
      guard row != nil else {
        let left = rowCount - rows.count + 1
        let note = Words(en: "\(left) rows left out", zh: "省略 \(left) 行")
        return "<tr><td class=\"gap\" colspan=\"\(columns.count)\">… \(note.html) …</td></tr>"
      }
      defer { next += 1 }
      return "<tr>" + cells.map { $0[next] }.joined() + "</tr>"
    }.joined(separator: "\n")
    let isRun = followed.isEmpty ? false : isOverSteps
    let head = columns.map { column in
      let name = isRun ? followed[column.heading.english].map { " data-column=\"\($0)\"" } : nil
      let look = column.hasTexts ? " class=\"w\"" : ""
      return "<th scope=\"col\"\(look)\(name ?? "")>\(column.headingHTML)</th>"
    }.joined()
    return
      "<table\(isRun ? " data-run" : "")><caption>\(caption)</caption><thead><tr>\(head)</tr></thead>\n"
      + "<tbody>\(body)</tbody></table>"
  }

  /// Whether its rows are the steps of a run, from 0.
  private var isOverSteps: Bool {
    columns.first.map { $0.cells == (0..<rowCount).map { .number(Double($0)) } } ?? false
  }

  /// The numbers of the rows, with a nil where some are left out.
  private var shownRows: [Int?] {
    guard rowCount > 120 else { return Array(0..<rowCount) }
    return Array(0..<40) + [nil] + Array(rowCount - 40..<rowCount)
  }
}

extension Table.Column {
  /// The heading; a formula is read aloud as text.
  fileprivate var headingHTML: String {
    let runs = heading.label(in: .english).runs
    guard runs.count == 1, case .mathematics(let formula) = runs[0] else { return heading.html }
    let hidden = formula.html.replacing("<math>", with: "<math aria-hidden=\"true\">")
    return "\(hidden)<span class=\"vh\">\(formula.text.escapedForXML)</span>"
  }

  fileprivate var hasTexts: Bool { cells.contains { if case .text = $0 { true } else { false } } }

  fileprivate func cells(in rows: [Int]) -> [String] {
    let texts = rows.map { row in
      switch cells[row] {
      case .number(let value): Numerals.rounded.text(value)
      case .text(let text): text.html
      case .empty: ""
      }
    }
    if hasTexts { return texts.map { "<td class=\"w\">\($0)</td>" } }
    func decimals(_ text: String) -> Int { text.contains("e") ? 0 : text.drop { $0 != "." }.count }
    let most = texts.map(decimals).max() ?? 0
    return texts.map { text in
      // Spaces as wide as a point and as digits.
      let missing = text.isEmpty || text.contains("e") ? 0 : most - decimals(text)
      let point = missing > 0 && !text.contains(".") ? "\u{2008}" : ""
      let digits = String(repeating: "\u{2007}", count: missing - (point.isEmpty ? 0 : 1))
      return "<td>\(text)\(point)\(digits)</td>"
    }
  }
}
