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
    let startX = startY == ay ? ax : interpolated(at: startY, from: (ay, ax), to: (by, bx))
    let endX = endY == by ? bx : interpolated(at: endY, from: (by, bx), to: (ay, ax))
    let (lowX, highX) = (min(startX, endX), max(startX, endX))
    let (lowY, highY) = (min(startY, endY), max(startY, endY))

    var x = startX
    var y = startY
    for border in startX < endX ? [0, right] : [right, 0]
    where lowX < border && border < highX {
      let nextY = clamped(
        interpolated(at: border, from: (ax, ay), to: (bx, by)), lowY, highY)
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
  /// Heights and columns are whole numbers of their parts, so that no conversion is needed in the loop.
  private func addInside(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    let aHeight = nearest(ay * Double(rowHeight))
    let bHeight = nearest(by * Double(rowHeight))
    if aHeight == bHeight { return }
    // Edges are followed downwards, so that those of two neighbours cancel exactly.
    let isDown = aHeight < bHeight
    let sign: Int32 = isDown ? 1 : -1
    var y = isDown ? aHeight : bHeight
    let lastY = isDown ? bHeight : aHeight
    var x = nearest((isDown ? ax : bx) * Double(columnWidth))
    let lastX = nearest((isDown ? bx : ax) * Double(columnWidth))
    let row = y &>> heightBits
    var rowCells = cells + row &* stride
    var rowMask = mask + row &* maskStride
    var rowEnd = (row &+ 1) &<< heightBits

    // The column at the end of the row, beyond that row by row, until the edge ends.
    var nextX = lastX
    var slope = 0
    if lastY > rowEnd {
      let perHeight = Double(lastX &- x) / Double(lastY &- y)
      nextX = x &+ nearest(perHeight * Double(rowEnd &- y))
      if lastY >= rowEnd &+ rowHeight { slope = Int(perHeight * Double(rowHeight)) }
    }
    // By how much the edge goes down from column to column.
    let perPixel = Double(lastY &- y) * Double(columnWidth) / Double((lastX &- x).magnitude)
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
      rowEnd = y &+ rowHeight
      rowCells += stride
      rowMask += maskStride
    }
  }

  /// Adds an edge within one row, so many parts of a row high.
  ///
  /// Most go through one or two pixels. Both are worked out alike, because a processor that cannot foresee which it will
  /// be loses more time than that takes.
  @inline(__always)
  private func addRow(
    _ rowCells: UnsafeMutablePointer<Int32>, _ rowMask: UnsafeMutablePointer<UInt64>,
    from left: Int, to right: Int, height: Double, perPixel: Double, sign: Int32
  ) {
    var column = left &>> columnBits
    // The next pixel's left side.
    var border = (column &+ 1) &<< columnBits
    let firstPart = Double(border &- left) / Double(columnWidth)
    let firstWidth = Double((right < border ? right : border) &- left) / Double(columnWidth)
    // `reached` is the height of the edge up to the left side of the pixel; `covered` the last pixel's coverage.
    // Slopes are rounded, so that an almost upright edge might get higher than it is.
    var reached = min(perPixel * firstPart, height)
    var covered = Int32(truncatingIfNeeded: nearest(reached * (firstPart - 0.5 * firstWidth)))
    rowCells[column] &+= sign &* covered
    touch(rowMask, column)
    column &+= 1
    while border &+ columnWidth < right {
      let next = min(reached + perPixel, height)
      let coverage = Int32(truncatingIfNeeded: nearest(0.5 * (reached + next)))
      rowCells[column] &+= sign &* (coverage &- covered)
      touch(rowMask, column)
      covered = coverage
      reached = next
      column &+= 1
      border &+= columnWidth
    }
    let lastWidth = Double((right > border ? right : border) &- border) / Double(columnWidth)
    let coverage = Int32(
      truncatingIfNeeded: nearest(height - 0.5 * (height - reached) * lastWidth))
    rowCells[column] &+= sign &* (coverage &- covered)
    rowCells[column &+ 1] &+= sign &* (Int32(truncatingIfNeeded: nearest(height)) &- coverage)
    // The pixel between the first and the last one is in a group with one of them.
    touch(rowMask, column &+ 1)
  }

  /// Sets the bit of the cell's group of four.
  @inline(__always)
  private func touch(_ rowMask: UnsafeMutablePointer<UInt64>, _ column: Int) {
    rowMask[column &>> 8] |= 1 &<< UInt64(truncatingIfNeeded: column &>> 2)
  }
}

/// The nearest whole number to one whose magnitude is less than 2⁵¹.
///
/// The last bits of a sum with 1.5·2⁵² are that number. `Int(_:)` would also check that it is one, which takes longer than
/// all else about an edge.
@inline(__always)
private func nearest(_ number: Double) -> Int {
  let shift = 0x1.8p52
  return Int(truncatingIfNeeded: (number + shift).bitPattern &- shift.bitPattern)
}

/// What the straight line from one place and value to another has at a place between theirs: an x at a height, or a y
/// at a column.
///
/// It is reckoned from the nearer end, because the numbers of a far one have few digits to spare.
private func interpolated(
  at place: Double, from a: (place: Double, value: Double), to b: (place: Double, value: Double)
) -> Double {
  let slope = (b.value - a.value) / (b.place - a.place)
  return (place - a.place).magnitude < (place - b.place).magnitude
    ? a.value + (place - a.place) * slope : b.value + (place - b.place) * slope
}
