/// How the filter of each row is chosen.
enum Filters {
  /// The same for all rows.
  case all(Filter)
  /// The one that leaves the fewest changes from a byte to the next.
  ///
  /// A chart's row that repeats much of the row above becomes runs of zeros as the difference to it. Another row is better
  /// left as it is, because then it may repeat an earlier one, whatever is above the two.
  case fewestChanges([Filter])
  /// The one that leaves the smallest differences in sum, as the PNG specification advises for photographs.
  case smallestSum

  /// All rows, filtered, each after its filter's number.
  ///
  /// - Parameters:
  ///   - size: of a row, in bytes.
  ///   - step: how far the pixel to the left is, in bytes.
  ///   - pack: writes the row of the given number.
  func apply(
    height: Int, size: Int, step: Int,
    row pack: (_ y: Int, _ row: UnsafeMutablePointer<UInt8>) -> Void
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: height * (size + 1)) { filtered, initialized in
      // The row, the one above it, and what another filter makes of it.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * size + 1) { scratch in
        guard let filtered = filtered.baseAddress, var row = scratch.baseAddress else { return }
        scratch.initialize(repeating: 0)
        var above = row + size
        let trial = above + size
        var y = 0
        while y < height {
          pack(y, row)
          let place = filtered + y * (size + 1)
          var best = Int.max
          for filter in candidates {
            // The first is tried where it may stay.
            let target = best == .max ? place : trial
            filter.apply(to: row, below: above, count: size, step: step, target)
            let cost = cost(of: target + 1, count: size)
            if target == trial && cost < best { place.update(from: trial, count: size + 1) }
            best = min(best, cost)
          }
          swap(&row, &above)
          y += 1
        }
        initialized = height * (size + 1)
      }
    }
  }

  private var candidates: [Filter] {
    switch self {
    case .all(let filter): [filter]
    case .fewestChanges(let filters): filters
    case .smallestSum: Filter.allCases
    }
  }

  /// How bad a filtered row is.
  private func cost(of bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    switch self {
    case .all: 0
    case .fewestChanges: changes(bytes, count: count)
    case .smallestSum: sumOfMagnitudes(bytes, count: count)
    }
  }
}

/// How many of the bytes differ from the one before.
///
/// A sum of at most 240 ones fits a byte, so the compiler adds sixteen of them at once.
private func changes(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
  var changes = 0
  var i = 1
  while i < count {
    let end = min(i &+ 240, count)
    var few: UInt8 = 0
    while i < end {
      few &+= bytes[i] == bytes[i &- 1] ? 0 : 1
      i &+= 1
    }
    changes &+= Int(few)
  }
  return changes
}

/// The sum of the bytes as differences: from −128 to 127.
private func sumOfMagnitudes(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
  var sum = 0
  var i = 0
  while i < count {
    sum &+= Int(Int8(bitPattern: bytes[i]).magnitude)
    i &+= 1
  }
  return sum
}
