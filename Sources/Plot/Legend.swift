import Drawing
import Words

/// The names of a chart's marks in rows, each with a sample before it.
struct Legend {
  struct Entry {
    var mark: any Mark
    /// The name, in two lines where it is long.
    var lines: [TextLine]
    /// Where the sample starts, from the left end of the row.
    var x: Double

    var width: Double { Legend.sampleWidth + Spacing.gap + (lines.map(\.width).max() ?? 0) }
  }

  private var rows: [[Entry]] = []

  private static let sampleWidth = 48.0
  /// From one line of a name to the next, in line heights.
  private static let leading = 1.05

  /// How large all names can be set to fit a width. Where one is too wide alone it is set smaller, but rather takes two
  /// lines than becomes too small.
  static func size(
    of named: [(mark: any Mark, name: Words)], width: Double, style: Style
  ) throws -> Double {
    let room = room(in: width)
    let sizes = try named.flatMap { mark, name in
      try lines(of: name, room: room, style: style).map {
        try style.line($0, size: style.textSize, fitting: room).size
      }
    }
    return sizes.min() ?? style.textSize
  }

  /// Puts as many entries into a row as a width has room for.
  init(_ named: [(mark: any Mark, name: Words)], width: Double, size: Double, style: Style) throws {
    var x = 0.0
    for (mark, name) in named {
      let lines = try Self.lines(of: name, room: Self.room(in: width), style: style)
        .map { try style.line($0, size: size) }
      var entry = Entry(mark: mark, lines: lines, x: x)
      if rows.isEmpty || x + entry.width > width {
        rows.append([])
        entry.x = 0
      }
      rows[rows.count - 1].append(entry)
      x = entry.x + entry.width + Spacing.gap * 2
    }
  }

  private static func room(in width: Double) -> Double {
    max(1, width - sampleWidth - Spacing.gap)
  }

  private static func lines(of name: Words, room: Double, style: Style) throws -> [Label] {
    try style.lines(
      of: name, size: style.textSize, fitting: room, orScaledBy: Style.leastScale)
  }

  func height(style: Style) throws -> Double {
    try rows.map { try Self.height(of: $0, style: style) }.reduce(0, +)
  }

  /// The rectangle of each sample and the starts of each name's baselines, for a legend at a point.
  func places(at corner: Point, style: Style) throws
    -> [(entry: Entry, sample: Rect, names: [Point])]
  {
    var places: [(entry: Entry, sample: Rect, names: [Point])] = []
    var y = corner.y
    for row in rows {
      for entry in row {
        guard let first = entry.lines.first else { continue }
        let baseline = y + first.ascent
        let height = 0.6 * first.size
        let sample = Rect(
          x: corner.x + entry.x, y: baseline - height, width: Self.sampleWidth, height: height)
        let names = entry.lines.indices.map { line in
          Point(
            sample.maxX + Spacing.gap, baseline + Double(line) * Self.leading * first.height)
        }
        places.append((entry, sample, names))
      }
      y += try Self.height(of: row, style: style)
    }
    return places
  }

  private static func height(of row: [Entry], style: Style) throws -> Double {
    let line = try style.line("0", size: style.textSize).height
    let lines = Double(row.map(\.lines.count).max() ?? 1)
    return line * (Spacing.legendLeading + (lines - 1) * leading)
  }
}
