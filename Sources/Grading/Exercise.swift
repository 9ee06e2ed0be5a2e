import Descent
import Formulas
import Words

/// A subject with the numbers that a student was given.
public struct Exercise: Sendable {
  /// What is to be calculated.
  public var subject: Subject
  /// The numbers by the names of their parameters, one or several each.
  public var numbers: [String: [Double]]
  /// How many steps, epochs or rows, from 1 to 10000.
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

/// What an exercise cannot be like.
public struct ExerciseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One line that says what is wrong.
  public let message: Words

  init(en english: Words, zh chinese: Words) { message = Words(en: english, zh: chinese) }

  public var description: String { message.english }
}

extension Exercise {
  /// Gives a parameter other numbers.
  ///
  /// - Throws: `ExerciseError` where the subject has no such parameter, or not so many numbers, or none of that size.
  public mutating func set(_ name: String, to list: [Double]) throws {
    guard let parameter = subject.parameters.first(where: { $0.name == name }) else {
      let names = subject.parameters.map { "--\($0.name)" }.listed
      throw ExerciseError(
        en: "\(subject.name) has no --\(name); it has \(names).",
        zh: "\(subject.name) 没有 --\(name)，只有 \(names)。")
    }
    guard parameter.isList || list.count == 1 else {
      throw ExerciseError(
        en: "--\(name) is one number, not \(list.count).",
        zh: "--\(name) 只能是一个数，不能是 \(list.count) 个。")
    }
    guard list.allSatisfy(parameter.range.contains) else {
      let ends = [parameter.range.lowerBound, parameter.range.upperBound].map(Numerals.exact.text)
      throw ExerciseError(
        en: "--\(name) must be from \(ends[0]) to \(ends[1]).",
        zh: "--\(name) 必须在 \(ends[0]) 到 \(ends[1]) 之间。")
    }
    numbers[name] = list
    if let rows = subject.rowCount(self) { steps = rows }
  }

  /// Whether the exercise tells a quantity's numbers.
  func isGiven(_ quantity: String) -> Bool {
    let base = quantity.prefix { $0 != "_" && !("0"..."9").contains($0) }
    return subject.given.contains(String(base))
      || subject.objective != nil && objective == nil && base == "g"
  }

  /// Whether the exercise tells a quantity's number of a step: that of the start, or one of a quantity that is given.
  func isGiven(_ quantity: String, at step: Int, by key: Ledger) -> Bool {
    isGiven(quantity) || key.hasStart && step == key.steps.lowerBound
  }

  /// The names of an optimizer's parameters: w, or w1, w2 and so on, where no objective names them.
  var coordinates: [String] {
    if let objective { return objective.variables.map(\.text) }
    let count = list("start").count
    return count == 1 ? ["w"] : (1...max(1, count)).map { "w\($0)" }
  }

  /// What a quantity is called where there is one coordinate: m for m_x, and w for x itself.
  func kind(of quantity: String) -> String {
    guard subject.objective != nil else { return quantity }
    if coordinates.contains(quantity) { return "w" }
    let suffix = coordinates.map { "_\($0)" }.first { quantity.hasSuffix($0) }
    return String(quantity.dropLast(suffix?.count ?? 0))
  }

  /// Minimises another objective, from its own start if none is given.
  ///
  /// - Throws: `ExerciseError` where the subject minimises nothing.
  public mutating func minimise(_ objective: Objective, from start: [Double]?) throws {
    guard subject.objective != nil else {
      throw ExerciseError(en: "\(subject.name) has no objective.", zh: "\(subject.name) 没有目标函数。")
    }
    self.objective = objective
    numbers["start"] = start ?? self.start(on: objective)
  }

  /// Where an objective is started from if nothing is said.
  func start(on objective: Objective) -> [Double] {
    switch objective {
    // At (1, 1) a derivative of these is zero, and nothing would move along it.
    case .rosenbrock: [-1.2, 1]
    case .beale: [1, 1.5]
    case .localMinimum: [2, 1]
    case .halfSquare, .fourSquare, .oneSample, .ravine, .plateau, .saddle:
      Array([list("start").first ?? 1, 1].prefix(objective.variables.count))
    }
  }

  /// Takes the steps by given gradients, a list of coordinates for each, as many as there are or as are wanted.
  ///
  /// - Throws: `ExerciseError` where there are too few, or the subject takes none.
  public mutating func follow(_ gradients: [[Double]], from start: [Double]?, steps: Int?) throws {
    guard subject.objective != nil else {
      throw ExerciseError(en: "\(subject.name) takes no gradients.", zh: "\(subject.name) 用不到梯度。")
    }
    guard let count = gradients.first?.count, count > 0 else {
      throw ExerciseError(en: "There are no gradients.", zh: "没有给出梯度。")
    }
    let wanted = steps ?? gradients.count
    guard gradients.count >= wanted else {
      throw ExerciseError(
        en: "There are \(gradients.count) gradients for \(wanted) steps.",
        zh: "只有 \(gradients.count) 个梯度，不够 \(wanted) 步。")
    }
    let start = start ?? Array(repeating: list("start").first ?? 1, count: count)
    guard gradients.allSatisfy({ $0.count == start.count }) else {
      throw ExerciseError(
        en: "Each gradient needs \(start.count) numbers, one for each number of --start.",
        zh: "每个梯度需要 \(start.count) 个数，与 --start 中的数一一对应。")
    }
    objective = nil
    numbers["gradients"] = gradients.joined().map(\.self)
    numbers["start"] = start
    self.steps = wanted
  }

  /// - Throws: `ExerciseError` where numbers do not fit each other.
  public func check() throws {
    guard (1...10_000).contains(steps) else {
      throw ExerciseError(en: "--steps must be from 1 to 10000.", zh: "--steps 必须在 1 到 10000 之间。")
    }
    if let rows = subject.rowCount(self), rows != steps {
      throw ExerciseError(
        en: "The numbers make \(rows) rows, so --steps must be \(rows).",
        zh: "这些数共有 \(rows) 行，因此 --steps 必须是 \(rows)。")
    }
    if let objection = subject.objection(self) { throw ExerciseError(en: objection, zh: objection) }
    guard subject.objective != nil else { return }
    let start = list("start").count
    if let objective {
      guard start == objective.variables.count else {
        let variables = objective.variables.map(\.text).listed
        throw ExerciseError(
          en:
            "--start must be a number for each of the variables of \(objective.rawValue): \(variables).",
          zh: "--start 必须给 \(objective.rawValue) 的每个变量一个数：\(variables)。")
      }
    } else if list("gradients").count < steps * start {
      throw ExerciseError(
        en: "There are too few gradients for \(steps) steps of \(start) numbers each.",
        zh: "梯度太少：共 \(steps) 步，每步需要 \(start) 个数。")
    } else if !list("gradients").allSatisfy((-1e100...1e100).contains) {
      throw ExerciseError(
        en: "--gradients must be from -1e100 to 1e100.",
        zh: "--gradients 必须在 -1e100 到 1e100 之间。")
    }
  }
}
