import Descent

/// Exercises as tests name them: `.adam(learningRate: 0.01)`. What is not said is as the course has it.
extension Exercise {
  /// Adam from `start`, on the gradients if there are any, else on the objective.
  public static func adam(
    learningRate η: Double? = nil, beta1 β1: Double? = nil, beta2 β2: Double? = nil,
    epsilon ε: Double? = nil, on objective: Objective = .halfSquare, gradients: [Double] = [],
    start: [Double]? = nil, steps: Int = 10
  ) -> Exercise {
    Exercise(.adam).with(
      ["learning-rate": η, "beta1": β1, "beta2": β2, "epsilon": ε],
      objective, gradients, start, steps)
  }

  /// Momentum in PyTorch's form from `start`, on the gradients if there are any, else on the objective.
  public static func momentum(
    learningRate η: Double? = nil, beta β: Double? = nil, on objective: Objective = .halfSquare,
    gradients: [Double] = [], start: [Double]? = nil, steps: Int = 10
  ) -> Exercise {
    Exercise(.momentum).with(["learning-rate": η, "beta": β], objective, gradients, start, steps)
  }

  /// AdaGrad from `start`, on the gradients if there are any, else on the objective.
  public static func adaGrad(
    learningRate η: Double? = nil, epsilon ε: Double? = nil,
    on objective: Objective = .halfSquare, gradients: [Double] = [], start: [Double]? = nil,
    steps: Int = 10
  ) -> Exercise {
    Exercise(.adaGrad).with(["learning-rate": η, "epsilon": ε], objective, gradients, start, steps)
  }

  /// RMSProp from `start`, on the gradients if there are any, else on the objective.
  public static func rmsProp(
    learningRate η: Double? = nil, beta β: Double? = nil, epsilon ε: Double? = nil,
    on objective: Objective = .halfSquare, gradients: [Double] = [], start: [Double]? = nil,
    steps: Int = 10
  ) -> Exercise {
    Exercise(.rmsProp).with(
      ["learning-rate": η, "beta": β, "epsilon": ε], objective, gradients,
      start, steps)
  }

  /// An exercise on any subject with some of its parameters changed, under their names as options.
  ///
  /// - Throws: `ExerciseError` where the subject has no such parameter, or the numbers do not fit.
  public static func on(
    _ subject: Subject, _ numbers: [String: [Double]] = [:], steps: Int? = nil
  ) throws -> Exercise {
    var exercise = Exercise(subject)
    for (name, list) in numbers { try exercise.set(name, to: list) }
    if let steps { exercise.steps = steps }
    try exercise.check()
    return exercise
  }

  /// The same with other numbers; given gradients, as many numbers each as the start has, take the place of the objective.
  private func with(
    _ changes: [String: Double?], _ objective: Objective, _ gradients: [Double],
    _ start: [Double]?, _ steps: Int
  ) -> Exercise {
    var copy = self
    copy.assignment.give(changes.compactMapValues(\.self))
    let start = start ?? (gradients.isEmpty ? assignment.start(on: objective) : list("start"))
    copy.objective = gradients.isEmpty ? objective : nil
    copy.numbers["gradients"] = gradients
    copy.numbers["start"] = start
    copy.steps = gradients.isEmpty ? steps : gradients.count / max(1, start.count)
    return copy
  }
}
