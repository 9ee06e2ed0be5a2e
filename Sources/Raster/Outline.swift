import Drawing

/// A region's boundary: closed contours.
struct Outline {
  var points: [Point] = []
  /// For each contour the end of its points; they start where those of the contour before end.
  var ends: [Int] = []
}

extension Outline {
  /// Becomes the region that the lines enclose, open subpaths being closed. Memory is kept from one to the next.
  mutating func replace(with lines: Polylines) {
    points.removeAll(keepingCapacity: true)
    points.append(contentsOf: lines.points)
    ends.removeAll(keepingCapacity: true)
    for subpath in lines.subpaths { ends.append(subpath.points.upperBound) }
  }

  mutating func move(by step: Vector) {
    for i in points.indices { points[i] = points[i] + step }
  }
}
