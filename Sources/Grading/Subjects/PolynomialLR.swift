import Descent
import Formulas

extension Subject {
  /// A rate that is lowered to 0 along a power of the time that is left, and what is known to go wrong with it.
  public static let polynomialLR = schedule(
    PolynomialLR<Traced>.self, epochs: 15,
    probes: ["learning-rate": [0.8], "power": [1.5], "total-iters": [12]],
    choices: [
      "learning-rate": ratesOfEpochs, "power": [0.5, 1.5, 2, 3], "total-iters": [8, 9, 11, 12, 13],
    ],
    ScheduleMistakes.ofEpochs + mistakesOfPower + mistakesOfLength)

  private static let mistakesOfPower: [Variant] = [
    .mistake(
      "power-missing",
      "the power is not used: the rate falls on a straight line",
      "没有用到 power：学习率沿直线下降",
      .replace("η") { $0.exchangingPower { left, _ in left } }),
    .mistake(
      "power-inside",
      "the power is applied to e/total_iters, where it belongs to 1 − e/total_iters",
      "幂作用在了 e/total_iters 上，应当作用在 1 − e/total_iters 上",
      .replace("η") { $0.exchangingPower { left, p in 1 - .pow(left.operands[1], p) } }),
    .mistake(
      "power-outside",
      "the power is applied to the whole rate, η with it, where it belongs to the part only",
      "幂作用在了整个学习率上，连同 η；应当只作用在系数上",
      .replace("η") { scope in
        scope.right.isLiteral(0)
          ? scope.right : .pow(scope.exchangingPower { left, _ in left }, scope.p)
      }),
    .mistake(
      "power-as-factor",
      "the part of the time that is left is multiplied by power, not raised to it",
      "剩余时间的比例乘了 power，应当是取 power 次幂",
      .replace("η") { $0.exchangingPower { left, p in left * p } }),
    .mistake(
      "time-over",
      "the rate follows the time that is over, e/total_iters, where the time that is left belongs",
      "用了已过时间的比例 e/total_iters，应当用剩余时间的比例",
      .replace("η") { scope in
        scope.right.isLiteral(0)
          ? scope.given("η") : scope.exchangingPower { left, p in .pow(left.operands[1], p) }
      }),
  ]

  private static let mistakesOfLength: [Variant] = [
    .mistake(
      "not-stopped", of: "η",
      "the power goes on after epoch total_iters, where the rate is to stay 0",
      "过了第 total_iters 轮仍按幂继续，应当保持 0",
      .clock { epoch, exercise in min(epoch, Int(exercise["total-iters"]) - 1) },
      .replace("η") { scope in
        let left = (1 - scope.epoch / scope.n).named("u")
        let p = scope.p.value
        // A whole power of a number below 0 has a sign; of others, the real part is printed.
        let isOdd = p == p.rounded() && p.truncatingRemainder(dividingBy: 2) != 0
        let power = Traced.pow(left.magnitude, scope.p)
        return scope.given("η") * (left.value < 0 && isOdd ? -power : power)
      }),
    .mistake(
      "one-epoch-long", of: "η",
      "the time is divided by total_iters + 1, so that the rate is 0 one epoch late",
      "时间除以了 total_iters + 1，学习率晚一轮才到 0",
      .give("total-iters") { n, _ in n + 1 },
      .replace("η") { $0.right.replacing("n", by: $0.nGiven(plus: -1) + 1) }),
    .mistake(
      "one-epoch-short", of: "η",
      "the time is divided by total_iters − 1, so that the rate is 0 one epoch early",
      "时间除以了 total_iters − 1，学习率早一轮就到 0",
      .give("total-iters") { n, _ in n - 1 },
      .replace("η") { $0.right.replacing("n", by: $0.nGiven(plus: 1) - 1) }),
  ]
}

extension Scope {
  /// The right formula with something else in place of the power of the part of the time that is left.
  fileprivate func exchangingPower(_ other: (_ left: Traced, _ p: Traced) -> Traced) -> Traced {
    right.rewriting { part in
      part.calculation == .realPower ? other(part.operands[0], part.operands[1]) : nil
    }
  }
}
