import Drawing
import Words

/// A chart whose texts are set for a width of its frame, and how much room they take around it.
struct MeasuredChart {
  let chart: Chart
  let x: Scale
  let y: Scale
  let sizes: TextSizes
  let style: Style
  /// The lines of the heading.
  let heading: [Label]
  /// The names above the frame.
  let legend: Legend
  /// The axis below the frame.
  let levelAxis: AxisLayout
  /// What heading and legend take above the frame.
  let top: Double
  /// The room above and below the frame, at least what is taken there.
  var above: Double
  var below: Double

  /// From the baseline of a line of the heading to that of the next, in line heights.
  static let headingLeading = 1.25

  /// From the frame to the names at the ends of lines.
  static let leaderLength = 22.0

  /// - Parameters:
  ///   - scales: those of the chart, which are found once.
  ///   - width: that of the frame, as far as it is known.
  ///   - levelLength: that of the axis below, where equal scales make it shorter.
  ///   - sizes: those that the charts of the figure share.
  init(
    _ chart: Chart, scales: (x: Scale, y: Scale), width: Double, levelLength: Double,
    sizes: TextSizes, style: Style
  ) throws {
    self.chart = chart
    self.sizes = sizes
    self.style = style
    (x, y) = scales
    heading =
      try chart.heading.map {
        try style.lines(
          $0.label(in: style.language), size: style.textSize, bold: true, fitting: width)
      } ?? []
    legend = try Legend(chart.named(.above), width: width, size: sizes.legend, style: style)
    levelAxis = try AxisLayout(
      chart.x, on: x, .below, length: min(width, levelLength),
      isLabelled: chart.x.isLabelled && chart.showsAxes, style: style)
    top =
      style.lineHeight(style.tickSize) / 2
      + Double(heading.count) * style.lineHeight(style.textSize) * Self.headingLeading
      + legend.height
    (above, below) = (top, levelAxis.breadth)
  }

  /// What the axis takes below the frame.
  var bottom: Double { levelAxis.breadth }

  /// The axis to the left of a frame of a height.
  func uprightAxis(height: Double) throws -> AxisLayout {
    try AxisLayout(
      chart.y, on: y, .left, length: height,
      isLabelled: chart.y.isLabelled && chart.showsAxes, style: style)
  }

  /// The room to the right of a frame of a height: for a colour bar, for names at the ends of lines, or for half of the
  /// last tick label.
  func right(height: Double) throws -> Double {
    if let bar = chart.colorBar { return try bar.breadth(height: height, style: style) }
    let number = try style.line("0", size: style.tickSize).width
    let names = chart.named(.atLineEnds).flatMap { named in
      style.roomyLanguages.map { named.name.label(in: $0) }
    }
    guard !names.isEmpty else { return 2 * number }
    return Self.leaderLength + (try style.greatestWidth(of: names, size: style.textSize))
  }

  /// How large the chart's texts can be set around a frame of a width, beside which the upright axis has a length.
  func sizes(width: Double, uprightAxis: AxisLayout, along length: Double) throws -> TextSizes {
    let titles = [try levelAxis.titleSize(along: width), try uprightAxis.titleSize(along: length)]
    return TextSizes(
      heading: try style.commonSize(of: heading, size: style.textSize, bold: true, fitting: width),
      legend: try Legend.size(of: chart.named(.above), width: width, style: style),
      title: min(titles[0], titles[1]))
  }
}
