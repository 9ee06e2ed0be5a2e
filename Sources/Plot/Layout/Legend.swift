import Drawing
import Words

/// The names of a chart's marks in rows, each with a sample before it.
struct Legend {
  typealias Sample = (mark: any Mark, rect: Rect)

  private struct Entry {
    var mark: any Mark
    /// The name, in two lines where it is long.
    var lines: [TextLine]
    /// Where the sample starts, from the left end of the row.
    var x: Double

    var width: Double { Legend.indent + (lines.map(\.width).max() ?? 0) }
  }

  private var rows: [[Entry]] = []
  private let style: Style

  private static let sampleWidth = 48.0
  /// From the start of a sample to that of its name.
  private static let indent = sampleWidth + Style.gap
  /// From one row to the next, and from one line of a name to the next, in line heights.
  private static let (rowLeading, leading) = (1.35, 1.05)

  /// How large all names can be set to fit a width. Where one is too wide alone it is set smaller, but rather takes two
  /// lines than becomes too small.
  static func size(
    of named: [(mark: any Mark, name: Words)], width: Double, style: Style
  ) throws -> Double {
    let labels = try named.flatMap { try Self.labels(of: $0.name, width: width, style: style) }
    return try style.commonSize(of: labels, size: style.textSize, fitting: max(1, width - indent))
  }

  /// Puts as many entries into a row as a width has room for.
  init(_ named: [(mark: any Mark, name: Words)], width: Double, size: Double, style: Style) throws {
    self.style = style
    var x = 0.0
    for (mark, name) in named {
      let lines = try Self.labels(of: name, width: width, style: style)
        .map { try style.line($0, size: size) }
      var entry = Entry(mark: mark, lines: lines, x: x)
      if rows.isEmpty || x + entry.width > width {
        rows.append([])
        entry.x = 0
      }
      rows[rows.count - 1].append(entry)
      x = entry.x + entry.width + Style.gap * 2
    }
  }

  private static func labels(of name: Words, width: Double, style: Style) throws -> [Label] {
    try style.lines(
      name.label(in: style.language), size: style.textSize, fitting: max(1, width - indent),
      orScaledBy: Style.leastScale)
  }

  var height: Double { rows.map(height).reduce(0, +) }

  private func height(of row: [Entry]) -> Double {
    let lines = Double(row.map(\.lines.count).max() ?? 1)
    return style.lineHeight(style.textSize) * (Self.rowLeading + (lines - 1) * Self.leading)
  }

  /// The samples and the names of a legend that starts at a corner.
  func placed(at corner: Point) -> (samples: [Sample], texts: [PlacedText]) {
    var (samples, texts): ([Sample], [PlacedText]) = ([], [])
    var y = corner.y
    for row in rows {
      for entry in row {
        let left = corner.x + entry.x
        for (index, line) in entry.lines.enumerated() {
          let baseline = y + line.ascent + Double(index) * Self.leading * line.height
          texts.append(PlacedText(line, at: Point(left + Self.indent, baseline), color: style.text))
          guard index == 0 else { continue }
          let height = 0.6 * line.size
          let rect = Rect(x: left, y: baseline - height, width: Self.sampleWidth, height: height)
          samples.append((entry.mark, rect))
        }
      }
      y += height(of: row)
    }
    return (samples, texts)
  }
}
