import Drawing

/// Distances in a chart, in units.
enum Spacing {
  static let tickLength = 8.0
  static let gap = 12.0
  /// Line heights from a heading, and from a legend, to what is below it.
  static let headingLeading = 1.25
  static let legendLeading = 1.35
}

/// What a chart shows and how much room its texts take, known before the size of its frame is.
struct ChartRoom {
  let chart: Chart
  let x: Domain
  let y: Domain
  /// For heading and legend above the frame.
  let top: Double
  /// For tick labels and axis title below the frame.
  let bottom: Double

  init(_ chart: Chart, style: Style) throws {
    let tick = try style.line("0", size: style.tickSize)
    let label = try style.line("0", size: style.textSize)
    var top = tick.height / 2
    if chart.heading != nil { top += label.height * Spacing.headingLeading }
    if chart.marks.contains(where: { $0.name != nil }) {
      top += label.height * Spacing.legendLeading
    }
    self.chart = chart
    self.top = top
    bottom = Spacing.tickLength + Spacing.gap / 2 + tick.height + Spacing.gap / 2 + label.height
    x = chart.xDomain
    y = chart.yDomain
  }

  /// The ticks of the upright axis of a frame of the given height.
  func yTicks(height: Double, style: Style) -> Ticks {
    Ticks(in: y, atMost: 8, wholeNumbers: chart.y.wholeNumbers) { ticks in
      (ticks.values[1] - ticks.values[0]) / y.width * height >= style.tickSize * 2
    }
  }

  /// The room to the left of the frame for the title and the tick labels of the upright axis.
  func left(of ticks: Ticks, style: Style) throws -> Double {
    let title = try style.line("0", size: style.textSize)
    let widths = try ticks.labels.map { try style.line(Label($0), size: style.tickSize).width }
    return title.height + Spacing.gap + (widths.max() ?? 0) + Spacing.gap / 2
      + Spacing.tickLength
  }
}
