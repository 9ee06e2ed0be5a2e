import Formulas
import Lecture
import Words

extension Exercise {
  /// Everything that the exercise gives: `L(w) = w²/2, η = 0.01, …`.
  public func setting(in language: Language) -> String {
    let numbers = subject.parameters.filter { !list($0.name).isEmpty }
      .map { "\(Symbol($0.symbol).text) = \(text(of: $0))" }
    let parts = (objective.map { [$0.equation.text] } ?? []) + numbers + length(in: language)
    return parts.joined(separator: language(en: ", ", zh: "，")) + language(en: ".", zh: "。")
  }

  /// What differs from the subject's default exercise, in words: `the gradients 1, −2, 0.5, ε = 0.1, 3 steps`.
  public func description(in language: Language) -> String {
    let usual = Exercise(subject)
    var parts: [String] = []
    if let objective, objective != usual.objective {
      parts.append(
        language(en: "the objective \(objective.rawValue)", zh: "目标函数 \(objective.rawValue)"))
    }
    for parameter in subject.parameters where list(parameter.name) != usual.list(parameter.name) {
      parts.append("\(Symbol(parameter.symbol).text) = \(text(of: parameter))")
    }
    return (parts + length(in: language)).joined(separator: language(en: ", ", zh: "，"))
  }

  /// How many steps there are, unless the given numbers tell that already.
  private func length(in language: Language) -> [String] {
    subject.rowCount(self) == nil
      ? [language(en: steps == 1 ? "1 step" : "\(steps) steps", zh: "\(steps) 步")] : []
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
