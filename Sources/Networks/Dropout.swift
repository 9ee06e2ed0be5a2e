import Formulas

/// Dropout: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple Way to Prevent Neural Networks
/// from Overfitting", JMLR 15, 2014; section 5.2 of the course.
///
///     training:    yᵢ = mᵢ/(1 − p)·xᵢ      mᵢ = 0 with probability p, else 1
///     evaluation:  yᵢ = xᵢ
///
/// What is left is scaled up in training, so that evaluation has nothing to do ("inverted" dropout; the paper scales
/// down in evaluation instead). This is PyTorch's `torch.nn.Dropout`.
public struct Dropout<Number: Scalar> {
  /// The probability that a neuron is dropped, from 0 to below 1.
  public let p: Number

  /// Dropout of half of all neurons, if nothing else is said.
  public init(p: Number = 0.5) {
    self.p = p.named("p")
  }

  /// What goes on in training.
  ///
  /// - Parameter mask: drawn anew for each pass: 0 drops a neuron, 1 keeps it.
  /// - Precondition: the mask has a number for each neuron.
  public func train(_ x: [Number], mask: [Number]) -> [Number] {
    precondition(x.count == mask.count, "A number of the mask for each neuron.")
    return x.indices.map { output(x[$0], mask: mask[$0]).named(Symbol("y\($0 + 1)")) }
  }

  /// What goes on in evaluation: all as it is.
  public func evaluate(_ x: [Number]) -> [Number] { x }

  /// The mean of what goes on in training, over all masks: x itself, which is what the scale is for.
  public func expectation(_ x: Number) -> Number { p * 0 + (1 - p) * output(x, mask: 1) }

  /// By how much one pass in training differs from the mean: the standard deviation, over all masks.
  public func deviation(_ x: Number) -> Number { x.magnitude * .sqrt(p / (1 - p)) }

  private func output(_ x: Number, mask: Number) -> Number { mask / (1 - p) * x }
}
