import Drawing

/// Charts above each other in a column of a known height, before the width of their frames is known.
struct ChartColumn {
  let charts: [MeasuredChart]
  let uprightAxes: [AxisLayout]
  /// The room to the left and to the right of all frames.
  let left: Double
  let right: Double

  /// That of each frame.
  let frameHeight: Double

  private static let spacing = 24.0

  init(_ charts: [MeasuredChart], height: Double) throws {
    let count = Double(max(1, charts.count))
    let taken = charts.map { $0.above + $0.below }.reduce(0, +)
    let frameHeight = (height - taken - Self.spacing * (count - 1)) / count
    self.charts = charts
    self.frameHeight = frameHeight
    uprightAxes = try charts.map { try $0.uprightAxis(height: frameHeight) }
    left = uprightAxes.map(\.breadth).max() ?? 0
    right = try charts.map { try $0.right(height: frameHeight) }.max() ?? 0
  }

  /// How large the texts of each chart can be set.
  func sizes(width: Double) throws -> [TextSizes] {
    try zip(charts, uprightAxes).map { chart, axis in
      let length = chart.top + frameHeight + chart.bottom
      return try chart.sizes(width: width, uprightAxis: axis, along: length)
    }
  }

  /// The frames, the first one's room reaching to the corner.
  func areas(at corner: Point, width: Double) -> [Rect] {
    var y = corner.y
    return charts.map { chart in
      let area = Rect(x: corner.x, y: y + chart.above, width: width, height: frameHeight)
      y = area.maxY + chart.below + Self.spacing
      return area
    }
  }
}
