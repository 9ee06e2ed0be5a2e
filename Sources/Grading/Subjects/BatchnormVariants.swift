import Formulas
import Words

extension BatchnormRecipe {
  static let mistakes = varianceMistakes + normalizationMistakes + runningMistakes

  private static let varianceMistakes: [Variant] = [
    mistake(
      "unbiased-in-training", "σ²",
      en: "the batch is normalised by the unbiased variance, divided by m − 1 where m belongs",
      zh: "训练时用了无偏方差：除以了 m − 1，应当除以 m"
    ) { m in
      right(m).replacing("σ²", by: unbiased(m)).replacing("s²") { $0.σ² }
    },
    mistake(
      "unbiased-twice", "σ²",
      en:
        "the variance is divided by m − 1 and then made unbiased once more for the running variance",
      zh: "方差已经除以 m − 1，计入移动平均时又做了一次无偏校正"
    ) { m in right(m).replacing("σ²", by: unbiased(m)) },
    mistake(
      "unbiased-upside-down", "s²",
      en: "the running variance gets (m − 1)/m·σ² where m/(m − 1)·σ² belongs",
      zh: "计入移动平均的是 (m − 1)/m·σ²，应当是 m/(m − 1)·σ²"
    ) { m in right(m).replacing("s²") { (Traced(Double(m)) - 1) / Traced(Double(m)) * $0.σ² } },
    mistake(
      "variance-not-centred", "σ²",
      en: "σ² is the mean of x²: the mean μ is not subtracted",
      zh: "σ² 成了 x² 的平均：没有减去均值 μ"
    ) { m in
      right(m).replacing("σ²") { total($0, m) { .pow($0, 2) } / Traced(Double(m)) }
    },
    mistake(
      "variance-not-divided", "σ²",
      en: "σ² is the sum of the squares: the division by m is missing",
      zh: "σ² 成了平方和：漏了除以 m"
    ) { m in
      right(m).replacing("σ²") { values in total(values, m) { .pow($0 - values.μ, 2) } }
    },
  ]

  private static let normalizationMistakes: [Variant] = [
    mistake(
      "epsilon-outside", "x̂1",
      en: "ε is outside of the root, √σ² + ε, where √(σ² + ε) belongs",
      zh: "ε 放到了根号外：√σ² + ε，应当是 √(σ² + ε)",
      normalized: { ($1 - $0.μ) / (.sqrt($0.σ²) + $0.ε) }),
    mistake(
      "epsilon-missing", "x̂1",
      en: "ε is missing",
      zh: "漏了 ε",
      normalized: { ($1 - $0.μ) / .sqrt($0.σ²) }),
    mistake(
      "root-missing", "x̂1",
      en: "the root is missing: divided by σ² + ε",
      zh: "漏了开方：除以了 σ² + ε",
      normalized: { ($1 - $0.μ) / ($0.σ² + $0.ε) }),
    mistake(
      "mean-not-subtracted", "x̂1",
      en: "the mean μ is not subtracted",
      zh: "没有减去均值 μ",
      normalized: { $1 / .sqrt($0.σ² + $0.ε) }),
    mistake(
      "mean-minus-input", "x̂1",
      en: "the sign is wrong: μ − x where x − μ belongs",
      zh: "符号反了：写成了 μ − x，应当是 x − μ",
      normalized: { ($0.μ - $1) / .sqrt($0.σ² + $0.ε) }),
    mistake(
      "normalised-by-running", "x̂1",
      en:
        "in training the batch is normalised by the running statistics from before it, not by its own",
      zh: "训练时用了之前的移动平均来归一化，应当用本批次的均值和方差",
      normalized: { ($1 - $0.μ̄) / .sqrt($0.σ̄² + $0.ε) }),
    mistake(
      "normalised-by-new-running", "x̂1",
      en:
        "in training the batch is normalised by the running statistics, which it has been taken into, not by its own",
      zh: "训练时用了更新之后的移动平均来归一化，应当用本批次的均值和方差"
    ) { m in
      let formulas = right(m).formulas
      let last = formulas.filter { $0.name.hasPrefix("x̂") || $0.name.hasPrefix("y") }
      let first = formulas.filter { formula in !last.contains { $0.name == formula.name } }
      return Recipe(from: [:], first + last)
        .replacing(normalized(m) { ($1 - $0.μ̄) / .sqrt($0.σ̄² + $0.ε) })
    },
    mistake(
      "gamma-and-beta-swapped", "y1",
      en: "γ and β are swapped: β·x̂ + γ",
      zh: "γ 和 β 用反了：β·x̂ + γ",
      outputs: { $0.β * $1 + $0.γ }),
    mistake(
      "not-scaled-and-shifted", "y1",
      en: "y is x̂: the scale γ and the shift β are missing",
      zh: "y 就是 x̂：漏了缩放 γ 和平移 β",
      outputs: { $1 }),
    mistake(
      "shifted-before-scaled", "y1",
      en: "the shift β is added before the scale: γ·(x̂ + β)",
      zh: "先平移后缩放：γ·(x̂ + β)",
      outputs: { $0.γ * ($1 + $0.β) }),
  ]

