#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How numbers are written in a formula.
public enum Numerals: Sendable {
  /// For people: six significant digits, `0.980003`, `1e−8`, a real minus sign, no trailing zeros.
  case rounded
  /// The shortest text that reads back as the very same double.
  case exact

  public func text(_ x: Double) -> String {
    if x.isNaN { return "NaN" }
    if x.isInfinite { return x < 0 ? "−∞" : "∞" }
    let digits: (mantissa: Substring, exponent: Int)
    switch self {
    case .rounded: digits = Self.scientific(x.magnitude)
    case .exact: digits = Self.shortest(x.magnitude)
    }
    let sign = x < 0 ? "−" : ""
    return sign + Self.positional(digits.mantissa, exponent: digits.exponent)
  }

  /// Digits d₀d₁d₂… and e such that x ≈ d₀.d₁d₂… · 10ᵉ, six of them, rounded from the double's exact value.
  ///
  /// C rounds the exact binary value, as PyTorch's printing does; rounding Swift's shortest text would round twice.
  private static func scientific(_ x: Double) -> (Substring, Int) {
    var buffer = [CChar](repeating: 0, count: 32)
    _ = withVaList([x]) { vsnprintf(&buffer, buffer.count, "%.5e", $0) }
    return digits(of: buffer.prefix { $0 != 0 }.map { Character(Unicode.Scalar(UInt8($0))) })
  }

  private static func shortest(_ x: Double) -> (Substring, Int) { digits(of: Array("\(x)")) }

  /// Takes apart a text such as `1.50000e-08` or `120.0`.
  private static func digits(of text: [Character]) -> (Substring, Int) {
    let parts = text.split(separator: "e")
    let whole = parts[0].prefix { $0 != "." }
    let fraction = parts[0].dropFirst(whole.count + 1)
    var exponent = whole.count - 1 + (parts.count > 1 ? Int(String(parts[1])) ?? 0 : 0)
    var digits = Substring(String(whole + fraction))
    let zeros = digits.prefix { $0 == "0" }.count
    digits = digits.dropFirst(zeros)
    exponent -= zeros
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? ("0", 0) : (digits, exponent)
  }

  /// Writes the digits with a decimal point, or with a power of ten where there would be many zeros.
  private static func positional(_ digits: Substring, exponent: Int) -> String {
    guard (-4..<6).contains(exponent) else {
      let fraction = digits.dropFirst()
      let power = exponent < 0 ? "−\(-exponent)" : "\(exponent)"
      return "\(digits.prefix(1))\(fraction.isEmpty ? "" : ".")\(fraction)e\(power)"
    }
    guard exponent >= 0 else {
      return "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let fraction = digits.dropFirst(exponent + 1)
    let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    return "\(digits.prefix(exponent + 1))\(zeros)\(fraction.isEmpty ? "" : ".")\(fraction)"
  }
}
