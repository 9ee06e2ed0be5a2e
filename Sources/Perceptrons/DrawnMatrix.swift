import TorchRandom

extension Matrix {
  /// Normal numbers of mean 0 and variance 1: `torch.randn(rows, columns)`. Here many are drawn as fast as they are multiplied.
  public init(normalRows rows: Int, columns: Int, from torch: inout TorchGenerator) {
    self.init(
      rows: rows, columns: columns, torch.randn(rows * columns).map(Double.init))
  }
}
