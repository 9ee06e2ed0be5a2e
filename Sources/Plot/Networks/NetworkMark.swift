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
    public var value: Words
    /// Which of the layers it belongs to; what is in none may stand between two.
    public var layer: Double
    /// How far below the first row it stands.
    public var row: Double
    /// Whether it stands out, as on the path that the figure is about.
    public var isHighlighted: Bool

    public init(
      _ name: Words, value: Words, layer: Double, row: Double, isHighlighted: Bool = false
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
    let ends = edges.flatMap { [$0.from, $0.to] }
    precondition(ends.allSatisfy(nodes.indices.contains), "An edge joins two nodes.")
    self.nodes = nodes
    self.edges = edges
    self.color = color
    self.highlight = highlight
  }

  /// Layers have whole x, the first row is at y = 0.
  public var data: [Datum] { nodes.map { Datum(x: $0.layer, y: -$0.row) } }

  public var margin: Margin { Margin(x: 0.14, y: 0.3) }

  public func lines(in frame: Frame) -> [[Point]] {
    let places = places(in: frame)
    return edges.map { [places[$0.from], places[$0.to]] }
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

  private static let headLength = 18.0

  /// Type no larger than leaves room on the edges between layers.
  private func fitted(_ frame: Frame) -> Frame {
    let places = places(in: frame)
    let layers = (nodes.map(\.layer).max() ?? 1) - (nodes.map(\.layer).min() ?? 0)
    let (x, y) = (places.map(\.x), places.map(\.y))
    let isWide = frame.area.height <= 0.75 * frame.area.width
    let extent = isWide ? (x.max() ?? 0) - (x.min() ?? 0) : (y.max() ?? 0) - (y.min() ?? 0)
    let room = extent / max(1, layers) / frame.style.textSize
    var frame = frame
    frame.style = frame.style.scaled(by: min(1, room / (isWide ? 11.4 : 8.6)))
    return frame
  }

  private func radius(_ style: Style) -> Double { style.textSize * 1.85 }

  private func color(isHighlighted: Bool, _ style: Style) -> Color {
    style.lineColor(isHighlighted ? highlight : color)
  }

  public func draw(on canvas: inout some Canvas, in frame: Frame) throws {
    let (places, frame) = (places(in: frame), fitted(frame))
    // Highlighted edges cover the others, and labels cover all edges.
    for edge in edges.sorted(by: { !$0.isHighlighted && $1.isHighlighted }) {
      drawArrow(along: edge, between: places, on: &canvas, frame.style)
    }
    try labels(at: places, in: frame).draw(on: &canvas)
    try drawNodes(at: places, on: &canvas, frame.style)
  }

  private func drawArrow(
    along edge: Edge, between places: [Point], on canvas: inout some Canvas, _ style: Style
  ) {
    let (start, end, radius) = (places[edge.from], places[edge.to], radius(style))
    let way = end - start
    guard way.length > 2 * radius else { return }
    let direction = way / way.length
    let tip = end - direction * (radius + 2)
    let head = Arrowhead(
      middle: tip - direction * (Self.headLength / 2), direction: direction,
      length: Self.headLength)
    let color = color(isHighlighted: edge.isHighlighted, style)
    canvas.stroke(
      Path(lines: [start + direction * radius, tip - direction * 12]),
      with: color.opacity(edge.isHighlighted ? 1 : 0.8),
      style: Stroke(width: style.hairline * (edge.isHighlighted ? 2 : 1)))
    canvas.fill(head.path, with: color.opacity(edge.isHighlighted ? 1 : 0.8))
  }

  private func labels(at places: [Point], in frame: Frame) throws -> EdgeLabels {
    let (style, radius) = (frame.style, radius(frame.style))
    let shown = edges.map { edge in
      let (start, end) = (places[edge.from], places[edge.to])
      let way = end - start
      let border = way * (min(radius / max(way.length, 1), 0.5))
      let color = edge.isHighlighted ? style.textColor(highlight) : style.text
      return EdgeLabels.Edge(
        start: start + border, end: end - border, headLength: Self.headLength,
        texts: [
          edge.label.map { ($0, color, 1) }, edge.detail.map { ($0, style.secondaryText, -1) },
        ].compactMap(\.self))
    }
    let nodes = places.map {
      Rect(minX: $0.x, minY: $0.y, maxX: $0.x, maxY: $0.y).inset(by: -radius)
    }
    return try EdgeLabels.best(of: shown, around: nodes, in: frame)
  }

  /// Draws the circles with names and values, all names in one size and all values in one.
  private func drawNodes(
    at places: [Point], on canvas: inout some Canvas, _ style: Style
  ) throws {
    let radius = radius(style)
    // Both lines end where the circle still is as wide as they are.
    let nameSize = try style.commonSize(
      of: nodes.map { $0.name.label(in: style.language) }, size: style.textSize,
      fitting: 1.6 * radius)
    let valueSize = try style.commonSize(
      of: nodes.map { $0.value.label(in: style.language) }, size: style.tickSize,
      fitting: 1.55 * radius)
    for (node, place) in zip(nodes, places) {
      let color = color(isHighlighted: node.isHighlighted, style)
      let circle = Path(circleAt: place, radius: radius)
      canvas.fill(circle, with: style.background)
      canvas.fill(circle, with: color.opacity(0.12))
      canvas.stroke(
        circle, with: color, style: Stroke(width: style.hairline * (node.isHighlighted ? 2 : 1.2)))
      for (text, size, height, color) in [
        (node.name, nameSize, -0.12, style.text), (node.value, valueSize, 0.5, style.secondaryText),
      ] {
        let line = try style.line(of: text, size: size)
        let start = Point(place.x - line.width / 2, place.y + height * radius)
        canvas.draw(line, at: start, with: color)
      }
    }
  }
}
