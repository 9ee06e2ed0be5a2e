/// Draws runs of pixels in one colour, four of them at a time.
///
/// A vector of 16 bytes is four pixels; all processors that Swift runs on have instructions for those.
struct Painter {
  private let color: UInt32
  /// The colour over pixels that are covered wholly, as most of a large shape's are.
  private let whole: Veil
  /// The end of the whole picture, beyond which nothing may be written.
  private let end: UnsafeMutablePointer<UInt32>

  /// - Parameter color: premultiplied.
  init(color: UInt32, end: UnsafeMutablePointer<UInt32>) {
    self.color = color
    whole = Veil(color)
    self.end = end
  }

  /// Paints a run that is covered alike by 1 to 255 parts of 255.
  @inline(__always)
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, count: Int, coverage: UInt32) {
    let source = coverage == 255 ? color : scaled(color, by: coverage)
    let transparency = 255 &- source &>> 24
    let sources = SIMD4(repeating: source)
    var i = 0
    if transparency == 0 {
      while i &+ 4 <= count {
        UnsafeMutableRawPointer(pixels + i).storeBytes(of: sources, as: SIMD4<UInt32>.self)
        i &+= 4
      }
    } else {
      let veil = coverage == 255 ? whole : Veil(source)
      while i &+ 8 <= count {
        let place = UnsafeMutableRawPointer(pixels + i)
        let first = place.loadUnaligned(as: SIMD8<UInt16>.self)
        let second = place.loadUnaligned(fromByteOffset: 16, as: SIMD8<UInt16>.self)
        place.storeBytes(of: veil.over(first), as: SIMD8<UInt16>.self)
        place.storeBytes(of: veil.over(second), toByteOffset: 16, as: SIMD8<UInt16>.self)
        i &+= 8
      }
      if i &+ 4 <= count {
        let place = UnsafeMutableRawPointer(pixels + i)
        let below = place.loadUnaligned(as: SIMD8<UInt16>.self)
        place.storeBytes(of: veil.over(below), as: SIMD8<UInt16>.self)
        i &+= 4
      }
    }
    while i < count {
      pixels[i] = sourceOver(source, pixels[i])
      i &+= 1
    }
  }

  /// Paints four pixels, or as many as `count` says if that is less, each covered by its own parts of 255.
  @inline(__always)
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, count: Int, coverages: SIMD4<UInt32>) {
    if pixels + 4 <= end {
      // Not covered at all, a pixel stays what it is.
      let coverages = count < 4 ? coverages.first(count) : coverages
      let sources = scaled(SIMD4(repeating: color), by: coverages)
      let place = UnsafeMutableRawPointer(pixels)
      let below = place.loadUnaligned(as: SIMD4<UInt32>.self)
      place.storeBytes(
        of: sources &+ scaled(below, by: 255 &- (sources &>> 24)), as: SIMD4<UInt32>.self)
    } else {
      for i in 0..<min(count, 4) {
        pixels[i] = sourceOver(scaled(color, by: coverages[i]), pixels[i])
      }
    }
  }
}

extension SIMD4<UInt32> {
  /// The first lanes, with zero for the others.
  @inline(__always)
  fileprivate func first(_ count: Int) -> SIMD4<UInt32> {
    let isFirst = (SIMD4<Int32>(0, 1, 2, 3) &- Int32(truncatingIfNeeded: count)) &>> 31
    return self & unsafeBitCast(isFirst, to: SIMD4<UInt32>.self)
  }
}
