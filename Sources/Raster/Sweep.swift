import Drawing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Coverage {
  /// Paints the colour where the cells say and sets all cells back to zero.
  ///
  /// Only touched cells are looked at: between two of them the coverage is the same, so pixels are painted in runs.
  mutating func sweep(rule: FillRule, color: Color, into pixmap: inout Pixmap) {
    if block.isEmpty { return }
    let painter = Painter(color: color.premultiplied)
    let isEvenOdd = rule == .evenOdd
    let (block, stride, maskStride) = (block, stride, maskStride)
    let (width, height) = (block.width, block.height)
    let (pixelStride, origin) = (pixmap.width, block.minY * pixmap.width + block.minX)
    cells.withUnsafeMutableBufferPointer { cells in
      mask.withUnsafeMutableBufferPointer { mask in
        pixmap.pixels.withUnsafeMutableBufferPointer { pixels in
          guard
            let cells = cells.baseAddress, let mask = mask.baseAddress,
            let pixels = pixels.baseAddress
          else { return }
          var row = 0
          while row < height {
            let rowCells = cells + row * stride
            let rowMask = mask + row * maskStride
            let rowPixels = pixels + (origin + row * pixelStride)
            var sum: Int32 = 0
            // The run of one coverage, from 0 to 255, that is not painted yet starts here.
            var start = 0
            var alpha: UInt32 = 0
            var word = 0
            while word < maskStride {
              var bits = rowMask[word]
              if bits != 0 {
                rowMask[word] = 0
                repeat {
                  let column = word &<< 6 | bits.trailingZeroBitCount
                  bits &= bits &- 1
                  sum &+= rowCells[column]
                  rowCells[column] = 0
                  var area = sum.magnitude
                  if isEvenOdd {
                    // Areas between 1 and 2 are folded back: twice inside is outside.
                    area &= 0x1FFFF
                    if area > 0x10000 { area = 0x20000 &- area }
                  } else if area > 0x10000 {
                    area = 0x10000
                  }
                  let next = (area &* 255 &+ 0x8000) &>> 16
                  if next != alpha {
                    if alpha != 0 {
                      let end = column < width ? column : width
                      painter.paint(rowPixels + start, count: end - start, coverage: alpha)
                    }
                    start = column
                    alpha = next
                  }
                } while bits != 0
              }
              word += 1
            }
            // Edges at the right border have not been added, so that a run may be open there.
            if alpha != 0 {
              painter.paint(rowPixels + start, count: width - start, coverage: alpha)
            }
            row += 1
          }
        }
      }
    }
  }
}

/// Draws runs of pixels in one colour.
private struct Painter {
  /// Premultiplied.
  let color: UInt32

  func paint(_ pixels: UnsafeMutablePointer<UInt32>, count: Int, coverage: UInt32) {
    if count <= 0 { return }
    let source = coverage == 255 ? color : scaled(color, by: coverage)
    let transparency = UInt64(255 &- source &>> 24)
    if transparency == 0 {
      fill(pixels, count: count, with: source)
      return
    }
    var i = 0
    while i < count {
      // `sourceOver`, written out because a call for each pixel is slow in a debug build.
      let below = UInt64(truncatingIfNeeded: pixels[i])
      var t = (below | below &<< 24) & 0x00FF_00FF_00FF_00FF
      t = t &* transparency &+ 0x0080_0080_0080_0080
      t = ((t &+ (t &>> 8 & 0x00FF_00FF_00FF_00FF)) &>> 8) & 0x00FF_00FF_00FF_00FF
      pixels[i] = source &+ UInt32(truncatingIfNeeded: t | t &>> 24)
      i += 1
    }
  }

  /// Sets the pixels to the same value: a few of them one by one, then twice as many with each copy, which is as fast
  /// in a debug build as in any other.
  private func fill(_ pixels: UnsafeMutablePointer<UInt32>, count: Int, with pixel: UInt32) {
    let few = count < 16 ? count : 16
    var filled = 0
    while filled < few {
      pixels[filled] = pixel
      filled += 1
    }
    while filled < count {
      let step = filled < count - filled ? filled : count - filled
      memcpy(pixels + filled, pixels, step * 4)
      filled += step
    }
  }
}
