import TestSupport
import Testing

@testable import PNG

/// The rows as they were before they were filtered, by the formulas of the PNG specification, section 9.2.
private func unfiltered(_ filtered: [UInt8], size: Int, step: Int) -> [UInt8] {
  var rows: [UInt8] = []
  for start in stride(from: 0, to: filtered.count, by: size + 1) {
    let y = start / (size + 1)
    for x in 0..<size {
      let a = x < step ? 0 : Int(rows[y * size + x - step])
      let b = y == 0 ? 0 : Int(rows[(y - 1) * size + x])
      let c = x < step || y == 0 ? 0 : Int(rows[(y - 1) * size + x - step])
      let plane = a + b - c
      // The first of the nearest.
      let nearest = [a, b, c].min { abs(plane - $0) < abs(plane - $1) } ?? 0
      let guess = [0, a, b, (a + b) / 2, nearest][Int(filtered[start])]
      rows.append(filtered[start + 1 + x] &+ UInt8(guess))
    }
  }
  return rows
}

/// Rows of random bytes, few or many different ones.
private func rows(count: Int, size: Int, using random: inout SeededGenerator) -> [UInt8] {
  let greatest: UInt8 = Bool.random(using: &random) ? 255 : 2
  return (0..<count * size).map { _ in UInt8.random(in: 0...greatest, using: &random) }
}

@Suite struct FilterTests {
  @Test func filteredRowsCanBeRestored() {
    var random = SeededGenerator(seed: 22)
    let ways: [Filters] =
      Filter.allCases.map { .all($0) }
      + [.fewestChanges([.none, .up]), .fewestChanges(Filter.allCases), .smallestSum]
    for _ in 0..<100 {
      let step = Int.random(in: 1...4, using: &random)
      let size = step * Int.random(in: 1...50, using: &random)
      let rows = rows(count: Int.random(in: 1...6, using: &random), size: size, using: &random)
      for way in ways {
        let filtered = way.apply(to: rows, size: size, step: step)
        #expect(unfiltered(filtered, size: size, step: step) == rows)
      }
    }
  }

  /// The cost of each row, in changes or in magnitudes, is the least that any of the filters has.
  @Test(arguments: [true, false])
  func theFilterOfARowIsTheBest(countsChanges: Bool) {
    var random = SeededGenerator(seed: 23)
    func cost(_ row: ArraySlice<UInt8>) -> Int {
      countsChanges
        ? zip(row, row.dropFirst()).count { $0 != $1 }
        : row.reduce(0) { $0 + abs(Int(Int8(bitPattern: $1))) }
    }
    for _ in 0..<100 {
      let size = 3 * Int.random(in: 1...20, using: &random)
      let rows = rows(count: 5, size: size, using: &random)
      func costs(_ filters: Filters) -> [Int] {
        let filtered = filters.apply(to: rows, size: size, step: 3)
        return (0..<5).map { cost(filtered[($0 * (size + 1) + 1)..<($0 + 1) * (size + 1)]) }
      }
      let each = Filter.allCases.map { costs(.all($0)) }
      let best = costs(countsChanges ? .fewestChanges(Filter.allCases) : .smallestSum)
      for y in 0..<5 { #expect(best[y] == each.map { $0[y] }.min()) }
    }
  }
}

extension Filters {
  /// The same for rows that lie one after the other.
  fileprivate func apply(to rows: [UInt8], size: Int, step: Int) -> [UInt8] {
    apply(height: rows.count / size, size: size, step: step) { y, row in
      for i in 0..<size { row[i] = rows[y * size + i] }
    }
  }
}
