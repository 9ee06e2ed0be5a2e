import Descent
import Formulas
import LessonsShared
import Words

/// A descent with one learning rate.
struct LearningRateRun {
  /// The learning rate.
  let η: Double
  let regime: Regime
  /// The start and each step, as far as all numbers are finite.
  let rows: [Trace<GradientDescent<Double>>.Row]
  /// What is known after all iterations; nil where that is not finite.
  let end: Trace<GradientDescent<Double>>.Row?

  /// The learning rate as figures write it.
  var label: Words { Words(math: Numerals.typeset.equation("η", η)) }

  /// The learning rate and what x does with it.
  var caption: Words {
    let value = Numerals.rounded.text(η)
    return Words(en: "η = \(value): \(regime.name)", zh: "η = \(value)：\(regime.name)")
  }
}
