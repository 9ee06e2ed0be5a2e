import Drawing
import Plot
import Words

/// What a relative error says: the rules of thumb of CS231n, "Gradient checks", for a network in double precision.
enum Verdict: CaseIterable {
  case right, rightWithKinks, doubtful, wrong

  init(error: Double) {
    self =
      switch error {
      case ...1e-7: .right
      case ...1e-4: .rightWithKinks
      case ...1e-2: .doubtful
      default: .wrong
      }
  }

  /// The errors that it is said of.
  var errors: Words {
    switch self {
    case .right: Words(en: "up to 1e−7", zh: "不超过 1e−7")
    case .rightWithKinks: Words(en: "up to 1e−4", zh: "不超过 1e−4")
    case .doubtful: Words(en: "up to 1e−2", zh: "不超过 1e−2")
    case .wrong: Words(en: "above 1e−2", zh: "大于 1e−2")
    }
  }

  var name: Words {
    switch self {
    case .right: Words(en: "right", zh: "正确")
    case .rightWithKinks: Words(en: "right only with kinks", zh: "有折点才算正确")
    case .doubtful: Words(en: "doubtful", zh: "可疑")
    case .wrong: Words(en: "wrong", zh: "错误")
    }
  }
}
