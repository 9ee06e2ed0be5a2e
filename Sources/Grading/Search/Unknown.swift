import Formulas
import Words

/// A number that a student may have calculated with in place of another: what the exercise gives, or one of a further form of the
/// rule, such as a weight decay where none is asked for.
struct Unknown: Sendable {
  /// The parameter's option: `learning-rate`.
  let name: String
  /// The quantity that it shows in first; empty where that is any.
  let quantity: String
  /// What is asked for.
  let right: Double
  /// The numbers that it may be.
  let range: NumberRange
  /// Numbers that are tried before any is solved for.
  let guesses: [Double]
  /// How many of them, at the beginning, are someone's default.
  let defaults: Int
  /// What was done, with the number.
  let explanation: @Sendable (_ number: Double) -> Words
  let edits: @Sendable (_ number: Double) -> [Edit]
  let procedure: Procedure?
  var kind = Variant.Kind.hyperparameter
  /// Whether the exercise does not speak of it.
  var isFurther = true

  init(
    _ name: String, of quantity: String = "", right: Double, _ range: NumberRange = .any,
    defaults: [Double] = [], guesses: [Double], by procedure: Procedure? = nil,
    _ explanation: @escaping @Sendable (_ number: Double) -> Words,
    _ edits: @escaping @Sendable (_ number: Double) -> [Edit]
  ) {
    (self.name, self.quantity, self.right, self.range) = (name, quantity, right, range)
    (self.explanation, self.edits, self.procedure) = (explanation, edits, procedure)
    var seen: Set = [right]
    let isCount = if case .counts = range { true } else { false }
    func isNew(_ x: Double) -> Bool {
      (range.contains(x) || x == 0 && !isCount) && seen.insert(x).inserted
    }
    let usual = defaults.filter(isNew)
    self.defaults = usual.count
    self.guesses = usual + guesses.filter(isNew)
  }

  var isCount: Bool { if case .counts = range { true } else { false } }

  func variant(_ number: Double) -> Variant {
    Variant(
      name: name, kind: kind, explanation: explanation(number), quantity: quantity,
      edits: edits(number), procedure: procedure)
  }
}

extension Unknown {
  /// What is looked for from nothing up: numbers from a millionth to a million, then the same below 0 where that may be.
  var grid: [Double] {
    guard !isCount, right.isFinite else { return [] }
    switch range {
    case .belowOne, .part, .positivePart:
      return [0, 0.003, 0.03, 0.25, 0.5, 0.75, 0.9, 0.97, 0.99, 0.999, 0.9999, 1].filter(
        range.contains)
    default:
      let unit = right == 0 ? 1 : right
      let sizes = stride(from: -8, through: 8, by: 1).map { unit * .pow(10, Double($0) / 2) }
      return (range.contains(-unit) ? sizes.reversed().map { -$0 } : []) + sizes
    }
  }
}

extension Exercise {
  /// Each number that the exercise gives, as one that may have been another.
  var unknowns: [Unknown] {
    let numbers = assignment.parameters.flatMap { parameter -> [Unknown] in
      let given = list(parameter.option)
      guard !parameter.isList else {
        if parameter.option == "milestones" { return [leftOut(of: parameter, given)] }
        // Data are no hyperparameters, but where a descent or a network starts is.
        guard given.count <= 10, ["start", "weights", "biases"].contains(parameter.option) else {
          return []
        }
        return given.indices.map { unknown(parameter, given, $0) }
      }
      return [unknown(parameter, given, 0)]
    }
    return numbers + subject.unknowns
  }

  /// One of a list that was not looked at, by its place from 1.
  private func leftOut(of parameter: Hyperparameter, _ given: [Double]) -> Unknown {
    Unknown(
      parameter.option, right: 0, .counts(0...given.count),
      guesses: given.indices.map { Double($0 + 1) }
    ) { place in
      let number = Numerals.exact.text(given[Int(place) - 1])
      return Words(
        en: "\(number) of \(parameter.option) is not looked at",
        zh: "\(parameter.option) 中的 \(number) 没有用到")
    } _: { place in
      [
        .exercise {
          guard Int(place) <= $0.list(parameter.option).count else { return }
          $0.numbers[parameter.option]?.remove(at: Int(place) - 1)
        }
      ]
    }
  }

  private func unknown(_ parameter: Hyperparameter, _ given: [Double], _ index: Int) -> Unknown {
    let right = given[index]
    let isStart = parameter.option == "start"
    let symbol =
      isStart
      ? assignment.coordinates[index]
      : parameter.isList ? "\(parameter.symbol.name)\(index + 1)" : parameter.symbol.name
    let name = Symbol(symbol).text
    let torch = parameter.torch?.number
    let course = parameter.course.indices.contains(index) ? [parameter.course[index]] : []
    let isCount = if case .counts = parameter.range { true } else { false }
    let usual =
      isCount
      ? [right - 1, right + 1, 2 * right, right / 2] + (1...30).map { Double($0) } + [50, 100]
      : (0...12).map { .pow(10, -Double($0)) } + [0, 0.9, 0.99, 0.999, 0.9999, 0.95, 0.5, 2]
    var unknown = Unknown(
      parameter.option, right: right, parameter.range,
      defaults: [torch].compactMap(\.self) + course, guesses: usual
    ) { number in
      let (theirs, ours) = (Numerals.exact.text(number), Numerals.exact.text(right))
      let isDefault = number == torch && !isStart
      return isStart
        ? Words(
          en: "\(name) starts at \(theirs) here, where \(ours) is asked for",
          zh: "这里 \(name) 从 \(theirs) 开始，题目要求从 \(ours) 开始")
        : Words(
          en:
            "\(name) is \(theirs) here\(isDefault ? ", PyTorch’s default," : ",") where \(ours) is asked for",
          zh: "这里的 \(name) 是 \(theirs)\(isDefault ? "（PyTorch 的默认值）" : "")，题目要求的是 \(ours)")
    } _: { number in
      // A probe may have fewer.
      [
        .exercise {
          guard index < $0.list(parameter.option).count else { return }
          $0.numbers[parameter.option]?[index] = number
        }
      ]
    }
    unknown.isFurther = false
    return unknown
  }
}
