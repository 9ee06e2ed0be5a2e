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
    "η′", en: "the effective rate", zh: "有效学习率", "rate", "lr", "learning_rate", "effective_rate")

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
  /// λ.
  static let weightDecay = Hyperparameter(
    "λ", "weight-decay", en: "the weight λ of the penalty λ·w²/2", zh: "惩罚项 λ·w²/2 的系数 λ",
    .notNegative,
    course: 0, torch: ("weight_decay", 0))
}
