extension TorchGenerator {
  /// Uniform numbers from 0 to below 1: `torch.rand(n)`.
  @inlinable public mutating func rand<Number: TorchNumber>(
    _ n: Int, as type: Number.Type = Float.self
  ) -> [Number] {
    (0..<n).map { _ in Number.uniform(from: &self) }
  }

  /// Uniform numbers from a lower bound to below an upper one: `torch.empty(n).uniform_(low, high)`.
  public mutating func uniform<Number: TorchNumber>(
    _ n: Int, from low: Double, to high: Double, as type: Number.Type = Float.self
  ) -> [Number] {
    let (low, high) = (Number(low), Number(high))
    return (0..<n).map { _ in
      let x = kernels.multiplyAdd(Number.uniform(from: &self), high - low, low)
      // Rounding may reach the upper bound, which does not belong to the range.
      return x == high ? low : x
    }
  }
}
