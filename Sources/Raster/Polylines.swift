import Drawing

/// A path in pixels whose curves have become lines.
struct Polylines {
  struct Subpath {
    /// Which of the points belong to it; at least one.
    var points: Range<Int>
    var isClosed: Bool
    /// The direction of a subpath that has no length, for the look of its caps.
    var heading = Vector(1, 0)
  }

  /// How far, in pixels, lines may be off the curve that they stand for.
  ///
  /// An eightieth shades the pixels along a curve by at most 3 of 255, which no one sees, and on average by a half.
  static let tolerance = 0.0125

  var points: [Point] = []
  /// Whether a point lies inside of a curve, so that it is no corner.
  var isSmooth: [Bool] = []
  var subpaths: [Subpath] = []
}

extension Polylines {
  /// The points after a subpath's first one, in turn; that one again at the end where it is closed.
  func following(_ subpath: Subpath) -> [Int] {
    Array(subpath.points.dropFirst()) + (subpath.isClosed ? [subpath.points.lowerBound] : [])
  }

  func length(of subpath: Subpath) -> Double {
    var from = points[subpath.points.lowerBound]
    return following(subpath).reduce(0) { sum, i in
      defer { from = points[i] }
      return sum + (points[i] - from).length
    }
  }
}
