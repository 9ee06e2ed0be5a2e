/// Logarithm, sine and cosine in single precision, as PyTorch's AVX2 loops calculate them: the coefficients are those of
/// Stephen Moshier's Cephes library (`logf.c`, `sinf.c`), and each product that is followed by a sum is fused with it.
///
/// Results are good to a few units in the last place; what counts here is that they are PyTorch's to the last bit.
@usableFromInline enum CephesFunctions {
  /// The natural logarithm of a normal number above 0.
  ///
  /// x = m·2ᵉ with m from √½ to √2, a polynomial for ln m, and e·ln 2 in two parts so that it is exact.
  @inlinable static func log(_ x: Float) -> Float {
    var e = Float(x.exponent) + 1
    let m = x.significand / 2
    var z = m - 1
    if m < 0.70710678 {
      e -= 1
      z += m
    }
    let w = z * z
    var p = polynomial(
      [
        7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
        -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
      ], z)
    p *= z
    p = (e * -2.12194440e-4).addingProduct(p, w)
    p -= w / 2
    return (z + p).addingProduct(e, 0.693359375)
  }

  /// Sine and cosine of an angle from 0 to some thousand, in radians.
  ///
  /// The angle is reduced to −π/4…π/4 by multiples of π/2, subtracted in three parts, and the octant j says which of the
  /// two polynomials is the sine and which signs they have.
  @inlinable static func sinAndCos(_ angle: Float) -> (sin: Float, cos: Float) {
    let j = (Int32(angle * 1.27323954473516) + 1) & ~1
    let y = Float(j)
    var t = angle.addingProduct(y, -0.78515625)
    t = t.addingProduct(y, -2.4187564849853516e-4)
    t = t.addingProduct(y, -3.77489497744594108e-8)
    let w = t * t
    let c = polynomial([2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2], w) * w
    let s = polynomial([-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1], w) * w
    let cosine = (-(w / 2)).addingProduct(c, w) + 1
    let sine = t.addingProduct(s, t)
    let (sin, cos) = j & 2 == 0 ? (sine, cosine) : (cosine, sine)
    return (j & 4 == 0 ? sin : -sin, (j &- 2) & 4 == 0 ? -cos : cos)
  }

  /// Horner's scheme, the coefficient of the highest power first.
  @inlinable static func polynomial(_ coefficients: [Float], _ x: Float) -> Float {
    coefficients.dropFirst().reduce(coefficients[0]) { $1.addingProduct($0, x) }
  }
}
