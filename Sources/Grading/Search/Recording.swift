import Formulas

/// What a run of the true code calculates, quantity by quantity, each with its formula of those before it.
///
/// Whoever wants to know what other numbers or other formulas would give need not run the code again: `FlatRun` calculates
/// from here.
final class Recording: @unchecked Sendable {
  /// The recording that runs of this task are to write into.
  @TaskLocal static var current: Recording?

  /// A quantity of one step, or one that the run starts from.
  struct Quantity {
    /// Which of several runs side by side it belongs to: each coordinate of a descent has its own.
    let run: Int
    let symbol: Symbol
    /// How it is written, and with which step.
    let written: Symbol
    let step: Step?
    /// The step in which the code has named it; nil before the first.
    let scopeStep: Step?
    /// How it is calculated; nil for what is given.
    let formula: Traced?
    let isPart: Bool
    let value: Double
  }

  private(set) var quantities: [Quantity] = []
  /// Which quantity a place of a formula is.
  private(set) var places: [Traced.ID: Int] = [:]
  /// The rows in order: their steps, their quantities, and those of them that stand in columns.
  private(set) var rows: [Row] = []

  struct Row {
    let step: Int
    let quantities: Range<Int>
    let columns: [String: Int]
  }

  /// How many quantities a row has at most.
  var rowSize: Int { rows.map(\.quantities.count).max() ?? 1 }

  /// What others see of each quantity, and whatever else must live for its place to stay its own.
  private var numbers: [Traced] = []
  private var kept: [Traced] = []
  private var history: [[Symbol: [Int]]] = []

  /// The right calculation of an exercise.
  ///
  /// - Parameters:
  ///   - form: formulas that programs have in another form.
  ///   - most: of a longer exercise the first rows will do.
  init(_ exercise: Exercise, _ form: [Symbol: Edit.Formula] = [:], most: Int = 100) {
    Recording.$current.withValue(self) {
      let key = exercise.subject.procedure.solve(
        exercise.assignment, form.map { .quantities([$0], $1) })
      let calculation = key.start(true)
      for step in key.steps.prefix(most) {
        let first = quantities.count
        let row = calculation(step)
        let columns = row.entries.compactMap { name, number in
          places[number.id].map { (name, $0) }
        }
        rows.append(
          Row(
            step: step, quantities: first..<quantities.count,
            columns: Dictionary(columns) { first, _ in first }))
      }
    }
  }

  /// Begins a run beside others.
  func begin() -> Int {
    history.append([:])
    return history.count - 1
  }

  /// - Parameters:
  ///   - number: what others see of it.
  ///   - remembered: what is remembered of it.
  func add(_ quantity: Quantity, seenAs number: Traced, remembered: Traced) {
    for number in [number, remembered] { places[number.id] = quantities.count }
    numbers.append(number)
    kept.append(remembered)
    if let formula = quantity.formula { kept.append(formula) }
    history[quantity.run][quantity.symbol, default: []].append(quantities.count)
    quantities.append(quantity)
  }

  /// What others see of a quantity.
  func number(_ index: Int) -> Traced { numbers[index] }

  /// The latest quantity of a symbol before another quantity of the same run.
  ///
  /// - Parameter isOld: whether it is to be from an earlier step.
  func latest(_ symbol: Symbol, before index: Int, isOld: Bool = false) -> Int? {
    let quantity = quantities[index]
    return history[quantity.run][symbol]?.last {
      $0 < index && !(isOld && quantities[$0].scopeStep == quantity.scopeStep)
    }
  }

  /// The first quantity of a symbol in the run that another belongs to.
  func first(_ symbol: Symbol, in index: Int) -> Int? {
    history[quantities[index].run][symbol]?.first.flatMap { $0 <= index ? $0 : nil }
  }

  /// The formula of a quantity with other numbers in it.
  func derivation(of index: Int, with numbers: (Int) -> Double) -> Traced? {
    let quantity = quantities[index]
    return quantity.formula?.rewriting { [places, quantities] part in
      places[part.id].flatMap { place in
        let input = quantities[place]
        return input.isPart ? nil : Traced(numbers(place)).named(input.written, input.step)
      }
    }.named(quantity.written, quantity.step)
  }
}
