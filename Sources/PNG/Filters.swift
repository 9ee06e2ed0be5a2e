import CPNG

/// How the filter of each row is chosen.
///
/// A row that repeats much of the row above is better stored as the difference to it, and another row as it is, because
/// then it may repeat an earlier row whatever is above the two.
enum Filters {
  /// The same for all rows.
  case all(Int)
  /// The difference to the row above where this many times the bytes that differ from it are no more than the bytes that
  /// differ from the pixel to the left.
  case upWhereSimilar(Int)

  /// The filter of each row.
  func forRows(
    _ rows: UnsafeRawBufferPointer, bytesPerRow: Int, bytesPerPixel: Int
  ) -> [UInt8] {
    let height = rows.count / bytesPerRow
    switch self {
    case .all(let filter):
      return Array(repeating: UInt8(filter), count: height)
    case .upWhereSimilar(let factor):
      let none = UInt8(cpng_filter_none)
      let up = UInt8(cpng_filter_up)
      return [none]
        + (1..<height).map { row in
          let start = row * bytesPerRow
          let above = differences(rows, start, bytesPerRow, from: start - bytesPerRow)
          let left = differences(
            rows, start + bytesPerPixel, bytesPerRow - bytesPerPixel, from: start)
          return factor * above <= left ? up : none
        }
    }
  }
}

/// How many of the bytes from a place on differ from those from another place on.
private func differences(
  _ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int, from other: Int
) -> Int {
  var differences = 0
  var i = 0
  while i < count {
    if bytes[start &+ i] != bytes[other &+ i] { differences &+= 1 }
    i &+= 1
  }
  return differences
}
