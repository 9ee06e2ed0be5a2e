import Formulas

/// What goes wrong with any optimizer, and with those that have things in common.
enum DescentMistakes {
  /// What goes wrong with any.
  static let all = ofStep + ofGradient + [ofRecording]

  /// Mistakes with the gradient.
  static let ofGradient: [Variant] = [
    .mistake(
      "gradients-accumulated",
      "each gradient is added to those before, as where zero_grad() is forgotten",
      "每一步的梯度都加到了之前的梯度上：忘了 zero_grad()",
      .replace("g") { scope in scope.before("g").map { $0 + scope.right } ?? scope.right }),
    .mistake(
      "first-gradient-kept",
      "all steps use the gradient of the first one: it is not calculated anew",
      "每一步都用第一步的梯度：没有重新计算",
      .replace("g") { $0.before("g") ?? $0.right }),
  ]

  /// A mistake in what is written down.
  static let ofRecording: Variant = .mistake(
    "recorded-early",
    "the parameter is recorded before it is updated: each step shows that of the step before",
    "在更新参数之前就做了记录：每一步给出的是上一步的参数",
    .record("w") { $0.before("w") ?? $0.right })

  static let uphill: Variant = .mistake(
    "uphill",
    "the step has the wrong sign: it is added where it is to be subtracted",
    "更新的符号反了：应当减去，却加上了",
    .replace("w") { $0.right.operands[0] + $0.right.operands[1] })

  /// Mistakes in w − η·d, where d is the direction that the optimizer has found.
  static let ofStep: [Variant] = [
    uphill,
    noLearningRate(.replace("w") { $0.right.without("η") }),
    learningRateTwice(.replace("w") { $0.right.replacing("η", by: $0.η * $0.η) }),
  ]

  static func noLearningRate(_ edit: Edit) -> Variant {
    .mistake(
      "no-learning-rate",
      "the learning rate η is missing from the step",
      "更新时漏了学习率 η",
      edit)
  }

  static func learningRateTwice(_ edit: Edit) -> Variant {
    .mistake(
      "learning-rate-twice",
      "the learning rate η is applied twice",
      "学习率 η 乘了两次",
      edit)
  }

  /// Mistakes in the order of things, for an optimizer that moves the parameter by η times what it remembers.
  static func ofOrder(_ memory: Symbol) -> [Variant] {
    let late = Edit.replace("w") { $0.withOld(memory) }
    let name = memory.name
    return [
      .mistake(
        "moved-before-renewal",
        "the parameter is moved before \(name) is renewed, so the step goes along the \(name) of the step before",
        "先更新了参数，后更新 \(name)：用的是上一步的 \(name)",
        late),
      .mistake(
        "gradient-after-update", of: "g",
        "the parameter is moved first, by the \(name) of the step before, and the gradient is taken after that, at the new parameter; the same comes out where the parameter is recorded before it is updated",
        "先用上一步的 \(name) 更新了参数，然后才在新的参数处求梯度；在更新参数之前就做记录也会得到同样的数",
        late, .replace("w̃") { $0.w - $0.η * $0[memory] }),
    ]
  }

  /// Mistakes in the square of the gradient, for an optimizer that sums or averages it as s.
  static func ofSquare(_ verb: String, zh: String) -> [Variant] {
    [
      .mistake(
        "gradient-not-squared",
        "s \(verb) |g| where g² belongs: the square is missing",
        "s \(zh)的是 |g|，应当是 g²：漏了平方",
        .replace("s") { $0.unsquared { $0.magnitude } }),
      .mistake(
        "gradient-not-squared-signed",
        "s \(verb) g where g² belongs: the square is missing",
        "s \(zh)的是 g，应当是 g²：漏了平方",
        .replace("s") { $0.unsquared { $0 } }),
    ]
  }

  static func epsilonMissing(from quantity: Symbol) -> Variant {
    .mistake(
      "epsilon-missing",
      "ε is missing",
      "漏了 ε",
      .replace(quantity) { $0.right.without("ε") })
  }

  static let epsilonInside: Edit.Formula = { scope in
    scope.right.rewriting { part in
      part.calculation == .sum && part.operands[1].symbol == "ε"
        ? .sqrt(part.operands[0].operands[0] + scope.ε) : nil
    }
  }
  static let rootMissing: Edit.Formula = { scope in
    scope.right.rewriting { $0.calculation == .function(.sqrt) ? $0.operands[0] : nil }
  }
}

extension Scope {
  /// The right formula with a quantity as it was in the step before.
  func withOld(_ symbol: Symbol) -> Traced {
    right.replacing(symbol, by: before(symbol) ?? 0)
  }

  /// The right formula with something else in place of squares.
  func unsquared(_ other: (Traced) -> Traced) -> Traced {
    right.rewriting { $0.calculation == .power(.integer(2)) ? other($0.operands[0]) : nil }
  }

  /// The right average, with its parts put together otherwise.
  ///
  /// - Parameter formula: made of the decay, the old average and what comes in.
  func averaged(_ formula: (_ β: Traced, _ old: Traced, _ x: Traced) -> Traced) -> Traced {
    guard right.calculation == .sum, right.operands[1].calculation == .product else { return right }
    let (old, new) = (right.operands[0].operands, right.operands[1].operands)
    return formula(old[0], old[1], new[1])
  }
}
