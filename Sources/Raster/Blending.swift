// Source-over on premultiplied pixels (Thomas Porter and Tom Duff, Compositing Digital Images, SIGGRAPH 1984):
// result = source + below · (1 − source's alpha), in each of the four channels, on sRGB bytes.
//
// All four channels of a pixel are worked on at once: each byte is given 16 bits of a word of its own, so that one
// multiplication makes four products. Jim Blinn's (t + 128 + ((t + 128) >> 8)) >> 8 is t/255 rounded to nearest,
// exactly, for all products t of two bytes (Three Wrongs Make a Right, IEEE Computer Graphics and Applications, 1995).

/// The pixel with each channel multiplied by `alpha`/255 and rounded to nearest.
func scaled(_ pixel: UInt32, by alpha: UInt32) -> UInt32 {
  let wide = UInt64(truncatingIfNeeded: pixel)
  var t = (wide | wide &<< 24) & 0x00FF_00FF_00FF_00FF
  t = t &* UInt64(truncatingIfNeeded: alpha) &+ 0x0080_0080_0080_0080
  t = ((t &+ (t &>> 8 & 0x00FF_00FF_00FF_00FF)) &>> 8) & 0x00FF_00FF_00FF_00FF
  return UInt32(truncatingIfNeeded: t | t &>> 24)
}

/// Four pixels, each scaled by its own alpha, with the same result.
///
/// Here the bytes share words of 16 bits by twos. Those in the lower halves are freed by a mask and those in the upper
/// ones by a shift, and the products fill the words.
@inline(__always)
func scaled(_ pixels: SIMD4<UInt32>, by alphas: SIMD4<UInt32>) -> SIMD4<UInt32> {
  let pairs = unsafeBitCast(pixels, to: SIMD8<UInt16>.self)
  let factors = unsafeBitCast(alphas | alphas &<< 16, to: SIMD8<UInt16>.self)
  let low = (pairs & 0x00FF) &* factors &+ 128
  let high = (pairs &>> 8) &* factors &+ 128
  let quotients = ((low &+ (low &>> 8)) &>> 8) | ((high &+ (high &>> 8)) & 0xFF00)
  return unsafeBitCast(quotients, to: SIMD4<UInt32>.self)
}

/// The pixel drawn over the one below.
func sourceOver(_ source: UInt32, _ below: UInt32) -> UInt32 {
  source &+ scaled(below, by: 255 &- source &>> 24)
}

/// One pixel that is drawn over many, four at a time.
///
/// 255 times the source is added before the division by 255, together with what rounds it: the result is the same as that
/// of adding the source afterwards, and the sums still fit in 16 bits, as no channel is greater than alpha.
struct Veil {
  private let factor: SIMD8<UInt16>
  private let low: SIMD8<UInt16>
  private let high: SIMD8<UInt16>

  /// - Parameter source: premultiplied.
  @inline(__always)
  init(_ source: UInt32) {
    let pairs = unsafeBitCast(SIMD4(repeating: source), to: SIMD8<UInt16>.self)
    factor = SIMD8(repeating: UInt16(truncatingIfNeeded: 255 &- source &>> 24))
    low = (pairs & 0x00FF) &* 255 &+ 128
    high = (pairs &>> 8) &* 255 &+ 128
  }

  /// - Parameter pixels: four, their bytes by twos.
  @inline(__always)
  func over(_ pixels: SIMD8<UInt16>) -> SIMD8<UInt16> {
    let low = (pixels & 0x00FF) &* factor &+ low
    let high = (pixels &>> 8) &* factor &+ high
    return ((low &+ (low &>> 8)) &>> 8) | ((high &+ (high &>> 8)) & 0xFF00)
  }
}
