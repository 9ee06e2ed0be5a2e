import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Pixmap {
  /// An image of one colour.
  ///
  /// - Precondition: width and height are positive.
  public init(width: Int, height: Int, filledWith color: Color = .white) {
    precondition(width > 0 && height > 0, "An image has at least one pixel.")
    let pixels = [UInt32](unsafeUninitializedCapacity: width * height) { pixels, count in
      preferLargePages(for: pixels)
      count = width * height
      pixels[..<count].initialize(repeating: color.premultiplied)
    }
    self.init(width: width, height: height, pixels: pixels)
  }
}

/// Asks Linux to keep the memory in pages of two megabytes where it can.
///
/// The rows of a picture lie in a small page each, so that drawing a shape goes through as many pages as the shape has
/// rows. Large ones save looking those up, and fetching hundreds of small ones when the picture is made. Nothing depends
/// on whether the system grants them.
private func preferLargePages(for memory: UnsafeMutableBufferPointer<UInt32>) {
  #if os(Linux)
    let pageSize = 2 << 20
    let bytes = UnsafeMutableRawBufferPointer(memory)
    guard let start = bytes.baseAddress, bytes.count >= 2 * pageSize else { return }
    let first = start.alignedUp(toMultipleOf: pageSize)
    let end = (start + bytes.count).alignedDown(toMultipleOf: pageSize)
    _ = madvise(first, end - first, Int32(MADV_HUGEPAGE))
  #endif
}
