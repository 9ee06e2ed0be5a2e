import Drawing

// How much of each pixel lies inside of an outline, by signed areas.
//
// An edge changes the coverage of the pixels to its right by its height within their row, and that of the pixels it
// crosses by the area to its right. Each edge adds these changes to cells, one a pixel; summing a row's cells from the
// left then gives the winding number averaged over each pixel. The idea of cells with an area and a cover is that of
// LibArt and FreeType (David Turner's smooth rasterizer, ftgrays.c) and Anti-Grain Geometry (Maxim Shemanarev); one
// accumulation buffer instead of sorted cells is Raph Levien's (font-rs, 2016); the mask of touched cells, which saves
// looking at all others, is Blend2D's (Petr Kobalicek).

/// The changes of coverage from pixel to pixel within a block of pixels, all zero between two drawings.
///
/// Cells hold whole numbers of 1/65536 of a pixel, and points are moved to such heights. So the sums are exact: they do
/// not depend on the order of the edges, and nothing is left over to the right of a closed outline.
struct Coverage {
  /// The pixels that the cells stand for. Small blocks are packed at the start of the memory, so that it stays in the
  /// processor's cache.
  private(set) var block: PixelBounds
  /// Cells in a row: two more than pixels, as an edge at the right border changes the two pixels beyond it.
  var stride: Int { block.width + 2 }
  /// Words of the mask in a row.
  var maskStride: Int { (stride + 63) / 64 }

  var cells: [Int32]
  /// A bit for each cell that may be other than zero.
  var mask: [UInt64]

  /// Without room for any cells: memory is taken as outlines need it, which is mostly far less than a picture's worth.
  init() {
    block = PixelBounds(width: 0, height: 0, clip: nil)
    cells = []
    mask = []
  }

  /// Makes the memory large enough for the block.
  private mutating func makeRoom() {
    let newCells = stride * block.height - cells.count
    if newCells > 0 { cells += repeatElement(0, count: newCells) }
    let newWords = maskStride * block.height - mask.count
    if newWords > 0 { mask += repeatElement(0, count: newWords) }
  }

  /// Adds the edges of the outline as far as they change pixels within the bounds, and makes the block as small as that
  /// allows.
  ///
  /// - Precondition: all cells are zero.
  mutating func add(_ outline: Outline, within bounds: PixelBounds) {
    block = bounds.narrowed(to: outline)
    if block.isEmpty { return }
    makeRoom()
    let (block, stride, maskStride) = (block, stride, maskStride)
    let (minX, minY) = (Double(block.minX), Double(block.minY))
    cells.withUnsafeMutableBufferPointer { cells in
      mask.withUnsafeMutableBufferPointer { mask in
        outline.points.withUnsafeBufferPointer { points in
          guard
            let cells = cells.baseAddress, let mask = mask.baseAddress,
            let points = points.baseAddress
          else { return }
          let edges = EdgeAccumulator(
            cells: cells, stride: stride, mask: mask, maskStride: maskStride,
            right: Double(block.width), bottom: Double(block.height))
          var i = 0
          for end in outline.ends where end > i {
            var fromX = points[end - 1].x - minX
            var fromY = points[end - 1].y - minY
            while i < end {
              let toX = points[i].x - minX
              let toY = points[i].y - minY
              edges.add(fromX, fromY, toX, toY)
              fromX = toX
              fromY = toY
              i += 1
            }
          }
        }
      }
    }
  }
}

/// Adds edges to the cells. It works on bare memory because a debug build spends most of its time here.
private struct EdgeAccumulator {
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
    while true {
      let isLast = rowEnd >= lastY
      if isLast {
        nextX = lastX
        rowEnd = lastY
      }
      let dy = rowEnd &- y
      let left = x < nextX ? x : nextX
      let right = x < nextX ? nextX : x
      let column = left &>> 32
      let columnStart = column &<< 32
      if right &- columnStart <= 4_294_967_296 {
        // Within one pixel: what lies to the left of the edge is missing there and comes back in the next pixel.
        let middle = (left &- columnStart) &+ (right &- columnStart)
        let missing = Int32(truncatingIfNeeded: (dy &* middle &+ 4_294_967_296) &>> 33)
        rowCells[column] &+= sign &* (Int32(truncatingIfNeeded: dy) &- missing)
        rowCells[column &+ 1] &+= sign &* missing
        rowMask[column &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
        rowMask[(column &+ 1) &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: (column &+ 1) & 63)
      } else {
        addAcross(
          rowCells, rowMask, from: Double(left) / 4_294_967_296, to: Double(right) / 4_294_967_296,
          dy: dy, sign: sign)
      }
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

  /// Adds an edge within one row that crosses more than one pixel.
  private func addAcross(
    _ rowCells: UnsafeMutablePointer<Int32>, _ rowMask: UnsafeMutablePointer<UInt64>,
    from leftX: Double, to rightX: Double, dy: Int, sign: Int32
  ) {
    let first = Int(leftX)
    var cell = rowCells + first
    let height = Double(dy)
    let perPixel = height / (rightX - leftX)
    let firstPart = Double(first + 1) - leftX
    // `reached` is the height of the edge up to the left side of the pixel; `covered` the last pixel's coverage.
    var reached = perPixel * firstPart
    var covered = Int32(0.5 * reached * firstPart + 0.5)
    cell[0] &+= sign &* covered
    rowMask[first >> 6] |= 1 &<< UInt64(truncatingIfNeeded: first & 63)
    var column = first + 1
    while Double(column + 1) < rightX {
      let coverage = Int32(reached + 0.5 * perPixel + 0.5)
      cell += 1
      cell[0] &+= sign &* (coverage &- covered)
      rowMask[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
      covered = coverage
      reached += perPixel
      column += 1
    }
    let lastPart = rightX - Double(column)
    let coverage = Int32(height - 0.5 * perPixel * lastPart * lastPart + 0.5)
    cell[1] &+= sign &* (coverage &- covered)
    cell[2] &+= sign &* (Int32(truncatingIfNeeded: dy) &- coverage)
    rowMask[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
    column += 1
    rowMask[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
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
