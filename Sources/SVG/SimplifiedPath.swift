import Drawing

extension Path {
  /// The path without points that hardly change it: none that is left out lies farther than the distance from the line that
  /// takes its place (David Douglas and Thomas Peucker, Algorithms for the reduction of the number of points required to
  /// represent a digitized line, 1973).
  package func simplified(within distance: Double) -> Path {
    var path = Path()
    path.elements.reserveCapacity(elements.count)
    var run: [Point] = []
    func end() {
      for point in run.simplified(within: distance).dropFirst() { path.addLine(to: point) }
      run.removeAll(keepingCapacity: true)
    }
    for element in elements {
      switch element {
      case .line(let point) where point.isFinite && !run.isEmpty: run.append(point)
      case .move(let point) where point.isFinite:
        end()
        path.move(to: point)
        run = [point]
      default:
        end()
        path.elements.append(element)
      }
    }
    end()
    return path
  }
}

extension [Point] {
  fileprivate func simplified(within distance: Double) -> [Point] {
    guard count > 2 else { return self }
    var isKept = [Bool](repeating: false, count: count)
    isKept[0] = true
    isKept[count - 1] = true
    var spans = [(first: 0, last: count - 1)]
    while let (first, last) = spans.popLast() {
      let (start, way) = (self[first], self[last] - self[first])
      let square = Vector.dot(way, way)
      var (farthest, most) = (first, distance * distance)
      for index in first + 1..<last {
        let offset = self[index] - start
        let part = square > 0 ? Swift.min(Swift.max(Vector.dot(offset, way) / square, 0), 1) : 0
        let rest = offset - way * part
        let length = Vector.dot(rest, rest)
        // Of points that only their last digits tell apart it is the first, wherever the path lies.
        if length > most * (1 + 1e-9) { (farthest, most) = (index, length) }
      }
      guard farthest > first else { continue }
      isKept[farthest] = true
      for span in [(first, farthest), (farthest, last)] where span.1 > span.0 + 1 {
        spans.append((first: span.0, last: span.1))
      }
    }
    return indices.filter { isKept[$0] }.map { self[$0] }
  }
}
