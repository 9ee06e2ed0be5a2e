/// Adds edges to the cells. It works on bare memory because most of the time of drawing is spent here.
struct EdgeAccumulator {
  let cells: UnsafeMutablePointer<Int32>
  let stride: Int
  let mask: UnsafeMutablePointer<UInt64>
  let maskStride: Int
  /// The block's borders; the left and the upper one are at zero.
  let right: Double
  let bottom: Double

  /// Adds an edge that may lie anywhere.
  func add(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    if ax >= 0 && ax <= right && ay >= 0 && ay <= bottom
      && bx >= 0 && bx <= right && by >= 0 && by <= bottom
    {
      addInside(ax, ay, bx, by)
    } else {
      addClipped(ax, ay, bx, by)
    }
  }

  /// Adds the parts of an edge that change pixels: what is above or below changes none, what is to the right neither,
  /// and what is to the left changes its rows as if it were at the left border.
  private func addClipped(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    guard (bx - ax).isFinite && (by - ay).isFinite else { return }
    guard max(ay, by) > 0 && min(ay, by) < bottom && min(ax, bx) < right else { return }
    let startY = clamped(ay, 0, bottom)
    let endY = clamped(by, 0, bottom)
    let startX = startY == ay ? ax : crossing(startY, ay, ax, by, bx)
    let endX = endY == by ? bx : crossing(endY, by, bx, ay, ax)
    let (lowX, highX) = (min(startX, endX), max(startX, endX))
    let (lowY, highY) = (min(startY, endY), max(startY, endY))

    var x = startX
    var y = startY
    for border in startX < endX ? [0, right] : [right, 0]
    where lowX < border && border < highX {
      let nextY = clamped(crossing(border, ax, ay, bx, by), lowY, highY)
      addBeside(x, y, border, nextY)
      x = border
      y = nextY
    }
    addBeside(x, y, endX, endY)
  }

  /// Adds an edge that crosses neither the left nor the right border.
  private func addBeside(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    if min(ax, bx) >= right { return }
    addInside(clamped(ax, 0, right), ay, clamped(bx, 0, right), by)
  }

  /// Adds an edge within the block, row by row.
  ///
  /// Heights are whole numbers of 1/65536, columns of 1/2³²: small enough that a row's slope can be added again and
  /// again, and no conversion is needed in the loop.
  private func addInside(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    let aHeight = Int(ay * 65536 + 0.5)
    let bHeight = Int(by * 65536 + 0.5)
    if aHeight == bHeight { return }
    // Edges are followed downwards, so that those of two neighbours cancel exactly.
    let isDown = aHeight < bHeight
    let sign: Int32 = isDown ? 1 : -1
    var y = isDown ? aHeight : bHeight
    let lastY = isDown ? bHeight : aHeight
    var x = Int((isDown ? ax : bx) * 4_294_967_296)
    let lastX = Int((isDown ? bx : ax) * 4_294_967_296)
    let row = y &>> 16
    var rowCells = cells + row &* stride
    var rowMask = mask + row &* maskStride
    var rowEnd = (row &+ 1) &<< 16

    // The column at the end of the row, beyond that row by row, until the edge ends.
    var nextX = lastX
    var slope = 0
    if lastY > rowEnd {
      let perHeight = Double(lastX &- x) / Double(lastY &- y)
      nextX = x &+ Int(perHeight * Double(rowEnd &- y))
      if lastY >= rowEnd &+ 65536 { slope = Int(perHeight * 65536) }
    }
    // By how much the edge goes down from column to column.
    let perPixel = Double(lastY &- y) * 4_294_967_296 / Double((lastX &- x).magnitude)
    while true {
      let isLast = rowEnd >= lastY
      if isLast {
        nextX = lastX
        rowEnd = lastY
      }
      let left = x < nextX ? x : nextX
      let right = x < nextX ? nextX : x
      addRow(
        rowCells, rowMask, from: left, to: right, height: Double(rowEnd &- y),
        perPixel: perPixel, sign: sign)
      if isLast { return }
      x = nextX
      y = rowEnd
      // Slopes are rounded towards zero, so that this does not lead beyond the edge's end.
      nextX = x &+ slope
      rowEnd = y &+ 65536
      rowCells += stride
      rowMask += maskStride
    }
  }

  /// Adds an edge within one row, of columns in 1/2³² and so many 1/65536 high.
  ///
  /// Most go through one or two pixels. Both are worked out alike, because a processor that cannot foresee which it will
  /// be loses more time than that takes.
  @inline(__always)
  private func addRow(
    _ rowCells: UnsafeMutablePointer<Int32>, _ rowMask: UnsafeMutablePointer<UInt64>,
    from left: Int, to right: Int, height: Double, perPixel: Double, sign: Int32
  ) {
    var column = left &>> 32
    // The next pixel's left side.
    var border = (column &+ 1) &<< 32
    let firstPart = Double(border &- left) / 4_294_967_296
    let firstWidth = Double((right < border ? right : border) &- left) / 4_294_967_296
    // `reached` is the height of the edge up to the left side of the pixel; `covered` the last pixel's coverage.
    // Slopes are rounded, so that an almost upright edge might get higher than it is.
    var reached = min(perPixel * firstPart, height)
    var covered = Int32(reached * (firstPart - 0.5 * firstWidth) + 0.5)
    rowCells[column] &+= sign &* covered
    touch(rowMask, column)
    column &+= 1
    while border &+ 4_294_967_296 < right {
      let next = min(reached + perPixel, height)
      let coverage = Int32(0.5 * (reached + next) + 0.5)
      rowCells[column] &+= sign &* (coverage &- covered)
      touch(rowMask, column)
      covered = coverage
      reached = next
      column &+= 1
      border &+= 4_294_967_296
    }
    let lastWidth = Double((right > border ? right : border) &- border) / 4_294_967_296
    let coverage = Int32(height - 0.5 * (height - reached) * lastWidth + 0.5)
    rowCells[column] &+= sign &* (coverage &- covered)
    rowCells[column &+ 1] &+= sign &* (Int32(height) &- coverage)
    // The pixel between the first and the last one is in a group with one of them.
    touch(rowMask, column &+ 1)
  }

  /// Sets the bit of the cell's group of four.
  @inline(__always)
  private func touch(_ rowMask: UnsafeMutablePointer<UInt64>, _ column: Int) {
    rowMask[column &>> 8] |= 1 &<< UInt64(truncatingIfNeeded: column &>> 2)
  }
}

/// Where the line through (a, u) and (b, v) is at `place`, a coordinate between `a` and `b`.
///
/// It is reckoned from the nearer end, because the coordinates of a far one have few digits to spare.
private func crossing(
  _ place: Double, _ a: Double, _ u: Double, _ b: Double, _ v: Double
) -> Double {
  let slope = (v - u) / (b - a)
  return (place - a).magnitude < (place - b).magnitude
    ? u + (place - a) * slope : v + (place - b) * slope
}
