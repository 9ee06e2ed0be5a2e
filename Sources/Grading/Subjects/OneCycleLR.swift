import Descent
import Formulas

extension Subject {
  /// A rate that climbs and then goes down far below where it was, and what is known to go wrong with it.
  ///
  /// It is advanced in every iteration, so its steps are those.
  public static let oneCycleLR = schedule(
    OneCycleLR<Traced>.self, epochs: 20,
    probes: [
      "max-lr": [0.8], "total-steps": [16], "pct-start": [0.4], "div-factor": [4],
      "final-div-factor": [10],
    ], probeEpochs: 16,
    choices: [
      "max-lr": [0.4, 0.5, 0.6, 0.8, 0.9], "pct-start": [0.25, 0.3, 0.35, 0.4],
      "div-factor": [4, 5, 8, 10], "final-div-factor": [5, 10, 20],
    ],
    objection: { exercise in
      exercise["pct-start"] * exercise["total-steps"] > 1
        ? nil
        : ExerciseError(
          en: "`pct-start` of `total-steps` must be more than a step.",
          zh: "`pct-start` 乘以 `total-steps` 必须大于 1 步。")
    }, ScheduleMistakes.ofTime + mistakesOfShape + mistakesOfTurns + dialectsOfOneCycle)

  private static let mistakesOfShape: [Variant] = [
    .mistake(
      "every-epoch", of: "η",
      "the schedule is advanced once in each epoch where it is to be advanced in every iteration",
      "每轮才推进一次学习率调度，应当每次迭代一次",
      .clock { step, exercise in step / Int(exercise["iterations"]) }),
    CosineMistakes.halfMissing,
    .mistake(
      "never-falls",
      "the rate stays at max_lr after the climb",
      "上升之后学习率一直停在 max_lr",
      .replace("η") { $0.b.operands[0].symbol == "η_max" ? $0.right : $0.given("η_max") }),
  ]

  private static let mistakesOfTurns: [Variant] = [
    .mistake(
      "turns-late", of: "η",
      "the steps are counted from 1: the top is at pct_start·total_steps and the end at total_steps, where each belongs one step earlier",
      "步数从 1 数起：峰值在 pct_start·total_steps，终点在 total_steps，都应当早一步",
      .give("pct-start") { ($0 * $1["total-steps"] + 1) / ($1["total-steps"] + 1) },
      .give("total-steps") { count, _ in count + 1 }),
    .mistake(
      "top-late", of: "η",
      "the top is at pct_start·total_steps, where pct_start·total_steps − 1 belongs",
      "峰值在 pct_start·total_steps，应当在 pct_start·total_steps − 1",
      .give("pct-start") { part, exercise in part + 1 / exercise["total-steps"] }),
    .mistake(
      "end-from-top", of: "η",
      "the last rate is max_lr/final_div_factor, where the first rate is to be divided",
      "最后的学习率是 max_lr/final_div_factor，应当用最初的学习率去除",
      .give("final-div-factor") { factor, exercise in factor / exercise["div-factor"] }),
    .mistake(
      "end-at-start", of: "η",
      "the rate goes down to the first one only: final_div_factor is not used",
      "学习率只降到最初的值：没有用到 final_div_factor",
      .give("final-div-factor") { _, _ in 1 }),
    .mistake(
      "starts-from-zero", of: "η",
      "the climb starts from 0, where max_lr/div_factor belongs",
      "从 0 开始上升，应当从 max_lr/div_factor 开始",
      .replace("a") { $0.right.symbol == "η_max" ? $0.right : 0 }),
    .mistake(
      "max-as-start", of: "η",
      "the rate that is given is taken for the first one and the top is div_factor times that",
      "把给定的学习率当成了最初的，峰值成了它的 div_factor 倍",
      .give("max-lr") { rate, exercise in rate * exercise["div-factor"] }),
  ]

  private static let dialectsOfOneCycle: [Variant] = [
    .dialect(
      "linear", of: "η",
      "the rate follows straight lines: PyTorch’s anneal_strategy=\"linear\", where cosines are asked for",
      "学习率沿直线变化：即 PyTorch 的 anneal_strategy=\"linear\"，本题要求沿余弦",
      by: .schedule { OneCycleLR($0, shape: .linear) }),
    .dialect(
      "three-phases", of: "η",
      "the way down leads through the first rate after as long as the climb took: PyTorch’s three_phase=True",
      "下降时先用与上升相同的时间回到最初的学习率：即 PyTorch 的 three_phase=True",
      by: .schedule { OneCycleLR($0, hasThreePhases: true) }),
  ]
}
