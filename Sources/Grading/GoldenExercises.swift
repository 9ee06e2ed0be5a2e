import Descent

/// Exercises as tests name them: `.adam(learningRate: 0.01)`.
extension Exercise {
  /// Adam from `start`, on the gradients if there are any, else on the objective.
  public static func adam(
    learningRate η: Double = 0.01, beta1 β1: Double = 0.9, beta2 β2: Double = 0.99,
    epsilon ε: Double = 1e-8, on objective: Objective = .halfSquare, gradients: [Double] = [],
    start: [Double] = [1], steps: Int = 10
  ) -> Exercise {
    Exercise(.adam).with(
      ["learning-rate": [η], "beta1": [β1], "beta2": [β2], "epsilon": [ε], "start": start],
      objective, gradients, steps)
  }

  /// The same with other numbers; given gradients take the place of the objective.
  private func with(
    _ changes: [String: [Double]], _ objective: Objective, _ gradients: [Double], _ steps: Int
  ) -> Exercise {
    var copy = self
    copy.numbers.merge(changes) { $1 }
    copy.objective = gradients.isEmpty ? objective : nil
    copy.numbers["gradients"] = gradients
    copy.steps = gradients.isEmpty ? steps : gradients.count
    return copy
  }
}
