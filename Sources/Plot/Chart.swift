import Drawing
import Words

/// Marks over a pair of axes, with a heading and a legend above.
///
///     Chart(
///       x: Axis("step"), y: Axis("loss"),
///       marks: [LineMark(losses, name: "Adam", color: Palette.blue)])
public struct Chart {
  /// What stands above the chart.
  public var heading: Words?
  /// The axis below the frame.
  public var x: Axis
  /// The axis to the left of the frame.
  public var y: Axis
  /// Where marks are named.
  public var legend: LegendPlace
  /// What is drawn, the first lowest.
  public var marks: [any Mark]
  /// Texts beside what they belong to.
  public var annotations: [Annotation]
  /// Smaller charts within the frame.
  public var insets: [Inset] = []
  /// Whether there are axes and a grid; a diagram needs none.
  public var showsAxes = true
  /// What the colours of a heatmap or of contours stand for.
  public var colorBar: ColorBar?
  /// Whether a unit is as long upwards as sideways, for planes where angles and distances count. One axis then shows more than
  /// the data need.
  public var hasEqualScales = false

  public init(
    heading: Words? = nil, x: Axis, y: Axis, legend: LegendPlace = .above, marks: [any Mark],
    annotations: [Annotation] = [], colorBar: ColorBar? = nil
  ) {
    self.heading = heading
    self.x = x
    self.y = y
    self.legend = legend
    self.marks = marks
    self.annotations = annotations
    self.colorBar = colorBar
  }

  /// Where marks are named.
  public enum LegendPlace: Hashable, Sendable {
    /// In a row above the frame.
    case above
    /// To the right of the frame, at the end of each line: for a few lines that end apart.
    case atLineEnds
    /// In a neighbour's legend, which has the same colours, dashes and markers.
    case elsewhere
  }

  /// A chart within the frame of another, such as an enlarged part of it.
  public struct Inset {
    public var chart: Chart
    /// Where it lies in the frame, in parts of it: 0 is the left and the lower end.
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>

    public init(_ chart: Chart, x: ClosedRange<Double>, y: ClosedRange<Double>) {
      self.chart = chart
      self.x = x
      self.y = y
    }

    func rect(in area: Rect) -> Rect {
      Rect(
        minX: area.minX + x.lowerBound * area.width, minY: area.maxY - y.upperBound * area.height,
        maxX: area.minX + x.upperBound * area.width, maxY: area.maxY - y.lowerBound * area.height)
    }
  }
}

extension Chart {
  /// The marks whose names stand in a place.
  func named(_ place: LegendPlace) -> [(mark: any Mark, name: Words)] {
    legend == place ? marks.compactMap { mark in mark.name.map { (mark, $0) } } : []
  }

  /// The scales of the axes, with room for all data.
  var scales: (x: Scale, y: Scale) {
    let data = marks.flatMap(\.data)
    let x = x.scale(around: data.map(\.x), margin: margin.x)
    let upright = y.scale(around: data.map(\.y), margin: margin.y)
    let endsAtZero =
      y.domain == nil && upright.kind == .linear && marks.contains(where: \.standsOnZero)
      && !data.contains { $0.y < 0 }
    return (x, endsAtZero ? Scale(.linear, Domain(0, upright.domain.upper)) : upright)
  }

  /// By how much an axis shows more than the data need, before the frame rather becomes smaller.
  private static let widening = 1.5

  /// The scales of a frame of some size.
  func scales(width: Double, height: Double) -> (x: Scale, y: Scale) {
    let (x, y) = scales
    guard hasEqualScales, width > 0, height > 0 else { return (x, y) }
    let unit = max(x.domain.width / width, y.domain.width / height)
    func widened(_ scale: Scale, _ length: Double) -> Scale {
      scale.widened(to: min(unit * length, Self.widening * scale.domain.width))
    }
    return (widened(x, width), widened(y, height))
  }

  /// The chart with dashes where a legend tells lines apart, or greys do: colours alone do not for all readers. Where a line
  /// does not come to the right edge, names at the ends of lines become a legend.
  func toldApart(in theme: Theme) -> Chart {
    var chart = self
    let lines = marks.compactMap { $0 as? LineMark }.filter { $0.name != nil }
    if legend == .atLineEnds, !lines.allSatisfy(endsAtEdge) { chart.legend = .above }
    guard chart.legend != .atLineEnds || theme == .print,
      Set(lines.map(\.dash)).count < lines.count
    else { return chart }
    chart.marks = marks.map { mark in
      guard var line = mark as? LineMark, line.name != nil, line.dash.isEmpty else { return mark }
      line.dash = Palette.dash(of: line.color)
      return line
    }
    return chart
  }

  private func endsAtEdge(_ line: LineMark) -> Bool {
    let (x, y) = scales
    guard
      let end = line.data.last(where: { x.fraction($0.x).isFinite && y.fraction($0.y).isFinite })
    else { return true }
    return x.fraction(end.x) > 0.96 && (-0.001...1.001).contains(y.fraction(end.y))
  }

  /// What fills the frame needs no room around it, else the mark that needs most decides.
  private var margin: Margin {
    let margins = marks.map(\.margin)
    if margins.contains(.none) { return .none }
    return Margin(x: margins.map(\.x).max() ?? 0, y: margins.map(\.y).max() ?? 0)
  }
}
