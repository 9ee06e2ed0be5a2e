import Descent
import Formulas

extension Subject {
  /// A rate that goes from one part of itself to another on a straight line, and what is known to go wrong with it.
  public static let linearLR = schedule(
    LinearLR<Traced>.self, epochs: 10,
    probes: [
      "learning-rate": [0.8], "start-factor": [0.3], "end-factor": [0.9], "total-iters": [6],
    ],
    choices: [
      "learning-rate": ratesOfEpochs,
      "start-factor": [0.1, 0.2, 0.25, 0.3, 0.4], "end-factor": [0.7, 0.75, 0.8, 0.9],
      "total-iters": [5, 6, 7, 8],
    ], ScheduleMistakes.ofEpochs + mistakesOfLinearLR)

  private static let mistakesOfLinearLR: [Variant] = [
    .mistake(
      "not-stopped", of: "η",
      "the line goes on after epoch total_iters, where the rate is to stay η·end_factor",
      "过了第 total_iters 轮仍沿直线继续，应当保持 η·end_factor",
      .clock { epoch, exercise in min(epoch, Int(exercise["total-iters"]) - 1) },
      .replace("e") { $0.epoch }),
    .mistake(
      "end-factor-lost",
      "from epoch total_iters on the rate is η, where η·end_factor belongs",
      "从第 total_iters 轮起学习率成了 η，应当是 η·end_factor",
      .replace("η") { $0.right.count(of: "s") > 0 ? $0.right : $0.right.without("f") }),
    .mistake(
      "factors-swapped", of: "η",
      "the line leads from end_factor to start_factor",
      "直线的两端颠倒了：从 end_factor 到 start_factor",
      .constant("s") { $0.given("f") }, .constant("f") { $0.given("s") }),
    .mistake(
      "end-as-change",
      "end_factor is taken for the change: start_factor + end_factor·e/total_iters, where end_factor − start_factor belongs",
      "把 end_factor 当成了变化量：start_factor + end_factor·e/total_iters，应当用 end_factor − start_factor",
      .rewrite { $0.minuend }),
    .mistake(
      "one-epoch-short", of: "η",
      "the end is reached in epoch total_iters − 1, as with total_iters points on the line; total_iters counts the steps between them",
      "第 total_iters − 1 轮就到了终点，即直线上有 total_iters 个点；total_iters 数的是点之间的步数",
      .give("total-iters") { n, _ in n - 1 },
      .replace("η") { $0.right.replacing("n", by: $0.nGiven(plus: 1) - 1) }),
    .mistake(
      "geometric",
      "the rate is multiplied by the same number in each epoch, where the line is to be straight",
      "每一轮都乘以同一个数，应当沿直线变化",
      .replace("η") { scope in
        guard scope.right.count(of: "e") > 0 else { return scope.right }
        let (s, f) = (scope.given("s"), scope.given("f"))
        return scope.given("η") * s * .pow(f / s, scope.e / scope.n)
      }),
    .mistake(
      "start-factor-as-rate",
      "the line leads from start_factor, taken for a rate, to η",
      "把 start_factor 当成了学习率：直线从它一直到 η",
      .replace("η") { scope in
        let (s, η) = (scope.given("s"), scope.given("η"))
        return scope.right.count(of: "e") > 0 ? s + (η - s) * scope.e / scope.n : η
      }),
    .mistake(
      "factors-as-rates",
      "the factors are taken for rates: η is missing",
      "把系数当成了学习率：漏了 η",
      .replace("η") { $0.right.without("η") }),
  ]
}
