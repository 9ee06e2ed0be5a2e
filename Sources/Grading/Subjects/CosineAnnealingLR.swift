import Descent
import Formulas

extension Subject {
  /// A rate that is lowered along half a wave of the cosine, and what is known to go wrong with it.
  public static let cosineAnnealingLR = schedule(
    CosineAnnealingLR<Traced>.self, epochs: 20,
    probes: ["learning-rate": [0.8], "eta-min": [0.1], "t-max": [7]],
    choices: [
      "learning-rate": ratesOfEpochs, "t-max": [6, 7, 8, 9, 11], "eta-min": [0.05, 0.1, 0.15, 0.2],
    ],
    ScheduleMistakes.ofEpochs + CosineMistakes.all + variantsOfLength)

  private static let variantsOfLength: [Variant] = [
    .mistake(
      "one-epoch-short",
      "the time is divided by T_max − 1, so that the rate is lowest one epoch early",
      "时间除以了 T_max − 1，学习率早一轮到最低",
      .replace("η") { $0.right.replacing("T", by: $0.T - 1) }),
    .mistake(
      "one-epoch-long",
      "the time is divided by T_max + 1, so that the rate is lowest one epoch late",
      "时间除以了 T_max + 1，学习率晚一轮到最低",
      .replace("η") { $0.right.replacing("T", by: $0.T + 1) }),
    .mistake(
      "restarted", of: "η",
      "the rate starts anew after T_max epochs, as in CosineAnnealingWarmRestarts",
      "每过 T_max 轮学习率重新从头开始，成了 CosineAnnealingWarmRestarts",
      .clock { epoch, exercise in epoch % Int(exercise["t-max"]) }),
    .dialect(
      "stays-at-minimum", of: "η",
      "from epoch T_max on the rate stays the lowest, as in Keras’ CosineDecay; PyTorch’s rises again",
      "从第 T_max 轮起保持最低学习率，如 Keras 的 CosineDecay；PyTorch 的会重新上升",
      .clock { epoch, exercise in min(epoch, Int(exercise["t-max"])) }),
  ]
}
