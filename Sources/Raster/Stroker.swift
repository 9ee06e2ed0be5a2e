import Drawing

/// Makes the outlines of lines that have a width.
///
/// An outline goes along the left side of a line, around its end, back along the other side, which is the left side of
/// the line read backwards, and around the start. On the inner side of a corner the sides are cut off where they meet.
/// Where the pieces are too short for that, the outline passes through the corner itself; then it is made of pieces
/// that each go around in the same sense, so that filling it leaves no holes.
struct Stroker {
  private(set) var outline = Outline()

  /// Half of the line's width, in pixels.
  private let radius: Double
  private let cap: Stroke.Cap
  private let join: Stroke.Join
  /// How many half widths from its corner a miter may end, as SVG has it where nothing else is said.
  private static let miterLimit = 4.0
  /// The cosine of an angle so small that an arc over it is a line.
  private let arcCosine: Double
  /// The cosine of a turn so small that all joins look alike.
  private let flatCosine: Double

  /// A point of a line, apart from the one before.
  private struct Corner {
    let point: Point
    var isSmooth: Bool
    /// Where the next point is, also from the last one to the first.
    var direction = Vector(0, 0)
    var length = 0.0

    mutating func lead(_ step: Vector, _ length: Double) {
      direction = step / length
      self.length = length
    }
  }

  /// The line being worked on.
  private var corners: [Corner] = []

  /// Nil if the width is not a positive finite number.
  init?(_ style: Stroke, scale: Double) {
    guard style.width > 0, style.width.isFinite else { return nil }
    radius = min(style.width * scale / 2, 1e100)
    cap = style.cap
    join = style.join
    // An arc over the angle θ is radius·(1 − cos(θ/2)) away from its chord, a miter at a turn of θ sticks out by
    // radius·(1/cos(θ/2) − 1), and cos θ is 2·cos²(θ/2) − 1.
    // Where that asks for more than 600 pieces a circle, for lines thousands of pixels wide, these must do.
    let chord = max(1 - Polylines.tolerance / radius, 0.5.squareRoot())
    arcCosine = min(2 * chord * chord - 1, 1 - 5e-5)
    let spike = radius / (radius + Polylines.tolerance / 4)
    flatCosine = 2 * spike * spike - 1
  }

  mutating func add(_ lines: Polylines) {
    for subpath in lines.subpaths {
      take(subpath, of: lines)
      if corners.count == 1 {
        addDot(heading: subpath.heading)
      } else if subpath.isClosed {
        addClosed()
      } else {
        addOpen()
      }
    }
  }

  /// Copies a subpath without points that are so near to their predecessors that their directions would be noise.
  private mutating func take(_ subpath: Polylines.Subpath, of lines: Polylines) {
    let nearest = 1.0 / 1024
    corners.removeAll(keepingCapacity: true)
    for i in subpath.points {
      let corner = Corner(point: lines.points[i], isSmooth: lines.isSmooth[i])
      let last = corners.count - 1
      if last >= 0 {
        let step = corner.point - corners[last].point
        let length = step.length
        if length < nearest {
          corners[last].isSmooth = corners[last].isSmooth && corner.isSmooth
          continue
        }
        corners[last].lead(step, length)
      }
      corners.append(corner)
    }
    guard subpath.isClosed else { return }
    while corners.count > 1 {
      let step = corners[0].point - corners[corners.count - 1].point
      let length = step.length
      if length >= nearest { return corners[corners.count - 1].lead(step, length) }
      corners.removeLast()
    }
  }

  // MARK: Whole lines

  private mutating func addOpen() {
    let last = corners.count - 1
    for i in 1..<last { addCorner(i, from: i - 1, to: i, sense: 1) }
    addEnd(at: corners[last].point, heading: corners[last - 1].direction)
    for i in (1..<last).reversed() { addCorner(i, from: i, to: i - 1, sense: -1) }
    addEnd(at: corners[0].point, heading: -corners[0].direction)
    endContour()
  }

  private mutating func addClosed() {
    let last = corners.count - 1
    for i in 0...last { addCorner(i, from: i == 0 ? last : i - 1, to: i, sense: 1) }
    endContour()
    for i in (0...last).reversed() {
      addCorner(i, from: i, to: i == 0 ? last : i - 1, sense: -1)
    }
    endContour()
  }

  /// Adds a line without length: its caps alone.
  private mutating func addDot(heading: Vector) {
    guard cap != .butt else { return }
    addEnd(at: corners[0].point, heading: heading)
    addEnd(at: corners[0].point, heading: -heading)
    endContour()
  }

  // MARK: Caps and joins

  /// Adds the left side's end, the cap and the right side's end where a line ends.
  private mutating func addEnd(at end: Point, heading: Vector) {
    let side = heading.perpendicular
    emit(end, side)
    switch cap {
    case .butt: break
    case .square:
      emit(end, side + heading)
      emit(end, heading - side)
    case .round:
      addArc(around: end, from: side, to: heading)
      emit(end, heading)
      addArc(around: end, from: heading, to: -side)
    }
    emit(end, -side)
  }

  /// Adds the left side of the corner at a point, between two pieces that are followed forwards (sense 1) or
  /// backwards (−1).
  private mutating func addCorner(_ index: Int, from before: Int, to after: Int, sense: Double) {
    let corner = corners[index].point
    let (a, b) = (corners[before].direction * sense, corners[after].direction * sense)
    let (from, to) = (a.perpendicular, b.perpendicular)
    let (cosine, sine) = (Vector.dot(a, b), Vector.cross(a, b))
    // Where the sides, prolonged or shortened, meet: from the corner, in half widths.
    var miter: Vector { (from + to) / (1 + cosine) }

    if cosine >= flatCosine {
      emit(corner, miter)
    } else if sine > 0 || (sine == 0 && sense < 0) {
      // The inner side. A turn right back has none; its right side is taken for it, so that it gets one join only.
      let room = min(corners[before].length, corners[after].length) / 2
      if radius * sine < room * (1 + cosine) {
        emit(corner, miter)
      } else {
        emit(corner, from)
        outline.points.append(corner)
        emit(corner, to)
      }
    } else if corners[index].isSmooth || join == .round {
      emit(corner, from)
      // The middle of the arc, from whichever of two vectors in its direction is longer.
      let middle = cosine > 0 ? from + to : a - b
      let unit = middle / middle.length
      addArc(around: corner, from: from, to: unit)
      emit(corner, unit)
      addArc(around: corner, from: unit, to: to)
      emit(corner, to)
    } else if join == .miter && 2 <= Self.miterLimit * Self.miterLimit * (1 + cosine) {
      // The miter is 1/cos(θ/2) half widths long, and 1 + cos θ is 2·cos²(θ/2).
      emit(corner, miter)
    } else {
      emit(corner, from)
      emit(corner, to)
    }
  }

  /// Adds the points between the ends of an arc of at most a quarter turn, each half being divided again until an arc
  /// is as good as a line.
  private mutating func addArc(around center: Point, from: Vector, to: Vector) {
    guard Vector.dot(from, to) < arcCosine else { return }
    let middle = from + to
    let unit = middle / middle.length
    addArc(around: center, from: from, to: unit)
    emit(center, unit)
    addArc(around: center, from: unit, to: to)
  }

  /// Adds the point that lies so many half widths from the given one.
  private mutating func emit(_ point: Point, _ offset: Vector) {
    outline.points.append(point + offset * radius)
  }

  private mutating func endContour() {
    outline.ends.append(outline.points.count)
  }
}