  private static let runningMistakes: [Variant] = [
    mistake(
      "momentum-reversed", "μ̄",
      en:
        "the momentum is the wrong way round: α weighs the old value where it weighs the new batch",
      zh: "动量用反了：α 乘了旧值，应当乘新批次的统计量"
    ) { m in
      right(m).replacing("μ̄") { $0.α * $0.μ̄ + (1 - $0.α) * $0.μ }
        .replacing("σ̄²") { $0.α * $0.σ̄² + (1 - $0.α) * $0.s² }
    },
    mistake(
      "momentum-reversed-biased", "μ̄",
      en:
        "the momentum is the wrong way round, and the running variance takes in the biased variance σ²",
      zh: "动量用反了，而且计入移动方差的是有偏的 σ²"
    ) { m in
      right(m).replacing("μ̄") { $0.α * $0.μ̄ + (1 - $0.α) * $0.μ }
        .replacing("σ̄²") { $0.α * $0.σ̄² + (1 - $0.α) * $0.σ² }
    },
    mistake(
      "running-not-averaged", "μ̄",
      en: "the running statistics are those of the last batch, not an average",
      zh: "移动平均只是最后一批的统计量，没有做平均"
    ) { m in right(m).replacing("μ̄") { $0.μ }.replacing("σ̄²") { $0.s² } },
    mistake(
      "running-sum", "μ̄",
      en: "the factor 1 − α of the old running statistics is missing",
      zh: "移动平均的旧值漏了系数 1 − α"
    ) { m in
      right(m).replacing("μ̄") { $0.μ̄ + $0.α * $0.μ }
        .replacing("σ̄²") { $0.σ̄² + $0.α * $0.s² }
    },
    mistake(
      "running-deviation", "σ̄²",
      en: "the running variance averages the deviation √s² where s² belongs",
      zh: "移动方差平均的是标准差 √s²，应当是 s²"
    ) { m in
      right(m).replacing("σ̄²") { (1 - $0.α) * $0.σ̄² + $0.α * .sqrt($0.s²) }
    },
    mistake(
      "running-variance-from-zero", "σ̄²",
      en: "the running variance starts at 0 where 1 belongs",
      zh: "移动方差从 0 开始，应当从 1 开始"
    ) { m in
      right(m).replacing("σ̄²") {
        let old = $0.t == 1 ? 0 : $0.σ̄²
        return (1 - $0.α) * old + $0.α * $0.s²
      }
    },
    mistake(
      "running-from-first-batch", "μ̄",
      en: "the running statistics start with those of the first batch, not with 0 and 1",
      zh: "移动平均以第一批的统计量开始，应当从 0 和 1 开始"
    ) { m in
      right(m).replacing("μ̄") { $0.t == 1 ? $0.μ : (1 - $0.α) * $0.μ̄ + $0.α * $0.μ }
        .replacing("σ̄²") { $0.t == 1 ? $0.s² : (1 - $0.α) * $0.σ̄² + $0.α * $0.s² }
    },
  ]

  static let dialects: [Variant] = [
    dialect(
      "biased-running-variance", "σ̄²",
      en:
        "the running variance takes in the biased variance σ², as in Keras’s documentation of BatchNormalization; PyTorch and the paper take the unbiased one",
      zh: "计入移动方差的是有偏的 σ²，如 Keras 文档中的 BatchNormalization；PyTorch 和论文用的是无偏方差"
    ) { m in right(m).replacing("σ̄²") { (1 - $0.α) * $0.σ̄² + $0.α * $0.σ² } },
    dialect(
      "cumulative-average", "μ̄",
      en:
        "all batches so far have the same weight in the running statistics, as with PyTorch’s momentum=None",
      zh: "移动平均中至今所有批次权重相同，即 PyTorch 的 momentum=None"
    ) { m in
      right(m).replacing("μ̄") { values in
        let α = 1 / Traced(Double(values.t.number))
        return (1 - α) * values.μ̄ + α * values.μ
      }.replacing("σ̄²") { values in
        let α = 1 / Traced(Double(values.t.number))
        return (1 - α) * values.σ̄² + α * values.s²
      }
    },
  ]
}

/// Variants by the recipe for batches of m inputs, or by the one formula that differs.
extension BatchnormRecipe {
  private static func mistake(
    _ name: String, _ quantity: String, en: Words, zh: Words,
    _ recipe: @escaping @Sendable (Int) -> Recipe
  ) -> Variant {
    .mistake(name, quantity, en: en, zh: zh) { recipe($0.batchSize).normalize($0) }
  }

  private static func dialect(
    _ name: String, _ quantity: String, en: Words, zh: Words,
    _ recipe: @escaping @Sendable (Int) -> Recipe
  ) -> Variant {
    .dialect(name, quantity, en: en, zh: zh) { recipe($0.batchSize).normalize($0) }
  }

  private static func mistake(
    _ name: String, _ quantity: String, en: Words, zh: Words,
    normalized formula: @escaping @Sendable (Values, Traced) -> Traced
  ) -> Variant {
    mistake(name, quantity, en: en, zh: zh) { m in
      right(m).replacing(normalized(m, formula))
    }
  }

  private static func mistake(
    _ name: String, _ quantity: String, en: Words, zh: Words,
    outputs formula: @escaping @Sendable (Values, Traced) -> Traced
  ) -> Variant {
    mistake(name, quantity, en: en, zh: zh) { m in right(m).replacing(outputs(m, formula)) }
  }

  private static func unbiased(_ m: Int) -> Recipe.Formula {
    { values in total(values, m) { .pow($0 - values.μ, 2) } / (Traced(Double(m)) - 1) }
  }
}
