import Drawing

/// Lengths of dashes and gaps in turn, in pixels. A line starts with a dash.
struct DashPattern {
  private let lengths: [Double]
  private let period: Double

  /// The pattern of the style; nil where lines are to be solid.
  init?(_ style: Stroke, scale: Double) {
    var lengths = style.dash.map { $0 * scale }
    // With an odd number, dashes and gaps change places each time.
    if lengths.count % 2 == 1 { lengths += lengths }
    period = lengths.reduce(0, +)
    guard lengths.allSatisfy({ $0 >= 0 }), period > 0, period.isFinite else { return nil }
    self.lengths = lengths
  }

  /// The dashes of the lines; nil if there were more than a hundred thousand, which no picture can show.
  ///
  /// The pattern starts anew on each subpath. Where a closed one starts and ends in a dash, both are one.
  func cut(_ lines: Polylines) -> Polylines? {
    let length = lines.subpaths.reduce(0) { $0 + lines.length(of: $1) }
    guard length / period * Double(lengths.count / 2) < 1e5 else { return nil }
    var cutter = Cutter(pattern: self, source: lines)
    for subpath in lines.subpaths { cutter.cut(subpath) }
    return cutter.dashes
  }

  private struct Cutter {
    let pattern: DashPattern
    let source: Polylines
    var dashes = Polylines()
    /// Where the points of the dash being made start.
    var first = 0

    mutating func cut(_ subpath: Polylines.Subpath) {
      let firstDash = dashes.subpaths.count
      var index = 0
      var left = pattern.lengths[0]
      var isDash: Bool { index % 2 == 0 }
      first = dashes.points.count

      var from = source.points[subpath.points.lowerBound]
      var heading = subpath.heading
      if isDash { append(from) }
      for i in source.following(subpath) {
        let to = source.points[i]
        let length = (to - from).length
        if length > 0 { heading = (to - from) / length }
        var done = 0.0
        while length - done > left {
          done += left
          append(from + (to - from) * (done / length))
          if isDash { endDash(heading: heading) }
          index = (index + 1) % pattern.lengths.count
          left = pattern.lengths[index]
        }
        left -= length - done
        if isDash { append(to, isSmooth: source.isSmooth[i]) }
        from = to
      }
      guard isDash else { return }
      if subpath.isClosed {
        joinEnds(firstDash: firstDash, heading: heading)
      } else {
        endDash(heading: heading)
      }
    }

    /// Ends the last dash of a closed subpath, which goes on in the first one.
    private mutating func joinEnds(firstDash: Int, heading: Vector) {
      if firstDash == dashes.subpaths.count {
        endDash(heading: heading, isClosed: true)
        return
      }
      for i in dashes.subpaths.remove(at: firstDash).points.dropFirst() {
        append(dashes.points[i], isSmooth: dashes.isSmooth[i])
      }
      endDash(heading: heading)
    }

    private mutating func append(_ point: Point, isSmooth: Bool = false) {
      dashes.points.append(point)
      dashes.isSmooth.append(isSmooth)
    }

    private mutating func endDash(heading: Vector, isClosed: Bool = false) {
      let points = first..<dashes.points.count
      dashes.subpaths.append(
        Polylines.Subpath(points: points, isClosed: isClosed, heading: heading))
      first = dashes.points.count
    }
  }
}
