import ArgumentParser
import Classroom
import Descent
import Grading
import Words

/// What an exercise gives, as options; the course's example where nothing is said.
struct ExerciseOptions: ParsableArguments {
  @Option(help: "How many steps, epochs or rows there are, from 1 to 10000.")
  var steps: Int?

  @Option(help: "What is minimised: \(Objective.allCases.map(\.rawValue).joined(separator: ", ")).")
  var objective: String?

  @Option(
    parsing: .unconditional, help: "Where the parameters start: a number for each, as in 2,-1.")
  var start: NumberList?

  @Option(
    parsing: .unconditional,
    help:
      "The gradients to take in place of an objective: step by step, as in 1,-2,0.5, or a file with a line for each step, or a CSV or JSON file with a column for each parameter."
  )
  var gradients: String?

  @Option(parsing: .unconditional, help: "Learning rate η.")
  var learningRate: NumberList?

  @Option(parsing: .unconditional, help: "Decay β; in batch normalisation the shift β.")
  var beta: NumberList?

  @Option(parsing: .unconditional, help: "Decay β₁ of Adam's mean gradient.")
  var beta1: NumberList?

  @Option(parsing: .unconditional, help: "Decay β₂ of Adam's mean squared gradient.")
  var beta2: NumberList?

  @Option(parsing: .unconditional, help: "The small number ε.")
  var epsilon: NumberList?

  @Option(
    parsing: .unconditional, help: "A schedule's factor γ; in batch normalisation the scale γ.")
  var gamma: NumberList?

  @Option(parsing: .unconditional, help: "The number of epochs between two changes of StepLR.")
  var stepSize: NumberList?

  @Option(
    parsing: .unconditional,
    help: "The epochs at which MultiStepLR changes the rate, as in 50,125,160.")
  var milestones: NumberList?

  @Option(parsing: .unconditional, help: "The number of iterations in an epoch.")
  var iterations: NumberList?

  @Option(parsing: .unconditional, help: "ConstantLR's factor.")
  var factor: NumberList?

  @Option(parsing: .unconditional, help: "LinearLR's first factor.")
  var startFactor: NumberList?

  @Option(parsing: .unconditional, help: "LinearLR's last factor.")
  var endFactor: NumberList?

  @Option(parsing: .unconditional, help: "The number of epochs that a schedule takes.")
  var totalIters: NumberList?

  @Option(parsing: .unconditional, help: "PolynomialLR's power.")
  var power: NumberList?

  @Option(parsing: .unconditional, help: "CosineAnnealingLR's number of epochs to the minimum.")
  var tMax: NumberList?

  @Option(parsing: .unconditional, help: "The least rate of the cosine schedules.")
  var etaMin: NumberList?

  @Option(
    name: .customLong("t-0"), parsing: .unconditional,
    help: "The number of epochs to the first restart.")
  var t0: NumberList?

  @Option(parsing: .unconditional, help: "How many times longer each run between restarts is.")
  var tMult: NumberList?

  @Option(name: .customLong("max-lr"), parsing: .unconditional, help: "OneCycleLR's largest rate.")
  var maxLR: NumberList?

  @Option(parsing: .unconditional, help: "OneCycleLR's number of steps.")
  var totalSteps: NumberList?

  @Option(parsing: .unconditional, help: "The part of OneCycleLR in which the rate rises.")
  var pctStart: NumberList?

  @Option(parsing: .unconditional, help: "OneCycleLR starts at its largest rate divided by this.")
  var divFactor: NumberList?

  @Option(parsing: .unconditional, help: "OneCycleLR ends at its first rate divided by this.")
  var finalDivFactor: NumberList?

  @Option(parsing: .unconditional, help: "The values to average, as in 3,-1,4.")
  var values: NumberList?

  @Option(parsing: .unconditional, help: "The inputs of the network or of dropout.")
  var inputs: NumberList?

  @Option(parsing: .unconditional, help: "What the network should put out.")
  var targets: NumberList?

  @Option(parsing: .unconditional, help: "The network's weights w₁ to w₈.")
  var weights: NumberList?

  @Option(parsing: .unconditional, help: "The network's biases b₁ and b₂.")
  var biases: NumberList?

  @Option(
    parsing: .unconditional, help: "Dropout's mask: 1 for what is kept, 0 for what is dropped.")
  var mask: NumberList?

  @Option(parsing: .unconditional, help: "Dropout's probability p of dropping.")
  var p: NumberList?

  @Option(parsing: .unconditional, help: "The size of a batch in batch normalisation.")
  var batchSize: NumberList?

  @Option(
    parsing: .unconditional, help: "Batch normalisation's momentum: the weight of the new batch.")
  var momentum: NumberList?

  /// The exercise that the options describe.
  ///
  /// - Throws: `Failure` for what the subject does not have, or for an unreadable file of gradients.
  func exercise(on subject: Subject) throws -> Exercise {
    do {
      return try described(on: subject)
    } catch let error as ExerciseError {
      throw Failure(.usage, error.message)
    }
  }

  private func described(on subject: Subject) throws -> Exercise {
    var exercise = Exercise(subject)
    for (name, list) in numbers {
      guard let list else { continue }
      try exercise.set(name, to: list.numbers)
    }
    // After the numbers, which may make another count of rows: check() then tells.
    if let steps { exercise.steps = steps }
    if let objective {
      guard let known = Objective(rawValue: objective) else {
        let names = Objective.allCases.map(\.rawValue).listed
        throw Failure(
          .usage, en: "There is no objective \(objective); there are \(names).",
          zh: "没有目标函数 \(objective)，只有 \(names)。")
      }
      try exercise.minimise(known, from: start?.numbers)
    }
    if let gradients {
      if objective != nil {
        throw Failure(
          .usage, en: "Give either --objective or --gradients.",
          zh: "--objective 和 --gradients 只能给一个。")
      }
      let list = try GradientList(gradients, coordinates: start?.numbers.count ?? 1)
      try exercise.follow(list.gradients, from: start?.numbers, steps: steps)
    }
    try exercise.check()
    return exercise
  }

  /// The names of the options that are given.
  var given: [String] {
    let others: [(name: String, isGiven: Bool)] = [
      ("steps", steps != nil), ("objective", objective != nil), ("gradients", gradients != nil),
    ]
    return others.filter(\.isGiven).map(\.name)
      + numbers.filter { $0.list != nil }.map(\.name)
  }

  private var numbers: [(name: String, list: NumberList?)] {
    [
      ("start", start), ("learning-rate", learningRate), ("beta", beta), ("beta1", beta1),
      ("beta2", beta2), ("epsilon", epsilon), ("gamma", gamma), ("step-size", stepSize),
      ("milestones", milestones), ("iterations", iterations), ("factor", factor),
      ("start-factor", startFactor), ("end-factor", endFactor), ("total-iters", totalIters),
      ("power", power), ("t-max", tMax), ("eta-min", etaMin), ("t-0", t0), ("t-mult", tMult),
      ("max-lr", maxLR), ("total-steps", totalSteps), ("pct-start", pctStart),
      ("div-factor", divFactor), ("final-div-factor", finalDivFactor), ("values", values),
      ("inputs", inputs), ("targets", targets), ("weights", weights), ("biases", biases),
      ("mask", mask), ("p", p), ("batch-size", batchSize), ("momentum", momentum),
    ]
  }
}
