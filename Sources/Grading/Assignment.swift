import Descent
import Formulas

/// What an exercise is to be calculated with.
public struct Assignment: Sendable {
  /// What there are numbers of.
  private(set) var parameters: [Hyperparameter]
  /// The numbers by the options of their parameters, one or several each.
  public var numbers: [String: [Double]]
  /// How many steps, epochs or rows, from 1 to 10000.
  public var steps: Int
  /// What is minimised; nil where the gradients themselves are given, or where the subject has none.
  public var objective: Objective?

  /// The course's numbers.
  init(_ parameters: [Hyperparameter], steps: Int, objective: Objective? = nil) {
    self.parameters = parameters
    self.steps = steps
    self.objective = objective
    numbers = Dictionary(uniqueKeysWithValues: parameters.map { ($0.option, $0.course) })
  }

  /// The first number of a parameter.
  ///
  /// - Precondition: there is such a parameter.
  subscript(name: String) -> Double {
    guard let number = numbers[name]?.first else { preconditionFailure("There is no \(name).") }
    return number
  }

  /// All numbers of a parameter; none where there is no such parameter.
  func list(_ name: String) -> [Double] { numbers[name] ?? [] }

  /// The numbers by the symbols of their parameters.
  func given<Number: Scalar>() -> Given<Number> {
    Given { symbol in parameters.first { $0.symbol == symbol }.map { list($0.option) } ?? [] }
  }

  /// The names of an optimizer's parameters: w, or w1, w2 and so on, where no objective names them.
  var coordinates: [String] {
    if let objective { return objective.variables.map(\.text) }
    let count = list("start").count
    return count == 1 ? ["w"] : (1...max(1, count)).map { "w\($0)" }
  }

  /// Where an objective is started from if nothing is said.
  func start(on objective: Objective) -> [Double] {
    objective == self.objective ? list("start") : objective.start
  }
}

/// Giving an exercise other numbers.
extension Assignment {
  /// Gives parameters other numbers, by their options.
  mutating func give(_ numbers: [String: Double]) {
    for (option, number) in numbers { self.numbers[option] = [number] }
  }

  /// Gives a number of a parameter that was not there.
  mutating func add(_ parameter: Hyperparameter, _ number: Double) {
    parameters.append(parameter)
    numbers[parameter.option] = [number]
  }

  /// Gives gradients of changing sign and size, in place of an objective.
  mutating func giveGradients(_ gradients: [Double] = [1, -2, 0.5, 3, -0.25]) {
    objective = nil
    steps = gradients.count
    numbers["gradients"] = gradients
  }

  /// Gives five gradients of changing sign and a size of their own, in place of an objective.
  mutating func drawGradients(using generator: inout SplitMix64) {
    let sizes = (1...12).map { Double($0) / 4 }.shuffled(using: &generator).prefix(5)
    giveGradients(sizes.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element })
  }

  /// Gives a short descent on w²/2 from a start of its own: where the gradient is taken matters, which it does not
  /// where gradients are given.
  mutating func drawDescent(using generator: inout SplitMix64) {
    objective = .halfSquare
    steps = 6
    draw(["start": [-4, -3, -2.5, -2, 2, 2.5, 3, 4]], using: &generator)
  }

  /// Gives each of some parameters one of some numbers.
  mutating func draw(
    _ choices: KeyValuePairs<String, [Double]>, using generator: inout SplitMix64
  ) {
    for (option, numbers) in choices {
      self.numbers[option] = numbers.randomElement(using: &generator).map { [$0] }
    }
  }
}
