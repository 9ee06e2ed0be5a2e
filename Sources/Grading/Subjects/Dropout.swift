import Formulas
import Networks

extension Subject {
  /// Dropout with a given mask, and what is known to go wrong with it.
  ///
  /// A row is a neuron: its output without dropout, whether it is kept, and its outputs in training and in evaluation.
  public static let dropout = Subject(
    declaration: .dropout, assignment: Assignment(Declaration.dropout.hyperparameters, steps: 5),
    procedure: .dropout, variants: DropoutMistakes.all, probes: [],
    draw: { exercise, generator in
      // The part that is kept, 3 or 5 of 8, is not the 1 − p that it is expected to be.
      let kept = [3, 5].randomElement(using: &generator) ?? 3
      let inputs = (2...20).shuffled(using: &generator).prefix(8)
      exercise.numbers["inputs"] = inputs.map { Double($0) / 4 }
      exercise.numbers["mask"] = (0..<8).map { $0 < kept ? 1 : 0 }.shuffled(using: &generator)
      exercise.steps = 8
      exercise.draw(["p": [0.2, 0.25, 0.3, 0.4]], using: &generator)
    },
    rowCount: { $0.list("inputs").count },
    objection: { exercise in
      let (inputs, mask) = (exercise.list("inputs"), exercise.list("mask"))
      guard mask.count != inputs.count else { return nil }
      return ExerciseError(
        en: "`mask` must have as many numbers as `inputs`, \(inputs.count).",
        zh: "`mask` 中数的个数必须与 `inputs` 相同，即 \(inputs.count) 个。")
    },
    given: ["x", "mask"])
}

extension Procedure {
  fileprivate static let dropout = table { exercise in
    Dropout(p: exercise.given()["p"])
  } row: { layer, scope in
    func given(_ option: String) -> Traced {
      Traced(scope.assignment.list(option)[scope.step.number - 1])
    }
    let (x, mask) = (given("inputs").named("x"), given("mask").named("mask"))
    _ = layer.train([x], mask: [mask])
    _ = layer.evaluate([x])
  }
}

/// The known variants of dropout.
enum DropoutMistakes {
  static let all = ofTraining + ofEvaluation + [scaledInEvaluation]

  private static let ofTraining: [Variant] = [
    .mistake(
      "divided-by-p",
      "what is kept is divided by p where 1 − p belongs: p is the probability of dropping, not of keeping",
      "保留的值除以了 p，应当除以 1 − p：p 是丢弃的概率，不是保留的概率",
      .replace("y") { $0.dividing(by: $0.p) }),
    .mistake(
      "unscaled",
      "what is kept is not scaled: the division by 1 − p is missing",
      "保留的值没有缩放：漏了除以 1 − p",
      unscaled),
    .mistake(
      "multiplied-by-keep",
      "what is kept is multiplied by 1 − p where it is to be divided",
      "保留的值乘了 1 − p，应当除以 1 − p",
      .replace("y") { $0.mask * (1 - $0.p) * $0.x }),
    .mistake(
      "multiplied-by-p",
      "what is kept is multiplied by p where it is to be divided by 1 − p",
      "保留的值乘了 p，应当除以 1 − p",
      .replace("y") { $0.mask * $0.p * $0.x }),
    .mistake(
      "scaled-twice",
      "what is kept is divided by 1 − p twice: the mask was scaled already",
      "除以 1 − p 做了两次：掩码已经缩放过了",
      .replace("y") { $0.dividing(by: .pow(1 - $0.p, 2)) }),
    .mistake(
      "mask-inverted",
      "the mask is used the wrong way round: 1 keeps, 0 drops",
      "掩码用反了：1 保留，0 置零",
      .replace("y") { $0.right.replacing("mask", by: 1 - $0.mask) }),
    .mistake(
      "mask-inverted-divided-by-p",
      "p is taken for the probability of keeping: the mask is used the wrong way round, and the rest divided by p",
      "把 p 当成了保留的概率：掩码用反了，又除以了 p",
      .replace("y") { $0.dividing(by: $0.p).replacing("mask", by: 1 - $0.mask) }),
    .mistake(
      "scaled-only",
      "nothing is dropped: the mask is missing, all are divided by 1 − p",
      "没有置零：漏了掩码，所有值都除以了 1 − p",
      .replace("y") { $0.x / (1 - $0.p) }),
    .mistake(
      "scaled-by-kept-part",
      "what is kept is divided by the part of the mask that is 1, where the expected part 1 − p belongs",
      "保留的值除以了掩码中 1 所占的比例，应当除以期望的比例 1 − p",
      .replace("y") {
        let mask = $0.assignment.list("mask")
        return $0.dividing(by: Traced(mask.reduce(0, +) / Double(mask.count)))
      }),
  ]

  private static let ofEvaluation: [Variant] = [
    .mistake(
      "scaled-in-both",
      "the outputs are divided by 1 − p in evaluation too, where nothing is dropped",
      "推理时并不丢弃，却也除以了 1 − p",
      .replace("y_eval") { $0.right / (1 - $0.p) }),
    .mistake(
      "scaled-down-again",
      "evaluation multiplies by 1 − p although training has divided by it already",
      "训练时已经除以 1 − p，推理时又乘了 1 − p",
      .replace("y_eval") { (1 - $0.p) * $0.right }),
    .mistake(
      "dropped-in-evaluation",
      "evaluation drops as training does, as without PyTorch’s eval()",
      "推理时也做了丢弃，就像漏了 PyTorch 的 eval()",
      trained),
    .mistake(
      "dropped-unscaled-in-evaluation",
      "evaluation drops what the mask drops, without scaling the rest",
      "推理时也按掩码做了丢弃，其余的值没有缩放",
      .replace("y_eval") { $0.mask * $0.right }),
    .mistake(
      "modes-swapped",
      "training and evaluation are swapped",
      "训练和推理弄反了",
      .replace("y") { $0.x }, trained),
    .mistake(
      "original-with-p", of: "y_eval",
      "evaluation multiplies by p where the original form multiplies by the probability 1 − p of keeping",
      "推理时乘了 p；原始写法乘的是保留的概率 1 − p",
      unscaled, .replace("y_eval") { $0.p * $0.right }),
  ]

  private static let scaledInEvaluation: Variant = .dialect(
    "scaled-in-evaluation",
    "training leaves what is kept as it is, and evaluation multiplies by 1 − p: the form of Srivastava et al. (2014)",
    "训练时保留的值不缩放，推理时乘 1 − p：即 Srivastava 等人（2014）的原始写法",
    unscaled, .replace("y_eval") { (1 - $0.p) * $0.right })

  private static let unscaled = Edit.replace("y") { scope in
    scope.right.rewriting { $0.calculation == .quotient ? $0.operands[0] : nil }
  }

  /// Evaluation as training is.
  private static let trained = Edit.replace("y_eval") {
    Dropout(p: $0.p).output($0.x, mask: $0.mask)
  }
}

extension Scope {
  /// The right formula with something else in place of 1 − p.
  fileprivate func dividing(by other: Traced) -> Traced {
    right.rewriting { $0.calculation == .difference ? other : nil }
  }
}
