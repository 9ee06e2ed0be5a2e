import Formulas

/// What goes wrong with any optimizer.
extension Recipe {
  /// Mistakes with the gradient, which comes from outside of the recipe.
  var gradientMistakes: [Variant] {
    [
      .mistake(
        "gradients-accumulated", "G",
        en: "each gradient is added to those before, as where zero_grad() is forgotten",
        zh: "每一步的梯度都加到了之前的梯度上：忘了 zero_grad()",
        fed { $0.t == 1 ? $0.g : $0.G + $0.g }),
      .mistake(
        "first-gradient-kept", "G",
        en: "all steps use the gradient of the first one: it is not calculated anew",
        zh: "每一步都用第一步的梯度：没有重新计算",
        fed { $0.t == 1 ? $0.g : $0.G }),
    ]
  }

  /// A mistake in what is written down.
  var recordingMistake: Variant {
    .mistake(
      "recorded-early", "w",
      en:
        "the parameter is recorded before it is updated: each step shows that of the step before",
      zh: "在更新参数之前就做了记录：每一步给出的是上一步的参数",
      recordedEarly)
  }

  /// Mistakes in w − η·d, where d is the direction that the optimizer has found.
  func stepMistakes(along direction: @escaping Formula) -> [Variant] {
    [
      .mistake(
        "uphill", "w",
        en: "the step has the wrong sign: it is added where it is to be subtracted",
        zh: "更新的符号反了：应当减去，却加上了",
        replacing("w") { $0.w + $0.η * direction($0) }),
      .mistake(
        "no-learning-rate", "w",
        en: "the learning rate η is missing from the step",
        zh: "更新时漏了学习率 η",
        replacing("w") { $0.w - direction($0) }),
      .mistake(
        "learning-rate-twice", "w",
        en: "the learning rate η is applied twice",
        zh: "学习率 η 乘了两次",
        replacing("w") { $0.w - $0.η * $0.η * direction($0) }),
    ]
  }

  /// Mistakes in the order of things, for an optimizer that moves the parameter by η times what it remembers under a name.
  func orderMistakes(of memory: String) -> [Variant] {
    let late = moving("w", before: memory)
    return [
      .mistake(
        "moved-before-renewal", "w",
        en:
          "the parameter is moved before \(memory) is renewed, so the step goes along the \(memory) of the step before",
        zh: "先更新了参数，后更新 \(memory)：用的是上一步的 \(memory)",
        late),
      .mistake(
        "gradient-after-update", "g",
        en:
          "the parameter is moved first, by the \(memory) of the step before, and the gradient is taken after that, at the new parameter; the same comes out where the parameter is recorded before it is updated",
        zh: "先用上一步的 \(memory) 更新了参数，然后才在新的参数处求梯度；在更新参数之前就做记录也会得到同样的数",
        late.looking(from: { $0.w - $0.η * $0[memory] })),
    ]
  }
}

extension Parameter {
  static let learningRate = Parameter("learning-rate", "η", 0.01, in: 1e-300...1e100)

  /// How much is kept in each step of what is remembered.
  static func decay(_ number: Double) -> Parameter {
    Parameter("beta", "β", number, in: 0...0.999_999_999)
  }
}
