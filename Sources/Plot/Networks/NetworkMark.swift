import Drawing
import Words

/// A network of nodes in layers from left to right, or downwards in a frame that is not wide, with values in nodes and on
/// edges. It brings its own places, so its chart needs no axes.
public struct NetworkMark: Mark {
  /// A circle with a name.
  public struct Node: Hashable, Sendable {
    /// Written in the node.
    public var name: Words
    /// Written in the node too, below its name.
    public var value: Words?
    /// Which of the layers it belongs to; what is in none may stand between two.
    public var layer: Double
    /// How far below the first row it stands; nil where nodes of a layer stand below each other in the order given.
    public var row: Double?
    /// Whether it stands out, as on the path that the figure is about.
    public var isHighlighted: Bool

    public init(
      _ name: Words, value: Words? = nil, layer: Double, row: Double? = nil,
      isHighlighted: Bool = false
    ) {
      self.name = name
      self.value = value
      self.layer = layer
      self.row = row
      self.isHighlighted = isHighlighted
    }
  }

  /// An arrow from one node to another.
  public struct Edge: Hashable, Sendable {
    /// Places of two nodes in the list of nodes.
    public var from: Int
    public var to: Int
    /// Written on the edge or beside it.
    public var label: Words?
    /// A second line below the label, which is never highlighted.
    public var detail: Words?
    /// Whether it stands out, as on the path that the figure is about.
    public var isHighlighted: Bool

    public init(
      from: Int, to: Int, label: Words? = nil, detail: Words? = nil, isHighlighted: Bool = false
    ) {
      self.from = from
      self.to = to
      self.label = label
      self.detail = detail
      self.isHighlighted = isHighlighted
    }
  }

  /// In any order; edges refer to it.
  public var nodes: [Node]
  /// In the order in which they are drawn.
  public var edges: [Edge]
  /// The colour of nodes and edges that are not highlighted.
  public var color: Color
  /// The colour of nodes and edges that are highlighted.
  public var highlight: Color

  /// - Precondition: edges lead between nodes that are there.
  public init(nodes: [Node], edges: [Edge], color: Color, highlight: Color) {
    let places = nodes.indices
    precondition(
      edges.allSatisfy { places.contains($0.from) && places.contains($0.to) },
      "An edge joins two nodes.")
    self.nodes = nodes
    self.edges = edges
    self.color = color
    self.highlight = highlight
  }

  /// Layers have whole x. Their nodes are spread around y = 0 at distance 1, or stand in rows, the first at y = 0.
  public var data: [Datum] {
    var heights: [Double: Int] = [:]
    for node in nodes { heights[node.layer, default: 0] += 1 }
    var placed: [Double: Int] = [:]
    return nodes.map { node in
      defer { placed[node.layer, default: 0] += 1 }
      if let row = node.row { return Datum(x: node.layer, y: -row) }
      let row = Double(placed[node.layer] ?? 0)
      return Datum(
        x: node.layer, y: Double((heights[node.layer] ?? 1) - 1) / 2 - row)
    }
  }

  public var margin: Margin { Margin(x: 0.14, y: 0.3) }

  public func draw(on canvas: inout some Canvas, in frame: Frame) throws {
    let style = frame.style
    let places = places(in: frame)
    let radius = radius(style)
    // Highlighted edges cover the others, and labels cover all edges.
    for edge in edges.sorted(by: { !$0.isHighlighted && $1.isHighlighted }) {
      draw(from: places[edge.from], to: places[edge.to], edge, radius, on: &canvas, style)
    }
    try EdgeLabels.best(for: self, at: places, radius: radius, in: frame)
      .draw(on: &canvas, style: style)
    for (node, place) in zip(nodes, places) {
      let color = style.color(node.isHighlighted ? highlight : self.color)
      canvas.fill(Path(circleAt: place, radius: radius), with: style.background)
      canvas.fill(Path(circleAt: place, radius: radius), with: color.opacity(0.12))
      canvas.stroke(
        Path(circleAt: place, radius: radius), with: color,
        style: Stroke(width: style.hairline * (node.isHighlighted ? 2 : 1.2)))
    }
    try drawTexts(at: places, on: &canvas, style)
  }

  /// The middles of the nodes. In a frame that is not wide, layers follow each other downwards: there is more room for
  /// what stands on the edges between them.
  private func places(in frame: Frame) -> [Point] {
    let area = frame.area
    guard area.height > 0.75 * area.width else { return data.map(frame.point) }
    // To the right of the last row there is room for labels.
    let width = 0.94 * area.width
    return data.map { datum in
      Point(
        area.minX + (1 - frame.y.fraction(datum.y)) * width,
        area.minY + frame.x.fraction(datum.x) * area.height)
    }
  }

  /// Writes names and values, all names in one size and all values in one.
  private func drawTexts(
    at places: [Point], on canvas: inout some Canvas, _ style: Style
  ) throws {
    // Both lines end where the circle still is as wide as they are.
    let radius = radius(style)
    let nameSize = try style.commonSize(
      of: nodes.map { $0.name.label(in: style.language) }, size: style.textSize,
      fitting: 1.6 * radius)
    let valueSize = try style.commonSize(
      of: nodes.compactMap { $0.value?.label(in: style.language) }, size: style.tickSize,
      fitting: 1.55 * radius)
    for (node, place) in zip(nodes, places) {
      let name = try style.line(of: node.name, size: nameSize)
      let baseline = node.value == nil ? 0.3 * name.size : -0.12 * radius
      canvas.draw(
        name, at: Point(place.x - name.width / 2, place.y + baseline), with: style.text)
      guard let value = node.value else { continue }
      let line = try style.line(of: value, size: valueSize)
      canvas.draw(
        line, at: Point(place.x - line.width / 2, place.y + 0.5 * radius),
        with: style.secondaryText)
    }
  }

  static let headLength = 18.0

  private func radius(_ style: Style) -> Double { style.textSize * 1.85 }

  private func draw(
    from start: Point, to end: Point, _ edge: Edge, _ radius: Double,
    on canvas: inout some Canvas, _ style: Style
  ) {
    let color = style.color(edge.isHighlighted ? highlight : color)
    let width = style.hairline * (edge.isHighlighted ? 2 : 1)
    let way = end - start
    guard way.length > 2 * radius else { return }
    let direction = way / way.length
    let tip = end - direction * (radius + 2)
    let length = Self.headLength
    let head = Arrowhead(
      middle: tip - direction * (length / 2), direction: direction, length: length)
    canvas.stroke(
      Path(lines: [start + direction * radius, tip - direction * 12]),
      with: color.opacity(edge.isHighlighted ? 1 : 0.5), style: Stroke(width: width))
    canvas.fill(head.path, with: color.opacity(edge.isHighlighted ? 1 : 0.6))
  }

  public func lines(in frame: Frame) -> [[Point]] {
    let places = places(in: frame)
    return edges.map { [places[$0.from], places[$0.to]] }
  }
}
