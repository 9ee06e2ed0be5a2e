import Formulas

/// What the quantities of a run are at the moment, by their symbols: `$0.β1 * $0.m`.
@dynamicMemberLookup
final class Scope {
  let assignment: Assignment
  /// What the code calculates for the quantity that is being named.
  private(set) var right: Traced = 0
  /// The quantity that is being named.
  private(set) var symbol: Symbol = ""
  /// The number of the step as it is shown, and as formulas see it; both are 0 while the rule is made.
  private(set) var step: Step = 0
  private(set) var t: Step = 0
  private var quantities: [Symbol: Quantity] = [:]

  /// A quantity, now and before.
  private struct Quantity {
    var now: Traced
    var before: Traced?
    var step: Step
  }

  init(_ assignment: Assignment) { self.assignment = assignment }

  func begin(_ step: Step, as t: Step) { (self.step, self.t) = (step, t) }

  /// Has formulas see what is being named.
  func look(at right: Traced, _ symbol: Symbol) { (self.right, self.symbol) = (right, symbol) }

  func remember(_ number: Traced, as symbol: Symbol) {
    let old = quantities[symbol]
    quantities[symbol] = Quantity(
      now: number, before: old?.step == step ? old?.before : old?.now, step: step)
  }

  /// - Precondition: the exercise or the code gave the number.
  subscript(dynamicMember name: String) -> Traced { self[Symbol(name)] }

  /// - Precondition: as above; for names that are made, such as those of x₁ to xₘ.
  subscript(symbol: Symbol) -> Traced {
    guard let quantity = quantities[symbol] else {
      preconditionFailure(
        "An edit of \(self.symbol.name) looks at \(symbol.name), which the code does not name.")
    }
    return quantity.now
  }

  /// A quantity of the step before; of what the code starts from in the first; nil where there was none.
  func before(_ symbol: Symbol) -> Traced? {
    quantities[symbol].flatMap { $0.step == step ? $0.before : $0.now }
  }

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
