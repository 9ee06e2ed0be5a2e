import Descent
import Formulas

extension Subject {
  /// A rate that starts with a part of itself, and what is known to go wrong with it.
  public static let constantLR = schedule(
    ConstantLR<Traced>.self, epochs: 10,
    // Longer than the iterations of an epoch.
    probes: ["learning-rate": [0.8], "factor": [0.3], "total-iters": [12]],
    choices: [
      "learning-rate": ratesOfEpochs, "factor": [0.1, 0.2, 0.25, 0.3, 0.4],
      "total-iters": [11, 12, 13, 14],
    ],
    ScheduleMistakes.ofEpochs + mistakesOfConstantLR)

  private static let mistakesOfConstantLR: [Variant] = [
    .mistake(
      "factor-missing",
      "the rate is η from the start: the factor is not used",
      "学习率从一开始就是 η：没有用到系数 factor",
      .replace("η") { $0.right.without("f") }),
    .mistake(
      "factor-afterwards",
      "the factor is applied from epoch total_iters on, where it belongs to the epochs before",
      "从第 total_iters 轮起才乘系数，应当在此之前的各轮乘",
      .replace("η") { $0.right.symbol == "η" ? $0.right * $0.f : $0.right.without("f") }),
    .mistake(
      "complement", of: "η",
      "the rate is lowered by the part factor, to η·(1 − factor), where η·factor belongs",
      "学习率减去了 factor 这一部分：η·(1 − factor)，应当是 η·factor",
      .constant("f") { 1 - $0.given("f") }),
    .mistake(
      "divided",
      "the rate is divided by the factor where it is to be multiplied",
      "学习率除以了系数 factor，应当乘以它",
      .replace("η") { $0.right.dividing(by: "f") }),
  ]
}
