import Drawing

extension Coverage {
  /// Paints the colour where the cells say and sets all cells back to zero.
  mutating func sweep(rule: FillRule, color: Color, into pixmap: inout Pixmap) {
    if block.isEmpty { return }
    let (block, stride, maskStride) = (block, stride, maskStride)
    let (pixelStride, origin) = (pixmap.width, block.minY * pixmap.width + block.minX)
    cells.withUnsafeMutableBufferPointer { cells in
      mask.withUnsafeMutableBufferPointer { mask in
        pixmap.pixels.withUnsafeMutableBufferPointer { pixels in
          guard
            let cells = cells.baseAddress, let mask = mask.baseAddress,
            let start = pixels.baseAddress
          else { return }
          let sweeper = RowSweeper(
            painter: Painter(color: color.premultiplied, end: start + pixels.count),
            isEvenOdd: rule == .evenOdd, width: block.width, words: maskStride)
          var row = 0
          while row < block.height {
            sweeper.sweep(
              cells + row &* stride, mask + row &* maskStride,
              start + (origin &+ row &* pixelStride))
            row &+= 1
          }
        }
      }
    }
  }
}

/// Paints what the cells of a row say.
///
/// Only touched groups of cells are looked at: between two of them the coverage is the same, so pixels are painted in
/// runs. The four pixels of a group are painted at once, as that takes hardly longer than one does.
private struct RowSweeper {
  let painter: Painter
  let isEvenOdd: Bool
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
        let coverages = isEvenOdd ? sums.evenOddCoverages : sums.nonZeroCoverages
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

  /// Winding numbers in 1/65536 as coverage from 0 to 255.
  @inline(__always)
  fileprivate var nonZeroCoverages: SIMD4<UInt32> {
    magnitude.atMost(SIMD4(repeating: 0x10000)).bytes
  }

  /// The same where twice inside is outside: areas between 1 and 2 are folded back.
  @inline(__always)
  fileprivate var evenOddCoverages: SIMD4<UInt32> {
    let area = magnitude & 0x1FFFF
    return area.atMost(0x20000 &- area).bytes
  }

  // The standard library's functions for these take one lane after the other. Here −1 in the lanes where a number is
  // negative, and 0 elsewhere, is what an arithmetic shift leaves of it.

  @inline(__always)
  private var magnitude: SIMD4<Int32> {
    let negative = self &>> 31
    return (self ^ negative) &- negative
  }

  @inline(__always)
  private func atMost(_ limit: SIMD4<Int32>) -> SIMD4<Int32> {
    let excess = self &- limit
    return limit &+ (excess & excess &>> 31)
  }

  /// Parts of 65536 as parts of 255, rounded to nearest. 255·a is 256·a − a, as few processors multiply 32-bit numbers
  /// four at a time.
  @inline(__always)
  private var bytes: SIMD4<UInt32> {
    unsafeBitCast(((self &<< 8) &- self &+ 0x8000) &>> 16, to: SIMD4<UInt32>.self)
  }
}
