import Drawing
import Words

/// The labels of a network's edges, each on its edge or beside it, where it hides no other edge and no node.
struct EdgeLabels {
  /// An edge as far as it shows between the circles of its nodes.
  struct Edge {
    var start: Point
    var end: Point
    /// How long the head of its arrow is, which stays free.
    var headLength: Double
    /// What is written on it, or on a side if it can: 1 is above or to the right, −1 is the other one.
    var texts: [(label: Words, color: Color, side: Double)]

    /// What the head of its arrow takes.
    var head: Rect {
      let way = end - start
      let middle = end - way * (headLength / 2 / max(way.length, headLength))
      return Rect(minX: middle.x, minY: middle.y, maxX: middle.x, maxY: middle.y)
        .inset(by: -headLength / 2)
    }

    var isSlanted: Bool {
      let way = end - start
      return min(abs(way.dx), abs(way.dy)) > 0.1 * way.length
    }
  }

  /// A place for a label, and how bad it is.
  private struct Place {
    var rect: Rect
    var isOnEdge: Bool
    /// How much the label hides there: 1 for each other edge, more for texts and nodes.
    var hidden: Double
    /// How far it is from the middle of the edge.
    var distance: Double

    var cost: Double { 10 * hidden + distance }
  }

  private let edges: [Edge]
  private let nodes: [Rect]
  private let frame: Frame
  private var labels: [(line: TextLine, color: Color, place: Place)] = []

  /// The labels in one size, the largest in which none hides something, or else the one in which they hide least.
  static func best(of edges: [Edge], around nodes: [Rect], in frame: Frame) throws -> EdgeLabels {
    var best = try EdgeLabels(of: edges, around: nodes, in: frame, scale: 1)
    for scale in [0.9, Style.leastScale] where best.hidden > 0 {
      let smaller = try EdgeLabels(of: edges, around: nodes, in: frame, scale: scale)
      if smaller.hidden < best.hidden { best = smaller }
    }
    return best
  }

  /// How much all labels hide.
  private var hidden: Double { labels.map(\.place.hidden).reduce(0, +) }

  private init(
    of edges: [Edge], around nodes: [Rect], in frame: Frame, scale: Double
  ) throws {
    self.edges = edges
    self.nodes = nodes
    self.frame = frame
    // Slanted edges first, as the others' labels have more places.
    let order =
      edges.indices.filter { edges[$0].isSlanted } + edges.indices.filter { !edges[$0].isSlanted }
    for index in order {
      for (label, color, side) in edges[index].texts {
        let line = try frame.style.line(of: label, size: frame.style.tickSize * scale)
        let places = places(for: line, onEdge: index, side)
        guard let best = places.min(by: { $0.cost < $1.cost }) else { continue }
        labels.append((line, color, best))
      }
    }
  }

  /// Places from the middle of an edge to near its ends. A slanted edge carries its label; that of a level or an upright
  /// one stands beside.
  private func places(for line: TextLine, onEdge index: Int, _ side: Double) -> [Place] {
    let edge = edges[index]
    let whole = edge.end - edge.start
    guard whole.length > edge.headLength else { return [] }
    // The shaft of the arrow, without its head.
    let way = whole * (1 - edge.headLength / whole.length)
    let across = Vector(way.dy, -way.dx) / way.length
    // Digits are about 0.72 em tall.
    let (width, height) = (line.width, 0.76 * line.size)
    let distance = abs(across.dx) * width / 2 + abs(across.dy) * height / 2 + 8
    let sides = edge.isSlanted ? [0, side, -side] : [side, -side]
    return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].enumerated().flatMap { rank, part in
      sides.enumerated().map { order, side in
        let middle = edge.start + way * part + across * (side * distance)
        let rect = Rect(
          x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
        return Place(
          rect: rect, isOnEdge: side == 0, hidden: hidden(by: rect, onEdge: index),
          distance: Double(rank) + 2.5 * Double(order))
      }
    }
  }

  private func hidden(by rect: Rect, onEdge index: Int) -> Double {
    let room = rect.inset(by: -5)
    let others = edges.enumerated().count { other, edge in
      other != index && room.part(from: edge.start, to: edge.end) != nil
    }
    let things =
      (nodes + edges.map(\.head)).count(where: room.overlaps)
      + labels.count { room.overlaps($0.place.rect) }
    return Double(others + 4 * things) + (frame.area.contains(room) ? 0 : 10)
  }

  func draw(on canvas: inout some Canvas) {
    for (line, color, place) in labels {
      let start = Point(place.rect.minX, place.rect.maxY - 0.02 * line.size)
      // A label that lies on its edge and hides nothing else interrupts it.
      if place.isOnEdge && place.hidden == 0 {
        canvas.draw(line, at: start, with: color, plateIn: frame.style)
      } else {
        canvas.draw(line, at: start, with: color, seamIn: frame.style)
      }
    }
  }
}
