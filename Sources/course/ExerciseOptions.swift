import ArgumentParser
import Classroom
import Descent
import Grading

/// Numbers separated by commas.
struct NumberList: ExpressibleByArgument {
  var numbers: [Double]

  init?(argument: String) {
    let numbers = argument.split(separator: ",").map { Double($0.drop { $0 == " " }) }
    guard !numbers.isEmpty, !numbers.contains(nil) else { return nil }
    self.numbers = numbers.compactMap(\.self)
  }
}

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
    help:
      "A CSV or JSON file with the gradients to take in place of an objective, a column for each parameter."
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

  /// The exercise that the options describe.
  ///
  /// - Throws: `ValidationError` for what the subject does not have, `Failure` for an unreadable file of gradients.
  func exercise(on subject: Subject) throws -> Exercise {
    var exercise = Exercise(subject)
    if let steps { exercise.steps = steps }
    for (name, list) in numbers {
      guard let list else { continue }
      try exercise.set(name, to: list.numbers)
    }
    if let objective {
      guard let known = Objective(rawValue: objective) else {
        throw ValidationError(
          "There is no objective \(objective); there are "
            + "\(Objective.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      try exercise.minimise(known, from: start?.numbers)
    }
    if let gradients {
      if objective != nil {
        throw ValidationError("Give either --objective or --gradients.")
      }
      try exercise.follow(try readGradients(gradients), from: start?.numbers, steps: steps)
    }
    try exercise.check()
    return exercise
  }

  private var numbers: [(name: String, list: NumberList?)] {
    [
      ("start", start), ("learning-rate", learningRate), ("beta", beta), ("beta1", beta1),
      ("beta2", beta2), ("epsilon", epsilon),
    ]
  }

  private func readGradients(_ path: String) throws -> [[Double]] {
    let submission = try readSubmission(path, in: .english)
    let columns = submission.columns.filter { !["step", "t"].contains($0.heading.lowercased()) }
    return try (0..<submission.rowCount).map { row in
      try columns.map { column in
        guard let number = column.numbers[row]?.value, number.isFinite else {
          throw Failure(
            code: .data, message: "\(path): row \(row + 1) has no number under \(column.heading).")
        }
        return number
      }
    }
  }
}
