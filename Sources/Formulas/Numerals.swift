#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import Words

/// How numbers are written in a formula.
public enum Numerals: Sendable {
  /// For people: six significant digits, `0.980003`, `1e−8`, a real minus sign, no trailing zeros.
  case rounded
  /// The shortest text that reads back as the very same double.
  case exact
  /// As many decimals as given, as C's `%.6f` and PyTorch's printing write them: `0.990000`.
  case fixed(Int)
  /// Six significant digits like `rounded`, with a power of ten as in print: `2.5·10⁻⁸`, `10⁻⁸`.
  case typeset

  /// The number as text; NaN and ∞ for what is no finite one.
  public func text(_ x: Double) -> String {
    if x.isNaN { return "NaN" }
    if x.isInfinite { return x < 0 ? "−∞" : "∞" }
    let sign = x < 0 ? "−" : ""
    switch self {
    case .rounded: return sign + Self.positional(Self.significant(x.magnitude))
    case .exact: return sign + Self.positional(Self.digits(of: "\(x.magnitude)"))
    case .fixed(let decimals): return sign + Self.print("%.\(decimals)f", x.magnitude)
    case .typeset: return mathematics(x).text
    }
  }

  /// The number as it stands in a formula.
  ///
  /// - Parameter digits: how many a typeset number has at most.
  public func mathematics(_ x: Double, digits: Int = 6) -> Mathematics {
    guard case .typeset = self, x.isFinite else { return .number(text(x)) }
    let sign = x < 0 ? "−" : ""
    let parts = Self.positional(Self.significant(x.magnitude, digits)).split(separator: "e")
    guard parts.count == 2 else { return .number(sign + parts[0]) }
    let isPower = parts[0] == "1"
    let power = Mathematics.number(isPower ? sign + "10" : "10").raised(to: .number("\(parts[1])"))
    return isPower ? power : .product(.number(sign + parts[0]), power)
  }

  /// Digits d₀d₁d₂… and e such that x = d₀.d₁d₂… · 10ᵉ.
  private typealias Digits = (mantissa: Substring, exponent: Int)

  /// The first digits, rounded from the double's exact value.
  ///
  /// C rounds the exact binary value, as PyTorch's printing does; rounding Swift's shortest text would round twice.
  private static func significant(_ x: Double, _ count: Int = 6) -> Digits {
    digits(of: print("%.\(count - 1)e", x))
  }

  private static func print(_ format: String, _ x: Double) -> String {
    withVaList([x]) { arguments in
      // The largest double has 309 digits before the point.
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
        _ = vsnprintf(buffer.baseAddress, buffer.count, format, arguments)
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      }
    }
  }

  /// Takes apart a text such as `1.50000e-08` or `120.0`.
  private static func digits(of text: String) -> Digits {
    let parts = text.split(separator: "e")
    let whole = parts[0].prefix { $0 != "." }
    let fraction = parts[0].dropFirst(whole.count + 1)
    var exponent = whole.count - 1 + (parts.count > 1 ? Int(String(parts[1])) ?? 0 : 0)
    var digits = Substring(whole + fraction)
    let zeros = digits.prefix { $0 == "0" }.count
    digits = digits.dropFirst(zeros)
    exponent -= zeros
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? ("0", 0) : (digits, exponent)
  }

  /// Writes the digits with a decimal point, or with a power of ten where there would be many zeros.
  private static func positional(_ number: Digits) -> String {
    let (digits, exponent) = number
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
