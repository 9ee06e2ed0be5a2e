import Formulas

/// A recurrent layer: it reads a sequence step by step and remembers in its state h: Elman 1990; course document 003,
/// sections 1 and 6; `torch.nn.RNN`.
///
///     hₜ = tanh(W·xₜ + U·hₜ₋₁ + b)
///
/// PyTorch calls W `weight_ih`, U `weight_hh`, and has two biases, of which b is the sum. Going back one step multiplies the
/// gradient by U and by 1 − hₜ², so over many steps it vanishes, or explodes: Bengio, Simard and Frasconi 1994.
public struct Recurrent<Number: Scalar> {
  /// A row for each number of the state, in it a weight for each input.
  public let W: [[Number]]
  /// A row for each number of the state, in it a weight for each number of the state before.
  public let U: [[Number]]
  /// One for each number of the state.
  public let b: [Number]

  public init(W: [[Number]], U: [[Number]], b: [Number]) { (self.W, self.U, self.b) = (W, U, b) }

  /// The state after the input of step t, from the state before.
  public func step(_ x: [Number], from h: [Number], at t: Step) -> [Number] {
    added(added(product(W, x), product(U, h)), b).map { Number.tanh($0).named("h", t) }
  }
}
