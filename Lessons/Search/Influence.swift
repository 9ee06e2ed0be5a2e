import Networks

/// How much of a difference a hyperparameter makes: the losses over its range, all others being the usual ones.
struct Influence {
  let symbol: String
  let values: [Double]
  let losses: [Double]

  static func all(of training: SmallTraining, on scale: LogUniform<Double>) -> [Influence] {
    func influence(
      _ symbol: String, _ value: (Double) -> Double,
      _ change: (inout SmallTraining.Hyperparameters, Double) -> Void
    ) -> Influence {
      let values = (0...8).map { value(Double($0) / 8) }
      return Influence(
        symbol: symbol, values: values,
        losses: values.map {
          var given = SmallTraining.Hyperparameters(η: 0.1)
          change(&given, $0)
          return training.loss(given)
        })
    }
    return [
      influence("η", { scale($0) }) { $0.η = $1 },
      influence("β₁", { LogUniform.decay(from: 0.5, to: 0.99, $0) }) { $0.β1 = $1 },
      influence("β₂", { LogUniform.decay(from: 0.9, to: 0.9999, $0) }) { $0.β2 = $1 },
      influence("ε", { Trial.epsilons($0) }) { $0.ε = $1 },
    ]
  }
}
