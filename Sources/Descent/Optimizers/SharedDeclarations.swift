import Formulas
import Words

/// Quantities that many optimizers calculate.
extension Declaration.Quantity {
  /// g.
  static let gradient = Declaration.Quantity(
    "g", en: "the gradient of the loss", zh: "损失的梯度", "grad", "gradient")
  /// The parameter itself.
  static let parameter = Declaration.Quantity(
    "w", en: "the parameter after the step", zh: "更新后的参数")
  /// η′ of the rules with a rate for each parameter.
  static let effectiveRate = Declaration.Quantity(
    "η′", en: "the effective rate", zh: "有效学习率", "eta", "rate", "lr", "learning_rate",
    "effective_rate")

  /// v of the rules with momentum.
  static func velocity(en: Words, zh: Words) -> Declaration.Quantity {
    Declaration.Quantity("v", en: en, zh: zh, "s", "m", "velocity", "momentum", "momentum_buffer")
  }
}

extension Declaration {
  /// The same with a further hyperparameter.
  func with(_ further: Hyperparameter) -> Declaration {
    Declaration(
      name, title: title, source: source, hyperparameters: hyperparameters + [further],
      quantities: quantities)
  }
}

extension Hyperparameter {
  /// λ, of a penalty in the gradient or of a decay beside the step.
  static let weightDecay = Hyperparameter(
    "λ", "weight-decay", en: "how fast the parameter decays towards 0", zh: "参数向 0 衰减的快慢",
    .notNegative,
    course: 0, torch: ("weight_decay", 0))
}
