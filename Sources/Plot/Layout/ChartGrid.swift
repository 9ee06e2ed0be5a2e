import Drawing

/// Charts in columns. All frames have the same width, those of a column the same height and the same edges. Where all
/// columns have as many charts, the frames of a row stand side by side.
struct ChartGrid {
  private let columns: [[Chart]]

  init(columns: [[Chart]], sharesAxes: Bool) {
    self.columns = sharesAxes ? ChartGrid.sharing(columns) : columns
  }

  private static let gutter = 44.0
  private static let spacing = 24.0

  /// The room above and below a frame, at least what the chart's own texts take.
  private typealias Margins = (top: Double, bottom: Double)

  /// A column before the width of its frames is known.
  private struct Column {
    let charts: [MeasuredChart]
    let margins: [Margins]
    let frameHeight: Double
    let uprightAxes: [AxisLayout]
    /// The widest margins of its charts.
    let left: Double
    let right: Double

    init(_ charts: [MeasuredChart], margins: [Margins], height: Double, style: Style) throws {
      let count = Double(max(1, charts.count))
      let taken = margins.map { $0.top + $0.bottom }.reduce(0, +)
      let frameHeight = (height - taken - ChartGrid.spacing * (count - 1)) / count
      self.charts = charts
      self.margins = margins
      self.frameHeight = frameHeight
      uprightAxes = try charts.map { try $0.uprightAxis(height: frameHeight, style: style) }
      left = uprightAxes.map(\.breadth).max() ?? 0
      right = try charts.map { try $0.right(height: frameHeight, style: style) }.max() ?? 0
    }

    /// How large the texts of all its charts can be set.
    func sizes(width: Double, style: Style) throws -> TextSizes {
      try zip(charts, uprightAxes).map { chart, axis in
        try chart.sizes(
          width: width, uprightAxis: axis, along: chart.top + frameHeight + chart.bottom,
          style: style)
      }.reduce(TextSizes(style)) { $0.smaller($1) }
    }
  }

  func layouts(in body: Rect, style: Style) throws -> [ChartLayout] {
    let count = Double(max(1, columns.count))
    let free = body.width - Self.gutter * (count - 1)
    let scales = columns.map { $0.map(\.scales) }
    /// The columns with all texts set for frames of a width, and how wide frames then are.
    func set(width: Double, _ sizes: TextSizes) throws -> (columns: [Column], frameWidth: Double) {
      let charts = try zip(self.columns, scales).map {
        try zip($0, $1).map {
          try MeasuredChart($0, scales: $1, width: width, sizes: sizes, style: style)
        }
      }
      let columns = try zip(charts, Self.margins(of: charts)).map {
        try Column($0, margins: $1, height: body.height, style: style)
      }
      let margins = columns.map { $0.left + $0.right }.reduce(0, +)
      return (columns, (free - margins) / count)
    }
    // How wide frames are depends on tick labels, these on the frames' height, and that on the rows of headings and
    // legends. So these are set in the whole column first, and then as wide as the frames turn out to be.
    var (columns, frameWidth) = try set(width: free / count, TextSizes(style))
    for _ in 0..<2 {
      let sizes = try columns.map { try $0.sizes(width: frameWidth, style: style) }
        .reduce(TextSizes(style)) { $0.smaller($1) }
      (columns, frameWidth) = try set(width: frameWidth, sizes)
    }
    var x = body.minX
    return try columns.flatMap { column in
      defer { x += column.left + frameWidth + column.right + Self.gutter }
      var y = body.minY
      return try column.charts.indices.map { row in
        let (chart, margins) = (column.charts[row], column.margins[row])
        let area = Rect(
          x: x + column.left, y: y + margins.top, width: frameWidth, height: column.frameHeight)
        y = area.maxY + margins.bottom + Self.spacing
        let rect = area.inset(
          left: -column.left, top: -chart.top, right: -column.right, bottom: -chart.bottom)
        var layout = try ChartLayout(
          chart, uprightAxis: column.uprightAxes[row], in: rect, area: area, style: style)
        layout.insets = try chart.chart.insets.map { inset in
          let rect = inset.rect(in: area)
          let grid = ChartGrid(columns: [[inset.chart]], sharesAxes: false)
          return (
            rect, try grid.layouts(in: rect.inset(by: Style.gap), style: style.scaled(by: 0.8))
          )
        }
        return layout
      }
    }
  }

  /// The room above and below each frame of each column: what its texts take, or those of its neighbours in the row.
  private static func margins(of columns: [[MeasuredChart]]) -> [[Margins]] {
    let own = columns.map { $0.map { (top: $0.top, bottom: $0.bottom) } }
    let rows = own.first?.count ?? 0
    // In a single row, a frame rather uses the height that its neighbour's long legend takes.
    guard rows > 1, own.allSatisfy({ $0.count == rows }) else { return own }
    let shared = (0..<rows).map { row in
      (top: own.map { $0[row].top }.max() ?? 0, bottom: own.map { $0[row].bottom }.max() ?? 0)
    }
    return own.map { _ in shared }
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
