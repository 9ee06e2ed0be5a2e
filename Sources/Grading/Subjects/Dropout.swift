import Formulas
import Words

extension Subject {
  /// Dropout with a given mask, section 5.2 of the course, and what is known to go wrong with it.
  ///
  /// A row is a neuron: its output without dropout, whether it is kept, and its outputs in training and in evaluation.
  public static let dropout = Subject(
    name: "dropout", title: "Dropout",
    parameters: [
      Parameter(list: "inputs", "x", [1.8033, 1.4608, 4.5189, 6.9116, 0.5]),
      Parameter(list: "mask", "mask", [1, 1, 0, 1, 1], in: 0...1),
      Parameter("p", "p", 0.4, in: 0...0.999_999_999),
    ],
    steps: 5, objective: nil,
    aliases: [
      "x": ["input", "inputs", "before", "输入"],
      "mask": ["m", "keep", "kept", "掩码"],
      "y": ["train", "training", "y_train", "out_train", "output", "after", "dropout", "训练", "输出"],
      "y_eval": [
        "eval", "evaluation", "test", "testing", "y_test", "out_test", "out_eval", "inference",
        "predict", "推理", "评估", "测试",
      ],
    ],
    solve: { DropoutRecipe.right.solve($0) },
    variants: DropoutRecipe.mistakes + DropoutRecipe.dialects,
    probes: { _ in [] },
    draw: { exercise, generator in
      // The part that is kept, 3 or 5 of 8, is not the 1 − p that it is expected to be.
      let kept = [3, 5].randomElement(using: &generator) ?? 3
      let inputs = (2...20).shuffled(using: &generator).prefix(8)
      exercise.numbers["inputs"] = inputs.map { Double($0) / 4 }
      exercise.numbers["mask"] = (0..<8).map { $0 < kept ? 1 : 0 }.shuffled(using: &generator)
      exercise.steps = 8
      exercise.draw("p", from: [0.2, 0.25, 0.3, 0.4], using: &generator)
    },
    rowCount: { $0.list("inputs").count },
    objection: { exercise in
      let (inputs, mask) = (exercise.list("inputs"), exercise.list("mask"))
      if mask.count != inputs.count {
        return Words(
          en: "--mask must have as many numbers as --inputs, \(inputs.count).",
          zh: "--mask 中数的个数必须与 --inputs 相同，即 \(inputs.count) 个。")
      }
      return mask.allSatisfy { $0 == 0 || $0 == 1 }
        ? nil
        : Words(
          en: "--mask must be of 1, which keeps, and 0, which drops.",
          zh: "--mask 只能由 1（保留）和 0（丢弃）组成。")
    },
    given: ["x", "mask"])
}

/// Dropout as formulas, and its known variants.
enum DropoutRecipe {
  static let right = Recipe(
    from: [:],
    [
      ("y", { $0.mask / (1 - $0.p) * $0.x }),
      ("y_eval", { $0.x }),
    ],
    by: { $0.tabulate($1) })

