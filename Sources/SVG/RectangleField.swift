import Drawing

/// Rectangles that follow each other without any covering another, as those of a heatmap do.
///
/// Their order makes no difference then, so all of one colour can be one path: a heatmap takes a third of the text.
/// They must come in rows: each lies to the right of its row so far, or a row lies above or below all others.
struct RectangleField {
  /// The colours in the order of first use, each with its rectangles.
  private(set) var layers: [(color: Color, path: Path)] = []
  private(set) var count = 0
  private var layerOfColor: [Color: Int] = [:]
  /// What the rows before the last one cover, and what the last one does.
  private var rows: Rect?
  private var row: Rect?

  /// Takes a rectangle, if it covers none of the others.
  mutating func append(_ rect: Rect, _ color: Color) -> Bool {
    if let last = row {
      if rect.minX >= last.maxX, !(rows.map { rect.overlapsRows(of: $0) } ?? false) {
        row = last.union(rect)
      } else {
        let all = rows?.union(last) ?? last
        guard !rect.overlapsRows(of: all) else { return false }
        rows = all
        row = rect
      }
    } else {
      row = rect
    }
    let layer = layerOfColor[color] ?? layers.count
    if layer == layers.count {
      layerOfColor[color] = layer
      layers.append((color, Path()))
    }
    layers[layer].path.addPath(Path(rect))
    count += 1
    return true
  }
}

extension Rect {
  fileprivate func overlapsRows(of other: Rect) -> Bool {
    minY < other.maxY && other.minY < maxY
  }

  /// The rectangle that a path is, where its edges lie on whole units.
  init?(wholeUnits path: Path) {
    guard path.elements.count == 5, case .move(let corner) = path.elements[0],
      case .line(let opposite) = path.elements[2]
    else { return nil }
    self.init(minX: corner.x, minY: corner.y, maxX: opposite.x, maxY: opposite.y)
    let edges = [minX, minY, maxX, maxY]
    guard !isEmpty, edges.allSatisfy({ $0 == $0.rounded() && $0.magnitude < 1e6 }),
      path == Path(self)
    else { return nil }
  }
}
