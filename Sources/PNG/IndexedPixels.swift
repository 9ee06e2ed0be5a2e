/// A picture of at most 256 colours, as the list of them and for each pixel its place in the list.
struct IndexedPixels {
  /// In the order in which they first appear.
  let colors: [UInt32]
  let indices: [UInt8]

  /// Finds the colours; nil if there are more than 256.
  ///
  /// A chart is mostly long runs of one colour, so a pixel is first compared with the one before it. What is left is
  /// looked up in a hash table with open addressing.
  init?(_ pixels: [UInt32]) {
    var colors = ColorTable()
    let indices = [UInt8](unsafeUninitializedCapacity: pixels.count) { indices, initialized in
      pixels.withUnsafeBufferPointer { pixels in
        var last = ~pixels[0]
        var index: UInt8 = 0
        for i in pixels.indices {
          let pixel = pixels[i]
          if pixel != last {
            guard let found = colors.index(of: pixel) else { return }
            index = found
            last = pixel
          }
          indices[i] = index
        }
        initialized = pixels.count
      }
    }
    guard indices.count == pixels.count else { return nil }
    self.colors = colors.list
    self.indices = indices
  }
}

/// Up to 256 colours and where in the list of them each is.
private struct ColorTable {
  /// For each slot of the hash table a place in the list, or -1. It is at most a quarter full, so that a colour is mostly
  /// found in the first slot looked at.
  private var slots = [Int](repeating: -1, count: 1024)
  private(set) var list: [UInt32] = []

  /// The colour's place in the list, where it is put if it is new; nil where there is no place left.
  mutating func index(of color: UInt32) -> UInt8? {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the top ten bits of a product with 2³²/φ.
    var slot = Int(truncatingIfNeeded: (color &* 0x9E37_79B1) &>> 22)
    while slots[slot] >= 0 {
      if list[slots[slot]] == color { return UInt8(truncatingIfNeeded: slots[slot]) }
      slot = (slot &+ 1) & 1023
    }
    guard list.count < 256 else { return nil }
    slots[slot] = list.count
    list.append(color)
    return UInt8(truncatingIfNeeded: slots[slot])
  }
}