  static let mistakes: [Variant] = [
    .mistake(
      "divided-by-p", "y",
      en:
        "what is kept is divided by p where 1 − p belongs: p is the probability of dropping, not of keeping",
      zh: "保留的值除以了 p，应当除以 1 − p：p 是丢弃的概率，不是保留的概率",
      right.replacing("y") { $0.mask / $0.p * $0.x }),
    .mistake(
      "unscaled", "y",
      en: "what is kept is not scaled: the division by 1 − p is missing",
      zh: "保留的值没有缩放：漏了除以 1 − p",
      right.replacing("y") { $0.mask * $0.x }),
    .mistake(
      "multiplied-by-keep", "y",
      en: "what is kept is multiplied by 1 − p where it is to be divided",
      zh: "保留的值乘了 1 − p，应当除以 1 − p",
      right.replacing("y") { $0.mask * (1 - $0.p) * $0.x }),
    .mistake(
      "multiplied-by-p", "y",
      en: "what is kept is multiplied by p where it is to be divided by 1 − p",
      zh: "保留的值乘了 p，应当除以 1 − p",
      right.replacing("y") { $0.mask * $0.p * $0.x }),
    .mistake(
      "scaled-twice", "y",
      en: "what is kept is divided by 1 − p twice: the mask was scaled already",
      zh: "除以 1 − p 做了两次：掩码已经缩放过了",
      right.replacing("y") { $0.mask / .pow(1 - $0.p, 2) * $0.x }),
    .mistake(
      "mask-inverted", "y",
      en: "the mask is used the wrong way round: 1 keeps, 0 drops",
      zh: "掩码用反了：1 保留，0 置零",
      right.replacing("y") { (1 - $0.mask) / (1 - $0.p) * $0.x }),
    .mistake(
      "mask-inverted-divided-by-p", "y",
      en:
        "p is taken for the probability of keeping: the mask is used the wrong way round, and the rest divided by p",
      zh: "把 p 当成了保留的概率：掩码用反了，又除以了 p",
      right.replacing("y") { (1 - $0.mask) / $0.p * $0.x }),
    .mistake(
      "scaled-only", "y",
      en: "nothing is dropped: the mask is missing, all are divided by 1 − p",
      zh: "没有置零：漏了掩码，所有值都除以了 1 − p",
      right.replacing("y") { $0.x / (1 - $0.p) }),
    .mistake(
      "scaled-by-kept-part", "y",
      en:
        "what is kept is divided by the part of the mask that is 1, where the expected part 1 − p belongs",
      zh: "保留的值除以了掩码中 1 所占的比例，应当除以期望的比例 1 − p"
    ) { exercise in
      let mask = exercise.list("mask")
      let part = mask.reduce(0, +) / Double(mask.count)
      return right.replacing("y") { $0.mask / Traced(part) * $0.x }.tabulate(exercise)
    },
    .mistake(
      "scaled-in-both", "y_eval",
      en: "the outputs are divided by 1 − p in evaluation too, where nothing is dropped",
      zh: "推理时并不丢弃，却也除以了 1 − p",
      right.replacing("y_eval") { $0.x / (1 - $0.p) }),
    .mistake(
      "scaled-down-again", "y_eval",
      en: "evaluation multiplies by 1 − p although training has divided by it already",
      zh: "训练时已经除以 1 − p，推理时又乘了 1 − p",
      right.replacing("y_eval") { (1 - $0.p) * $0.x }),
    .mistake(
      "dropped-in-evaluation", "y_eval",
      en: "evaluation drops as training does, as without PyTorch’s eval()",
      zh: "推理时也做了丢弃，就像漏了 PyTorch 的 eval()",
      right.replacing("y_eval") { $0.mask / (1 - $0.p) * $0.x }),
    .mistake(
      "dropped-unscaled-in-evaluation", "y_eval",
      en: "evaluation drops what the mask drops, without scaling the rest",
      zh: "评估时也按掩码做了丢弃，其余的值没有缩放",
      right.replacing("y_eval") { $0.mask * $0.x }),
    .mistake(
      "modes-swapped", "y",
      en: "training and evaluation are swapped",
      zh: "训练和推理弄反了",
      right.replacing("y") { $0.x }.replacing("y_eval") { $0.mask / (1 - $0.p) * $0.x }),
    .mistake(
      "original-with-p", "y_eval",
      en:
        "evaluation multiplies by p where the original form multiplies by the probability 1 − p of keeping",
      zh: "推理时乘了 p；原始写法乘的是保留的概率 1 − p",
      right.replacing("y") { $0.mask * $0.x }.replacing("y_eval") { $0.p * $0.x }),
  ]

  static let dialects: [Variant] = [
    .dialect(
      "scaled-in-evaluation", "y",
      en:
        "training leaves what is kept as it is, and evaluation multiplies by 1 − p: the form of Srivastava et al. (2014)",
      zh: "训练时保留的值不缩放，推理时乘 1 − p：即 Srivastava 等人（2014）的原始写法",
      right.replacing("y") { $0.mask * $0.x }.replacing("y_eval") { (1 - $0.p) * $0.x })
  ]
}

extension Recipe {
  /// A row for each neuron of a layer with dropout.
  fileprivate func tabulate(_ exercise: Exercise) -> Ledger {
    tabulate(
      constants: ["p": exercise["p"]],
      given: zip(exercise.list("inputs"), exercise.list("mask")).map {
        [("x", $0), ("mask", $1)]
      })
  }
}
