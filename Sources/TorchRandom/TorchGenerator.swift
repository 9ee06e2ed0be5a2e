/// The random numbers of PyTorch on a processor (`torch.manual_seed` and what is drawn afterwards), to the last bit:
/// who runs the same lines in PyTorch gets the same numbers.
///
///     var torch = TorchGenerator(seed: 0)
///     torch.rand(2)     // [0.49625659, 0.7682218], as torch.manual_seed(0); torch.rand(2)
///
/// All functions draw from one stream, so their order counts. Checked with PyTorch 2.13.
///
/// What draws many numbers is inlinable, so that a room which is optimized in debug builds (`Perceptrons`) draws as fast as it
/// calculates: two and a half million normal numbers for the lesson on initialization in half a second in place of many.
public struct TorchGenerator: Sendable {
  @usableFromInline var twister: MersenneTwister
  /// The second of two normal numbers that were made together, until it is asked for; see `normal`.
  @usableFromInline var spareNormal: Double?
  /// Which of PyTorch's versions of its inner loops is followed.
  public let kernels: Kernels

  /// The generator after `torch.manual_seed(seed)`.
  ///
  /// - Parameter seed: only its low 32 bits count, as in PyTorch.
  public init(seed: Int, kernels: Kernels = .avx2) {
    twister = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    self.kernels = kernels
  }

  /// 32 random bits: PyTorch's `random()`.
  @inlinable mutating func next32() -> UInt32 { twister.next() }

  /// 64 random bits, the first word drawn being the high half: PyTorch's `random64()`.
  @inlinable mutating func next64() -> UInt64 {
    let high = UInt64(twister.next())
    return high << 32 | UInt64(twister.next())
  }
}
