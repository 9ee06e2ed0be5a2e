import Drawing

/// An image: rows of pixels from the top, each row from the left.
public struct Pixmap: Hashable, Sendable {
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int

  /// One word a pixel, red in the lowest byte, then green, blue, alpha: in memory the bytes are in that order.
  ///
  /// Colours are sRGB bytes with alpha multiplied in.
  public internal(set) var pixels: [UInt32]

  /// An image of one colour.
  ///
  /// - Precondition: width and height are positive.
  public init(width: Int, height: Int, filledWith color: Color = .white) {
    precondition(width > 0 && height > 0, "An image has at least one pixel.")
    self.width = width
    self.height = height
    self.pixels = Array(unsafeUninitializedCapacity: width * height) { pixels, count in
      preferLargePages(for: pixels)
      count = width * height
      pixels[..<count].initialize(repeating: color.premultiplied)
    }
  }

  /// An image of the given pixels.
  ///
  /// - Precondition: there are width · height of them.
  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(width > 0 && height > 0, "An image has at least one pixel.")
    precondition(pixels.count == width * height, "A pixel for each place.")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}

extension Color {
  /// The colour as a pixel, alpha multiplied in and rounded to nearest.
  public var premultiplied: UInt32 {
    func times(_ channel: UInt8) -> UInt32 { (UInt32(channel) * UInt32(alpha) + 127) / 255 }
    return times(red) | times(green) << 8 | times(blue) << 16 | UInt32(alpha) << 24
  }
}
