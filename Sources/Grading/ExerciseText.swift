import Formulas
import Words

extension Exercise {
  /// Everything that the exercise gives: `L(w) = w²/2, η = 0.01, …`.
  public var setting: Words {
    let given = subject.parameters.filter { !list($0.option).isEmpty }
    return parts(assignment.objective.map { "\($0.equation)" }, given) + Words(en: ".", zh: "。")
  }

  /// What differs from the subject's default exercise, in words: `the gradients 1, −2, 0.5, ε = 0.1, 3 steps`.
  var particulars: Words {
    parts(otherLoss.map { Words(en: "the objective \($0)", zh: "目标函数 \($0)") }, otherParameters)
  }

  /// An aim, the numbers of parameters, and how many steps there are, unless the numbers tell that already.
  private func parts(_ aim: Words?, _ parameters: [Hyperparameter]) -> Words {
    let numbers = parameters.map { parameter -> Words in
      let texts = list(parameter.option).map(Numerals.exact.text).joined(separator: ", ")
      let isList = list(parameter.option).count > 1
      return "\(parameter.symbol.text) = \(isList ? "[\(texts)]" : texts)"
    }
    let steps = assignment.steps
    let length = Words(en: steps == 1 ? "1 step" : "\(steps) steps", zh: "\(steps) 步")
    let parts = [aim] + numbers + [subject.rowCount(assignment) == nil ? length : nil]
    return parts.compactMap(\.self).joined(separator: Words(en: ", ", zh: "，"))
  }

  /// The name of the objective, where it is not the default exercise's.
  private var otherLoss: String? {
    assignment.objective == subject.assignment.objective ? nil : assignment.objective?.text
  }

  /// The parameters that have other numbers than in the default exercise.
  private var otherParameters: [Hyperparameter] {
    subject.parameters.filter { list($0.option) != subject.assignment.list($0.option) }
  }

  /// What differs from the subject's default exercise, by the options that say so: `learning-rate` and `0.5`.
  public var settings: [(option: String, value: String)] {
    let loss = otherLoss.map { [(option: "loss", value: $0)] } ?? []
    let numbers = otherParameters.map { parameter in
      let numbers = list(parameter.option).map(\.plainText)
      return (option: parameter.option, value: numbers.joined(separator: ","))
    }
    let isCounted =
      subject.rowCount(assignment) != nil || subject.hasObjective && assignment.objective == nil
    let isUsual = isCounted || assignment.steps == subject.assignment.steps
    return loss + numbers + (isUsual ? [] : [("steps", "\(assignment.steps)")])
  }
}
