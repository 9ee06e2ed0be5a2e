import Formulas
import Words

/// What follows from a student's own numbers, each judged by those before it.
///
/// One slip makes all later numbers wrong. So each formula is calculated with the numbers that were handed in, and with those
/// that come of them where nothing was: what agrees then follows rightly from what is wrong, and the first that does not is the
/// place of the mistake.
struct Following {
  /// All quantities that do not follow, by their places in the recording, in order.
  private(set) var broken: [Int] = []
  /// Where each wrong number that follows stands.
  private(set) var steps: [String: Set<Int>] = [:]
  /// What was handed in or comes of it up to the first quantity that does not follow.
  private(set) var numbers: [Double] = []

  private let flat: FlatRun
  /// How far each number may be from what it was before it was printed.
  private var spreads: [Double]

  /// - Parameters:
  ///   - last: a symbol with the first of whose quantities that do not follow it ends.
  ///   - other: formulas that take the place of the right ones in a row.
  init(
    _ answers: RecordedAnswers, in flat: FlatRun, untilBroken last: Symbol? = nil,
    with other: (_ row: Int) -> [Int: FlatRun.Formula] = { _ in [:] }
  ) {
    self.flat = flat
    let quantities = flat.recording.quantities
    spreads = Array(repeating: 0, count: quantities.count)
    flat.reset()
    defer { flat.reset() }
    for (number, row) in flat.recording.rows.enumerated() {
      let other = other(number)
      var cells = answers.rows[number][...]
      while let cell = cells.first, cell.quantity < row.quantities.lowerBound {
        judge(cells.removeFirst(), explains: last == nil)
      }
      for index in row.quantities {
        if let formula = other[index] ?? flat.formulas[index] { calculate(index, by: formula) }
        guard let cell = cells.first, cell.quantity == index else { continue }
        judge(cells.removeFirst(), explains: last == nil)
        if let last, broken.last.map({ quantities[$0].symbol == last }) == true { return }
      }
    }
  }

  /// A number by those before it, and how far it may be off.
  private mutating func calculate(_ index: Int, by formula: FlatRun.Formula) {
    let value = flat.value(of: formula)
    var spread = 0.0
    for input in formula.inputs where spreads[input] > 0 {
      let number = flat.numbers[input]
      flat.set(input, to: number + spreads[input])
      spread += abs(flat.value(of: formula) - value)
      flat.set(input, to: number)
    }
    flat.set(index, to: value)
    spreads[index] = spread.isNaN ? .infinity : spread
  }

  private mutating func judge(_ cell: RecordedAnswers.Cell, explains: Bool) {
    let index = cell.quantity
    let (value, spread) = (flat.numbers[index], spreads[index])
    if !cell.isRight || !explains {
      if abs(cell.number - value) <= cell.tolerance + spread || cell.agrees(with: value) {
        // What so rough numbers would give in any case earns nothing.
        if spread <= max(10 * cell.tolerance, 0.02 * value.magnitude) {
          steps[cell.column.name, default: []].insert(cell.step)
        }
      } else if !spread.isInfinite {
        if broken.isEmpty { numbers = flat.numbers }
        broken.append(index)
      }
    }
    flat.set(index, to: cell.number)
    spreads[index] = cell.tolerance
  }
}

extension Following {
  /// The first number that does not follow from those before it.
  struct Place {
    /// The quantity as the key names it.
    let name: String
    /// Where it is, in a clause without capital and full stop.
    let explanation: Words
    /// Its right formula with the numbers that were handed in.
    let number: Traced?
  }

  /// Nil where all follows, and where a column is alone, which is its own place.
  func place(in answers: RecordedAnswers) -> Place? {
    guard answers.columnCount > 1, let index = broken.first,
      let cell = answers.rows.joined().first(where: { $0.quantity == index })
    else { return nil }
    let hidden = hidden(before: index, answers)
    let (name, step) = (cell.column.name, cell.step)
    let (en, zh): (Words, Words) =
      hidden.isEmpty
      ? ("", "")
      : (
        "; on the way to it lies what was not handed in: \(hidden.listed)",
        "；其间还有没有交上的 \(hidden.listed)"
      )
    return Place(
      name: name,
      explanation: Words(
        en:
          "\(name) of step \(step) is the first number that does not follow from your own before it\(en)",
        zh: "第 \(step) 步的 \(name) 是第一个不能由你自己前面的数得出的数\(zh)"),
      number: flat.recording.derivation(of: index) { numbers[$0] })
  }

  /// What is calculated on the way from what was handed in, in order.
  private func hidden(before index: Int, _ answers: RecordedAnswers) -> [String] {
    let recording = flat.recording
    guard let row = recording.rows.first(where: { $0.quantities.contains(index) }) else {
      return []
    }
    let names = Dictionary(row.columns.map { ($1, $0) }) { first, _ in first }
    let handedIn = Set(answers.answers.columns.map(\.name))
    var hidden: Set<Int> = []
    var next = flat.formulas[index]?.inputs ?? []
    while let input = next.popLast() {
      guard let name = names[input], !handedIn.contains(name), !hidden.contains(input),
        recording.quantities[input].formula?.calculation != nil
      else { continue }
      hidden.insert(input)
      next += flat.formulas[input]?.inputs ?? []
    }
    return hidden.sorted().filter { !recording.quantities[$0].isPart }.compactMap { names[$0] }
  }
}
