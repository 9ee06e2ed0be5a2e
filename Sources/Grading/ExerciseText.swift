import Formulas
import Words

extension Exercise {
  /// Everything that the exercise gives: `L(w) = w²/2, η = 0.01, …`.
  public var setting: Words {
    let numbers = subject.parameters.filter { !list($0.name).isEmpty }.map(equation)
    let parts = ((objective.map { ["\($0.equation)"] } ?? []) + numbers + length)
      .joined(separator: Self.comma)
    return Words(en: "\(parts).", zh: "\(parts)。")
  }

  /// What differs from the subject's default exercise, in words: `the gradients 1, −2, 0.5, ε = 0.1, 3 steps`.
  var particulars: Words {
    let usual = Exercise(subject)
    let other = objective.flatMap { $0 == usual.objective ? nil : $0.rawValue }
    let aim = other.map { [Words(en: "the objective \($0)", zh: "目标函数 \($0)")] } ?? []
    let numbers = subject.parameters.filter { list($0.name) != usual.list($0.name) }.map(equation)
    return (aim + numbers + length).joined(separator: Self.comma)
  }

  private static let comma = Words(en: ", ", zh: "，")

  /// How many steps there are, unless the given numbers tell that already.
  private var length: [Words] {
    subject.rowCount(self) == nil
      ? [Words(en: steps == 1 ? "1 step" : "\(steps) steps", zh: "\(steps) 步")] : []
  }

  private func equation(_ parameter: Parameter) -> Words {
    "\(Symbol(parameter.symbol).text) = \(text(of: parameter))"
  }

  /// A parameter's numbers, exactly.
  private func text(of parameter: Parameter) -> String {
    let texts = list(parameter.name).map(Numerals.exact.text)
    return parameter.isList && texts.count > 1
      ? "[\(texts.joined(separator: ", "))]" : texts.joined()
  }

  /// The options of commands that describe the exercise.
  public var arguments: [String] {
    let usual = Exercise(subject)
    var arguments: [String] = []
    if let objective, objective != usual.objective {
      arguments += ["--objective", objective.rawValue]
    }
    for parameter in subject.parameters where list(parameter.name) != usual.list(parameter.name) {
      let numbers = list(parameter.name).map(\.plainText)
      arguments += ["--\(parameter.name)", numbers.joined(separator: ",")]
    }
    let isCounted = subject.rowCount(self) != nil || subject.objective != nil && objective == nil
    if !isCounted, steps != usual.steps { arguments += ["--steps", "\(steps)"] }
    return arguments
  }
}
