/// The versions of PyTorch's inner loops, which round differently. The numbers differ in their last digits.
public enum Kernels: Sendable, CaseIterable {
  /// For processors with AVX2 or AVX-512, which all current x86 ones have: products are added without being rounded
  /// first, and single-precision functions are polynomials of PyTorch's own.
  case avx2
  /// For all processors: products are rounded, and functions are those of the C library.
  case portable

  /// x · scale + shift.
  func multiplyAdd<Number: FloatingPoint>(_ x: Number, _ scale: Number, _ shift: Number) -> Number {
    switch self {
    case .avx2: shift.addingProduct(x, scale)
    case .portable: x * scale + shift
    }
  }
}
