import Drawing

/// The names of a chart's marks in rows, each with a sample before it.
struct Legend {
  struct Entry {
    var mark: any Mark
    var line: TextLine
    /// Where the sample starts, from the left end of the row.
    var x: Double
  }

  private(set) var rows: [[Entry]] = []

  /// From the start of a row to the end of its last name.
  private(set) var width = 0.0

  private static let sampleWidth = 48.0

  /// Puts as many entries into a row as a width has room for. Where a name is wider alone, all are set smaller.
  init(_ named: [(mark: any Mark, name: Label)], width: Double, style: Style) throws {
    let room = max(1, width - Self.sampleWidth - Spacing.gap)
    let sizes = try named.map { try style.line($0.name, size: style.textSize, fitting: room).size }
    let size = sizes.min() ?? style.textSize
    var x = 0.0
    for (mark, name) in named {
      let line = try style.line(name, size: size)
      let entryWidth = Self.sampleWidth + Spacing.gap + line.width
      if rows.isEmpty || x + entryWidth > width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(Entry(mark: mark, line: line, x: x))
      self.width = max(self.width, x + entryWidth)
      x += entryWidth + Spacing.gap * 2
    }
  }

  func height(style: Style) throws -> Double {
    try Double(rows.count) * Self.rowHeight(style: style)
  }

  /// The rectangle of each sample and the start of each name's baseline, for a legend at a point.
  func places(at corner: Point, style: Style) throws -> [(entry: Entry, sample: Rect, name: Point)]
  {
    let rowHeight = try Self.rowHeight(style: style)
    return rows.enumerated().flatMap { index, row in
      row.map { entry in
        let baseline = corner.y + Double(index) * rowHeight + entry.line.ascent
        let height = 0.6 * entry.line.size
        let sample = Rect(
          x: corner.x + entry.x, y: baseline - height, width: Self.sampleWidth, height: height)
        return (entry, sample, Point(sample.maxX + Spacing.gap, baseline))
      }
    }
  }

  private static func rowHeight(style: Style) throws -> Double {
    try style.line("0", size: style.textSize).height * Spacing.legendLeading
  }
}
