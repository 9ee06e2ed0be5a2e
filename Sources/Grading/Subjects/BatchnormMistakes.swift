import Formulas

/// The known variants of batch normalisation.
enum BatchnormMistakes {
  static let all = ofVariance + ofNormalization + ofOutput + ofRunning + dialects

  private static let ofVariance: [Variant] = [
    .mistake(
      "unbiased-in-training",
      "the batch is normalised by the unbiased variance, divided by m − 1 where m belongs",
      "训练时用了无偏方差：除以了 m − 1，应当除以 m",
      dividedByLess, .replace("s²") { $0.σ² }),
    .mistake(
      "unbiased-twice",
      "the variance is divided by m − 1 and then made unbiased once more for the running variance",
      "方差已经除以 m − 1，计入移动平均时又做了一次无偏校正",
      dividedByLess),
    .mistake(
      "unbiased-upside-down",
      "the running variance gets (m − 1)/m·σ² where m/(m − 1)·σ² belongs",
      "计入移动平均的是 (m − 1)/m·σ²，应当是 m/(m − 1)·σ²",
      .replace("s²") { scope in
        scope.right.rewriting {
          $0.calculation == .quotient ? $0.operands[1] / $0.operands[0] : nil
        }
      }),
    .mistake(
      "variance-not-centred",
      "σ² is the mean of x²: the mean μ is not subtracted",
      "σ² 成了 x² 的平均：没有减去均值 μ",
      .replace("σ²") { $0.right.without("μ") }),
    .mistake(
      "variance-not-divided",
      "σ² is the sum of the squares: the division by m is missing",
      "σ² 成了平方和：漏了除以 m",
      .replace("σ²") { $0.right.operands[0] }),
  ]

  private static let ofNormalization: [Variant] = [
    .mistake(
      "epsilon-outside",
      "ε is outside of the root, √σ² + ε, where √(σ² + ε) belongs",
      "ε 放到了根号外：√σ² + ε，应当是 √(σ² + ε)",
      .replace("x̂1") { $0.right.operands[0] / (.sqrt($0.σ²) + $0.ε) }),
    DescentMistakes.epsilonMissing(from: "x̂1"),
    .mistake(
      "root-missing",
      "the root is missing: divided by σ² + ε",
      "漏了开方：除以了 σ² + ε",
      .replace("x̂1", by: DescentMistakes.rootMissing)),
    .mistake(
      "mean-not-subtracted",
      "the mean μ is not subtracted",
      "没有减去均值 μ",
      .replace("x̂1") { $0.right.without("μ") }),
    .mistake(
      "mean-minus-input",
      "the sign is wrong: μ − x where x − μ belongs",
      "符号反了：写成了 μ − x，应当是 x − μ",
      .replace("x̂1") { scope in
        scope.right.rewriting {
          $0.calculation == .difference ? $0.operands[1] - $0.operands[0] : nil
        }
      }),
    .mistake(
      "normalised-by-running",
      "in training the batch is normalised by the running statistics from before it, not by its own",
      "训练时用了之前的移动平均来归一化，应当用本批次的均值和方差",
      .replace("x̂1") { $0.right.replacing("μ", by: $0.μ̄).replacing("σ²", by: $0.σ̄²) }),
    .mistake(
      "normalised-by-new-running", of: "x̂1",
      "in training the batch is normalised by the running statistics, which it has been taken into, not by its own",
      "训练时用了更新之后的移动平均来归一化，应当用本批次的均值和方差",
      by: .batchnorm { layer, x in
        let (μ, σ²) = layer.moments(of: x)
        layer.remember(mean: μ, variance: σ², of: x.count)
        _ = layer.evaluate(x)
      }),
  ]

  private static let ofOutput: [Variant] = [
    .mistake(
      "gamma-and-beta-swapped", of: "y1",
      "γ and β are swapped: β·x̂ + γ",
      "γ 和 β 用反了：β·x̂ + γ",
      .constant("γ") { $0.given("β") }, .constant("β") { $0.given("γ") }),
    .mistake(
      "not-scaled-and-shifted",
      "y is x̂: the scale γ and the shift β are missing",
      "y 就是 x̂：漏了缩放 γ 和平移 β",
      .replace("y1") { $0.right.without("β").without("γ") }),
    .mistake(
      "shifted-before-scaled",
      "the shift β is added before the scale: γ·(x̂ + β)",
      "先平移后缩放：γ·(x̂ + β)",
      .replace("y1") { $0.γ * $0.right.without("γ") }),
  ]

  private static let ofRunning: [Variant] = [
    .mistake(
      "momentum-reversed",
      "the momentum is the wrong way round: α weighs the old value where it weighs the new batch",
      "动量用反了：α 乘了旧值，应当乘新批次的统计量",
      .replace("μ̄", "σ̄²", by: reversed)),
    .mistake(
      "momentum-reversed-biased",
      "the momentum is the wrong way round, and the running variance takes in the biased variance σ²",
      "动量用反了，而且计入移动方差的是有偏的 σ²",
      .replace("μ̄", by: reversed),
      .replace("σ̄²") { reversed($0).replacing("s²", by: $0.σ²) }),
    .mistake(
      "running-not-averaged",
      "the running statistics are those of the last batch, not an average",
      "移动平均只是最后一批的统计量，没有做平均",
      .replace("μ̄", "σ̄²") { $0.averaged { _, _, x in x } }),
    .mistake(
      "running-sum",
      "the factor 1 − α of the old running statistics is missing",
      "移动平均的旧值漏了系数 1 − α",
      .replace("μ̄", "σ̄²") { scope in scope.averaged { _, old, x in old + scope.α * x } }),
    .mistake(
      "running-deviation",
      "the running variance averages the deviation √s² where s² belongs",
      "移动方差平均的是标准差 √s²，应当是 s²",
      .replace("σ̄²") { $0.right.replacing("s²", by: .sqrt($0.s²)) }),
    .mistake(
      "running-variance-from-zero",
      "the running variance starts at 0 where 1 belongs",
      "移动方差从 0 开始，应当从 1 开始",
      .replace("σ̄²") { $0.t == 1 ? $0.right.replacing("σ̄²", by: 0) : $0.right }),
    .mistake(
      "running-from-first-batch",
      "the running statistics start with those of the first batch, not with 0 and 1",
      "移动平均以第一批的统计量开始，应当从 0 和 1 开始",
      .replace("μ̄", "σ̄²") { $0.t == 1 ? $0.averaged { _, _, x in x } : $0.right }),
  ]

  private static let dialects: [Variant] = [
    .dialect(
      "biased-running-variance",
      "the running variance takes in the biased variance σ², as in Keras’s documentation of BatchNormalization; PyTorch and the paper take the unbiased one",
      "计入移动方差的是有偏的 σ²，如 Keras 文档中的 BatchNormalization；PyTorch 和论文用的是无偏方差",
      .replace("σ̄²") { $0.right.replacing("s²", by: $0.σ²) }),
    .dialect(
      "cumulative-average",
      "all batches so far have the same weight in the running statistics, as with PyTorch’s momentum=None",
      "移动平均中至今所有批次权重相同，即 PyTorch 的 momentum=None",
      .replace("μ̄", "σ̄²") { $0.right.replacing("α", by: 1 / Traced(Double($0.t.number))) }),
  ]

  private static let dividedByLess = Edit.replace("σ²") {
    $0.right.operands[0] / ($0.right.operands[1] - 1)
  }
  private static let reversed: Edit.Formula = { scope in
    scope.averaged { _, old, x in scope.α * old + (1 - scope.α) * x }
  }
}
