import Drawing

/// The labels of a network's edges, each on its edge or beside it, where it hides no other edge and no node.
struct EdgeLabels {
  private struct Placed {
    var line: TextLine
    var rect: Rect
    var color: Color
    /// Whether the label interrupts its own edge, as it lies on it and hides nothing else.
    var isOnEdge: Bool
  }

  /// A place for a label, and how bad it is.
  private struct Candidate {
    var rect: Rect
    var isOnEdge: Bool
    /// How much it hides: 1 for each other edge, more for texts and nodes.
    var hidden: Double
    /// How far it is from the middle of the edge.
    var distance: Double

    var cost: Double { 10 * hidden + distance }
  }

  /// The parts of the edges between the circles of their nodes.
  private let ways: [(start: Point, end: Point)]
  private let nodes: [Rect]
  private let area: Rect
  private var placed: [Placed] = []
  /// How much all labels hide.
  private var hidden = 0.0

  /// The labels in one size, the largest in which none hides something, or else the one in which they hide least.
  static func best(
    for network: NetworkMark, at places: [Point], radius: Double, in frame: Frame
  ) throws -> EdgeLabels {
    var best = try EdgeLabels(for: network, at: places, radius, scaled: 1, in: frame)
    for scale in [0.9, Style.leastScale] where best.hidden > 0 {
      let smaller = try EdgeLabels(for: network, at: places, radius, scaled: scale, in: frame)
      if smaller.hidden < best.hidden { best = smaller }
    }
    return best
  }

  private init(
    for network: NetworkMark, at places: [Point], _ radius: Double, scaled scale: Double,
    in frame: Frame
  ) throws {
    let style = frame.style
    area = frame.area
    nodes = places.map {
      Rect(x: $0.x - radius, y: $0.y - radius, width: 2 * radius, height: 2 * radius)
    }
    ways = network.edges.map { edge in
      let (start, end) = (places[edge.from], places[edge.to])
      let way = end - start
      let border = way * (min(radius / max(way.length, 1), 0.5))
      return (start + border, end - border)
    }
    // Slanted edges first, as the others' labels have more places.
    let order =
      network.edges.indices.filter(isSlanted) + network.edges.indices.filter { !isSlanted($0) }
    for index in order {
      let edge = network.edges[index]
      let color = edge.isHighlighted ? style.color(network.highlight) : style.text
      let texts = [(edge.label, color, 1.0), (edge.detail, style.secondaryText, -1.0)]
      for (label, color, side) in texts {
        guard let label else { continue }
        let line = try style.line(of: label, size: style.tickSize * scale)
        place(line, color, onEdge: index, side)
      }
    }
  }

  private func isSlanted(_ index: Int) -> Bool {
    let way = ways[index].end - ways[index].start
    return min(abs(way.dx), abs(way.dy)) > 0.1 * way.length
  }

  /// Puts a label where it costs least.
  private mutating func place(_ line: TextLine, _ color: Color, onEdge index: Int, _ side: Double) {
    let candidates = candidates(for: line, onEdge: index, side)
    guard let best = candidates.min(by: { $0.cost < $1.cost }) else { return }
    hidden += best.hidden
    placed.append(
      Placed(
        line: line, rect: best.rect, color: color,
        isOnEdge: best.isOnEdge && best.hidden == 0))
  }

  /// Places from the middle of an edge to near its ends. A slanted edge carries its label; that of a level or an upright
  /// one stands beside, on the given side if it can: 1 is above or to the right.
  private func candidates(
    for line: TextLine, onEdge index: Int, _ side: Double
  ) -> [Candidate] {
    let start = ways[index].start
    let whole = ways[index].end - start
    guard whole.length > NetworkMark.headLength else { return [] }
    // The shaft of the arrow, without its head.
    let way = whole * (1 - NetworkMark.headLength / whole.length)
    let across = Vector(way.dy, -way.dx) / way.length
    // Digits are about 0.72 em tall.
    let (width, height) = (line.width, 0.76 * line.size)
    let distance = abs(across.dx) * width / 2 + abs(across.dy) * height / 2 + 8
    let sides = isSlanted(index) ? [0, side, -side] : [side, -side]
    return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].enumerated().flatMap { rank, part in
      sides.enumerated().map { order, side in
        let middle = start + way * part + across * (side * distance)
        let rect = Rect(
          x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
        return Candidate(
          rect: rect, isOnEdge: side == 0, hidden: hidden(by: rect, onEdge: index),
          distance: Double(rank) + 2.5 * Double(order))
      }
    }
  }

  private func hidden(by rect: Rect, onEdge index: Int) -> Double {
    let room = rect.inset(by: -5)
    let edges = ways.indices.count { other in
      other != index && room.part(from: ways[other].start, to: ways[other].end) != nil
    }
    let others = nodes.count(where: room.overlaps) + placed.count { room.overlaps($0.rect) }
    return Double(edges + 4 * others) + (area.contains(room) ? 0 : 10)
  }

  func draw(on canvas: inout some Canvas, style: Style) {
    for label in placed {
      let start = Point(label.rect.minX, label.rect.maxY - 0.02 * label.line.size)
      if label.isOnEdge {
        canvas.draw(label.line, at: start, with: label.color, plateIn: style)
      } else {
        canvas.draw(label.line, at: start, with: label.color, seamIn: style)
      }
    }
  }
}
