import Drawing

/// Charts in columns. All frames have the same width, those of a column the same height and the same edges.
struct ChartGrid {
  let columns: [[Chart]]

  init(columns: [[Chart]], sharesAxes: Bool) {
    self.columns = sharesAxes ? ChartGrid.sharing(columns) : columns
  }

  private static let gutter = 44.0
  private static let spacing = 24.0

  /// A column before the width of its frames is known.
  private struct Column {
    var rooms: [ChartRoom]
    var ticks: [Ticks]
    var frameHeight: Double
    /// The widest margins of its charts.
    var left: Double
    var right: Double

    init(_ charts: [Chart], legendWidth: Double, height: Double, style: Style) throws {
      let rooms = try charts.map { try ChartRoom($0, legendWidth: legendWidth, style: style) }
      let margins = rooms.map { $0.top + $0.bottom }.reduce(0, +)
      let free = height - margins - ChartGrid.spacing * Double(charts.count - 1)
      let frameHeight = free / Double(max(1, charts.count))
      let ticks = rooms.map { $0.yTicks(height: frameHeight, style: style) }
      self.rooms = rooms
      self.ticks = ticks
      self.frameHeight = frameHeight
      left = try zip(rooms, ticks).map { try $0.left(of: $1, style: style) }.max() ?? 0
      right = try rooms.map { try $0.right(height: frameHeight, style: style) }.max() ?? 0
    }
  }

  func layouts(in body: Rect, style: Style) throws -> [ChartLayout] {
    let count = Double(max(1, columns.count))
    let free = body.width - Self.gutter * (count - 1)
    func set(legendWidth: Double) throws -> (columns: [Column], frameWidth: Double) {
      let columns = try self.columns.map {
        try Column($0, legendWidth: legendWidth, height: body.height, style: style)
      }
      let margins = columns.map { $0.left + $0.right }.reduce(0, +)
      return (columns, (free - margins) / count)
    }
    // How wide frames are depends on tick labels, these on the frames' height, and that on the rows of legends. So a
    // legend is set in the whole column first, and once more where that is wider than the frame.
    var (columns, frameWidth) = try set(legendWidth: free / count)
    if columns.contains(where: { $0.rooms.contains { $0.legend.width > frameWidth } }) {
      (columns, frameWidth) = try set(legendWidth: frameWidth)
    }
    var x = body.minX
    return try columns.flatMap { column in
      let width = column.left + frameWidth + column.right
      defer { x += width + Self.gutter }
      var y = body.minY
      return try zip(column.rooms, column.ticks).map { room, ticks in
        let rect = Rect(
          x: x, y: y, width: width, height: room.top + column.frameHeight + room.bottom)
        y = rect.maxY + Self.spacing
        let area = rect.inset(
          left: column.left, top: room.top, right: column.right, bottom: room.bottom)
        return try ChartLayout(room, in: rect, area: area, yTicks: ticks, style: style)
      }
    }
  }

  /// The charts with the same domains, those of the first column and the last row with labels.
  private static func sharing(_ columns: [[Chart]]) -> [[Chart]] {
    let charts = columns.flatMap(\.self)
    guard let first = charts.first else { return columns }
    let data = charts.flatMap(\.marks).flatMap(\.data)
    let margins = charts.map(\.margin)
    let x = first.x.scale(around: data.map(\.x), margin: margins.map(\.x).max() ?? 0)
    let y = first.y.scale(around: data.map(\.y), margin: margins.map(\.y).max() ?? 0)
    return columns.enumerated().map { column, charts in
      charts.enumerated().map { row, chart in
        var chart = chart
        chart.x.domain = x.domain
        chart.y.domain = y.domain
        chart.x.isLabelled = row == charts.count - 1
        chart.y.isLabelled = column == 0
        return chart
      }
    }
  }
}
