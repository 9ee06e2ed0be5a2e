import Formulas
import Lecture
import Words

/// An assessment in words.
public struct ReportText {
  let assessment: Assessment
  let language: Language
  /// How much is told of what is wrong.
  let detail: Detail

  /// How much is told, from least to most.
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

  /// A report that tells the key if nothing else is said.
  public init(_ assessment: Assessment, in language: Language, detail: Detail = .key) {
    self.assessment = assessment
    self.language = language
    self.detail = detail
  }

  /// The whole report, ending in a line feed.
  public var text: String {
    let parts =
      [headline, unknown] + assessment.remarks.map { $0[language] }
      + [quantities, difference, diagnosis, rule, unseen ?? advice]
    return parts.compactMap(\.self)
      .joined(separator: "\n\n") + "\n"
  }

  /// The verdict in a line.
  public var headline: String {
    let title = assessment.exercise.subject.title[language]
    switch assessment.outcome {
    case .right:
      return assessment.unknownHeadings.isEmpty
        ? language(en: "\(title): all numbers are right.", zh: "\(title)：全部正确。")
        : language(
          en: "\(title): all numbers that were looked at are right.",
          zh: "\(title)：检查了的数全部正确。")
    case .dialect:
      return language(
        en: "\(title): right in another form than this exercise asks for.",
        zh: "\(title)：按另一种写法是正确的，但本题要求的是另一种。")
    case .undecided:
      return language(
        en:
          "\(title): these numbers are right in another form than this exercise asks for, but a known mistake gives them too.",
        zh: "\(title)：这些数按另一种写法是正确的（本题要求的是另一种），但已知的错误也会给出同样的数。")
    case .wrong:
      let step = assessment.difference?.step ?? 0
      return language(
        en: "\(title): not right, from step \(step) on.", zh: "\(title)：从第 \(step) 步起有错。")
    }
  }

  /// A line for each quantity.
  private var quantities: String {
    let width = assessment.quantities.map(\.heading.displayWidth).max() ?? 0
    return assessment.quantities.map { quantity in
      "  " + quantity.heading.padded(to: width + 2) + summary(of: quantity)
    }.joined(separator: "\n")
  }

  /// How many numbers of a quantity are right.
  func summary(of quantity: Assessment.Quantity) -> String {
    guard let first = quantity.wrongSteps.first else {
      return quantity.counts
        ? language(
          en: "right (\(quantity.stepCount) of \(quantity.stepCount))",
          zh: "正确（\(quantity.stepCount)/\(quantity.stepCount)）")
        : language(en: "as given", zh: "与已知的一致")
    }
    if quantity.isGiven {
      return language(
        en: "not what is given, first at step \(first)", zh: "与已知的不符，从第 \(first) 步起")
    }
    let right = quantity.stepCount - quantity.wrongSteps.count
    if quantity.missingSteps == quantity.wrongSteps {
      return language(
        en: "\(right) of \(quantity.stepCount) right, missing first at step \(first)",
        zh: "\(quantity.stepCount) 个中 \(right) 个正确，第 \(first) 步首次缺失")
    }
    return language(
      en: "\(right) of \(quantity.stepCount) right, wrong first at step \(first)",
      zh: "\(quantity.stepCount) 个中 \(right) 个正确，第 \(first) 步首次出错")
  }

  private var unknown: String? {
    guard !assessment.unknownHeadings.isEmpty else { return nil }
    let headings = assessment.unknownHeadings.prefix(10).joined(separator: ", ")
    return language(
      en: "Not looked at: \(headings). No quantity of the exercise has such a name.",
      zh: "未作检查：\(headings)。本题没有这样名称的量。")
  }

  private var difference: String? {
    guard let difference = assessment.difference else { return nil }
    let place = language(
      en: "Step \(difference.step), \(difference.quantity)",
      zh: "第 \(difference.step) 步的 \(difference.quantity)")
    guard let given = difference.given else {
      return place + language(en: ": there is no number.", zh: "：没有给出。")
    }
    if difference.isGiven {
      let right = Numerals.exact.text(difference.right)
      return place
        + language(
          en: ": you have \(given.text), given is \(right).",
          zh: "：你的是 \(given.text)，题目给出的是 \(right)。")
    }
    guard detail == .key else {
      return place
        + language(
          en: ": \(given.text) is the first number that is not right.",
          zh: "：\(given.text) 是第一个不正确的数。")
    }
    let right = Numerals.exact.text(difference.right)
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
      + (distance ?? "") + "\n  \(difference.calculation.derivation())"
  }

