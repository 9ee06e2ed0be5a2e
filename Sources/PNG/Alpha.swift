/// The pixel with alpha no longer multiplied in, rounded to nearest.
///
/// Multiplying alpha in again gives the pixel back: the rounding is off by at most ½, alpha/255 times that is less than
/// ½ unless alpha is 255, and rounds away. A channel greater than alpha, which no colour gives, becomes 255.
func unpremultiplied(_ pixel: UInt32) -> UInt32 {
  let alpha = pixel &>> 24
  if alpha == 255 { return pixel }
  if alpha == 0 { return 0 }
  let red = min(((pixel & 0xFF) &* 255 &+ alpha / 2) / alpha, 255)
  let green = min(((pixel &>> 8 & 0xFF) &* 255 &+ alpha / 2) / alpha, 255)
  let blue = min(((pixel &>> 16 & 0xFF) &* 255 &+ alpha / 2) / alpha, 255)
  return red | green &<< 8 | blue &<< 16 | alpha &<< 24
}

/// Multiplies alpha in, rounding to nearest as `Color.premultiplied` does.
func premultiply(_ pixels: inout [UInt32]) {
  pixels.withUnsafeMutableBufferPointer { pixels in
    let end = pixels.count
    var i = 0
    while i < end {
      let pixel = pixels[i]
      let alpha = pixel &>> 24
      if alpha != 255 {
        let red = ((pixel & 0xFF) &* alpha &+ 127) / 255
        let green = ((pixel &>> 8 & 0xFF) &* alpha &+ 127) / 255
        let blue = ((pixel &>> 16 & 0xFF) &* alpha &+ 127) / 255
        pixels[i] = red | green &<< 8 | blue &<< 16 | alpha &<< 24
      }
      i &+= 1
    }
  }
}
