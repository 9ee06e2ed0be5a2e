import RealModule

/// Normal numbers are made two by two from uniform ones: Box and Muller, "A Note on the Generation of Random Normal
/// Deviates", Annals of Mathematical Statistics 29(2), 1958. PyTorch does so in one way for fewer than 16 numbers and in
/// another for more, so `randn(15)` and the first 15 of `randn(16)` have nothing in common.
extension TorchGenerator {
  /// How many numbers PyTorch's inner loop makes at once.
  @usableFromInline static var block: Int { @inlinable get { 16 } }

  /// Normal numbers with mean 0 and variance 1: `torch.randn(n)`.
  @inlinable public mutating func randn<Number: TorchNumber>(
    _ n: Int, as type: Number.Type = Float.self
  ) -> [Number] {
    normal(n, mean: 0, std: 1, as: type)
  }

  /// Normal numbers: `torch.empty(n).normal_(mean, std)`.
  ///
  /// - Parameter std: the standard deviation, the root of the variance.
  @inlinable public mutating func normal<Number: TorchNumber>(
    _ n: Int, mean: Double, std: Double, as type: Number.Type = Float.self
  ) -> [Number] {
    guard n >= Self.block else {
      return (0..<n).map { _ in Number(nextNormal() * std + mean) }
    }
    var values = rand(n, as: type)
    let (mean, std) = (Number(mean), Number(std))
    func transformBlock(at start: Int) {
      for j in start..<start + Self.block / 2 {
        let partner = j + Self.block / 2
        let normals = Number.normals(from: (values[j], values[partner]), kernels: kernels)
        // Rounded once with all kernels.
        values[j] = mean.addingProduct(normals.0, std)
        values[partner] = mean.addingProduct(normals.1, std)
      }
    }
    for start in stride(from: 0, through: n - Self.block, by: Self.block) {
      transformBlock(at: start)
    }
    if n % Self.block != 0 {
      // The last block is a whole one too, drawn anew over the end of the one before.
      values.replaceSubrange((n - Self.block)..., with: rand(Self.block, as: type))
      transformBlock(at: n - Self.block)
    }
    return values
  }

  /// One normal number: PyTorch's `normal_distribution<double>`.
  ///
  /// The second number of the pair is kept for the next call, whatever is drawn between.
  @inlinable mutating func nextNormal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let angle = 2 * Double.pi * Double.uniform(from: &self)
    let radius = Double.sqrt(-2 * .log(onePlus: -Double.uniform(from: &self)))
    spareNormal = radius * .sin(angle)
    return radius * .cos(angle)
  }
}
