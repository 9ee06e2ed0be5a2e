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
  private(set) var categories: [Words]?
  /// The heights between bands that are equally tall, for the values 1, 2, 3 and so on; nil where a value stands for itself.
  private(set) var levels: [Double]?

  public init(
    _ label: Words, scale: Scale.Kind = .linear, domain: Domain? = nil,
    wholeNumbers: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
    self.wholeNumbers = wholeNumbers
  }

  /// An axis of names: the first stands for the value 0, the next for 1.
  public init(_ label: Words, categories: [Words]) {
    self.init(label, domain: Domain(-0.6, Double(categories.count) - 0.4))
    self.categories = categories
  }

  /// An axis of the bands that some levels divide, in rising order.
  init(_ label: Words, levels: [Double]) {
    self.init(label, domain: Domain(0, Double(levels.count + 1)))
    self.levels = levels
  }

  /// The axis without tick labels and title, which a neighbour with the same axis has.
  public var unlabelled: Axis {
    var axis = self
    axis.isLabelled = false
    return axis
  }

  /// The axis' scale, with room for the values where it has no domain of its own.
  func scale(around values: some Sequence<Double>, margin: Double) -> Scale {
    domain.map { Scale(scale, $0) } ?? Scale(scale, around: values, margin: margin)
  }

  /// The finest ticks on its scale whose labels have room.
  func ticks(
    on scale: Scale, atMost count: Int, in language: Language,
    where haveRoom: (Ticks) throws -> Bool
  ) rethrows -> Ticks {
    if let categories { return Ticks(categories: categories, in: language) }
    if let levels { return try Ticks(levels: levels, where: haveRoom) }
    return try Ticks(on: scale, atMost: count, wholeNumbers: wholeNumbers, where: haveRoom)
  }
}
