import Drawing
import Plot
import Words

/// What becomes of x where each step multiplies it by the same factor, and the colour of such runs.
struct Regime: Hashable, CaseIterable {
  let name: Words
  let color: Color

  private init(en: Words, zh: Words, _ color: Color) {
    name = Words(en: en, zh: zh)
    self.color = color
  }

  /// Where it started: at the minimum, or with a rate too small for a double to show a change.
  static let stays = Regime(en: "stays where it is", zh: "停在原处", Palette.black)
  /// Between 0 and 1: towards the minimum from one side.
  static let approaches = Regime(en: "approaches", zh: "单侧靠近", Palette.blue)
  /// 0: at the minimum after one step.
  static let arrives = Regime(en: "arrives in one step", zh: "一步到达", Palette.green)
  /// Between −1 and 0: across the minimum and back, each time closer.
  static let swings = Regime(en: "swings, converging", zh: "来回摆动，逐渐收敛", Palette.purple)
  /// −1: from side to side for ever.
  static let bounces = Regime(en: "bounces for ever", zh: "永远来回", Palette.orange)
  /// Below −1: further away with each step.
  static let diverges = Regime(en: "diverges", zh: "发散", Palette.vermilion)

  static let allCases = [stays, approaches, arrives, swings, bounces, diverges]

  /// What a factor makes of an x that is not at the minimum.
  init(factor: Double) {
    switch factor {
    case 0: self = .arrives
    case 0...1: self = .approaches
    case -1: self = .bounces
    case -1..<0: self = .swings
    default: self = .diverges
    }
  }
}
