import Drawing

/// The slow reference: which of 64 × 64 places in each pixel are inside of a path.
struct Supersampled {
  /// Places in a pixel along each side.
  private static let density = 64
  /// How much of each pixel is inside, row by row.
  let coverage: [Double]

  /// - Parameter size: the width and the height, in pixels.
  init(_ path: Path, size: Int) {
    let side = size * Self.density
    let scale = Double(Self.density)
    // By how much the winding number changes from place to place.
    var changes = [Int32](repeating: 0, count: side * (side + 1))
    // In which pixels there are changes at all.
    var hasChanges = [Bool](repeating: false, count: side * (size + 1))
    var counts = [Int](repeating: 0, count: size * size)
    let edges = Self.edges(of: path)
    changes.withUnsafeMutableBufferPointer { changes in
      counts.withUnsafeMutableBufferPointer { counts in
        for (a, b) in edges {
          let (top, bottom) = a.y < b.y ? (a, b) : (b, a)
          // Places are in the middles of their squares, so the first one at or below `y` has this row.
          var row = max(0, Int((top.y * scale - 0.5).rounded(.up)))
          let end = min(side, Int((bottom.y * scale - 0.5).rounded(.up)))
          let slope = (bottom.x - top.x) / (bottom.y - top.y)
          while row < end {
            let x = top.x + ((Double(row) + 0.5) / scale - top.y) * slope
            let column = min(max(0, Int((x * scale - 0.5).rounded(.up))), side)
            changes[row * (side + 1) + column] += a.y < b.y ? 1 : -1
            hasChanges[row * (size + 1) + column >> 6] = true
            row += 1
          }
        }
        var row = 0
        while row < side {
          var winding: Int32 = 0
          var column = 0
          while column < side {
            let pixel = column &>> 6
            let end = column &+ 64
            if hasChanges[row &* (size &+ 1) &+ pixel] {
              while column < end {
                winding &+= changes[row &* (side &+ 1) &+ column]
                if winding != 0 { counts[row &>> 6 &* size &+ pixel] &+= 1 }
                column &+= 1
              }
            } else if winding != 0 {
              counts[row &>> 6 &* size &+ pixel] &+= 64
            }
            column = end
          }
          row &+= 1
        }
      }
    }
    coverage = counts.map { Double($0) / (scale * scale) }
  }

  /// The path's edges, curves being cut into 256 pieces each.
  private static func edges(of path: Path) -> [(Point, Point)] {
    var edges: [(Point, Point)] = []
    var (start, current) = (Point(0, 0), Point(0, 0))
    func line(to p: Point) {
      edges.append((current, p))
      current = p
    }
    func curve(_ p: [Point]) {
      for i in 1...256 {
        let t = Double(i) / 256
        // Paul de Casteljau's construction of the curve's point.
        var row = p
        for count in (1..<p.count).reversed() {
          for j in 0..<count { row[j] = row[j] + (row[j + 1] - row[j]) * t }
        }
        line(to: row[0])
      }
    }
    for element in path.elements {
      switch element {
      case .move(let p):
        line(to: start)
        (start, current) = (p, p)
      case .line(let p): line(to: p)
      case .quadratic(let c, let p): curve([current, c, p])
      case .cubic(let c1, let c2, let p): curve([current, c1, c2, p])
      case .close: line(to: start)
      }
    }
    line(to: start)
    return edges
  }

  /// How far off, in 255ths, the drawing is: on average over the pixels at the path's edge, and at most.
  func error(of drawn: Coverages) -> (mean: Double, worst: Double) {
    let errors = zip(coverage, drawn.bytes).map { abs($0 * 255 - Double($1)) }
    let atEdge = zip(coverage, errors).filter { $0.0 > 0 && $0.0 < 1 }.map(\.1)
    return (atEdge.reduce(0, +) / Double(max(1, atEdge.count)), errors.max() ?? 0)
  }
}