  private var diagnosis: String? {
    guard let difference = assessment.difference, detail >= .mistake else { return nil }
    let matches = assessment.matches
    guard !matches.isEmpty else {
      return difference.given == nil || difference.isGiven
        ? nil
        : language(
          en: "No known mistake gives exactly these numbers.", zh: "没有已知的错误恰好给出这些数。")
    }
    let explanations = matches.map { match in
      let formula =
        detail == .key ? match.number.map { "\n  \($0.derivation())" } ?? "" : ""
      let explanation =
        assessment.outcome == .undecided
        ? match.variant.kind.word(in: language).capitalizedFirst
          + match.variant.explanation[language]
        : match.variant.explanation[language].capitalizedFirst
      return explanation + language(en: ".", zh: "。") + formula
    }
    guard matches.count > 1 else {
      let opening =
        matches[0].variant.kind == .dialect
        ? language(en: "This is a documented form: ", zh: "这是有文献记载的写法：")
        : language(en: "Exactly your numbers come out like this: ", zh: "这样做恰好得到你的数：")
      return opening + explanations[0].lowercasedFirst
    }
    return language(
      en: "Exactly your numbers come out in \(matches.count) ways:",
      zh: "有 \(matches.count) 种做法恰好得到你的数：")
      + explanations.map { "\n- \($0)" }.joined()
  }

  /// The formula that belongs at the place, where it is asked for but not its numbers.
  private var rule: String? {
    guard detail == .formula, let difference = assessment.difference, !difference.isGiven else {
      return nil
    }
    let rule = difference.calculation.rule(at: Step(difference.step)).text
    return language(en: "What belongs there: \(rule)", zh: "此处应当是：\(rule)")
  }

  /// What these numbers do not show, though they are right.
  private var unseen: String? {
    guard !assessment.unseen.isEmpty else { return nil }
    let explanations = assessment.unseen.map { $0.variant.explanation[language] }
    let more = explanations.count - Self.mostUnseen
    let list =
      explanations.prefix(Self.mostUnseen).joined(separator: language(en: "; ", zh: "；"))
      + (more > 0 ? language(en: "; and \(more) more", zh: "；等等，另有 \(more) 种") : "")
    return language(
      en: "These numbers would look the same with a known mistake: \(list).",
      zh: "有已知的错误也会给出同样的数：\(list)。")
      + (advice.map { language(en: " ", zh: "") + $0 } ?? "")
  }

  private static let mostUnseen = 3

  /// What would tell more.
  private var advice: String? {
    guard detail >= .mistake, let distinction = assessment.distinction else { return nil }
    var ways: [String] = []
    if distinction.isOneOfDigits {
      ways.append(language(en: "print more digits", zh: "多印几位小数"))
    }
    if !distinction.columns.isEmpty {
      let columns = distinction.columns.joined(separator: language(en: ", ", zh: "、"))
      ways.append(language(en: "hand in \(columns) too", zh: "同时交上 \(columns)"))
    }
    if let probe = distinction.probe { ways.append(way(by: probe, distinction.probeColumns)) }
    guard !ways.isEmpty else { return nil }
    let aim =
      assessment.difference == nil
      ? language(en: "To rule more of them out, ", zh: "若要排除更多错误，可以")
      : language(en: "To tell them apart, ", zh: "若要区分，可以")
    return aim
      + ways.joined(separator: language(en: ", or ", zh: "，或者"))
      + (distinction.probe == nil ? language(en: ".", zh: "。") : "")
  }

  /// Another exercise with the command that checks it.
  private func way(by probe: Exercise, _ columns: [String]) -> String {
    let description = probe.description(in: language)
    let list = columns.joined(separator: language(en: ", ", zh: "、"))
    let further =
      columns.isEmpty ? "" : language(en: ", and hand in \(list) too", zh: "，并交上 \(list)")
    let command = ["swift run course check", probe.subject.name, "student.csv"] + probe.arguments
    return language(
      en: "let your program do another exercise, with \(description)\(further):",
      zh: "让你的程序做另一道题：\(description)\(further)：") + "\n  " + command.joined(separator: " ")
  }
}

extension String {
  /// With a capital at its beginning, unless that is a symbol: s and S are different quantities.
  var capitalizedFirst: String {
    let word = prefix { $0.isLetter }
    return word.count > 1 || word == "a" ? prefix(1).uppercased() + dropFirst() : self
  }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
