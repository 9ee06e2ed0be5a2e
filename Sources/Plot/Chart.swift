import Drawing
import Words

/// One of the two axes of a chart.
public struct Axis {
  /// What is written along the axis.
  public var label: Words
  /// Whether it is linear or logarithmic.
  public var scale: Scale.Kind
  /// What the axis shows; nil takes what the data need.
  public var domain: Domain?
  /// Whether fractions make no sense here, as for a number of steps.
  public var wholeNumbers: Bool
  /// Whether tick labels and title are written; a neighbour with the same axis may have them.
  var isLabelled = true
  /// Names for the values 0, 1, 2 and so on; nil where the axis has numbers.
  public private(set) var categories: [Words]?

  /// An axis of names: the first stands for the value 0, the next for 1.
  public init(_ label: Words, categories: [Words]) {
    self.init(label, domain: Domain(-0.6, Double(categories.count) - 0.4))
    self.categories = categories
  }

  public init(
    _ label: Words, scale: Scale.Kind = .linear, domain: Domain? = nil,
    wholeNumbers: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
    self.wholeNumbers = wholeNumbers
  }

  /// The axis' scale, with room for the values where it has no domain of its own.
  func scale(around values: some Sequence<Double>, margin: Double) -> Scale {
    domain.map { Scale(scale, $0) } ?? Scale(scale, around: values, margin: margin)
  }
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
}

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

  /// What fills the frame needs no room around it, else the mark that needs most decides.
  var margin: Margin {
    let margins = marks.map(\.margin)
    if margins.contains(.none) { return .none }
    return Margin(x: margins.map(\.x).max() ?? 0, y: margins.map(\.y).max() ?? 0)
  }

  /// The marks that have names.
  var named: [(mark: any Mark, name: Words)] {
    marks.compactMap { mark in mark.name.map { (mark, $0) } }
  }
}

extension Chart {
  /// Where marks are named.
  public enum LegendPlace: Hashable, Sendable {
    /// In a row above the frame.
    case above
    /// To the right of the frame, at the end of each line: for a few lines that end apart.
    case atLineEnds
    /// In a neighbour's legend, which has the same colours, dashes and markers.
    case elsewhere
  }
}
