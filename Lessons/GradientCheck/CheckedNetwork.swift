import Formulas
import Networks

/// The gradient of the course's network, section 3.2.2 of document 001, by backpropagation and by trying.
struct CheckedNetwork {
  /// The weights, then the biases.
  let names: [Symbol]
  /// What backpropagation gives, without a mistake and with the planted one.
  let right, planted: [Double]
  /// The central differences.
  let numerical: [Double]

  init(h: Double, bug: PlantedBug) {
    let network = DenseNetwork.course
    let given = Given<Double> { Declaration.backprop[$0].course }
    let sample = Sample(inputs: given.list("i"), targets: given.list("t"))
    let (weights, biases) = (given.list("w"), given.list("b"))
    names = network.weights + network.biases
    numerical = NumericalGradient(h: h).gradient(
      of: { point in
        let parameters = Parameters(
          weights: Array(point.prefix(weights.count)), biases: Array(point.dropFirst(weights.count))
        )
        return network.forward(sample, parameters).error
      }, at: weights + biases)
    func traced(_ numbers: [Double]) -> [Traced] { numbers.map { Traced($0) } }
    let known = Sample(inputs: traced(sample.inputs), targets: traced(sample.targets))
    let parameters = network.named(
      Parameters(weights: traced(weights), biases: traced(biases)))
    right = PlantedBug.none.gradient(of: network, network.named(known), parameters)
    planted = bug.gradient(of: network, network.named(known), parameters)
  }

  /// The relative errors of a gradient, parameter by parameter.
  func errors(of gradient: [Double]) -> [Double] {
    zip(gradient, numerical).map { $0 == $1 ? 0 : GradientError.relative($0, $1) }
  }
}
