import Formulas

/// A layer with a shortcut: what it calculates is added to its input: He, Zhang, Ren and Sun, "Deep Residual Learning for
/// Image Recognition", 2016 (arXiv 1512.03385); course document 003, section 7.
///
///     xₜ = xₜ₋₁ + tanh(W·xₜ₋₁)    in layer t
///
/// The derivative of xₜ by xₜ₋₁ is 1 + F′, that of a plain layer F′ alone, so the gradient goes through many layers.
public struct Residual<Number: Scalar> {
  /// A row for each number, in it a weight for each.
  public let W: [[Number]]
  /// Whether there is a shortcut; without it the layer is a plain one.
  public let hasShortcut: Bool

  public init(W: [[Number]], hasShortcut: Bool = true) {
    (self.W, self.hasShortcut) = (W, hasShortcut)
  }

  /// What comes out of the layer of some number.
  public func callAsFunction(_ x: [Number], layer: Step = 1) -> [Number] {
    zip(x, product(W, x)).map { x, sum in
      (hasShortcut ? x + .tanh(sum) : .tanh(sum)).named("x", layer)
    }
  }
}
