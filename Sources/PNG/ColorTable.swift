/// The colours of a picture, each with a place and how many pixels have it: a hash table with open addressing.
struct ColorTable {
  /// For each slot a place in the lists, or −1. At most a quarter of them are taken, so that a colour is mostly found in
  /// the first slot looked at.
  private var slots = [Int32](repeating: -1, count: 1024)
  /// By how many bits a hash is too long.
  private var shift: UInt32 = 22
  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []

  /// The colours of the pixels in the order in which they first appear; nil if there are more than so many.
  init?(_ pixels: [UInt32], atMost limit: Int) {
    let isComplete = pixels.withUnsafeBufferPointer { pixels in
      forEachRun(of: pixels) { color, run in add(color, count: run.count, atMost: limit) }
    }
    if !isComplete { return nil }
  }

  /// Takes note of pixels; false where the colour would be one too many.
  private mutating func add(_ color: UInt32, count: Int, atMost limit: Int) -> Bool {
    let slot = slot(of: color)
    if slots[slot] >= 0 {
      counts[Int(slots[slot])] &+= count
      return true
    }
    guard colors.count < limit else { return false }
    slots[slot] = Int32(truncatingIfNeeded: colors.count)
    colors.append(color)
    counts.append(count)
    if 4 * colors.count > slots.count { grow() }
    return true
  }

  /// The place of a colour that is in the table.
  func place(of color: UInt32) -> Int { Int(slots[slot(of: color)]) }

  /// Where the colour is, or where it would be put.
  private func slot(of color: UInt32) -> Int {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the top bits of a product with 2³²/φ.
    var slot = Int(truncatingIfNeeded: (color &* 0x9E37_79B9) &>> shift)
    while slots[slot] >= 0 && colors[Int(slots[slot])] != color {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  private mutating func grow() {
    shift -= 1
    slots = Array(repeating: -1, count: 2 * slots.count)
    for (place, color) in colors.enumerated() { slots[slot(of: color)] = Int32(place) }
  }
}

/// Gives each run of pixels of one colour to the body, until it returns false.
///
/// A chart is mostly long runs, so eight pixels are compared at once.
///
/// - Returns: whether the body always returned true.
@inline(__always)
func forEachRun(
  of pixels: UnsafeBufferPointer<UInt32>, _ body: (_ color: UInt32, _ run: Range<Int>) -> Bool
) -> Bool {
  guard let start = UnsafeRawPointer(pixels.baseAddress) else { return true }
  var i = 0
  while i < pixels.count {
    let first = i
    let color = pixels[i]
    let pair = UInt64(color) &<< 32 | UInt64(color)
    i &+= 1
    while i &+ 8 <= pixels.count {
      let eight = (start + 4 &* i).loadUnaligned(as: SIMD4<UInt64>.self) ^ pair
      if eight.x | eight.y | eight.z | eight.w != 0 { break }
      i &+= 8
    }
    while i < pixels.count && pixels[i] == color { i &+= 1 }
    guard body(color, first..<i) else { return false }
  }
  return true
}
