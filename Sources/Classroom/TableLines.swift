import Formulas
import Lecture
import Words

/// A table as lines of a width. What is too wide is first made narrower, headings by a second line and then texts, and at
/// last parted into tables below each other, each with the first column.
struct TableLines {
  private let columns: [Column]
  private let width: Int
  /// What stands in place of rows that are left out, and below how many.
  private let omission: (note: String, after: Int)?

  /// - Parameter shown: the rows.
  init(
    _ table: Table, rows shown: [Int], omission: (note: String, after: Int)?, in language: Language,
    width: Int
  ) {
    self.width = width
    self.omission = omission
    columns = table.columns.map { column in
      Column(column.heading[language], shown.map { column.cells[$0] }, in: language)
    }
  }

  private static let margin = 2
  private static let gap = 2

  var text: String {
    blocks.map { lines(of: $0) }.joined(separator: "\n\n")
  }

  /// The columns of each table.
  private var blocks: [[Column]] {
    let fitted = Self.fitted(columns, to: width)
    if Self.width(of: fitted) <= width { return [fitted] }
    let first = columns[0].narrowed(to: width / 3)
    var blocks: [[Column]] = [[first]]
    for column in columns.dropFirst() {
      if blocks[blocks.count - 1].count > 1,
        Self.width(of: blocks[blocks.count - 1] + [column]) > width
      {
        blocks.append([first])
      }
      blocks[blocks.count - 1].append(column)
    }
    return blocks.map { Self.fitted($0, to: width) }
  }

  private static func width(of columns: [Column]) -> Int {
    margin + columns.map(\.width).reduce(0, +) + gap * (columns.count - 1)
  }

  /// The columns narrowed as far as is needed and reads well, the widest first: headings to
  /// two lines, then texts.
  private static func fitted(_ columns: [Column], to width: Int) -> [Column] {
    var columns = columns
    func narrow(_ mayBeNarrowed: (Column) -> Bool) -> Bool {
      let places = columns.indices.filter { mayBeNarrowed(columns[$0]) }
        .sorted { columns[$0].width > columns[$1].width }
      for place in places {
        let narrower = columns[place].narrowed(to: columns[place].width - 1)
        guard narrower.width < columns[place].width, narrower.headingLines <= 2 else { continue }
        columns[place] = narrower
        return true
      }
      return false
    }
    while self.width(of: columns) > width {
      guard narrow(\.hasLongHeading) || narrow({ $0.hasTexts && $0.width > leastText }) else {
        break
      }
    }
    return columns
  }

  /// Texts are not broken into lines that are shorter still.
  private static let leastText = 16

  private func lines(of columns: [Column]) -> String {
    let rows = columns[0].cells.indices.map { row in columns.map { $0.cells[row] } }
    var lines = rows.enumerated().flatMap { row, cells in
      let height = cells.map(\.count).max() ?? 0
      return (0..<height).map { line in
        let parts = zip(columns, cells).map { column, cell in
          // Headings stand on their columns.
          let place = row == 0 ? line - (height - cell.count) : line
          return (cell.indices.contains(place) ? cell[place] : "").padded(to: column.width)
        }
        let text = parts.joined(separator: String(repeating: " ", count: Self.gap))
        return (row, (String(repeating: " ", count: Self.margin) + text).trimmingTrailingSpaces)
      }
    }
    if let omission {
      let place = lines.firstIndex { $0.0 > omission.after } ?? lines.endIndex
      lines.insert((0, omission.note), at: place)
    }
    return lines.map(\.1).joined(separator: "\n")
  }
}

extension TableLines {
  /// A heading and cells, each as lines: texts begin at one place, numbers have their decimal points below each other.
  fileprivate struct Column {
    private let heading: String
    private let body: [String]
    let hasTexts: Bool
    let width: Int
    let bodyWidth: Int

    init(_ heading: String, _ cells: [Table.Cell], in language: Language) {
      let texts = cells.map { cell in
        switch cell {
        case .number(let value): Numerals.rounded.text(value)
        case .text(let text): text[language]
        case .empty: ""
        }
      }
      let hasTexts = cells.contains { if case .text = $0 { true } else { false } }
      let points = texts.map { text in
        hasTexts ? 0 : text.prefix { $0 != "." && $0 != "e" }.count
      }
      let point = points.max() ?? 0
      self.init(
        heading, zip(texts, points).map { String(repeating: " ", count: point - $1) + $0 },
        hasTexts: hasTexts, width: .max)
    }

    private init(_ heading: String, _ body: [String], hasTexts: Bool, width: Int) {
      self.heading = heading
      self.body = body
      self.hasTexts = hasTexts
      let bodyWidth =
        (hasTexts ? body.flatMap { $0.lines(of: width) } : body)
        .map(\.displayWidth).max() ?? 0
      self.bodyWidth = bodyWidth
      let headingWidth = heading.lines(of: max(width, bodyWidth)).map(\.displayWidth).max() ?? 0
      self.width = max(bodyWidth, headingWidth)
    }

    var headingLines: Int { heading.lines(of: width).count }

    /// Whether it is its heading that makes it wide.
    var hasLongHeading: Bool { width > bodyWidth }

    /// The column in so many columns of the terminal, or as near to it as its words let it.
    func narrowed(to width: Int) -> Column {
      Column(heading, body, hasTexts: hasTexts, width: width)
    }

    /// The lines of the heading and of each cell.
    var cells: [[String]] {
      let head = heading.lines(of: width)
      guard !hasTexts else { return [head] + body.map { $0.lines(of: width) } }
      let indent = String(repeating: " ", count: width - bodyWidth)
      let heading = head.map { String(repeating: " ", count: width - $0.displayWidth) + $0 }
      return [heading] + body.map { [indent + $0] }
    }
  }
}

extension String {
  fileprivate func lines(of width: Int) -> [String] {
    displayWidth <= width
      ? [self] : wrapped(to: width).split(separator: "\n").map(String.init)
  }
}
