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
  let x: Scale
  let y: Scale
  /// For heading and legend above the frame.
  let top: Double
  /// The lines of the heading.
  let heading: [Label]
  /// The names above the frame.
  let legend: Legend
  /// For tick labels and axis title below the frame.
  let bottom: Double
  /// For names at the ends of lines, or half of the last tick label, to the right of the frame.
  private let namesWidth: Double

  /// - Parameter width: how long a line of the heading and a row of the legend may be.
  init(_ chart: Chart, width: Double, style: Style) throws {
    let tick = try style.line("0", size: style.tickSize)
    let label = try style.line("0", size: style.textSize)
    var top = tick.height / 2
    heading =
      try chart.heading.map {
        try style.lines(of: $0, size: style.textSize, bold: true, fitting: width)
      } ?? []
    top += Double(heading.count) * label.height * Spacing.headingLeading
    var right = tick.width * 2
    switch chart.legend {
    case .above:
      legend = try Legend(chart.named, width: width, style: style)
      top += try legend.height(style: style)
    case .atLineEnds:
      legend = try Legend([], width: width, style: style)
      let widths = try chart.named.map { try style.line($0.name, size: style.textSize).width }
      right = max(right, Spacing.gap + (widths.max() ?? 0))
    case .elsewhere:
      legend = try Legend([], width: width, style: style)
    }
    self.chart = chart
    self.top = top
    namesWidth = right
    bottom =
      chart.x.isLabelled && chart.showsAxes
      ? Spacing.tickLength + Spacing.gap / 2 + tick.height + Spacing.gap * 0.75 + label.height
      : tick.height / 2
    let data = chart.marks.lazy.flatMap(\.data)
    let margin = chart.margin
    x = chart.x.scale(around: data.map(\.x), margin: margin.x)
    let y = chart.y.scale(around: data.map(\.y), margin: margin.y)
    let endsAtZero =
      chart.y.domain == nil && y.kind == .linear && chart.marks.contains(where: \.standsOnZero)
      && !data.contains { $0.y < 0 }
    self.y = endsAtZero ? Scale(.linear, Domain(0, y.domain.upper)) : y
  }

  /// The size of letters in which the heading fits a width.
  func headingSize(width: Double, style: Style) throws -> Double {
    try heading.map {
      try style.line($0, size: style.textSize, bold: true, fitting: width).size
    }.min() ?? style.textSize
  }

  /// Whether heading and legend are no wider than a frame.
  func fits(width: Double, style: Style) throws -> Bool {
    try legend.width <= width && headingSize(width: width, style: style) == style.textSize
  }

  /// The room to the right of a frame of the given height, with that for a colour bar.
  func right(height: Double, style: Style) throws -> Double {
    guard let bar = chart.colorBar else { return namesWidth }
    return try bar.room(for: bar.ticks(height: height, style: style), style: style)
  }

  /// The ticks of the level axis of a frame of the given width.
  func xTicks(width: Double, style: Style) throws -> Ticks {
    if let categories = chart.x.categories { return Ticks(categories: categories) }
    return try Ticks(on: x, atMost: 10, wholeNumbers: chart.x.wholeNumbers) { ticks in
      let widths = try ticks.labels.map { try style.line(Label($0), size: style.tickSize).width }
      return ticks.smallestStep(on: x) * width >= (widths.max() ?? 0) + style.tickSize
    }
  }

  /// The ticks of the upright axis of a frame of the given height.
  func yTicks(height: Double, style: Style) -> Ticks {
    if let categories = chart.y.categories { return Ticks(categories: categories) }
    return Ticks(on: y, atMost: 8, wholeNumbers: chart.y.wholeNumbers) { ticks in
      ticks.smallestStep(on: y) * height >= style.tickSize * 2
    }
  }

  /// The room to the left of the frame for the title and the tick labels of the upright axis.
  func left(of ticks: Ticks, style: Style) throws -> Double {
    let title = try style.line("0", size: style.textSize)
    guard chart.y.isLabelled && chart.showsAxes else { return title.height / 2 }
    let widths = try ticks.labels.map { try style.line(Label($0), size: style.tickSize).width }
    return title.height + Spacing.gap + (widths.max() ?? 0) + Spacing.gap / 2
      + Spacing.tickLength
  }
}

extension Ticks {
  /// The shortest way between two ticks, in parts of the axis.
  func smallestStep(on scale: Scale) -> Double {
    zip(values, values.dropFirst()).map { scale.fraction($1) - scale.fraction($0) }.min() ?? 1
  }
}
