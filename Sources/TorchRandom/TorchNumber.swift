import RealModule

/// A number type that PyTorch draws random numbers of: `Float` is its float32, `Double` its float64.
public protocol TorchNumber: BinaryFloatingPoint, Real, Sendable {
  /// A uniform number from 0 to below 1.
  static func uniform(from generator: inout TorchGenerator) -> Self

  /// Two independent normal numbers with mean 0 and variance 1 from two uniform ones.
  static func normals(from uniforms: (Self, Self), kernels: Kernels) -> (Self, Self)
}

extension Float: TorchNumber {
  /// The low 24 bits of a word; a float has no more.
  @inlinable public static func uniform(from generator: inout TorchGenerator) -> Float {
    Float(generator.next32() & 0xFF_FFFF) * 0x1p-24
  }

  @inlinable public static func normals(from uniforms: (Float, Float), kernels: Kernels) -> (
    Float, Float
  ) {
    let (a, b) = (1 - uniforms.0, uniforms.1)
    switch kernels {
    case .avx2:
      let angle = Float(2 * Double.pi) * b
      let radius = Float.sqrt(-2 * CephesFunctions.log(a))
      let (sin, cos) = CephesFunctions.sinAndCos(angle)
      return (radius * cos, radius * sin)
    case .portable:
      let angle = Float(2 * Double.pi * Double(b))
      let radius = Float.sqrt(-2 * .log(a))
      return (radius * .cos(angle), radius * .sin(angle))
    }
  }
}

extension Double: TorchNumber {
  /// The low 53 bits of two words.
  @inlinable public static func uniform(from generator: inout TorchGenerator) -> Double {
    Double(generator.next64() & 0x1F_FFFF_FFFF_FFFF) * 0x1p-53
  }

  @inlinable public static func normals(from uniforms: (Double, Double), kernels: Kernels) -> (
    Double, Double
  ) {
    let radius = Double.sqrt(-2 * .log(1 - uniforms.0))
    let angle = 2 * Double.pi * uniforms.1
    return (radius * .cos(angle), radius * .sin(angle))
  }
}
