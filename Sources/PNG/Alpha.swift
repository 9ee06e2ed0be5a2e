/// The pixel with alpha no longer multiplied in, rounded to nearest.
///
/// Multiplying alpha in again gives the pixel back: the rounding is off by at most ½, alpha/255 times that is less than
/// ½ unless alpha is 255, and rounds away. A channel greater than alpha, which no colour gives, becomes 255.
func unpremultiplied(_ pixel: UInt32) -> UInt32 {
  let alpha = pixel &>> 24
  if alpha == 255 { return pixel }
  if alpha == 0 { return 0 }
  return mapColor(of: pixel) { min(($0 &* 255 &+ alpha / 2) / alpha, 255) }
}

/// The pixel with alpha multiplied in, rounded to nearest as `Color.premultiplied` does.
func premultiplied(_ pixel: UInt32) -> UInt32 {
  let alpha = pixel &>> 24
  return mapColor(of: pixel) { ($0 &* alpha &+ 127) / 255 }
}

/// The pixel with something else for red, green and blue.
@inline(__always)
private func mapColor(of pixel: UInt32, _ channel: (UInt32) -> UInt32) -> UInt32 {
  channel(pixel & 0xFF) | channel(pixel &>> 8 & 0xFF) &<< 8
    | channel(pixel &>> 16 & 0xFF) &<< 16 | pixel & 0xFF00_0000
}
