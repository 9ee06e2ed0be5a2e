extension TorchGenerator {
  /// Zeros and ones, each one with probability p: `torch.empty(n).bernoulli_(p)`.
  ///
  /// PyTorch built with Intel's MKL, on an Intel processor, draws from a generator of MKL's instead and gets others.
  public mutating func bernoulli<Number: TorchNumber>(
    _ n: Int, p: Double, as type: Number.Type = Float.self
  ) -> [Number] {
    (0..<n).map { _ in Double.uniform(from: &self) < p ? 1 : 0 }
  }

  /// What `nn.Dropout(p)` multiplies n activations with in training: 0 with probability p, else 1/(1 − p).
  ///
  /// - Parameter p: from 0 to 1. At 1 all factors are 0.
  public mutating func dropoutMask<Number: TorchNumber>(
    _ n: Int, p: Double, as type: Number.Type = Float.self
  ) -> [Number] {
    let kept = bernoulli(n, p: 1 - p, as: type)
    return p == 1 ? kept : kept.map { $0 / Number(1 - p) }
  }
}
