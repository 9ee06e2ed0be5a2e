import Formulas

/// A layer with long short-term memory: a cell c that is added to, not overwritten, and gates from 0 to 1 that say how much:
/// Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and Cummins 2000; course document 003,
/// sections 1 and 6; `torch.nn.LSTMCell`.
///
///     cₜ = fₜ·cₜ₋₁ + iₜ·gₜ
///     hₜ = oₜ·tanh(cₜ)
///
/// Here i says how much is written, f how much is kept, o how much is shown, each by a sigmoid of W·xₜ + U·hₜ₋₁ + b with
/// weights of its own, and g is what is written, by tanh. Going back one step multiplies the gradient of c by f, which can
/// stay near 1.
public struct LSTM<Number: Scalar> {
  /// The weights of a gate, or of what is written.
  public struct Gate {
    /// Rows of weights for the inputs, and for the state before.
    public let W, U: [[Number]]
    /// One for each number of the state.
    public let b: [Number]

    /// - Parameters:
    ///   - W: a row for each number of the state, in it a weight for each input.
    ///   - U: the same for the state before.
    ///   - b: one for each number of the state; the sum of PyTorch's two.
    public init(W: [[Number]], U: [[Number]], b: [Number]) { (self.W, self.U, self.b) = (W, U, b) }

    func sums(_ x: [Number], _ h: [Number]) -> [Number] {
      added(added(product(W, x), product(U, h)), b)
    }
  }

  /// What is remembered: the cell c, and of it the state h, which is shown.
  public struct State {
    public let h, c: [Number]

    public init(h: [Number], c: [Number]) { (self.h, self.c) = (h, c) }
  }

  /// How much is written, how much is kept, what is written, how much is shown: PyTorch's order.
  public let i, f, g, o: Gate

  public init(i: Gate, f: Gate, g: Gate, o: Gate) {
    (self.i, self.f, self.g, self.o) = (i, f, g, o)
  }

  /// What is remembered after the input of step t.
  public func step(_ x: [Number], from state: State, at t: Step) -> State {
    let i = i.sums(x, state.h).map { Number.sigmoid($0).named("i", t) }
    let f = f.sums(x, state.h).map { Number.sigmoid($0).named("f", t) }
    let g = g.sums(x, state.h).map { Number.tanh($0).named("g", t) }
    let o = o.sums(x, state.h).map { Number.sigmoid($0).named("o", t) }
    let c = i.indices.map { (f[$0] * state.c[$0] + i[$0] * g[$0]).named("c", t) }
    return State(h: c.indices.map { (o[$0] * .tanh(c[$0])).named("h", t) }, c: c)
  }
}
