import Formulas
import Lecture
import RealModule

/// What is to be said about a submission.
public struct Assessment {
  /// A column that is a quantity of the exercise.
  public struct Quantity: Sendable {
    public var name: String
    /// The name that the student gave it.
    public var heading: String
    /// The steps whose number is wrong or missing.
    public var wrongSteps: [Int]
    public var stepCount: Int

    public var isRight: Bool { wrongSteps.isEmpty }

    /// The coordinate that the quantity belongs to where there are several: x for m_x and for x itself.
    var coordinate: Substring { name.split(separator: "_").last ?? "" }
  }

  /// The first number that is wrong: at the earliest step, and there the one that is calculated first.
  public struct Difference {
    public var step: Int
    public var quantity: String
    /// What the student has; nil where nothing is given.
    public var given: PrintedNumber?
    /// The right number with its formula.
    public var right: Traced

    /// |given − right| ÷ |right|; nil where it is not defined.
    public var relative: Double? {
      guard let given, right.value != 0 else { return nil }
      let relative = abs(given.value - right.value) / right.value.magnitude
      return relative.isFinite ? relative : nil
    }

    /// How many significant digits agree.
    public var agreeingDigits: Int {
      guard let relative else { return 0 }
      return relative == 0 ? 17 : max(0, Int((-Double.log10(relative)).rounded(.down)))
    }
  }

  /// A known variant that gives exactly the student's numbers.
  public struct Match {
    public var variant: Variant
    /// What the variant calculates at the step of the first difference.
    public var number: Traced?
  }

  public enum Outcome: Sendable {
    case right
    /// Right in another form than the exercise asks for.
    case dialect
    case wrong
  }

  public let exercise: Exercise
  /// In the order in which they are calculated.
  public let quantities: [Quantity]
  /// Headings of columns that are no quantity of the exercise.
  public let unknownHeadings: [String]
  public let difference: Difference?
  /// All known variants that give exactly the student's numbers. Several are there where the exercise does not tell
  /// them apart.
  public let matches: [Match]

  public var outcome: Outcome {
    if difference == nil { return .right }
    return matches.contains { $0.variant.kind == .dialect } ? .dialect : .wrong
  }

  /// An exercise that tells the matching variants from each other, where this one does not and there is one.
  public var probe: Exercise? {
    matches.count < 2
      ? nil : exercise.subject.probe(tellingApart: matches.map(\.variant))
  }
}

extension Assessment.Outcome {
  /// The word that programs read.
  public var word: String {
    switch self {
    case .right: "right"
    case .dialect: "dialect"
    case .wrong: "wrong"
    }
  }
}

extension Assessment.Outcome {
  /// The word for people.
  public func word(in language: Language) -> String {
    switch self {
    case .right: language(en: "right", zh: "正确")
    case .dialect: language(en: "right, in another form", zh: "正确（另一种写法）")
    case .wrong: language(en: "wrong", zh: "错误")
    }
  }
}

extension Assessment {
  /// Why it is not right, in a clause; empty where it is.
  public func summary(in language: Language) -> String {
    guard let difference else { return "" }
    let place = language(
      en: "step \(difference.step), \(difference.quantity): ",
      zh: "第 \(difference.step) 步，\(difference.quantity)：")
    if difference.given == nil { return place + language(en: "missing", zh: "缺失") }
    if matches.isEmpty {
      return place + language(en: "no known mistake", zh: "没有已知的错误与之相符")
    }
    return place
      + matches.map { $0.variant.explanation[language] }
      .joined(separator: language(en: "; or: ", zh: "；或者："))
  }

  /// The part of a quantity's numbers that is right, from 0 to 1; a documented form counts in full.
  public func score(of quantity: Quantity) -> Double {
    if outcome != .wrong { return 1 }
    return Double(quantity.stepCount - quantity.wrongSteps.count) / Double(quantity.stepCount)
  }

  /// The mean of the scores of all quantities.
  public var score: Double {
    quantities.map(score(of:)).reduce(0, +) / Double(quantities.count)
  }
}
