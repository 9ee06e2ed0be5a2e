import Descent

/// A subject with the numbers that a student was given.
public struct Exercise: Sendable {
  public var subject: Subject
  /// The numbers by the names of their parameters, one or several each.
  public var numbers: [String: [Double]]
  public var steps: Int
  /// What is minimised; nil where the gradients themselves are given, or where the subject has none.
  public var objective: Objective?

  /// The subject's default exercise.
  public init(_ subject: Subject) {
    self.subject = subject
    numbers = Dictionary(uniqueKeysWithValues: subject.parameters.map { ($0.name, $0.numbers) })
    steps = subject.steps
    objective = subject.objective
  }

  /// The first number of a parameter.
  ///
  /// - Precondition: the subject has the parameter.
  public subscript(name: String) -> Double {
    guard let number = numbers[name]?.first else { preconditionFailure("There is no \(name).") }
    return number
  }

  /// All numbers of a parameter; none where the subject has no such parameter.
  public func list(_ name: String) -> [Double] { numbers[name] ?? [] }
}

/// A number, or a list of them, that an exercise gives.
public struct Parameter: Sendable {
  /// The name as an option has it: `learning-rate`.
  public let name: String
  /// The name that formulas use: `η`.
  public let symbol: String
  /// The course's numbers.
  public let numbers: [Double]
  /// The numbers that it may be.
  public let range: ClosedRange<Double>
  /// Whether it may be any number of numbers.
  public let isList: Bool

  init(
    _ name: String, _ symbol: String, _ number: Double,
    in range: ClosedRange<Double> = -1e100...1e100
  ) {
    self.name = name
    self.symbol = symbol
    self.numbers = [number]
    self.range = range
    isList = false
  }

  init(
    list name: String, _ symbol: String, _ numbers: [Double],
    in range: ClosedRange<Double> = -1e100...1e100
  ) {
    self.name = name
    self.symbol = symbol
    self.numbers = numbers
    self.range = range
    isList = true
  }
}
