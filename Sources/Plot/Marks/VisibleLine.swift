import Drawing

extension Frame {
  /// The parts of a line that show in the frame, each as a line of its own.
  ///
  /// A run that diverges leaves the frame by many times its size. What is out of sight would cost the canvas time and the
  /// file room, its dashes could be more than a canvas draws, and markers spread along it would all lie outside.
  func visible(_ line: [Point]) -> [[Point]] {
    // Ends that are cut off lie far enough outside for the line's width not to show.
    let sight = area.inset(by: -4 * style.lineWidth)
    if line.count == 1 || line.allSatisfy(sight.contains) { return [line] }
    var pieces: [[Point]] = []
    for (from, to) in zip(line, line.dropFirst()) {
      guard let part = sight.part(from: from, to: to) else { continue }
      if let end = pieces.last?.last, end == part.from {
        pieces[pieces.count - 1].append(part.to)
      } else {
        pieces.append([part.from, part.to])
      }
    }
    return pieces
  }
}

extension Rect {
  /// The part of a line segment that lies within; nil if none does (You-Dong Liang and Brian Barsky, A New Concept and
  /// Method for Line Clipping, 1984).
  func part(from: Point, to: Point) -> (from: Point, to: Point)? {
    if contains(from) && contains(to) { return (from, to) }
    // Halves, as the difference of two huge numbers may be too large for a Double.
    let way = Vector(to.x / 2 - from.x / 2, to.y / 2 - from.y / 2)
    var (start, end) = (0.0, 1.0)
    for (way, toLower, toUpper) in [
      (way.dx, minX / 2 - from.x / 2, maxX / 2 - from.x / 2),
      (way.dy, minY / 2 - from.y / 2, maxY / 2 - from.y / 2),
    ] {
      if way == 0 {
        guard toLower <= 0 && toUpper >= 0 else { return nil }
        continue
      }
      start = max(start, min(toLower / way, toUpper / way))
      end = min(end, max(toLower / way, toUpper / way))
    }
    guard start < end else { return nil }
    func place(_ part: Double) -> Point {
      Point(from.x + way.dx * part * 2, from.y + way.dy * part * 2)
    }
    return (start == 0 ? from : place(start), end == 1 ? to : place(end))
  }
}
