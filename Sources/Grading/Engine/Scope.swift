import Formulas

/// What the quantities of a run are at the moment, by their symbols: `$0.β1 * $0.m`.
@dynamicMemberLookup
class Scope {
  let assignment: Assignment
  /// What the code calculates for the quantity that is being named.
  private(set) var right: Traced = 0
  /// The quantity that is being named.
  private(set) var symbol: Symbol = ""
  /// The number of the step as it is shown, which is −1 while the rule is made, and as formulas see it.
  private(set) var step: Step = -1
  private(set) var t: Step = 0
  private var quantities: [Symbol: Quantity] = [:]
  private var starts: [Symbol: Traced] = [:]
  /// The scopes of all coordinates of a descent in order, and which of them this is.
  private(set) var coordinates: [Scope] = []
  private(set) var coordinate = 0

  /// A quantity, now and before.
  private struct Quantity {
    var now: Traced
    var before: Traced?
    var step: Step
  }

  init(_ assignment: Assignment) { self.assignment = assignment }

  /// Has coordinates know of each other.
  static func join(_ scopes: [Scope]) {
    for (index, scope) in scopes.enumerated() {
      (scope.coordinates, scope.coordinate) = (scopes, index)
    }
  }

  /// Has them forget it, so that they can be released.
  func leave() { coordinates = [] }

  func begin(_ step: Step, as t: Step) { (self.step, self.t) = (step, t) }

  /// Has formulas see what is being named.
  func look(at right: Traced, _ symbol: Symbol) { (self.right, self.symbol) = (right, symbol) }

  func remember(_ number: Traced, as symbol: Symbol) {
    let old = quantities[symbol]
    if old == nil { starts[symbol] = number }
    quantities[symbol] = Quantity(
      now: number, before: old?.step == step ? old?.before : old?.now, step: step)
  }

  /// - Precondition: the exercise or the code gave the number.
  subscript(dynamicMember name: String) -> Traced { self[Symbol(name)] }

  /// - Precondition: as above; for names that are made, such as those of x₁ to xₘ.
  subscript(symbol: Symbol) -> Traced {
    guard let number = now(symbol) else {
      preconditionFailure(
        "An edit of \(self.symbol.name) looks at \(symbol.name), which the code does not name.")
    }
    return number
  }

  /// What a quantity is; nil where neither the exercise nor the code has given it yet.
  func now(_ symbol: Symbol) -> Traced? { quantities[symbol]?.now }

  /// A quantity of the step before; of what the code starts from in the first; nil where there was none.
  func before(_ symbol: Symbol) -> Traced? {
    quantities[symbol].flatMap { $0.step == step ? $0.before : $0.now }
  }

  /// What a quantity was before the first step, or in it.
  func start(_ symbol: Symbol) -> Traced? { starts[symbol] }

  /// A number that the exercise gives, under its name.
  func given(_ symbol: Symbol) -> Traced {
    let given: Given<Traced> = assignment.given()
    return given[symbol].named(symbol)
  }

  /// The plain mean of all numbers so far.
  func mean(of x: Traced, after old: Traced) -> Traced {
    let t = Traced(Double(t.number)).named("t")
    return ((t - 1) * old + x) / t
  }
}
