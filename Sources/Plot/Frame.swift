import Drawing

/// A place in a chart, in the units of its axes.
public struct Datum: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Where data are drawn: a rectangle of the canvas and the domains that it shows.
public struct Frame {
  /// The rectangle, in units of the canvas.
  public let area: Rect
  public let x: Domain
  public let y: Domain
  public let style: Style

  /// The place of a datum on the canvas; not finite where the datum is not.
  public func point(_ datum: Datum) -> Point {
    Point(
      area.minX + x.fraction(datum.x) * area.width,
      area.maxY - y.fraction(datum.y) * area.height)
  }

  /// The places of the data as runs of finite points: what is not finite leaves a gap.
  public func runs(_ data: [Datum]) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for datum in data {
      let point = point(datum)
      if point.isFinite {
        runs[runs.count - 1].append(point)
      } else if !runs[runs.count - 1].isEmpty {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }
}
