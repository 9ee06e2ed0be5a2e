import Formulas
import Networks

/// A forward and a backward pass, and the first update, that know how each number was made.
struct TracedPass {
  let sample: Sample<Traced>
  let parameters: Parameters<Traced>
  let forward: ForwardPass<Traced>
  let backward: BackwardPass<Traced>
  let updated: Parameters<Traced>

  init(_ training: Training<Traced>, from start: Parameters<Traced>) {
    sample = training.sample
    parameters = training.network.named(start)
    forward = training.network.forward(sample, parameters)
    backward = training.network.backward(sample, parameters, from: forward)
    updated = training.updated(parameters, by: backward.gradient, at: 1)
  }
}

extension Parameters {
  /// The weights, then the biases.
  var all: [Number] { weights + biases }
}
