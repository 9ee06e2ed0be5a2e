import Descent
import Formulas
import Words

/// A subject with the numbers that a student was given.
///
///     var exercise = Exercise(.adam)    // the subject's default exercise
///     exercise.steps = 5
@dynamicMemberLookup
public struct Exercise: Sendable {
  /// What is to be calculated.
  public let subject: Subject
  /// What it is to be calculated with.
  var assignment: Assignment

  /// The subject's default exercise.
  public init(_ subject: Subject) {
    self.subject = subject
    assignment = subject.assignment
  }

  /// The numbers, the steps and the objective of the assignment.
  public subscript<Value>(dynamicMember path: WritableKeyPath<Assignment, Value>) -> Value {
    get { assignment[keyPath: path] }
    set { assignment[keyPath: path] = newValue }
  }

  /// The first number of a parameter.
  ///
  /// - Precondition: the subject has the parameter.
  public subscript(name: String) -> Double { assignment[name] }

  /// All numbers of a parameter; none where the subject has no such parameter.
  public func list(_ name: String) -> [Double] { assignment.list(name) }
}

extension Exercise {
  /// Gives a parameter other numbers.
  ///
  /// - Throws: `ExerciseError` where the subject has no such parameter, or not so many numbers, or none of that size.
  public mutating func set(_ name: String, to list: [Double]) throws {
    guard let parameter = subject.parameters.first(where: { $0.option == name }) else {
      let options = subject.parameters.map(\.option) + (subject.hasObjective ? ["loss"] : [])
      let names = (options + ["steps"]).map { "`\($0)`" }.listed
      throw ExerciseError(
        en: "\(subject.name) has no `\(name)`; it has \(names).",
        zh: "\(subject.name) 没有 `\(name)`，只有 \(names)。")
    }
    try ExerciseError.require(
      parameter.isList || list.count == 1, en: "`\(name)` is one number, not \(list.count).",
      zh: "`\(name)` 只能是一个数，不能是 \(list.count) 个。")
    try ExerciseError.require(
      list.allSatisfy(parameter.range.contains), en: "`\(name)` must be \(parameter.range.words).",
      zh: "`\(name)` 必须是\(parameter.range.words)。")
    assignment.numbers[name] = list
    if let rows = subject.rowCount(assignment) { assignment.steps = rows }
  }

  /// Whether the exercise tells a quantity's numbers.
  func isGiven(_ quantity: String) -> Bool {
    let unnumbered = quantity.prefix { !("0"..."9").contains($0) }
    return subject.given.contains(String(unnumbered))
      || subject.hasObjective && assignment.objective == nil
        && quantity.prefix { $0 != "_" } == "g"
  }

  /// Whether the exercise tells a quantity's number of a step: that of the start, or one of a quantity that is given.
  func isGiven(_ quantity: String, at step: Int, by key: Solution) -> Bool {
    isGiven(quantity) || key.hasStart && step == key.steps.lowerBound
  }

  /// What a quantity is called where there is one coordinate: m for m_x, and w for x itself.
  func kind(of quantity: String) -> String {
    guard subject.hasObjective else { return quantity }
    if assignment.coordinates.contains(quantity) { return "w" }
    let suffix = assignment.coordinates.map { "_\($0)" }.first { quantity.hasSuffix($0) }
    return String(quantity.dropLast(suffix?.count ?? 0))
  }

  /// Minimises another objective, from its own start if none is given.
  ///
  /// - Throws: `ExerciseError` where the subject minimises nothing.
  public mutating func minimise(_ objective: Objective, from start: [Double]?) throws {
    try ExerciseError.require(
      subject.hasObjective, en: "\(subject.name) has no objective.", zh: "\(subject.name) 没有目标函数。")
    assignment.numbers["start"] = start ?? assignment.start(on: objective)
    assignment.objective = objective
    assignment.numbers["gradients"] = []
  }

  /// Takes the steps by given gradients, a list of coordinates for each, as many as there are or as are wanted.
  ///
  /// - Throws: `ExerciseError` where there are too few, or the subject takes none.
  public mutating func follow(_ gradients: [[Double]], from start: [Double]?, steps: Int?) throws {
    try ExerciseError.require(
      subject.hasObjective, en: "\(subject.name) takes no gradients.", zh: "\(subject.name) 用不到梯度。")
    let count = gradients.first?.count ?? 0
    try ExerciseError.require(count > 0, en: "There are no gradients.", zh: "没有给出梯度。")
    let wanted = steps ?? gradients.count
    try ExerciseError.require(
      gradients.count >= wanted, en: "There are \(gradients.count) gradients for \(wanted) steps.",
      zh: "只有 \(gradients.count) 个梯度，不够 \(wanted) 步。")
    let start = start ?? Array(repeating: list("start").first ?? 1, count: count)
    try ExerciseError.require(
      gradients.allSatisfy { $0.count == start.count },
      en: "Each gradient needs \(start.count) numbers, one for each number of `start`.",
      zh: "每个梯度需要 \(start.count) 个数，与 `start` 中的数一一对应。")
    assignment.objective = nil
    assignment.numbers["gradients"] = Array(gradients.joined())
    assignment.numbers["start"] = start
    assignment.steps = wanted
  }

  /// - Throws: `ExerciseError` where numbers do not fit each other.
  public func check() throws {
    let steps = assignment.steps
    try ExerciseError.require(
      (1...10_000).contains(steps), en: "`steps` must be from 1 to 10000.",
      zh: "`steps` 必须在 1 到 10000 之间。")
    let rows = subject.rowCount(assignment) ?? steps
    try ExerciseError.require(
      rows == steps, en: "The numbers make \(rows) rows, so `steps` must be \(rows).",
      zh: "这些数共有 \(rows) 行，因此 `steps` 必须是 \(rows)。")
    if let objection = subject.objection(assignment) { throw objection }
    guard subject.hasObjective else { return }
    let (start, gradients) = (list("start").count, list("gradients"))
    if let objective = assignment.objective {
      let variables = objective.variables.map(\.text).listed
      try ExerciseError.require(
        start == objective.variables.count,
        en:
          "`start` must be a number for each of the variables of \(objective.text): \(variables).",
        zh: "`start` 必须给 \(objective.text) 的每个变量一个数：\(variables)。")
      try ExerciseError.require(
        objective.loss(list("start")).isFinite, en: "The loss is no number at `start`.",
        zh: "损失在 `start` 处没有值。")
    } else {
      try ExerciseError.require(
        gradients.count >= steps * start,
        en: "There are too few gradients for \(steps) steps of \(start) numbers each.",
        zh: "梯度太少：共 \(steps) 步，每步需要 \(start) 个数。")
      try ExerciseError.require(
        gradients.allSatisfy((-1e100...1e100).contains),
        en: "`gradients` must be from -1e100 to 1e100.", zh: "`gradients` 必须在 -1e100 到 1e100 之间。")
    }
  }
}
