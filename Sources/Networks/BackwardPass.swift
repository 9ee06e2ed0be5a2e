import Formulas

/// What a network calculates from its error back to the derivatives by its parameters.
public struct BackwardPass<Number> {
  /// The derivatives of the error by each layer's weighted sums, ∂E/∂net.
  public internal(set) var δ: [[Number]]
  /// The derivatives of the error by each weight and bias.
  public internal(set) var gradient: Parameters<Number>
}

extension DenseNetwork {
  /// Backpropagation: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", Nature 323
  /// (1986); section 3.2.2 of the course.
  ///
  /// The factors that paths to the error share are calculated once, as one δ = ∂E/∂net for each neuron, from the outputs
  /// back:
  ///
  ///     δₒ₁ = (outₒ₁ − t₁)·outₒ₁·(1 − outₒ₁)
  ///     δₕ₁ = (δₒ₁·w₅ + δₒ₂·w₇)·outₕ₁·(1 − outₕ₁)
  ///     ∂E/∂w₁ = δₕ₁·i₁
  ///
  /// - Parameter parameters: those of the forward pass, all of them from before the update.
  public func backward<Number: Scalar>(
    _ sample: Sample<Number>, _ parameters: Parameters<Number>, from pass: ForwardPass<Number>
  ) -> BackwardPass<Number> {
    var δ: [[Number]] = []
    var slopes = pass.outputs.indices.map { pass.outputs[$0] - sample.targets[$0] }
    for index in layers.indices.reversed() {
      let (layer, out) = (layers[index], pass.out[index])
      let above = out.indices.map {
        (slopes[$0] * out[$0] * (1 - out[$0])).named(layer.neurons[$0].δ)
      }
      δ.insert(above, at: 0)
      // What the layer's δ make of the outputs below, by the weights between.
      slopes = (0..<layer.inputCount).map { input in
        sum(
          above.indices.map {
            above[$0] * parameters.weights[layer.weights(of: $0).lowerBound + input]
          })
      }
    }
    return BackwardPass(δ: δ, gradient: gradient(δ, signals: [sample.inputs] + pass.out))
  }

  /// - Parameter signals: what goes into each layer, and what comes out of the last.
  private func gradient<Number: Scalar>(
    _ δ: [[Number]], signals: [[Number]]
  ) -> Parameters<Number> {
    let byWeights = layers.indices.flatMap { layer in
      δ[layer].flatMap { δ in signals[layer].map { δ * $0 } }
    }
    return Parameters(
      weights: byWeights.indices.map { byWeights[$0].named(weightDerivatives[$0]) },
      biases: δ.indices.map { sum(δ[$0]).named(biasDerivatives[$0]) })
  }
}
