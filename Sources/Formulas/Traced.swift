/// A number that remembers how it was made.
///
/// Calculating with it gives bit for bit what `Double` gives, and builds a graph of operations. From that graph come
/// the formula in symbols, the same formula with its numbers filled in (`Notation`), and the derivatives (`gradient`).
///
///     let β = Traced(0.9).named("β")
///     let m = (β * 0.5 + (1 - β) * 2).named("m", 1)
///     m.value         // 0.6499999999999999
///     "\(m.derivation())"  // "m₁ = β·0.5 + (1 − β)·2 = 0.9·0.5 + (1 − 0.9)·2 = 0.65"
public struct Traced {
  let node: Node

  init(node: Node) {
    self.node = node
  }

  package init(_ calculation: Calculation, _ a: Traced, _ b: Traced) {
    self.init(
      node: Node(.calculation(calculation), a.node, b.node, value: calculation(a.value, b.value)))
  }

  package init(_ calculation: Calculation, _ x: Traced) {
    self.init(node: Node(.calculation(calculation), x.node, value: calculation(x.value, x.value)))
  }

  /// What was calculated.
  public var value: Double { node.value }
}

extension Traced: Scalar {
  /// A number without a formula.
  public init(_ value: Double) { self.init(node: Node(.constant, value: value)) }
  public init(integerLiteral value: Int) { self.init(Double(value)) }
  public init(floatLiteral value: Double) { self.init(value) }

  public static func + (a: Traced, b: Traced) -> Traced { Traced(.sum, a, b) }
  public static func - (a: Traced, b: Traced) -> Traced { Traced(.difference, a, b) }
  public static func * (a: Traced, b: Traced) -> Traced { Traced(.product, a, b) }
  public static func / (a: Traced, b: Traced) -> Traced { Traced(.quotient, a, b) }
  public static prefix func - (x: Traced) -> Traced { Traced(.negation, x) }

  public static func sqrt(_ x: Traced) -> Traced { Traced(.function(.sqrt), x) }
  public static func exp(_ x: Traced) -> Traced { Traced(.function(.exp), x) }
  public static func log(_ x: Traced) -> Traced { Traced(.function(.log), x) }
  public static func tanh(_ x: Traced) -> Traced { Traced(.function(.tanh), x) }
  public static func sin(_ x: Traced) -> Traced { Traced(.function(.sin), x) }
  public static func cos(_ x: Traced) -> Traced { Traced(.function(.cos), x) }
  public static func sigmoid(_ x: Traced) -> Traced { Traced(.function(.sigmoid), x) }
  public static func sign(_ x: Traced) -> Traced { Traced(.function(.sign), x) }
  public static func positive(_ x: Traced) -> Traced { Traced(.function(.positive), x) }

  public static func pow(_ x: Traced, _ n: Int) -> Traced { Traced(.power(.integer(n)), x) }
  public static func pow(_ x: Traced, _ t: Step) -> Traced { Traced(.power(.step(t)), x) }
  public static func pow(_ x: Traced, _ y: Traced) -> Traced { Traced(.realPower, x, y) }

  public var magnitude: Traced { Traced(.function(.magnitude), self) }
  public static func maximum(_ a: Traced, _ b: Traced) -> Traced { Traced(.maximum, a, b) }
  public static func minimum(_ a: Traced, _ b: Traced) -> Traced { Traced(.minimum, a, b) }

  public func named(_ symbol: @autoclosure () -> Symbol, _ t: Step?) -> Traced {
    let symbol = symbol()
    return Self.editor?.name(self, symbol, t, isPart: false)
      ?? Traced(node: Node(.named(symbol, t), node, value: value))
  }
  public func part(_ symbol: @autoclosure () -> Symbol, _ t: Step?) -> Traced {
    let part = Traced(node: Node(.part, node, value: value))
    return Self.editor?.name(part, symbol(), t, isPart: true) ?? part
  }
}
