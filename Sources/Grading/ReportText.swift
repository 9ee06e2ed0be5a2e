import Formulas
import Words

/// An assessment in words.
public struct ReportText {
  let assessment: Assessment
  let language: Language
  /// How much is told of what is wrong.
  let detail: ReportDetail
  /// How an exercise is checked, as a command; nil where there is none.
  let command: ((Exercise) -> String)?

  /// A report that tells the key if nothing else is said.
  ///
  /// - Parameter command: the command that checks another exercise, where there is one.
  public init(
    _ assessment: Assessment, in language: Language, detail: ReportDetail = .key,
    command: ((Exercise) -> String)? = nil
  ) {
    self.assessment = assessment
    self.language = language
    self.detail = detail
    self.command = command
  }

  /// The whole report, ending in a line feed.
  public var text: String {
    let parts =
      [headline, unknown] + assessment.remarks
      + [quantities, difference, diagnosis, rule, unseen ?? advice]
    return parts.compactMap(\.self).joined(separator: "\n\n")[language] + "\n"
  }

  /// The verdict in a line.
  private var headline: Words {
    let title = assessment.exercise.subject.title
    let step = assessment.difference?.step ?? 0
    let verdict =
      switch assessment.outcome {
      case .right where assessment.unknownHeadings.isEmpty:
        Words(en: "all numbers are right", zh: "全部正确")
      case .right:
        Words(en: "all numbers that were looked at are right", zh: "检查了的数全部正确")
      case .dialect:
        Words(
          en: "right in another form than this exercise asks for",
          zh: "按另一种写法是正确的，但本题要求的是另一种")
      case .undecided:
        Words(
          en:
            "these numbers are right in another form than this exercise asks for, but a known mistake gives them too",
          zh: "这些数按另一种写法是正确的（本题要求的是另一种），但已知的错误也会给出同样的数")
      case .wrong: Words(en: "not right, from step \(step) on", zh: "从第 \(step) 步起有错")
      }
    return Words(en: "\(title): \(verdict).", zh: "\(title)：\(verdict)。")
  }

  /// A line for each quantity.
  private var quantities: Words {
    let width = assessment.quantities.map(\.heading.displayWidth).max() ?? 0
    return assessment.quantities.map { quantity in
      "  \(quantity.heading.padded(to: width + 2))\(summary(of: quantity))"
    }.joined(separator: "\n")
  }

  /// How many numbers of a quantity are right.
  func summary(of quantity: Assessment.Quantity) -> Words {
    let count = quantity.stepCount
    guard let first = quantity.wrongSteps.first else {
      return count > 0
        ? Words(en: "right (\(count) of \(count))", zh: "正确（\(count)/\(count)）")
        : Words(en: "as given", zh: "与已知的一致")
    }
    if quantity.isGiven {
      return Words(en: "not what is given, first at step \(first)", zh: "与已知的不符，从第 \(first) 步起")
    }
    let right = count - quantity.wrongSteps.count
    let isMissing = quantity.missingSteps == quantity.wrongSteps
    let flaw = isMissing ? Words(en: "missing", zh: "缺失") : Words(en: "wrong", zh: "出错")
    return Words(
      en: "\(right) of \(count) right, \(flaw) first at step \(first)",
      zh: "\(count) 个中 \(right) 个正确，第 \(first) 步首次\(flaw)")
  }

  private var unknown: Words? {
    assessment.unknownNames.map { names in
      Words(
        en: "Not looked at: \(names). No quantity of the exercise has such a name.",
        zh: "未作检查：\(names)。本题没有这样名称的量。")
    }
  }

  private var difference: Words? {
    guard let difference = assessment.difference else { return nil }
    let place = Words(
      en: "Step \(difference.step), \(difference.quantity)",
      zh: "第 \(difference.step) 步的 \(difference.quantity)")
    guard let given = difference.given?.text else {
      return Words(en: "\(place): there is no number.", zh: "\(place)：没有给出。")
    }
    let right = Numerals.exact.text(difference.right)
    if difference.isGiven {
      return Words(
        en: "\(place): you have \(given), given is \(right).",
        zh: "\(place)：你的是 \(given)，题目给出的是 \(right)。")
    }
    guard detail == .key else {
      return Words(
        en: "\(place): \(given) is the first number that is not right.",
        zh: "\(place)：\(given) 是第一个不正确的数。")
    }
    return Words(
      en: "\(place): you have \(given), right is \(right).",
      zh: "\(place)：你的结果是 \(given)，正确的是 \(right)。")
      + distance(of: difference) + "\n  \(difference.calculation.derivation())"
  }

  /// How far a number is off; empty where that is not defined.
  private func distance(of difference: Assessment.Difference) -> Words {
    guard let relative = difference.relative else { return "" }
    let (distance, count) = (Numerals.rounded.text(relative), difference.agreeingDigits)
    let digits =
      switch count {
      case 0: Words(en: "no digit agrees", zh: "没有一位一致")
      case 1: Words(en: "one digit agrees", zh: "1 位一致")
      default: Words(en: "\(count) digits agree", zh: "\(count) 位一致")
      }
    return Words(
      en: " The relative difference is \(distance): \(digits).", zh: "相对误差 \(distance)，\(digits)。")
  }

