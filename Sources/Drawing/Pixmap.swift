/// An image: rows of pixels from the top, each row from the left.
public struct Pixmap: Hashable, Sendable {
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int

  /// One word a pixel, red in the lowest byte, then green, blue, alpha: in memory the bytes are in that order.
  ///
  /// Colours are sRGB bytes with alpha multiplied in.
  public package(set) var pixels: [UInt32]

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
