import Formulas
import Words

/// The derivative of a function by trying: how much does it change when its variable moves by a small step h? It checks
/// what backpropagation calculates: course document 003, section 5; CS231n, "Gradient checks".
///
///     n = (f(x + h) − f(x − h))/(2·h)
///
/// PyTorch has it as `torch.autograd.gradcheck`, with h = 1e−6 and numbers of double precision.
///
///     NumericalGradient(h: 0.5).central({ $0 * $0 * $0 }, at: 1)    // 3.25, where the derivative is 3
public struct NumericalGradient<Number: Scalar> {
  /// How far the variable moves.
  public let h: Number

  /// A derivative by steps of a length.
  public init(h: Number) { self.h = h.named("h") }

  /// By central differences, a step to either side. The error is about h² as long as rounding does not count.
  public func central(_ f: (Number) -> Number, at x: Number) -> Number {
    ((above(f, x) - f(x - h).named(Self.value(at: .difference("x", "h"), "f_below"))) / (2 * h))
      .named("n")
  }

  /// By forward differences, a step to one side. The error is about h.
  public func forward(_ f: (Number) -> Number, at x: Number) -> Number {
    ((above(f, x) - f(x).named(Self.value(at: "x", "f_here"))) / h).named("n")
  }

  /// The central differences of a function by each of its variables.
  public func gradient(of f: ([Number]) -> Number, at point: [Number]) -> [Number] {
    point.indices.map { i in
      central(
        { x in
          var moved = point
          moved[i] = x
          return f(moved)
        }, at: point[i])
    }
  }

  private func above(_ f: (Number) -> Number, _ x: Number) -> Number {
    f(x + h).named(Self.value(at: .sum("x", "h"), "f_above"))
  }

  /// f(x + h) as a symbol.
  private static func value(at place: Mathematics, _ name: String) -> Symbol {
    Symbol(.call("f", [place]), name: name)
  }
}
