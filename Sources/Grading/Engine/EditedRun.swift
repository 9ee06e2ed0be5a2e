import Formulas

/// Runs the true code for an exercise with edits: where the code names a quantity, they say what it is to be.
///
/// One task uses it, from one step to the next.
final class EditedRun: Editor, @unchecked Sendable {
  let scope: Scope
  private let edits: Edits
  private let isExplained: Bool
  /// Whether quantities belong to the step though the code does not say so.
  private let numbersAll: Bool
  /// How quantities are written that the exercise calls otherwise: w, where its variable is x.
  private let written: [Symbol: Symbol]
  private var entries: [(symbol: Symbol, number: Traced)] = []
  private var isRunning = false
  private var isAsking = false
  /// Whoever writes down what is calculated, and which of the runs this is there.
  private let recording = Recording.current
  private let run: Int

  /// - Parameters:
  ///   - numbersAll: whether all that the code names is a quantity of the step, with or without its number.
  ///   - isExplained: whether formulas are kept; numbers alone are faster.
  init(
    _ assignment: Assignment, _ edits: [Edit], isExplained: Bool, numbersAll: Bool = false,
    written: [Symbol: Symbol] = [:]
  ) {
    scope = Scope(assignment)
    self.edits = Edits(edits)
    self.isExplained = isExplained
    self.numbersAll = numbersAll
    self.written = written
    run = recording?.begin() ?? 0
  }

  /// Begins a step.
  func begin(_ number: Int) {
    isRunning = true
    scope.begin(Step(number), as: Step(clock(number)))
    entries.removeAll(keepingCapacity: true)
  }

  /// The number of a step as formulas see it.
  func clock(_ number: Int) -> Int { edits.clock(number, scope.assignment) }

  /// Runs code: before the first step it makes the rule and names what that starts from.
  func run<Result>(_ code: () throws -> Result) rethrows -> Result {
    try Traced.$editor.withValue(self, operation: code)
  }

  func name(_ number: Traced, _ symbol: Symbol, _ t: Step?, isPart: Bool) -> Traced? {
    guard !isAsking else { return nil }
    isAsking = true
    defer { isAsking = false }
    scope.look(at: number, symbol)
    let result =
      isRunning
      ? quantity(number, symbol, t, isPart: isPart) : beginning(number, symbol, t)
    scope.remember(result.quantity, as: symbol)
    return result.number
  }

  /// What the code makes, and what it knows before the first step.
  private func beginning(
    _ number: Traced, _ symbol: Symbol, _ t: Step?
  ) -> (number: Traced, quantity: Traced) {
    if let formula = edits.constants[symbol] {
      let constant = formula(scope)
      return (constant, constant)
    }
    let name = written[symbol] ?? symbol
    let start = t == nil ? nil : edits.starts[symbol].map { Traced($0) }
    let named = (start ?? number).named(name, t)
    recording?.add(
      Recording.Quantity(
        run: run, symbol: symbol, written: name, step: t, scopeStep: nil, formula: nil,
        isPart: false, value: named.value),
      seenAs: named, remembered: named)
    return (named, named)
  }

  /// What is calculated in a step: what goes on in the code, and what others see under the symbol.
  private func quantity(
    _ number: Traced, _ symbol: Symbol, _ t: Step?, isPart: Bool
  ) -> (number: Traced, quantity: Traced) {
    let name = written[symbol] ?? symbol
    let formula = edits.quantities[symbol]?(scope) ?? number
    let isEntry = t != nil || numbersAll
    let step = isEntry ? scope.step : nil
    // By name and value only, so that a long run does not become a deep graph.
    let quantity = isEntry ? Traced(formula.value).named(name, step) : formula.named(name)
    let seen = isPart ? formula.part(symbol) : quantity
    recording?.add(
      Recording.Quantity(
        run: run, symbol: symbol, written: name, step: step, scopeStep: scope.step,
        formula: formula, isPart: isPart, value: formula.value),
      seenAs: seen, remembered: quantity)
    if isEntry {
      let isWhole = isExplained && recording == nil
      entries.append((symbol, isWhole ? formula.named(name, step) : quantity))
    }
    return (seen, quantity)
  }

  /// What is written down of the step: its quantities, in the order in which the code has named them.
  var row: [(symbol: Symbol, number: Traced)] {
    guard !edits.recorded.isEmpty else { return entries }
    isAsking = true
    defer { isAsking = false }
    return entries.map { symbol, number in
      guard let formula = edits.recorded[symbol] else { return (symbol, number) }
      scope.look(at: number, symbol)
      return (symbol, formula(scope).named(written[symbol] ?? symbol, scope.step))
    }
  }
}
