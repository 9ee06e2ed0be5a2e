/// What a row is stored as: its bytes, or their differences to a guess that is made from earlier ones (PNG specification,
/// section 9.2).
enum Filter: UInt8, CaseIterable {
  case none, left, up, average, paeth

  /// Writes the filter's number and the filtered row.
  ///
  /// - Parameters:
  ///   - above: the row before, or zeros.
  ///   - step: how far the pixel to the left is, in bytes.
  func apply(
    to row: UnsafePointer<UInt8>, below above: UnsafePointer<UInt8>, count: Int, step: Int,
    _ filtered: UnsafeMutablePointer<UInt8>
  ) {
    filtered[0] = rawValue
    /// A loop for each guess, of which the compiler makes vectors.
    @inline(__always)
    func subtract(_ guess: (_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8) {
      let filtered = filtered + 1
      var i = 0
      while i < step {
        filtered[i] = row[i] &- guess(0, above[i], 0)
        i &+= 1
      }
      while i < count {
        filtered[i] = row[i] &- guess(row[i &- step], above[i], above[i &- step])
        i &+= 1
      }
    }
    switch self {
    case .none: subtract { _, _, _ in 0 }
    case .left: subtract { left, _, _ in left }
    case .up: subtract { _, above, _ in above }
    case .average:
      subtract { left, above, _ in
        UInt8(truncatingIfNeeded: (UInt16(left) &+ UInt16(above)) &>> 1)
      }
    case .paeth: subtract(nearest)
    }
  }
}

/// Whichever of the pixels to the left and above is nearest to what a plane through the three would give here, or the one
/// in the corner (Alan Paeth, Image File Compression Made Easy, Graphics Gems II, 1991).
@inline(__always)
private func nearest(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
  let (a, b, c) = (Int(left), Int(above), Int(corner))
  let (toLeft, toAbove) = ((b &- c).magnitude, (a &- c).magnitude)
  let toCorner = (a &+ b &- 2 &* c).magnitude
  if toLeft <= toAbove && toLeft <= toCorner { return left }
  return toAbove <= toCorner ? above : corner
}
