import Drawing

extension Pixmap {
  /// From the least to the greatest of the values; nil if none is a number.
  public static func range(of values: [Float]) -> ClosedRange<Float>? {
    var low = SIMD8<Float>(repeating: .infinity)
    var high = -low
    values.withUnsafeBytes { bytes in
      var i = 0
      while i &+ 8 <= values.count {
        let eight = bytes.loadUnaligned(fromByteOffset: 4 &* i, as: SIMD8<Float>.self)
        low = low.replacing(with: eight, where: eight .< low)
        high = high.replacing(with: eight, where: eight .> high)
        i &+= 8
      }
    }
    for value in values.suffix(values.count % 8) {
      if value < low[0] { low[0] = value }
      if value > high[0] { high[0] = value }
    }
    return low.min() <= high.max() ? low.min()...high.max() : nil
  }

  /// A picture of a field of numbers: each becomes the colour that stands for it in a table.
  ///
  ///     let map = Pixmap(width: 2, height: 1, values: [0, 1], in: 0...1, colors: [.black, .white])
  ///
  /// The table is spread evenly over the range; what lies outside of it gets the colour of the nearer end. A value that
  /// is not a number is transparent.
  ///
  /// - Precondition: width and height are positive, there are width · height values, and 1 to 65,536 colours.
  public init(
    width: Int, height: Int, values: [Float], in range: ClosedRange<Float>, colors: [Color]
  ) {
    precondition(width > 0 && height > 0, "An image has at least one pixel.")
    precondition(values.count == width * height, "A value for each place.")
    precondition(1...65_536 ~= colors.count, "A table has 1 to 65,536 colours.")
    let table = ColorTable(count: colors.count, range: range)
    let pixels = [UInt32](unsafeUninitializedCapacity: values.count) { pixels, count in
      guard let start = pixels.baseAddress else { return }
      count = values.count
      table.map(values, through: colors.map(\.premultiplied) + [0], to: start, count: count)
    }
    self.init(width: width, height: height, pixels: pixels)
  }
}

/// Looks up colours, eight at a time: where they are in the table is worked out with vectors.
private struct ColorTable {
  private let low: SIMD8<Float>
  private let factor: SIMD8<Float>
  private let last: SIMD8<Float>
  private let none: SIMD8<Float>

  init(count: Int, range: ClosedRange<Float>) {
    let span = range.upperBound - range.lowerBound
    low = SIMD8(repeating: range.lowerBound)
    // In a range of a single number there are no steps.
    factor = SIMD8(repeating: span > 0 ? Float(count) / span : 0)
    last = SIMD8(repeating: Float(count - 1))
    none = SIMD8(repeating: Float(count))
  }

  /// - Parameter entries: the colours, and after them one for what is not a number.
  func map(
    _ values: UnsafePointer<Float>, through entries: UnsafePointer<UInt32>,
    to pixels: UnsafeMutablePointer<UInt32>, count: Int
  ) {
    @inline(__always)
    func look(up pair: UInt64, _ pixels: UnsafeMutablePointer<UInt32>) {
      pixels[0] = entries[Int(truncatingIfNeeded: pair & 0xFFFF_FFFF)]
      pixels[1] = entries[Int(truncatingIfNeeded: pair &>> 32)]
    }
    var i = 0
    while i &+ 8 <= count {
      let eight = UnsafeRawPointer(values + i).loadUnaligned(as: SIMD8<Float>.self)
      // Two places at a time leave the vector.
      let pairs = unsafeBitCast(places(of: eight), to: SIMD4<UInt64>.self)
      look(up: pairs[0], pixels + i)
      look(up: pairs[1], pixels + (i &+ 2))
      look(up: pairs[2], pixels + (i &+ 4))
      look(up: pairs[3], pixels + (i &+ 6))
      i &+= 8
    }
    while i < count {
      pixels[i] = entries[Int(places(of: SIMD8(repeating: values[i]))[0])]
      i &+= 1
    }
  }

  @inline(__always)
  private func places(of values: SIMD8<Float>) -> SIMD8<UInt32> {
    // The middle of an entry's part of the range is a whole number, so that rounding leads to the entry.
    let steps = (values - low) * factor - 0.5
    var places = steps.replacing(with: 0, where: steps .< 0)
    places = places.replacing(with: last, where: places .> last)
    places = places.replacing(with: none, where: places .!= places)
    // 2²³ is the first Float without fractions: added, it rounds and leaves the whole number in the lowest bits.
    return unsafeBitCast(places + 0x1p23, to: SIMD8<UInt32>.self) & 0x1FFFF
  }
}
