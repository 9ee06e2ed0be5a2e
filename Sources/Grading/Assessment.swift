import Formulas
import RealModule
import Words

/// What is to be said about a submission.
public struct Assessment {
  /// A column that is a quantity of the exercise.
  public struct Quantity: Sendable {
    /// The quantity as the key names it.
    public var name: String
    /// The name that the student gave it.
    public var heading: String
    /// Whether the exercise gives its numbers, so that they are nothing to be praised for.
    public var isGiven: Bool
    /// The steps whose number is wrong or missing.
    public var wrongSteps: [Int]
    /// Those of them that have no number at all.
    public var missingSteps: [Int]
    /// How many numbers are judged: those that are not given, and given ones that are wrong.
    public var stepCount: Int
  }

  /// The first number that is wrong, or else missing: at the earliest step, and there the one that is calculated first.
  public struct Difference {
    /// The first step at which a number is wrong or missing.
    public var step: Int
    /// The first quantity of that step whose number is.
    public var quantity: String
    /// What the student has; nil where nothing is given.
    public var given: PrintedNumber?
    /// The right number.
    public var right: Double
    /// Whether the exercise gives it.
    public var isGiven: Bool
    let key: Solution

    /// The right number with its formula.
    public var calculation: Traced { key.number(quantity, at: step) ?? Traced(right) }

    /// |given − right| ÷ |right|; nil where it is not defined.
    public var relative: Double? {
      guard let given, right != 0 else { return nil }
      let relative = abs(given.value - right) / right.magnitude
      return relative.isFinite ? relative : nil
    }

    /// How many significant digits agree.
    public var agreeingDigits: Int {
      guard let relative else { return 0 }
      // As it is printed, so that differences that look the same count the same.
      let printed = PrintedNumber(Numerals.rounded.text(relative))?.value ?? relative
      return printed == 0 ? 17 : max(0, Int((1e-9 - Double.log10(printed)).rounded(.down)))
    }
  }

  /// A known variant that gives exactly the student's numbers.
  public struct Match {
    /// The known mistake or form that gives the numbers.
    public var variant: Variant
    let solution: Solution
    /// The first number that is not right; nil where all are.
    let difference: Difference?

    /// What the variant calculates at the step of the first difference: where its mistake is, if that shows there, or else
    /// what differs.
    public var number: Traced? {
      guard let difference else { return nil }
      let step = difference.step
      // Where there are several coordinates: x for m_x and for x itself.
      let coordinate = difference.quantity.split(separator: "_").last ?? ""
      let names = [variant.quantity, "\(variant.quantity)_\(coordinate)"].filter {
        solution.value($0, at: step) != difference.key.value($0, at: step)
      }
      return (names + [difference.quantity]).lazy.compactMap { solution.number($0, at: step) }.first
    }

    var finding: Finding { Finding(variant: variant, solution: solution, size: 0) }

    var calculation: Distinction.Calculation { (variant, solution) }
  }

  /// What is said of a whole submission.
  public enum Outcome: String, Sendable {
    case right
    /// Right in another form than the exercise asks for.
    case dialect
    /// Right in another form, or a known mistake that gives the same numbers.
    case undecided
    case wrong
  }

  /// What was asked for.
  public let exercise: Exercise
  /// In the order in which they are calculated.
  public let quantities: [Quantity]
  /// Headings of columns that are no quantity of the exercise.
  public let unknownHeadings: [String]
  /// The first number that is not right; nil where all are.
  public let difference: Difference?
  /// Where something is wrong, all known variants that give exactly the student's numbers. Several are there where the
  /// exercise does not tell them apart.
  let known: [Match]
  /// What follows from the student's own numbers.
  let following: FollowedAnswers?
  /// Where nothing is wrong, the known mistakes that would give the same numbers, as far as these are shown.
  public let unseen: [Match]
  /// What is to be said of how the numbers were read: of the steps that the rows were taken for, and of rounding.
  public let remarks: [Words]
  let key: Solution
  /// How many decimals are shown at most.
  let decimals: Int

  /// The known variants that give the student's numbers, and what else does that was found by a search.
  public var matches: [Match] { known + (following?.matches ?? []) }

