import Drawing

// How much of each pixel lies inside of an outline, by signed areas.
//
// An edge changes the coverage of the pixels to its right by its height within their row, and that of the pixels it
// crosses by the area to its right. Each edge adds these changes to cells, one a pixel; summing a row's cells from the
// left then gives the winding number averaged over each pixel. The idea of cells with an area and a cover is that of
// LibArt and FreeType (David Turner's smooth rasterizer, ftgrays.c) and Anti-Grain Geometry (Maxim Shemanarev); one
// accumulation buffer instead of sorted cells is Raph Levien's (font-rs, 2016); the mask of touched cells, which saves
// looking at all others, is Blend2D's (Petr Kobalicek).

/// The changes of coverage from pixel to pixel that outlines make, all zero between two drawings.
///
/// Cells hold whole numbers of 1/65536 of a pixel, and points are moved to such heights. So the sums are exact: they do
/// not depend on the order of the edges, and nothing is left over to the right of a closed outline.
struct Coverage {
  static let fractionBits = 16
  /// A pixel that is inside entirely.
  static let one = 1 << fractionBits

  let width: Int
  let height: Int
  /// Cells in a row: two more than pixels, as an edge at the right border changes the two pixels beyond it.
  let stride: Int
  /// Words of the mask in a row.
  let maskStride: Int

  var cells: [Int32]
  /// A bit for each cell that may be other than zero.
  var mask: [UInt64]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    stride = width + 2
    maskStride = (stride + 63) / 64
    cells = Array(repeating: 0, count: stride * height)
    mask = Array(repeating: 0, count: maskStride * height)
  }

  /// Adds the edges of the outline as far as they change pixels within the bounds.
  ///
  /// - Returns: where cells were touched: rows, and words of the mask within a row.
  mutating func add(_ outline: Outline, within bounds: PixelBounds) -> Touched {
    cells.withUnsafeMutableBufferPointer { cells in
      mask.withUnsafeMutableBufferPointer { mask in
        outline.points.withUnsafeBufferPointer { points in
          guard
            !bounds.isEmpty, let cells = cells.baseAddress, let mask = mask.baseAddress,
            let points = points.baseAddress
          else { return Touched() }
          var edges = EdgeAccumulator(
            cells: cells, stride: stride, mask: mask, maskStride: maskStride, bounds: bounds)
          var i = 0
          for end in outline.ends where end > i {
            var from = points[end - 1]
            while i < end {
              let to = points[i]
              edges.add(from.x, from.y, to.x, to.y)
              from = to
              i += 1
            }
          }
          return edges.touched
        }
      }
    }
  }
}

/// The smallest block of rows and words of the mask that holds all touched cells.
struct Touched {
  var firstRow = Int.max
  var lastRow = -1
  var firstColumn = Int.max
  var lastColumn = -1
}

/// Adds edges to the cells. It works on bare memory because a debug build spends most of its time here.
private struct EdgeAccumulator {
  let cells: UnsafeMutablePointer<Int32>
  let stride: Int
  let mask: UnsafeMutablePointer<UInt64>
  let maskStride: Int
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  var touched = Touched()

  init(
    cells: UnsafeMutablePointer<Int32>, stride: Int, mask: UnsafeMutablePointer<UInt64>,
    maskStride: Int, bounds: PixelBounds
  ) {
    self.cells = cells
    self.stride = stride
    self.mask = mask
    self.maskStride = maskStride
    left = Double(bounds.minX)
    top = Double(bounds.minY)
    right = Double(bounds.maxX)
    bottom = Double(bounds.maxY)
  }

  /// Adds an edge that may lie anywhere.
  mutating func add(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    if ax >= left && ax <= right && ay >= top && ay <= bottom
      && bx >= left && bx <= right && by >= top && by <= bottom
    {
      addInside(ax, ay, bx, by)
    } else {
      addClipped(ax, ay, bx, by)
    }
  }

  /// Adds the parts of an edge that change pixels: what is above or below changes none, what is to the right neither,
  /// and what is to the left changes its rows as if it were at the left border.
  private mutating func addClipped(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    guard (bx - ax).isFinite && (by - ay).isFinite else { return }
    guard max(ay, by) > top && min(ay, by) < bottom && min(ax, bx) < right else { return }
    let startY = clamped(ay, top, bottom)
    let endY = clamped(by, top, bottom)
    let startX = startY == ay ? ax : crossing(startY, ay, ax, by, bx)
    let endX = endY == by ? bx : crossing(endY, by, bx, ay, ax)
    let (lowX, highX) = (min(startX, endX), max(startX, endX))
    let (lowY, highY) = (min(startY, endY), max(startY, endY))

    var x = startX
    var y = startY
    for border in startX < endX ? [left, right] : [right, left]
    where lowX < border && border < highX {
      let nextY = clamped(crossing(border, ax, ay, bx, by), lowY, highY)
      addBeside(x, y, border, nextY)
      x = border
      y = nextY
    }
    addBeside(x, y, endX, endY)
  }

