import Drawing

/// A network of nodes in layers from left to right, with values in nodes and on edges. It brings its own places, so its
/// chart needs no axes.
public struct NetworkMark: Mark {
  public struct Node: Hashable, Sendable {
    public var name: Label
    /// Written in the node too, below its name.
    public var value: Label?
    /// Which of the layers it belongs to; what is in none may stand between two.
    public var layer: Double
    /// How far below the first row it stands; nil where nodes of a layer stand below each other in the order given.
    public var row: Double?
    public var isHighlighted: Bool

    public init(
      _ name: Label, value: Label? = nil, layer: Double, row: Double? = nil,
      isHighlighted: Bool = false
    ) {
      self.name = name
      self.value = value
      self.layer = layer
      self.row = row
      self.isHighlighted = isHighlighted
    }
  }

  public struct Edge: Hashable, Sendable {
    /// Places of two nodes in the list of nodes.
    public var from: Int
    public var to: Int
    public var label: Label?
    /// A second line below the label, which is never highlighted.
    public var detail: Label?
    public var isHighlighted: Bool

    public init(
      from: Int, to: Int, label: Label? = nil, detail: Label? = nil, isHighlighted: Bool = false
    ) {
      self.from = from
      self.to = to
      self.label = label
      self.detail = detail
      self.isHighlighted = isHighlighted
    }
  }

  public var nodes: [Node]
  public var edges: [Edge]
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
    let places = data.map(frame.point)
    let radius = radius(style)
    // Highlighted edges cover the others, and labels cover all edges.
    for edge in edges.sorted(by: { !$0.isHighlighted && $1.isHighlighted }) {
      draw(from: places[edge.from], to: places[edge.to], edge, radius, on: &canvas, style)
    }
    for edge in edges { try drawLabel(of: edge, places, on: &canvas, style) }
    for (node, place) in zip(nodes, places) {
      let color = style.color(node.isHighlighted ? highlight : self.color)
      canvas.fill(Path(circleAt: place, radius: radius), with: style.background)
      canvas.fill(Path(circleAt: place, radius: radius), with: color.opacity(0.12))
      canvas.stroke(
        Path(circleAt: place, radius: radius), with: color,
        style: Stroke(width: style.hairline * (node.isHighlighted ? 2 : 1.2)))
      try drawTexts(of: node, at: place, on: &canvas, style)
    }
  }

  private func drawTexts(
    of node: Node, at place: Point, on canvas: inout some Canvas, _ style: Style
  ) throws {
    // Both lines end where the circle still is as wide as they are.
    let radius = radius(style)
    let name = try style.line(node.name, size: style.textSize, fitting: 1.6 * radius)
    let baseline = node.value == nil ? 0.3 * name.size : -0.12 * radius
    canvas.draw(
      name, at: Point(place.x - name.width / 2, place.y + baseline), with: style.text)
    guard let value = node.value else { return }
    let line = try style.line(value, size: style.tickSize, fitting: 1.5 * radius)
    canvas.draw(
      line, at: Point(place.x - line.width / 2, place.y + 0.5 * radius),
      with: style.secondaryText)
  }

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
    let head = Arrowhead(middle: tip - direction * 9, direction: direction, length: 18)
    canvas.stroke(
      Path(lines: [start + direction * radius, tip - direction * 12]),
      with: color.opacity(edge.isHighlighted ? 1 : 0.5), style: Stroke(width: width))
    canvas.fill(head.path, with: color.opacity(edge.isHighlighted ? 1 : 0.6))
  }

  /// Writes an edge's label on it, near to where it starts, where edges that cross are still apart. A level edge would be
  /// covered: there the label stands above it and the detail below.
  private func drawLabel(
    of edge: Edge, _ places: [Point], on canvas: inout some Canvas, _ style: Style
  ) throws {
    guard let label = edge.label else { return }
    let (start, end) = (places[edge.from], places[edge.to])
    let color = edge.isHighlighted ? style.color(highlight) : style.text
    if start.y == end.y {
      try drawLevel(label, color, above: true, from: start, to: end, on: &canvas, style)
      guard let detail = edge.detail else { return }
      try drawLevel(
        detail, style.secondaryText, above: false, from: start, to: end, on: &canvas, style)
      return
    }
    let mayCross = nodes.count { $0.layer == nodes[edge.to].layer } > 1
    let middle = start + (end - start) * (mayCross ? 0.28 : 0.5)
    func draw(_ label: Label, _ color: Color, below baseline: Double) throws {
      let line = try style.line(label, size: style.tickSize)
      let origin = Point(middle.x - line.width / 2, middle.y + baseline * line.size)
      canvas.draw(line, at: origin, with: color, plate: style.background, margin: 4)
    }
    // Digits are about 0.72 em tall.
    try draw(label, color, below: edge.detail == nil ? 0.36 : -0.15)
    if let detail = edge.detail { try draw(detail, style.secondaryText, below: 1.1) }
  }

  /// Writes a label above or below a level edge, between its nodes, or past them where there is no room.
  private func drawLevel(
    _ label: Label, _ color: Color, above: Bool, from start: Point, to end: Point,
    on canvas: inout some Canvas, _ style: Style
  ) throws {
    let (length, radius) = (end.x - start.x, radius(style))
    let room = length - 2 * radius - 16
    let goesPast = try style.line(label, size: style.tickSize).width * 0.85 > room
    let line = try style.line(
      label, size: style.tickSize, fitting: goesPast ? length - 12 : room)
    let clearance = goesPast ? radius : 0.26 * line.size
    let baseline = above ? -clearance - 0.4 * line.size : clearance + 1.1 * line.size
    // A little nearer to the start, away from what else leads to the end.
    let shift = goesPast ? 0.08 * length : min(0.05 * length, (room - line.width) / 2)
    let middle = start.x + length / 2 - shift
    canvas.draw(
      line, at: Point(middle - line.width / 2, start.y + baseline), with: color,
      plate: style.background, margin: 4)
  }

  public func lines(in frame: Frame) -> [[Point]] {
    let places = data.map(frame.point)
    return edges.map { [places[$0.from], places[$0.to]] }
  }
}
