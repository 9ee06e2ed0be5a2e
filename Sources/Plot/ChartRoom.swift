import Drawing
import Words

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
  /// The lines of the level axis' title.
  let xTitle: [Label]
  /// In how many rows the names of the level axis stand by turns: two where they are too wide for their places.
  let nameRows: Int
  /// For tick labels and axis title below the frame.
  let bottom: Double
  let sizes: TextSizes
  /// For names at the ends of lines, or half of the last tick label, to the right of the frame.
  private let namesWidth: Double

  /// - Parameters:
  ///   - scales: those of the chart, which are found once.
  ///   - width: that of the frame, as far as it is known.
  ///   - sizes: those that the charts of the figure share.
  init(
    _ chart: Chart, scales: (x: Scale, y: Scale), width: Double, sizes: TextSizes, style: Style
  ) throws {
    let tick = try style.line("0", size: style.tickSize)
    let label = try style.line("0", size: style.textSize)
    self.chart = chart
    self.sizes = sizes
    (x, y) = scales
    heading =
      try chart.heading.map {
        try style.lines(of: $0, size: style.textSize, bold: true, fitting: width)
      } ?? []
    legend = try Legend(
      chart.legend == .above ? chart.named : [], width: width, size: sizes.legend, style: style)
    top =
      tick.height / 2 + Double(heading.count) * label.height * Spacing.headingLeading
      + (try legend.height(style: style))
    var right = tick.width * 2
    if chart.legend == .atLineEnds {
      let widths = try chart.named.map { try style.line(of: $0.name, size: style.textSize).width }
      right = max(right, Spacing.gap + (widths.max() ?? 0))
    }
    namesWidth = right
    guard chart.x.isLabelled && chart.showsAxes else {
      (xTitle, nameRows, bottom) = ([], 1, tick.height / 2)
      return
    }
    let ticks = try Self.xTicks(of: chart, on: x, width: width, style: style)
    xTitle = try style.lines(
      of: ticks.title(chart.x.label), size: style.textSize, fitting: width,
      orScaledBy: Style.leastScale)
    nameRows = try Self.nameRows(of: ticks, on: x, width: width, style: style)
    bottom =
      Spacing.tickLength + Spacing.gap / 2 + Double(nameRows) * tick.height + Spacing.gap * 0.75
      + Double(xTitle.count) * label.height
  }

  /// The scales of a chart's axes, with room for all data.
  static func scales(of chart: Chart) -> (x: Scale, y: Scale) {
    let data = chart.marks.flatMap(\.data)
    let margin = chart.margin
    let x = chart.x.scale(around: data.map { $0.x }, margin: margin.x)
    let y = chart.y.scale(around: data.map { $0.y }, margin: margin.y)
    let endsAtZero =
      chart.y.domain == nil && y.kind == .linear && chart.marks.contains(where: \.standsOnZero)
      && !data.contains { $0.y < 0 }
    return (x, endsAtZero ? Scale(.linear, Domain(0, y.domain.upper)) : y)
  }

  private static func nameRows(
    of ticks: Ticks, on scale: Scale, width: Double, style: Style
  ) throws -> Int {
    let widths = try ticks.labels.map { try style.line($0, size: style.tickSize).width }
    let room = ticks.smallestStep(on: scale) * width - Spacing.gap
    return (widths.max() ?? 0) * Style.leastScale > room ? 2 : 1
  }

  /// How large the chart's texts can be set around a frame of the given width, beside one of the given height.
  func sizes(width: Double, height: Double, yTicks: Ticks, style: Style) throws -> TextSizes {
    let headings = try heading.map {
      try style.line($0, size: style.textSize, bold: true, fitting: width).size
    }
    var titles = try xTitle.map {
      try style.line($0, size: style.textSize, fitting: width).size
    }
    if chart.y.isLabelled && chart.showsAxes {
      let line = try style.uprightTitle(
        yTicks.title(chart.y.label), size: style.textSize, fitting: top + height + bottom)
      titles.append(line.size)
    }
    let names = chart.legend == .above ? chart.named : []
    return TextSizes(
      heading: headings.min() ?? style.textSize,
      legend: try Legend.size(of: names, width: width, style: style),
      title: titles.min() ?? style.textSize)
  }

  /// The room to the right of a frame of the given height, with that for a colour bar.
  func right(height: Double, style: Style) throws -> Double {
    guard let bar = chart.colorBar else { return namesWidth }
    return try bar.room(for: bar.ticks(height: height, style: style), style: style)
  }

  /// The ticks of the level axis of a frame of the given width.
  func xTicks(width: Double, style: Style) throws -> Ticks {
    try Self.xTicks(of: chart, on: x, width: width, style: style)
  }

  private static func xTicks(
    of chart: Chart, on x: Scale, width: Double, style: Style
  ) throws -> Ticks {
    if let categories = chart.x.categories {
      return Ticks(categories: categories, in: style.language)
    }
    return try Ticks(on: x, atMost: 10, wholeNumbers: chart.x.wholeNumbers) { ticks in
      let widths = try ticks.labels.map { try style.line($0, size: style.tickSize).width }
      return ticks.smallestStep(on: x) * width >= (widths.max() ?? 0) + style.tickSize
    }
  }

  /// The ticks of the upright axis of a frame of the given height.
  func yTicks(height: Double, style: Style) -> Ticks {
    if let categories = chart.y.categories {
      return Ticks(categories: categories, in: style.language)
    }
    return Ticks(on: y, atMost: 8, wholeNumbers: chart.y.wholeNumbers) { ticks in
      ticks.smallestStep(on: y) * height >= style.tickSize * 2
    }
  }

  /// The room to the left of the frame for the title and the tick labels of the upright axis.
  func left(of ticks: Ticks, style: Style) throws -> Double {
    let title = try style.uprightTitle(chart.y.label, size: style.textSize)
    guard chart.y.isLabelled && chart.showsAxes else { return title.height / 2 }
    let widths = try ticks.labels.map { try style.line($0, size: style.tickSize).width }
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