  /// Adds an edge that crosses neither the left nor the right border.
  private mutating func addBeside(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    if min(ax, bx) >= right { return }
    addInside(clamped(ax, left, right), ay, clamped(bx, left, right), by)
  }

  /// Adds an edge within the bounds, row by row.
  private mutating func addInside(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    let aHeight = Int(ay * 65536 + 0.5)
    let bHeight = Int(by * 65536 + 0.5)
    if aHeight == bHeight { return }
    // Edges are followed downwards, so that those of two neighbours cancel exactly.
    let isDown = aHeight < bHeight
    let sign: Int32 = isDown ? 1 : -1
    let firstX = isDown ? ax : bx
    let firstY = isDown ? aHeight : bHeight
    let lastX = isDown ? bx : ax
    let lastY = isDown ? bHeight : aHeight
    let slope = (lastX - firstX) / Double(lastY - firstY)
    let lowX = firstX < lastX ? firstX : lastX
    let highX = firstX < lastX ? lastX : firstX
    touch(firstY >> 16, (lastY - 1) >> 16, Int(lowX), Int(highX) + 1)

    var row = firstY >> 16
    var x = firstX
    var y = firstY
    while y < lastY {
      let rowEnd = (row + 1) &<< 16
      let nextY = rowEnd < lastY ? rowEnd : lastY
      var nextX = firstX + Double(nextY - firstY) * slope
      // Rounding must not lead out of the bounds.
      if nextX < lowX { nextX = lowX }
      if nextX > highX { nextX = highX }
      let leftX = x < nextX ? x : nextX
      let rightX = x < nextX ? nextX : x
      let column = Int(leftX)
      let dy = nextY - y
      if rightX <= Double(column + 1) {
        // Within one pixel: what lies to the left of the edge is missing there and comes back in the next pixel.
        let missing = Int32(
          Double(dy) * ((leftX + rightX) * 0.5 - Double(column)) + 0.5)
        let cell = cells + (row * stride + column)
        cell[0] &+= sign &* (Int32(truncatingIfNeeded: dy) &- missing)
        cell[1] &+= sign &* missing
        let words = mask + row * maskStride
        words[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
        words[(column + 1) >> 6] |= 1 &<< UInt64(truncatingIfNeeded: (column + 1) & 63)
      } else {
        addAcross(row: row, from: leftX, to: rightX, dy: dy, sign: sign)
      }
      x = nextX
      y = nextY
      row += 1
    }
  }

  /// Adds an edge within one row that crosses more than one pixel.
  private mutating func addAcross(
    row: Int, from leftX: Double, to rightX: Double, dy: Int, sign: Int32
  ) {
    let first = Int(leftX)
    let words = mask + row * maskStride
    var cell = cells + (row * stride + first)
    let height = Double(dy)
    let perPixel = height / (rightX - leftX)
    let firstPart = Double(first + 1) - leftX
    // `reached` is the height of the edge up to the left side of the pixel; `covered` the last pixel's coverage.
    var reached = perPixel * firstPart
    var covered = Int32(0.5 * reached * firstPart + 0.5)
    cell[0] &+= sign &* covered
    words[first >> 6] |= 1 &<< UInt64(truncatingIfNeeded: first & 63)
    var column = first + 1
    while Double(column + 1) < rightX {
      let coverage = Int32(reached + 0.5 * perPixel + 0.5)
      cell += 1
      cell[0] &+= sign &* (coverage &- covered)
      words[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
      covered = coverage
      reached += perPixel
      column += 1
    }
    let lastPart = rightX - Double(column)
    let coverage = Int32(height - 0.5 * perPixel * lastPart * lastPart + 0.5)
    cell[1] &+= sign &* (coverage &- covered)
    cell[2] &+= sign &* (Int32(truncatingIfNeeded: dy) &- coverage)
    words[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
    column += 1
    words[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
  }

  /// Widens the block of touched cells.
  private mutating func touch(
    _ firstRow: Int, _ lastRow: Int, _ firstColumn: Int, _ lastColumn: Int
  ) {
    if firstRow < touched.firstRow { touched.firstRow = firstRow }
    if lastRow > touched.lastRow { touched.lastRow = lastRow }
    if firstColumn < touched.firstColumn { touched.firstColumn = firstColumn }
    if lastColumn > touched.lastColumn { touched.lastColumn = lastColumn }
  }
}

/// The value moved into the range; a value that is not a number becomes the lower end.
func clamped(_ value: Double, _ low: Double, _ high: Double) -> Double {
  value > low ? (value < high ? value : high) : low
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
