import RealModule

/// What an optimizer needs of a number, and no more.
///
/// A formula written once for any `Scalar` runs with `Double` or `Float`, where naming costs nothing, and with
/// `Traced`, which remembers how each value was made:
///
///     func average<Number: Scalar>(_ β: Number, _ old: Number, _ new: Number, _ t: Step) -> Number {
///       (β * old + (1 - β) * new).named("m", t)
///     }
public protocol Scalar: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// The number nearest to a double.
  init(_ value: Double)

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self

  static func sqrt(_ x: Self) -> Self
  static func exp(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  /// The logistic function 1/(1 + e⁻ˣ), from 0 to 1.
  static func sigmoid(_ x: Self) -> Self

  /// xⁿ for a whole number n of any sign.
  static func pow(_ x: Self, _ n: Int) -> Self
  /// x to the number of the step, as in the bias correction 1 − βᵗ.
  static func pow(_ x: Self, _ t: Step) -> Self
  /// xʸ for x ≥ 0; NaN for a negative x and for 0⁰.
  static func pow(_ x: Self, _ y: Self) -> Self

  /// The absolute value.
  var magnitude: Self { get }
  /// −1, 0 or 1 as a number is below, at or above 0: the slope of the absolute value. NaN for NaN.
  static func sign(_ x: Self) -> Self
  /// 1 where a number is above 0, else 0: Iverson's bracket [x > 0], the slope of the larger of 0 and x.
  static func positive(_ x: Self) -> Self
  /// The larger of two numbers.
  static func maximum(_ a: Self, _ b: Self) -> Self
  /// The smaller of two numbers.
  static func minimum(_ a: Self, _ b: Self) -> Self

  /// The same number, known by a symbol from here on: `m.named("m", t)` is mₜ.
  ///
  /// - Parameter t: the step that the value belongs to; nil for what is the same in all steps.
  ///   The symbol is made only where names are remembered: it would take longer than the arithmetic.
  func named(_ symbol: @autoclosure () -> Symbol, _ t: Step?) -> Self

  /// The same number as a part of a formula that others know by a symbol of its own, such as the slope out·(1 − out) of a
  /// neuron: the formula shows all of it, and in a product without parentheses.
  func part(_ symbol: @autoclosure () -> Symbol, _ t: Step?) -> Self
}

extension Scalar {
  /// The same number, known by a symbol that belongs to no step, such as η.
  public func named(_ symbol: @autoclosure () -> Symbol) -> Self { named(symbol(), nil) }
  /// The same number as a part that belongs to no step.
  public func part(_ symbol: @autoclosure () -> Symbol) -> Self { part(symbol(), nil) }
}

/// Everything else an ordinary floating-point number has from swift-numerics.
extension Scalar where Self: Real {
  public static func sigmoid(_ x: Self) -> Self { 1 / (1 + exp(-x)) }
  public static func sign(_ x: Self) -> Self { x > 0 ? 1 : x < 0 ? -1 : x }
  public static func positive(_ x: Self) -> Self { x > 0 ? 1 : 0 }
  public static func pow(_ x: Self, _ t: Step) -> Self { pow(x, t.number) }
  public func named(_ symbol: @autoclosure () -> Symbol, _ t: Step?) -> Self { self }
  public func part(_ symbol: @autoclosure () -> Symbol, _ t: Step?) -> Self { self }
}

extension Double: Scalar {}
extension Float: Scalar {}
