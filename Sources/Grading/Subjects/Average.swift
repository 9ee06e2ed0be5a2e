import Descent
import Formulas
import TorchRandom

extension Subject {
  /// The exponentially weighted average of the temperatures of section 3.3.1 of the course, and what is known to go
  /// wrong with it. A step is a day.
  public static let average = Subject(
    declaration: .average,
    assignment: Assignment(
      Declaration.average.hyperparameters + [.temperatures],
      steps: Hyperparameter.temperatures.course.count),
    procedure: .average(from: .firstValue), variants: AverageMistakes.all,
    probes: [{ $0.give(["beta": 0.6]) }],
    draw: { exercise, generator in
      let values = (-40...60).map { Double($0) / 2 }.shuffled(using: &generator).prefix(8)
      exercise.numbers["values"] = Array(values)
      exercise.steps = values.count
      exercise.draw(["beta": [0.6, 0.7, 0.8, 0.9]], using: &generator)
    },
    rowCount: { $0.list("values").count }, given: ["Y"])
}

extension Hyperparameter {
  /// The course's `torch.manual_seed(0)`, `torch.randn(30) * 10`.
  fileprivate static let temperatures: Hyperparameter = {
    var torch = TorchGenerator(seed: 0)
    return Hyperparameter(
      list: "Y", "values", en: "values to average, day by day", zh: "逐日的值",
      course: torch.randn(30).map { Double($0 * 10) })
  }()
}

extension Procedure {
  /// The averages of the values that the exercise gives: a row for each value, from 1.
  ///
  /// - Parameter written: what quantities are called that the exercise knows by other names.
  fileprivate static func average(
    from start: ExponentialAverage<Traced>.Start, written: [Symbol: Symbol] = [:]
  ) -> Procedure {
    table(written: written) {
      ExponentialAverage(β: $0.given()["β"], start: start)
    } row: { average, scope in
      let value = Traced(scope.assignment.list("values")[scope.step.number - 1])
      average.include(value.named("Y", scope.t), at: scope.t)
    }
  }
}

/// The known variants of the average.
private enum AverageMistakes {
  static let all = ofWeights + ofCorrection + [arithmeticMean, corrected]

  private static let ofWeights: [Variant] = [
    .mistake(
      "from-zero", of: "S",
      "the average starts from 0 without correction: S₁ = (1 − β)·Y₁ where S₁ = Y₁ belongs",
      "平均从 0 开始而没有校正：S₁ = (1 − β)·Y₁，应当是 S₁ = Y₁",
      noFirstDay),
    .mistake(
      "beta-swapped",
      "β and 1 − β are swapped, as where β is given to pandas as alpha",
      "β 和 1 − β 用反了，例如把 β 当作 pandas 的 alpha",
      swapped),
    .mistake(
      "beta-swapped-from-zero",
      "the average starts from 0 without correction, and β and 1 − β are swapped: (1 − β)·S + β·Y",
      "平均从 0 开始而没有校正，而且 β 和 1 − β 用反了：(1 − β)·S + β·Y",
      noFirstDay, swapped),
    .mistake(
      "weight-missing",
      "the factor 1 − β is missing, β·S + Y; an average from 0 that is divided by 1 − β where 1 − βᵗ belongs is the same",
      "漏了系数 1 − β：β·S + Y；从 0 开始的平均除以 1 − β（应当除以 1 − βᵗ）也是同样的数",
      .replace("S") { $0.averaged { β, old, x in β * old + x } }),
    .mistake(
      "beta-missing",
      "β is missing: the old average is kept whole, S + (1 − β)·Y",
      "漏了 β：旧的平均全部保留，成了 S + (1 − β)·Y",
      .replace("S") { $0.averaged { β, old, x in old + (1 - β) * x } }),
    .mistake(
      "value-before",
      "the value is that of the day before: an index is off by one",
      "用了前一天的值：下标差了 1",
      .replace("S") { $0.right.replacing("Y", by: $0.before("Y") ?? $0.Y) }),
  ]

  /// No day is taken for the first one.
  private static let noFirstDay = Edit.clock { day, _ in day + 1 }
  private static let swapped = Edit.replace("S") {
    $0.averaged { β, old, x in (1 - β) * old + β * x }
  }

  /// The average from 0 as A, and S as A without its bias.
  private static let correcting = Procedure.average(from: .zero, written: ["S": "A", "Ŝ": "S"])

  private static let ofCorrection: [Variant] = [
    .mistake(
      "corrected-needlessly",
      "the average starts at the first value, which has no bias, and is divided by 1 − βᵗ nevertheless",
      "平均从第一个值开始，本没有偏差，却又除以了 1 − βᵗ",
      .replace("S") { $0.t == 1 ? $0.Y : $0.right }, by: correcting),
    .mistake(
      "corrected-t-plus-one", of: "S",
      "the average starts from 0 and is divided by 1 − βᵗ⁺¹: t is one too large",
      "平均从 0 开始，却除以了 1 − βᵗ⁺¹：t 大了 1",
      .clock { day, _ in day + 1 }, by: correcting),
    .mistake(
      "corrected-t-minus-one", of: "S",
      "the average starts from 0 and is divided by 1 − βᵗ⁻¹, which is 0 on the first day: t is one too small",
      "平均从 0 开始，却除以了 1 − βᵗ⁻¹，第一天的除数为 0：t 小了 1",
      .clock { day, _ in day - 1 }, by: correcting),
    .mistake(
      "corrected-in-place",
      "the average starts from 0 and the corrected one is written back, so that the next day starts from it",
      "平均从 0 开始，校正后的值又写了回去，下一天便从它开始",
      .replace("S") { $0.t == 1 ? $0.right : $0.right / (1 - .pow($0.β, $0.t)) }),
  ]

  private static let arithmeticMean: Variant = .mistake(
    "arithmetic-mean",
    "this is the ordinary mean of all values so far, in which all count the same",
    "这是到目前为止所有值的算术平均，权重都相同",
    .replace("S") { $0.mean(of: $0.Y, after: $0.S) })

  private static let corrected: Variant = .dialect(
    "corrected", of: "S",
    "the average starts from 0 and its bias is corrected, divided by 1 − βᵗ, as Adam does (section 3.3.5 of the course) and pandas’ ewm with adjust=True; the course starts with S₁ = Y₁",
    "平均从 0 开始，再除以 1 − βᵗ 校正偏差，如 Adam（课程 3.3.5 节）和 pandas 的 ewm（adjust=True）；课程从 S₁ = Y₁ 开始",
    by: correcting)
}
