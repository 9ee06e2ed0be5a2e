import Drawing
import TestSupport

/// The kinds of pictures that are stored differently.
enum Kind: CaseIterable {
  case grey, opaque, greyWithAlpha, alpha

  /// A random pixel that a colour of this kind gives.
  func pixel(using random: inout SeededGenerator) -> UInt32 {
    let alpha: UInt32 =
      switch self {
      case .grey, .opaque: 255
      case .greyWithAlpha, .alpha: .random(in: 0...255, using: &random)
      }
    let red = UInt32.random(in: 0...alpha, using: &random)
    var (green, blue) = (red, red)
    if self == .opaque || self == .alpha {
      green = .random(in: 0...alpha, using: &random)
      blue = .random(in: 0...alpha, using: &random)
    }
    return red | green << 8 | blue << 16 | alpha << 24
  }

  /// As many different pixels of this kind.
  ///
  /// - Precondition: there are so many; of greys there are 256.
  func pixels(count: Int, using random: inout SeededGenerator) -> [UInt32] {
    var found: Set<UInt32> = []
    var pixels: [UInt32] = []
    while pixels.count < count {
      let pixel = pixel(using: &random)
      if found.insert(pixel).inserted { pixels.append(pixel) }
    }
    return pixels
  }
}

/// A picture in which each of the colours appears, in runs of random lengths where there is room.
func picture(
  of colors: [UInt32], width: Int, height: Int, using random: inout SeededGenerator
) -> Pixmap {
  var pixels = Array(colors.shuffled(using: &random).prefix(width * height))
  while pixels.count < width * height {
    let run = Int.random(in: 1...9, using: &random)
    let color = colors[Int.random(in: 0..<colors.count, using: &random)]
    pixels += repeatElement(color, count: min(run, width * height - pixels.count))
  }
  return Pixmap(width: width, height: height, pixels: pixels)
}
