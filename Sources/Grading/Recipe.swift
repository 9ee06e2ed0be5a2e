import Formulas

/// The numbers that a formula may use, under their symbols: `$0.β1 * $0.m`.
@dynamicMemberLookup
struct Values {
  /// The number of the step, as the formulas see it.
  var t: Step
  var numbers: [String: Traced]
  /// The symbols of quantities; made once, as that takes longer than to calculate with them.
  private var symbols: [String: Symbol]

  /// - Parameter symbols: those of quantities whose name is another.
  init(t: Step, numbers: [String: Traced], symbols: [String: Symbol] = [:]) {
    self.t = t
    self.numbers = numbers
    self.symbols = symbols
  }

  /// The symbol that formulas show a quantity by.
  mutating func symbol(of name: String) -> Symbol {
    if let known = symbols[name] { return known }
    let symbol = Symbol(quantity: name)
    symbols[name] = symbol
    return symbol
  }

  /// - Precondition: a formula before, the exercise or the recipe's start gave the number.
  subscript(dynamicMember name: String) -> Traced { self[name] }

  /// - Precondition: as above; for names that are made, such as those of x₁ to xₘ.
  subscript(name: String) -> Traced {
    guard let number = numbers[name] else { preconditionFailure("There is no \(name).") }
    return number
  }
}

/// A calculation that is repeated, as named formulas one after another, so that one can be exchanged for another:
///
///     let velocity = Recipe(
///       from: ["v": 0],
///       [("v", { $0.β * $0.v + $0.g }), ("w", { $0.w - $0.η * $0.v })])
///     let average = velocity.replacing("v") { $0.β * $0.v + (1 - $0.β) * $0.g }
///
/// In a formula a name stands for the latest number of that name, which is the one of the step before until the formula
/// of this step was evaluated.
struct Recipe: Sendable {
  typealias Formula = @Sendable (Values) -> Traced
  typealias Formulas = [(name: String, formula: Formula)]

  /// What is remembered before the first step.
  private(set) var start: [String: Double]
  private(set) var formulas: Formulas
  /// Where an optimizer takes the gradient; at the parameter itself if nil.
  private(set) var vantage: Formula?
  /// Whether the parameter is recorded before it is updated.
  private(set) var recordsEarly = false
  /// The number of the step that formulas see in step t.
  private(set) var clock: @Sendable (Int) -> Int = { $0 }
  private let carryOut: Method

  /// How a recipe is carried out for an exercise.
  typealias Method = @Sendable (Recipe, Exercise) -> Ledger

  /// - Parameter method: how it is carried out; as the recipe of an optimizer if nothing is said.
  init(
    from start: [String: Double], _ formulas: Formulas,
    by method: @escaping Method = { $0.descend($1) }
  ) {
    self.start = start
    self.formulas = formulas
    carryOut = method
  }

  /// Carries it out for an exercise.
  func solve(_ exercise: Exercise) -> Ledger { carryOut(self, exercise) }

  /// The same with another formula for one or several quantities.
  ///
  /// - Precondition: there is a formula of that name.
  func replacing(_ name: String, by formula: @escaping Formula) -> Recipe {
    precondition(formulas.contains { $0.name == name }, "There is no \(name).")
    var copy = self
    for i in formulas.indices where formulas[i].name == name { copy.formulas[i].formula = formula }
    return copy
  }

  /// The same with other formulas, each in the place of that of its name.
  ///
  /// - Precondition: there is a formula of each name.
  func replacing(_ others: Formulas) -> Recipe {
    others.reduce(self) { $0.replacing($1.name, by: $1.formula) }
  }

  /// The same with a further formula behind that of the given name.
  ///
  /// - Precondition: there is a formula of that name.
  func adding(_ name: String, after place: String, _ formula: @escaping Formula) -> Recipe {
    guard let index = formulas.lastIndex(where: { $0.name == place }) else {
      preconditionFailure("There is no \(place).")
    }
    var copy = self
    copy.formulas.insert((name, formula), at: index + 1)
    return copy
  }

  /// The same with a further formula in front of that of the given name.
  ///
  /// - Precondition: there is a formula of that name.
  func adding(_ name: String, before place: String, _ formula: @escaping Formula) -> Recipe {
    adding(name, after: place, formula).moving(name, before: place)
  }

  /// The same with one formula evaluated before another.
  ///
  /// - Precondition: there are formulas of those names.
  func moving(_ name: String, before place: String) -> Recipe {
    guard let old = formulas.firstIndex(where: { $0.name == name }),
      let new = formulas.firstIndex(where: { $0.name == place })
    else { preconditionFailure("There is no \(name) or no \(place).") }
    var copy = self
    copy.formulas.insert(copy.formulas.remove(at: old), at: new)
    return copy
  }

  /// The same with something else remembered before the first step.
  func starting(_ name: String, at number: Double) -> Recipe {
    var copy = self
    copy.start[name] = number
    return copy
  }

  /// The same, fed with another gradient than the right one: G, which is calculated from g.
  func fed(with gradient: @escaping Formula) -> Recipe {
    var copy = self
    copy.formulas = [("G", gradient), ("g", { $0.G })] + formulas
    return copy
  }

  /// The same with the gradient taken somewhere else than at the parameter itself.
  func looking(from vantage: @escaping Formula) -> Recipe {
    var copy = self
    copy.vantage = vantage
    return copy
  }

  /// The same with another number for the step.
  func counting(_ clock: @escaping @Sendable (Int) -> Int) -> Recipe {
    var copy = self
    copy.clock = clock
    return copy
  }

  /// The same with the parameter recorded as it is before each step.
  var recordedEarly: Recipe {
    var copy = self
    copy.recordsEarly = true
    return copy
  }

  /// The names of the quantities, in the order in which they are calculated.
  var names: [String] {
    formulas.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Evaluates the formulas once.
  ///
  /// What was there before stands in the formulas by its name and its value only, so that a long run does not become a
  /// deep graph.
  func evaluate(_ values: inout Values, at step: Step) {
    values.t = Step(clock(step.number))
    for (name, formula) in formulas {
      values.numbers[name] = formula(values).named(values.symbol(of: name), step)
    }
  }
}
