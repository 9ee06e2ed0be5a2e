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
    _ sample: Sample<Number>, _ parameters: Parameters<Number>, from forward: ForwardPass<Number>
  ) -> BackwardPass<Number> {
    var (δ, byWeights): ([[Number]], [Number]) = ([], [])
    let outputs = layers[layers.count - 1].neurons
    var byOut = outputs.indices.map {
      (forward.outputs[$0] - sample.targets[$0]).part(outputs[$0].errorByOut)
    }
    for index in layers.indices.reversed() {
      let (layer, out) = (layers[index], forward.out[index])
      let slopes = out.indices.map { (out[$0] * (1 - out[$0])).part(layer.neurons[$0].slope) }
      let above = out.indices.map { (byOut[$0] * slopes[$0]).named(layer.neurons[$0].δ) }
      δ.insert(above, at: 0)
      let signals = index == 0 ? sample.inputs : forward.out[index - 1]
      byWeights.insert(contentsOf: self.byWeights(of: layer, above, signals), at: 0)
      if index > 0 { byOut = bySources(of: layer, above, parameters, layers[index - 1].neurons) }
    }
    let byBiases = sharesBiases ? δ.map(sum) : δ.flatMap(\.self)
    return BackwardPass(
      δ: δ,
      gradient: Parameters(
        weights: byWeights,
        biases: byBiases.indices.map { byBiases[$0].named(biasDerivatives[$0]) }))
  }

  /// The derivatives of the error by a layer's weights.
  private func byWeights<Number: Scalar>(
    of layer: Layer, _ δ: [Number], _ signals: [Number]
  ) -> [Number] {
    let factors = layer.connections.map { signals[$0.places.source].part($0.netByWeight) }
    return zip(layer.connections, factors).map { connection, factor in
      (δ[connection.places.target] * factor).named(connection.errorByWeight)
    }
  }

  /// The derivatives of the error by what comes out of the neurons below a layer: from each, a path leads through each neuron
  /// of the layer, by the weight between.
  private func bySources<Number: Scalar>(
    of layer: Layer, _ δ: [Number], _ parameters: Parameters<Number>, _ below: [Neuron]
  ) -> [Number] {
    let factors = layer.connections.map {
      parameters.weights[$0.places.weight].part($0.netBySource)
    }
    let paths = zip(layer.connections, factors).map { connection, factor in
      (δ[connection.places.target] * factor).part(connection.errorBySource)
    }
    return below.indices.map { source in
      sum(δ.indices.map { paths[$0 * below.count + source] }).part(below[source].errorByOut)
    }
  }
}
