import Formulas
import Lecture

/// An assessment in words.
public struct ReportText {
  let assessment: Assessment
  let language: Language
  /// How much is told of what is wrong.
  let detail: Detail

  public enum Detail: Comparable, Sendable {
    /// Where the first wrong number is.
    case place
    /// Also which known mistake gives it.
    case mistake
    /// Also the formula that belongs there, without its numbers.
    case formula
    /// Everything, the right numbers among it.
    case key
  }

  public init(_ assessment: Assessment, in language: Language, detail: Detail = .key) {
    self.assessment = assessment
    self.language = language
    self.detail = detail
  }

  public var text: String {
    ([headline, quantities] + [unknown, difference, diagnosis, advice].compactMap(\.self))
      .joined(separator: "\n\n") + "\n"
  }

  /// The verdict in a line.
  public var headline: String {
    let title = assessment.exercise.subject.title[language]
    switch assessment.outcome {
    case .right:
      return language(en: "\(title): all numbers are right.", zh: "\(title)：全部正确。")
    case .dialect:
      return language(
        en: "\(title): right in another form than this exercise asks for.",
        zh: "\(title)：按另一种写法是正确的，但本题要求的是另一种。")
    case .wrong:
      let step = assessment.difference?.step ?? 0
      return language(
        en: "\(title): not right, from step \(step) on.", zh: "\(title)：从第 \(step) 步起有错。")
    }
  }

  /// A line for each quantity.
  private var quantities: String {
    let width = assessment.quantities.map(\.heading.count).max() ?? 0
    return assessment.quantities.map { quantity in
      "  " + quantity.heading + String(repeating: " ", count: width - quantity.heading.count + 2)
        + summary(of: quantity)
    }.joined(separator: "\n")
  }

  /// How many numbers of a quantity are right.
  func summary(of quantity: Assessment.Quantity) -> String {
    guard let first = quantity.wrongSteps.first else {
      return language(
        en: "right (\(quantity.stepCount) of \(quantity.stepCount))",
        zh: "正确（\(quantity.stepCount)/\(quantity.stepCount)）")
    }
    let right = quantity.stepCount - quantity.wrongSteps.count
    return language(
      en: "\(right) of \(quantity.stepCount) right, wrong first at step \(first)",
      zh: "\(quantity.stepCount) 个中 \(right) 个正确，第 \(first) 步首次出错")
  }

  private var unknown: String? {
    guard !assessment.unknownHeadings.isEmpty else { return nil }
    let headings = assessment.unknownHeadings.prefix(10).joined(separator: ", ")
    return language(
      en: "Not looked at, being no quantities of the exercise: \(headings).",
      zh: "以下各列不是本题的量，未作检查：\(headings)。")
  }

  private var difference: String? {
    guard let difference = assessment.difference else { return nil }
    let place = language(
      en: "Step \(difference.step), \(difference.quantity)",
      zh: "第 \(difference.step) 步的 \(difference.quantity)")
    guard let given = difference.given else {
      return place + language(en: ": there is no number.", zh: "：没有给出。")
    }
    guard detail == .key else {
      return place
        + language(
          en: ": \(given.text) is the first number that is not right.",
          zh: "：\(given.text) 是第一个不正确的数。")
    }
    let right = Numerals.exact.text(difference.right.value)
    let distance = difference.relative.map { relative in
      let digits = difference.agreeingDigits
      return language(
        en:
          " The relative difference is \(Numerals.rounded.text(relative)): \(digits == 0 ? "no digit agrees" : digits == 1 ? "one digit agrees" : "\(digits) digits agree").",
        zh: "相对误差 \(Numerals.rounded.text(relative))，\(digits == 0 ? "没有一位一致" : "\(digits) 位一致")。")
    }
    return place
      + language(
        en: ": you have \(given.text), right is \(right).",
        zh: "：你的结果是 \(given.text)，正确的是 \(right)。")
      + (distance ?? "") + "\n  \(difference.right.derivation())"
  }

  private var diagnosis: String? {
    guard let difference = assessment.difference, detail >= .mistake else { return nil }
    let matches = assessment.matches
    guard !matches.isEmpty else {
      return difference.given == nil
        ? nil
        : language(
          en: "No known mistake gives exactly these numbers.", zh: "没有已知的错误恰好给出这些数。")
    }
    let explanations = matches.map { match in
      let formula =
        detail == .key ? match.number.map { "\n  \($0.derivation())" } ?? "" : ""
      return match.variant.explanation[language].capitalizedFirst
        + language(en: ".", zh: "。") + formula
    }
    guard matches.count > 1 else {
      let opening =
        matches[0].variant.kind == .dialect
        ? language(en: "This is a documented form: ", zh: "这是有文献记载的写法：")
        : language(en: "Exactly your numbers come out like this: ", zh: "这样做恰好得到你的数：")
      return opening + explanations[0].lowercasedFirst
    }
    return language(
      en:
        "Exactly your numbers come out in \(matches.count) ways, which this exercise does not tell apart:",
      zh: "有 \(matches.count) 种做法恰好得到你的数，本题无法区分：")
      + explanations.map { "\n- \($0)" }.joined()
  }

  /// The formula that belongs at the place, or an exercise that tells more.
  private var advice: String? {
    guard let difference = assessment.difference, detail >= .formula else { return nil }
    if detail == .formula {
      let rule = difference.right.rule(at: Step(difference.step))
      return language(en: "What belongs there: \(rule)", zh: "此处应当是：\(rule)")
    }
    guard let probe = assessment.probe else { return nil }
    return language(
      en: "To tell them apart, try \(probe.description(in: language)).",
      zh: "若要区分，可用：\(probe.description(in: language))。")
  }
}

extension Exercise {
  /// Everything that the exercise gives: `w²/2 from w = 1; η = 0.01, …`.
  public func setting(in language: Language) -> String {
    let numbers = subject.parameters.filter { !list($0.name).isEmpty }
      .map { "\(Symbol($0.symbol).text) = \(text(of: $0))" }
    let given = objective.map { objective in
      [language(en: "objective \(objective.rawValue)", zh: "目标函数 \(objective.rawValue)")]
    }
    let parts = (given ?? []) + numbers + length(in: language)
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
    subject.rowCount(self) == nil ? [language(en: "\(steps) steps", zh: "\(steps) 步")] : []
  }

  /// A parameter's numbers, exactly.
  private func text(of parameter: Parameter) -> String {
    let texts = list(parameter.name).map(Numerals.exact.text)
    return parameter.isList && texts.count > 1
      ? "[\(texts.joined(separator: ", "))]" : texts.joined()
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
