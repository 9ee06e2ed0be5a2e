import Drawing

extension Coverage {
  /// Paints the colour where the cells say and sets all cells back to zero.
  mutating func sweep(color: Color, into pixmap: inout Pixmap) {
    if block.isEmpty { return }
    let (block, stride, maskStride) = (block, stride, maskStride)
    let (pixelStride, pixelCount) = (pixmap.width, pixmap.pixels.count)
    /// With the arrays where they are in memory.
    func sweep(
      _ cells: UnsafeMutablePointer<Int32>, _ mask: UnsafeMutablePointer<UInt64>,
      _ pixels: UnsafeMutablePointer<UInt32>
    ) {
      let sweeper = RowSweeper(
        painter: Painter(color: color.premultiplied, end: pixels + pixelCount),
        width: block.width, words: maskStride)
      for row in 0..<block.height {
        sweeper.sweep(
          cells + row &* stride, mask + row &* maskStride,
          pixels + ((block.minY &+ row) &* pixelStride &+ block.minX))
      }
    }
    sweep(&cells, &mask, &pixmap.pixels)
  }
}

/// Paints what the cells of a row say.
///
/// Only touched groups of cells are looked at: between two of them the coverage is the same, so pixels are painted in
/// runs. The four pixels of a group are painted at once, as that takes hardly longer than one does.
private struct RowSweeper {
  let painter: Painter
  /// Pixels in a row.
  let width: Int
  /// Words of a row's mask.
  let words: Int

  @inline(__always)
  func sweep(
    _ cells: UnsafeMutablePointer<Int32>, _ mask: UnsafeMutablePointer<UInt64>,
    _ pixels: UnsafeMutablePointer<UInt32>
  ) {
    var sum: Int32 = 0
    // All pixels from here to the next touched group are covered alike.
    var column = 0
    var coverage: UInt32 = 0
    var word = 0
    while word < words {
      var bits = mask[word]
      mask[word] = 0
      while bits != 0 {
        let group = (word &<< 6 | bits.trailingZeroBitCount) &<< 2
        bits &= bits &- 1
        // What lies beyond the right border is no more than cells to be set back.
        if coverage != 0 && group > column {
          painter.paint(pixels + column, count: min(group, width) &- column, coverage: coverage)
        }
        let groupCells = UnsafeMutableRawPointer(cells + group)
        let sums = groupCells.loadUnaligned(as: SIMD4<Int32>.self).runningSums(from: sum)
        groupCells.storeBytes(of: .zero, as: SIMD4<Int32>.self)
        let coverages = sums.coverages
        if group < width {
          painter.paint(pixels + group, count: width &- group, coverages: coverages)
        }
        sum = sums.w
        coverage = coverages.w
        column = group &+ 4
      }
      word &+= 1
    }
    // Edges at the right border have not been added, so that a run may be open there.
    if coverage != 0 && column < width {
      painter.paint(pixels + column, count: width &- column, coverage: coverage)
    }
  }
}

extension SIMD4<Int32> {
  /// Each lane with all lanes before it and `sum` added.
  @inline(__always)
  fileprivate func runningSums(from sum: Int32) -> SIMD4<Int32> {
    let pairs = self &+ SIMD4(0, x, y, z)
    return pairs &+ SIMD4(0, 0, pairs.x, pairs.y) &+ SIMD4(repeating: sum)
  }

  /// Winding numbers, in parts of a row, as coverage from 0 to 255.
  @inline(__always)
  fileprivate var coverages: SIMD4<UInt32> {
    magnitude.atMost(Int32(rowHeight)).bytes
  }

  // The standard library's functions for these take one lane after the other. Here −1 in the lanes where a number is
  // negative, and 0 elsewhere, is what an arithmetic shift leaves of it.

  @inline(__always)
  private var magnitude: SIMD4<Int32> {
    let negative = self &>> 31
    return (self ^ negative) &- negative
  }

  @inline(__always)
  private func atMost(_ limit: Int32) -> SIMD4<Int32> {
    let excess = self &- limit
    return limit &+ (excess & excess &>> 31)
  }

  /// Parts of a row as parts of 255, rounded to nearest. 255·a is 256·a − a, as few processors multiply 32-bit numbers
  /// four at a time.
  @inline(__always)
  private var bytes: SIMD4<UInt32> {
    let parts = ((self &<< 8) &- self &+ Int32(rowHeight / 2)) &>> Int32(heightBits)
    return unsafeBitCast(parts, to: SIMD4<UInt32>.self)
  }
}
