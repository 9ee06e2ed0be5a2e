extension TorchGenerator {
  /// Whole numbers of a range, all equally likely but for a bias of less than 1/16 where the range is wide:
  /// `torch.randint(range.lowerBound, range.upperBound, [n])`.
  ///
  /// - Precondition: the range is not empty.
  public mutating func randint(_ n: Int, in range: Range<Int>) -> [Int] {
    precondition(!range.isEmpty, "A number of an empty range.")
    let width = UInt64(range.count)
    return (0..<n).map { _ in
      let bits = width >= 1 << 28 ? next64() : UInt64(next32())
      return range.lowerBound + Int(bits % width)
    }
  }

  /// The numbers from 0 to below n in random order: `torch.randperm(n)`, for n up to 200 million.
  ///
  /// The shuffle of Fisher and Yates (Durstenfeld 1964), from the left.
  public mutating func randperm(_ n: Int) -> [Int] {
    var order = Array(0..<n)
    for i in order.indices.dropLast() {
      order.swapAt(i, i + Int(next32()) % (n - i))
    }
    return order
  }
}
