import Formulas

/// A recorded run as lists of operations on one array of numbers, so that it can be calculated anew with other numbers or
/// other formulas in next to no time.
final class FlatRun {
  /// A formula in that form.
  struct Formula {
    fileprivate var lines: [Line] = []
    fileprivate var result = 0
    /// The quantities that it is calculated from.
    private(set) var inputs: [Int] = []
  }

  fileprivate struct Line {
    var calculation: Calculation
    var a, b, target: Int
  }

  let recording: Recording
  /// The number of each quantity; behind them stand numbers of the work in progress, and literals.
  private(set) var numbers: [Double]
  private(set) var formulas: [Formula?] = []
  private var literals: [Double: Int] = [:]
  private static let room = 512

  init(_ recording: Recording) {
    self.recording = recording
    numbers =
      recording.quantities.map(\.value) + Array(repeating: 0, count: Self.room)
    formulas = recording.quantities.map { $0.formula.flatMap(compiled) }
  }

  /// A formula of recorded quantities in flat form; nil where it is too long.
  func compiled(_ formula: Traced) -> Formula? {
    var result = Formula()
    var known: [Traced.ID: Int] = [:]
    result.result = place(of: formula, in: &result, &known)
    return result.lines.count <= Self.room ? result : nil
  }

  private func place(
    of number: Traced, in formula: inout Formula, _ known: inout [Traced.ID: Int]
  ) -> Int {
    if let place = known[number.id] { return place }
    let place: Int
    let inner = number.withoutPart
    if let quantity = recording.places[number.id] ?? recording.places[inner.id] {
      place = quantity
      formula.add(input: quantity)
    } else if let calculation = number.calculation {
      let operands = number.operands.map { self.place(of: $0, in: &formula, &known) }
      place = recording.quantities.count + formula.lines.count
      formula.lines.append(
        Line(
          calculation: calculation, a: operands[0], b: operands[operands.count - 1], target: place))
    } else if inner.symbol != nil, let named = inner.operands.first {
      place = self.place(of: named, in: &formula, &known)
    } else {
      place = literals[number.value] ?? numbers.count
      if place == numbers.count {
        if !number.value.isNaN { literals[number.value] = place }
        numbers.append(number.value)
      }
    }
    known[number.id] = place
    return place
  }

  /// Sets a quantity to a number.
  func set(_ quantity: Int, to number: Double) { numbers[quantity] = number }

  /// Sets quantities to what is right, all if nothing is said.
  func reset(_ quantities: Range<Int>? = nil) {
    for index in quantities ?? recording.quantities.indices {
      numbers[index] = recording.quantities[index].value
    }
  }

  /// What a formula gives with the numbers as they are.
  func value(of formula: Formula) -> Double {
    numbers.withUnsafeMutableBufferPointer { numbers in
      for line in formula.lines {
        numbers[line.target] = line.calculation(numbers[line.a], numbers[line.b])
      }
      return numbers[formula.result]
    }
  }

  /// Calculates quantities one after another.
  ///
  /// - Parameter other: the formulas that take the place of the right ones.
  func run(_ quantities: Range<Int>, with other: [Int: Formula] = [:]) {
    for index in quantities {
      if let formula = other[index] ?? formulas[index] { numbers[index] = value(of: formula) }
    }
  }
}

extension FlatRun.Formula {
  fileprivate mutating func add(input: Int) {
    if !inputs.contains(input) { inputs.append(input) }
  }
}
