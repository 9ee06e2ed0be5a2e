import Drawing

/// Charts in columns. All frames have the same width, those of a column the same height and the same edges. Where all
/// columns have as many charts, the frames of a row stand side by side.
struct ChartGrid {
  private let columns: [[Chart]]

  init(columns: [[Chart]], sharesAxes: Bool, theme: Theme) {
    let columns = columns.map { $0.map { $0.toldApart(in: theme) } }
    self.columns = sharesAxes ? ChartGrid.sharing(columns) : columns
  }

  private static let gutter = 44.0

  func layouts(in body: Rect, style: Style) throws -> [ChartLayout] {
    let count = Double(max(1, columns.count))
    let free = body.width - Self.gutter * (count - 1)
    var scales = columns.map { $0.map(\.scales) }
    /// The columns with all texts set for frames of a width, and how wide frames then are.
    func set(
      width: Double, heights: [Double]?, _ sizes: [TextSizes]
    ) throws -> ([ChartColumn], frameWidth: Double) {
      let sizes = TextSizes(smallestOf: sizes, style: style)
      var charts = try self.columns.indices.map { column in
        try zip(self.columns[column], scales[column]).map { chart, scales in
          let area = Rect(x: 0, y: 0, width: width, height: heights?[column] ?? width)
          let frame = chart.hasEqualScales ? area.proportioned(as: scales.x, scales.y) : area
          return try MeasuredChart(
            chart, scales: scales, width: width, levelLength: frame.width, sizes: sizes,
            style: style)
        }
      }
      Self.align(&charts)
      let columns = try charts.map { try ChartColumn($0, height: body.height) }
      let taken = columns.map { $0.left + $0.right }.reduce(0, +)
      return (columns, (free - taken) / count)
    }
    // How wide frames are depends on tick labels, these on the frames' height, and that on the rows of headings and
    // legends. So these are set in the whole column first, and then as wide as the frames turn out to be.
    var (columns, frameWidth) = try set(width: free / count, heights: nil, [])
    for _ in 0..<2 {
      let heights = columns.map(\.frameHeight)
      scales = zip(self.columns, columns).map { charts, column in
        charts.map { $0.scales(width: frameWidth, height: column.frameHeight) }
      }
      let sizes = try columns.flatMap { try $0.sizes(width: frameWidth) }
      (columns, frameWidth) = try set(width: frameWidth, heights: heights, sizes)
    }
    var left = body.minX
    return try columns.flatMap { column in
      defer { left += column.left + frameWidth + column.right + Self.gutter }
      return try column.areas(at: Point(left + column.left, body.minY), width: frameWidth)
        .enumerated().map { try Self.layout(of: column, row: $0, in: $1) }
    }
  }

  private static func layout(of column: ChartColumn, row: Int, in area: Rect) throws -> ChartLayout
  {
    let chart = column.charts[row]
    // The heading has the width of the whole place, also where the frame rather becomes smaller than to lose equal scales.
    let frame = chart.chart.hasEqualScales ? area.proportioned(as: chart.x, chart.y) : area
    let rect = Rect(
      minX: area.minX - column.left, minY: area.minY - chart.above,
      maxX: area.maxX + column.right, maxY: frame.maxY + chart.bottom)
    var layout = try ChartLayout(
      chart, uprightAxis: column.uprightAxes[row], in: rect, area: frame)
    layout.insets = try chart.chart.insets.map { inset in
      let rect = inset.rect(in: area)
      let grid = ChartGrid(
        columns: [[inset.chart]], sharesAxes: false, theme: chart.style.theme)
      return (
        rect, try grid.layouts(in: rect.inset(by: Style.gap), style: chart.style.scaled(by: 0.8))
      )
    }
    return layout
  }

  /// Gives the frames of a row the same room above and below, among columns of as many charts.
  private static func align(_ columns: inout [[MeasuredChart]]) {
    // In a single row, a frame rather uses the height that its neighbour's long legend takes.
    for rows in Set(columns.map(\.count)) where rows > 1 {
      let aligned = columns.indices.filter { columns[$0].count == rows }
      for row in 0..<rows {
        let above = aligned.map { columns[$0][row].top }.max() ?? 0
        let below = aligned.map { columns[$0][row].bottom }.max() ?? 0
        for column in aligned {
          (columns[column][row].above, columns[column][row].below) = (above, below)
        }
      }
    }
  }

  /// The charts with the same domains, those of the first column and the last row with labels.
  private static func sharing(_ columns: [[Chart]]) -> [[Chart]] {
    let charts = columns.flatMap(\.self)
    guard var whole = charts.first else { return columns }
    whole.marks = charts.flatMap(\.marks)
    let (x, y) = whole.scales
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

extension Rect {
  /// The largest part from the upper left corner on in which a unit is as long on both axes.
  fileprivate func proportioned(as x: Scale, _ y: Scale) -> Rect {
    let unit = max(x.domain.width / width, y.domain.width / height)
    return Rect(x: minX, y: minY, width: x.domain.width / unit, height: y.domain.width / unit)
  }
}
