import Drawing

/// One of the two axes of a chart.
public struct Axis {
  public var label: Label
  /// What the axis shows; nil takes what the data need.
  public var domain: Domain?
  /// Whether fractions make no sense here, as for a number of steps.
  public var wholeNumbers: Bool

  public init(_ label: Label, domain: Domain? = nil, wholeNumbers: Bool = false) {
    self.label = label
    self.domain = domain
    self.wholeNumbers = wholeNumbers
  }
}

/// Marks over a pair of axes, with a heading and a legend above.
///
///     Chart(
///       x: Axis("step"), y: Axis("loss"),
///       marks: [LineMark(losses, name: "Adam", color: Palette.blue)])
public struct Chart {
  public var heading: Label?
  public var x: Axis
  public var y: Axis
  /// What is drawn, the first lowest.
  public var marks: [any Mark]
  public var annotations: [Annotation]

  public init(
    heading: Label? = nil, x: Axis, y: Axis, marks: [any Mark], annotations: [Annotation] = []
  ) {
    self.heading = heading
    self.x = x
    self.y = y
    self.marks = marks
    self.annotations = annotations
  }

  /// What the axes show.
  var xDomain: Domain {
    x.domain ?? Domain(around: marks.lazy.flatMap(\.data).map(\.x))
  }

  var yDomain: Domain {
    y.domain ?? Domain(around: marks.lazy.flatMap(\.data).map(\.y), margin: 0.06)
  }
}