  private var diagnosis: Words? {
    guard let difference = assessment.difference, detail >= .mistake else { return nil }
    let matches = assessment.matches
    guard !matches.isEmpty else {
      if let place = assessment.following?.place {
        let number: Words =
          detail == .key ? place.number.map { "\n  \($0.derivation())" } ?? "" : ""
        return place.explanation.map(\.capitalizedFirst) + Words(en: ".", zh: "。") + number
      }
      return difference.given == nil || difference.isGiven
        ? nil
        : Words(en: "No known mistake gives exactly these numbers.", zh: "没有已知的错误恰好给出这些数。")
    }
    let isOnly = matches.count == 1
    let explanations = zip(matches, assessment.explanations).map { match, explanation in
      let formula: Words = detail == .key ? match.number.map { "\n  \($0.derivation())" } ?? "" : ""
      let clause = isOnly ? explanation : explanation.map(\.capitalizedFirst)
      return clause + Words(en: ".", zh: "。") + formula
    }
    guard !isOnly else {
      let opening =
        switch matches[0].variant.kind {
        case .dialect: Words(en: "This is a documented form: ", zh: "这是有文献记载的写法：")
        case .mistake:
          Words(en: "Exactly your numbers come out like this: ", zh: "这样做恰好得到你的数：")
        case .hyperparameter, .edit:
          Words(en: "This gives your numbers: ", zh: "这样会得到你的数：")
        }
      return opening + explanations[0]
    }
    let opening = Words(
      en: "Exactly your numbers come out in \(matches.count) ways:",
      zh: "有 \(matches.count) 种做法恰好得到你的数：")
    return ([opening] + explanations).joined(separator: "\n- ")
  }

  /// The formula that belongs at the place, where it is asked for but not its numbers.
  private var rule: Words? {
    guard detail == .formula, let difference = assessment.difference, !difference.isGiven else {
      return nil
    }
    let rule = difference.calculation.rule(at: Step(difference.step))
    return Words(en: "What belongs there: \(rule)", zh: "此处应当是：\(rule)")
  }

  /// What these numbers do not show, though they are right.
  private var unseen: Words? {
    guard !assessment.unseen.isEmpty else { return nil }
    let more = assessment.unseen.count - Self.mostUnseen
    let list =
      assessment.unseen.prefix(Self.mostUnseen).map(\.variant.explanation)
      .joined(separator: Words(en: "; ", zh: "；"))
      + (more > 0 ? Words(en: "; and \(more) more", zh: "；等等，另有 \(more) 种") : "")
    return Words(
      en: "These numbers would look the same with a known mistake: \(list).",
      zh: "有已知的错误也会给出同样的数：\(list)。")
      + (advice.map { Words(en: " \($0)", zh: $0) } ?? "")
  }

  private static let mostUnseen = 3

  /// What would tell more.
  private var advice: Words? {
    guard detail >= .mistake, let distinction = assessment.distinction else { return nil }
    let columns = distinction.columns.listed
    let ways = [
      distinction.isOneOfDigits ? Words(en: "print more digits", zh: "多印几位小数") : nil,
      distinction.columns.isEmpty
        ? nil : Words(en: "hand in \(columns) too", zh: "同时交上 \(columns)"),
      distinction.probe.map { way(by: $0, distinction.probeColumns) },
    ].compactMap(\.self)
    guard !ways.isEmpty else { return nil }
    let aim =
      assessment.difference == nil
      ? Words(en: "To rule more of them out, ", zh: "若要排除更多错误，可以")
      : Words(en: "To tell them apart, ", zh: "若要区分，可以")
    return aim + ways.joined(separator: Words(en: ", or ", zh: "，或者"))
      + (distinction.probe == nil || command == nil ? Words(en: ".", zh: "。") : "")
  }

  /// Another exercise with the command that checks it.
  private func way(by probe: Exercise, _ columns: [String]) -> Words {
    let further =
      columns.isEmpty
      ? "" : Words(en: ", and hand in \(columns.listed) too", zh: "，并交上 \(columns.listed)")
    let exercise = probe.particulars + further
    let check = command.map { Words(en: ":", zh: "：") + "\n  \($0(probe))" } ?? ""
    return Words(
      en: "let your program do another exercise, with \(exercise)\(check)",
      zh: "让你的程序做另一道题：\(exercise)\(check)")
  }
}

extension String {
  /// With a capital at its beginning, unless that is a symbol: s and S are different quantities.
  var capitalizedFirst: String {
    let word = prefix { $0.isLetter }
    return word.count > 1 || word == "a" ? prefix(1).uppercased() + dropFirst() : self
  }
}
