import Formulas
import TorchRandom
import Words

extension Subject {
  /// The exponentially weighted average of the temperatures of section 3.3.1 of the course, and what is known to go
  /// wrong with it. A step is a day.
  public static let average = Subject(
    name: "average", title: Words(en: "The exponentially weighted average", zh: "指数加权平均"),
    parameters: [.decay(0.9), Parameter(list: "values", "Y", courseTemperatures)],
    steps: courseTemperatures.count, objective: nil,
    aliases: [
      "Y": ["value", "temperature", "temp", "x"],
      "S": ["average", "avg", "mean", "ewa", "ewma", "ema", "exp_weight_avg", "v"],
    ],
    solve: { AverageRecipe.right.solve($0) },
    variants: AverageRecipe.mistakes + AverageRecipe.dialects,
    probes: { subject in
      var half = Exercise(subject)
      half.numbers["beta"] = [0.6]
      return [half]
    },
    draw: { exercise, generator in
      let values = (-40...60).map { Double($0) / 2 }.shuffled(using: &generator).prefix(8)
      exercise.numbers["values"] = Array(values)
      exercise.steps = values.count
      exercise.draw("beta", from: [0.6, 0.7, 0.8, 0.9], using: &generator)
    },
    rowCount: { $0.list("values").count }, given: ["Y"])

  /// The course's `torch.manual_seed(0)`, `torch.randn(30) * 10`.
  private static let courseTemperatures: [Double] = {
    var torch = TorchGenerator(seed: 0)
    return torch.randn(30).map { Double($0 * 10) }
  }()
}

/// The average as a formula, and its known variants.
enum AverageRecipe {
  static let right = Recipe(
    from: ["S": 0], [("S", { $0.t == 1 ? $0.Y : $0.β * $0.S + (1 - $0.β) * $0.Y })],
    by: { $0.average($1) })

  private static let fromZero = right.replacing("S") { $0.β * $0.S + (1 - $0.β) * $0.Y }

  static let mistakes: [Variant] = [
    .mistake(
      "from-zero", "S",
      en: "the average starts from 0 without correction: S₁ = (1 − β)·Y₁ where S₁ = Y₁ belongs",
      zh: "平均从 0 开始而没有校正：S₁ = (1 − β)·Y₁，应当是 S₁ = Y₁",
      fromZero),
    .mistake(
      "beta-swapped", "S",
      en: "β and 1 − β are swapped, as where β is given to pandas as alpha",
      zh: "β 和 1 − β 用反了，例如把 β 当作 pandas 的 alpha",
      right.replacing("S") {
        $0.t == 1 ? $0.Y : (1 - $0.β) * $0.S + $0.β * $0.Y
      }),
    .mistake(
      "beta-swapped-from-zero", "S",
      en:
        "the average starts from 0 without correction, and β and 1 − β are swapped: (1 − β)·S + β·Y",
      zh: "平均从 0 开始而没有校正，而且 β 和 1 − β 用反了：(1 − β)·S + β·Y",
      right.replacing("S") { (1 - $0.β) * $0.S + $0.β * $0.Y }),
    .mistake(
      "weight-missing", "S",
      en:
        "the factor 1 − β is missing, β·S + Y; an average from 0 that is divided by 1 − β where 1 − βᵗ belongs is the same",
      zh: "漏了系数 1 − β：β·S + Y；从 0 开始的平均除以 1 − β（应当除以 1 − βᵗ）也是同样的数",
      right.replacing("S") { $0.t == 1 ? $0.Y : $0.β * $0.S + $0.Y }),
    .mistake(
      "beta-missing", "S",
      en: "β is missing: the old average is kept whole, S + (1 − β)·Y",
      zh: "漏了 β：旧的平均全部保留，成了 S + (1 − β)·Y",
      right.replacing("S") { $0.t == 1 ? $0.Y : $0.S + (1 - $0.β) * $0.Y }),
    .mistake(
      "value-before", "S",
      en: "the value is that of the day before: an index is off by one",
      zh: "用了前一天的值：下标差了 1",
      right.replacing("S") {
        $0.t == 1 ? $0.Y : $0.β * $0.S + (1 - $0.β) * $0.P
      }.adding("P", after: "S") { $0.Y }),
    .mistake(
      "corrected-needlessly", "S",
      en:
        "the average starts at the first value, which has no bias, and is divided by 1 − βᵗ nevertheless",
      zh: "平均从第一个值开始，本没有偏差，却又除以了 1 − βᵗ",
      corrected { $0.t == 1 ? $0.Y : $0.β * $0.A + (1 - $0.β) * $0.Y }),
    .mistake(
      "corrected-t-plus-one", "S",
      en: "the average starts from 0 and is divided by 1 − βᵗ⁺¹: t is one too large",
      zh: "平均从 0 开始，却除以了 1 − βᵗ⁺¹：t 大了 1",
      corrected { $0.β * $0.A + (1 - $0.β) * $0.Y }.counting { $0 + 1 }),
    .mistake(
      "corrected-t-minus-one", "S",
      en:
        "the average starts from 0 and is divided by 1 − βᵗ⁻¹, which is 0 on the first day: t is one too small",
      zh: "平均从 0 开始，却除以了 1 − βᵗ⁻¹，第一天的除数为 0：t 小了 1",
      corrected { $0.β * $0.A + (1 - $0.β) * $0.Y }.counting { $0 - 1 }),
    .mistake(
      "corrected-in-place", "S",
      en:
        "the average starts from 0 and the corrected one is written back, so that the next day starts from it",
      zh: "平均从 0 开始，校正后的值又写了回去，下一天便从它开始",
      right.replacing("S") {
        ($0.β * $0.S + (1 - $0.β) * $0.Y) / (1 - .pow($0.β, $0.t))
      }),
    .mistake(
      "arithmetic-mean", "S",
      en: "this is the ordinary mean of all values so far, in which all count the same",
      zh: "这是到目前为止所有值的算术平均，权重都相同",
      right.replacing("S") {
        let t = Traced(Double($0.t.number)).named("t")
        return ((t - 1) * $0.S + $0.Y) / t
      }),
  ]

  static let dialects: [Variant] = [
    .dialect(
      "corrected", "S",
      en:
        "the average starts from 0 and its bias is corrected, divided by 1 − βᵗ, as Adam does (section 3.3.5 of the course) and pandas’ ewm with adjust=True; the course starts with S₁ = Y₁",
      zh: "平均从 0 开始，再除以 1 − βᵗ 校正偏差，如 Adam（课程 3.3.5 节）和 pandas 的 ewm（adjust=True）；课程从 S₁ = Y₁ 开始",
      corrected { $0.β * $0.A + (1 - $0.β) * $0.Y })
  ]

  /// An average A by a formula, and S as A without the bias of a start from 0.
  private static func corrected(_ average: @escaping Recipe.Formula) -> Recipe {
    Recipe(
      from: ["A": 0], [("A", average), ("S", { $0.A / (1 - .pow($0.β, $0.t)) })],
      by: { $0.average($1) })
  }
}

extension Recipe {
  /// Carries the recipe of an average out: a row for each value of the exercise.
  fileprivate func average(_ exercise: Exercise) -> Ledger {
    tabulate(
      constants: ["β": exercise["beta"]], given: exercise.list("values").map { [("Y", $0)] })
  }
}