  /// Right, or not, or right in another form.
  public var outcome: Outcome {
    if difference == nil { return .right }
    let kinds = Set(known.map(\.variant.kind))
    if kinds.contains(.dialect) { return kinds.count > 1 ? .undecided : .dialect }
    return .wrong
  }

  /// What would tell apart what these numbers do not: what is right from mistakes, or else mistakes from each other. It is
  /// nil where there is nothing to be told apart.
  public var distinction: Distinction? {
    let pairs: [Distinction.Pair] =
      unseen.map { ((nil, key), $0.calculation) }
      + matches.indices.flatMap { i in
        matches[..<i].filter {
          outcome != .undecided || $0.variant.kind != matches[i].variant.kind
        }.map { ($0.calculation, matches[i].calculation) }
      }
    return pairs.isEmpty
      ? nil
      : Distinction(
        of: pairs, isPartial: difference == nil, in: exercise, by: quantities.map(\.name),
        decimals: decimals)
  }
}

extension Assessment.Outcome {
  /// The words for people.
  public var words: Words {
    switch self {
    case .right: Words(en: "right", zh: "正确")
    case .dialect: Words(en: "right, in another form", zh: "正确（另一种写法）")
    case .undecided:
      Words(en: "right, in another form, or a known mistake", zh: "正确（另一种写法），或者是已知的错误")
    case .wrong: Words(en: "wrong", zh: "错误")
    }
  }
}

extension Assessment {
  /// Why it is not right, in a clause, and what was not looked at; empty where there is nothing to say.
  ///
  /// - Parameter detail: what is not told as less than the mistake is asked for.
  public func summary(in language: Language, detail: ReportDetail = .key) -> String {
    let unknown = unknownNames.map { Words(en: "not looked at: \($0)", zh: "未作检查：\($0)") }
    return [difference.map { summary(of: $0, detail) }, unknown].compactMap(\.self)
      .joined(separator: Words(en: "; ", zh: "；"))[language]
  }

  /// The first of the unknown headings; nil where there are none.
  var unknownNames: String? {
    unknownHeadings.isEmpty ? nil : unknownHeadings.prefix(10).joined(separator: ", ")
  }

  private func summary(of difference: Difference, _ detail: ReportDetail) -> Words {
    let place = Words(
      en: "step \(difference.step), \(difference.quantity)",
      zh: "第 \(difference.step) 步，\(difference.quantity)")
    if difference.given != nil && detail < .mistake { return place }
    let reason =
      if difference.given == nil {
        Words(en: "missing", zh: "缺失")
      } else if difference.isGiven {
        Words(en: "not what is given", zh: "与已知的不符")
      } else if matches.isEmpty, let explanation = following?.place?.explanation {
        explanation
      } else if matches.isEmpty {
        Words(en: "no known mistake", zh: "没有已知的错误与之相符")
      } else {
        explanations.joined(separator: Words(en: "; or: ", zh: "；或者："))
      }
    return Words(en: "\(place): \(reason)", zh: "\(place)：\(reason)")
  }

  /// What was done by each of the matches, behind its kind where both kinds are among them.
  var explanations: [Words] {
    matches.map { outcome == .undecided ? $0.variant.explanationOfKind : $0.variant.explanation }
  }

  /// The wrong steps of a quantity whose number follows rightly from wrong ones before it.
  public func followingSteps(of quantity: Quantity) -> [Int] {
    let following = following?.steps(of: quantity.name) ?? []
    return quantity.wrongSteps.filter(following.contains)
  }

  /// The part of a quantity's numbers that is right, or follows rightly from wrong ones, from 0 to 1; a documented form counts in
  /// full. It is nil where
  /// nothing is judged, as all is given.
  public func score(of quantity: Quantity) -> Double? {
    guard quantity.stepCount > 0 else { return nil }
    if outcome != .wrong { return 1 }
    let wrong = quantity.wrongSteps.count - followingSteps(of: quantity).count
    return Double(quantity.stepCount - wrong) / Double(quantity.stepCount)
  }

  /// The mean of the scores of all quantities that have one.
  public var score: Double {
    let scores = quantities.compactMap(score(of:))
    return scores.reduce(0, +) / Double(scores.count)
  }
}
