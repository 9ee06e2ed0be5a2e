import Descent
import Formulas

/// The known variants of weight penalties.
enum PenaltyMistakes {
  static let all = ofL1 + ofL2 + ofThreshold + ofDecay + ofAll

  private static let ofL1: [Variant] = [
    .mistake(
      "l1-weight-for-sign",
      "L1 subtracts η·λ/n·w where η·λ/n·sgn(w) belongs: that is L2",
      "L1 减去的是 η·λ/n·w，应当是 η·λ/n·sgn(w)：这成了 L2",
      weights(.l1) { $0.penalized($0.old) }),
    .mistake(
      "l1-magnitude-for-sign",
      "L1 subtracts η·λ/n·|w| where η·λ/n·sgn(w) belongs",
      "L1 减去的是 η·λ/n·|w|，应当是 η·λ/n·sgn(w)",
      weights(.l1) { $0.penalized($0.old.magnitude) }),
    .mistake(
      "l1-always-subtracted",
      "L1 subtracts η·λ/n from negative weights too: the sign is missing",
      "负的权重也减去了 η·λ/n：漏了符号 sgn(w)",
      weights(.l1) { $0.penalized(1) }),
    .mistake(
      "l1-sign-of-gradient",
      "L1 takes the sign of the gradient where that of the weight belongs",
      "L1 用了梯度的符号，应当用权重的符号",
      weights(.l1) { $0.penalized($0.g.sign) }),
    .mistake(
      "l1-sign-after-step",
      "L1 takes the sign of the weight after the step where that before it belongs",
      "L1 用了更新之后权重的符号，应当用更新之前的",
      weights(.l1) { $0.penalized(($0.old - $0.η * $0.g).sign) }),
    .mistake(
      "l1-added",
      "the penalty of L1 has the wrong sign: it is added where it is to be subtracted",
      "L1 惩罚的符号反了：应当减去，却加上了",
      weights(.l1) { $0.penalized(-$0.sgn) }),
    .mistake(
      "l1-without-rate",
      "the learning rate η is missing from L1’s term: λ/n·sgn(w)",
      "L1 一项漏了学习率 η：成了 λ/n·sgn(w)",
      weights(.l1) { $0.old - $0.λ / $0.n * $0.sgn - $0.η * $0.g }),
    .mistake(
      "l1-in-loss-only",
      "L1 is in the loss only: its gradient is missing from the step",
      "L1 只加在损失里，更新时漏了它的梯度",
      weights(.l1) { $0.old - $0.η * $0.g }),
  ]

  private static let ofL2: [Variant] = [
    .mistake(
      "l2-doubled",
      "L2 decays twice as much, 1 − 2·η·λ/n: the ½ of λ/(2n)·w² is forgotten",
      "L2 衰减了两倍，成了 1 − 2·η·λ/n：忘了 λ/(2n)·w² 中的 ½",
      weights(.l2) { $0.decayed(2 * $0.η * $0.λ / $0.n) }),
    .mistake(
      "l2-halved",
      "L2 decays half as much, 1 − η·λ/(2n): the derivative of w² is 2·w",
      "L2 只衰减了一半，成了 1 − η·λ/(2n)：w² 的导数是 2·w",
      weights(.l2) { $0.decayed($0.η * $0.λ / (2 * $0.n)) }),
    .mistake(
      "l2-without-rate",
      "the learning rate η is missing from the decay: 1 − λ/n where 1 − η·λ/n belongs",
      "衰减漏了学习率 η：成了 1 − λ/n，应当是 1 − η·λ/n",
      weights(.l2) { $0.decayed($0.λ / $0.n) }),
    .mistake(
      "l2-grows",
      "the penalty of L2 has the wrong sign: 1 + η·λ/n where 1 − η·λ/n belongs",
      "L2 惩罚的符号反了：成了 1 + η·λ/n，应当是 1 − η·λ/n",
      weights(.l2) { $0.decayed(-$0.η * $0.λ / $0.n) }),
    .mistake(
      "l2-after-step",
      "L2 decays the weight after the step, and with it the step: (1 − η·λ/n)·(w − η·g)",
      "L2 在更新之后才衰减，把更新量也一起缩小了：(1 − η·λ/n)·(w − η·g)",
      weights(.l2) { (1 - $0.η * $0.λ / $0.n) * ($0.old - $0.η * $0.g) }),
    .mistake(
      "l2-squared",
      "L2 subtracts η·λ/n·w² where η·λ/n·w belongs: the square is not differentiated",
      "L2 减去的是 η·λ/n·w²，应当是 η·λ/n·w：平方没有求导",
      weights(.l2) { $0.penalized(.pow($0.old, 2)) }),
    .mistake(
      "l2-in-loss-only",
      "L2 is in the loss only: its gradient is missing from the step",
      "L2 只加在损失里，更新时漏了它的梯度",
      weights(.l2) { $0.old - $0.η * $0.g }),
    .mistake(
      "bias-decayed",
      "the bias decays too: it is to be left out of the penalty",
      "偏置也做了衰减：惩罚不应包括偏置",
      .replace("b") { $0.decayed($0.η * $0.λ / $0.n) }),
    .mistake(
      "bias-with-l1",
      "the bias has a penalty of L1: it is to be left out",
      "偏置也加了 L1 惩罚：惩罚不应包括偏置",
      .replace("b") { $0.penalized($0.old.sign) }),
  ]

  private static let ofThreshold: [Variant] = [
    .mistake(
      "threshold-without-rate",
      "the threshold is λ/n where η·λ/n belongs: the learning rate is missing",
      "阈值成了 λ/n，应当是 η·λ/n：漏了学习率",
      weights(.soft) { $0.v.shrunk(by: $0.λ / $0.n) }),
    .mistake(
      "threshold-before-step",
      "the threshold is applied to the weight before the step, not to what the step leads to",
      "软阈值作用在更新之前的权重上，应当作用在更新之后的值上",
      weights(.soft) { $0.old.shrunk(by: $0.η * $0.λ / $0.n) - $0.η * $0.g }),
    .mistake(
      "threshold-one-sided",
      "negative weights become 0: the threshold lacks its second half, −max(−v − η·λ/n, 0)",
      "负的权重都成了 0：软阈值漏了后一半 −max(−v − η·λ/n, 0)",
      weights(.soft) { $0.right.operands[0] }),
    .mistake(
      "threshold-hard",
      "the threshold is a hard one: what is above it keeps its size, where η·λ/n is to be taken off",
      "用了硬阈值：超过阈值的权重保持不变，应当减去 η·λ/n",
      weights(.soft) { $0.v * .positive($0.v.magnitude - $0.η * $0.λ / $0.n) }),
    .mistake(
      "threshold-crossed",
      "η·λ/n is taken off without stopping at 0, so small weights change their sign",
      "减去 η·λ/n 时没有停在 0，小的权重变了符号",
      weights(.soft) { $0.v - $0.η * $0.λ / $0.n * $0.v.sign }),
  ]

  private static let ofDecay: [Variant] = [
    .mistake(
      "decay-through-average", of: "w1_AdamW",
      "the decay goes through Adam’s averages, as λ·w in the gradient: that is L2 in Adam, where decoupled decay is asked for",
      "衰减作为 λ·w 加在梯度里，经过了 Adam 的平均：这是 Adam 加 L2，题目要求的是解耦衰减",
      by: .penalties { Penalized($0, λ: $1) }),
    .mistake(
      "decay-without-rate",
      "the decoupled decay lacks the learning rate η: 1 − λ/n where 1 − η·λ/n belongs",
      "解耦衰减漏了学习率 η：成了 1 − λ/n，应当是 1 − η·λ/n",
      weights(.adamW) { (1 - $0.λ / $0.n) * $0.old - $0.right.operands[1] }),
    .mistake(
      "decay-after-step",
      "the decoupled decay multiplies the weight after the step, and with it the step",
      "解耦衰减在更新之后才相乘，把更新量也一起缩小了",
      weights(.adamW) { (1 - $0.η * $0.λ / $0.n) * ($0.old - $0.right.operands[1]) }),
    .mistake(
      "no-bias-correction", of: "w1_AdamW",
      "AdamW’s averages are not corrected for their start at 0: m and s stand where m̂ and ŝ belong",
      "AdamW 的平均没有做偏差校正：应当用 m̂ 和 ŝ，却用了 m 和 s",
      .replace("m̂") { $0.m }, .replace("ŝ") { $0.s }),
    .mistake(
      "decay-missing",
      "nothing decays: this is Adam, not AdamW",
      "没有衰减：这是 Adam，不是 AdamW",
      weights(.adamW) { $0.old - $0.right.operands[1] }),
  ]

  private static let ofAll: [Variant] = [
    .mistake(
      "not-divided-by-n", of: "w1_L1",
      "λ is not divided by the number n of samples",
      "λ 没有除以样本数 n",
      .give("samples") { _, _ in 1 }),
    .mistake(
      "gradient-doubled",
      "the gradient is twice as large: the ½ of C₀ is forgotten",
      "梯度大了一倍：忘了 C₀ 中的 ½",
      .replace("g1", "g2", "g") { 2 * $0.right }),
    .mistake(
      "gradient-of-another-run", of: "w1_L1",
      "all runs go by the gradient at the weights without a penalty; each is to take its own",
      "每种方法都用了无惩罚时权重处的梯度，应当各用各的",
      .replace("g") { scope in
        PenaltyForm.allCases.reduce(scope.right) { right, form in
          [1, 2].reduce(right) { right, number in
            let plain = scope.before(PenaltyForm.none.symbol(of: number)) ?? scope.right
            return right.replacing(form.symbol(of: number), by: plain)
          }
        }
      }),
    .mistake(
      "uphill",
      "the step has the wrong sign: it is added where it is to be subtracted",
      "更新的符号反了：应当减去，却加上了",
      weights(.none) { $0.right.operands[0] + $0.right.operands[1] }),
    .mistake(
      "no-learning-rate",
      "the learning rate η is missing from the step",
      "更新时漏了学习率 η",
      weights(.none) { $0.right.without("η") }),
  ]

  /// What both weights of a form are calculated as.
  private static func weights(_ form: PenaltyForm, by formula: @escaping Edit.Formula) -> Edit {
    .quantities([1, 2].map(form.symbol), formula)
  }
}

extension Scope {
  /// What is being named, as it was before the step.
  fileprivate var old: Traced { before(symbol) ?? 0 }

  /// A step of gradient descent from which η·λ/n times something is taken off.
  fileprivate func penalized(_ slope: Traced) -> Traced {
    old - self.η * self.λ / self.n * slope - self.η * self.g
  }

  /// A step of gradient descent beside which a part of the weight decays.
  fileprivate func decayed(_ part: Traced) -> Traced { (1 - part) * old - self.η * self.g }
}

extension Traced {
  /// 1, −1 or 0.
  fileprivate var sign: Traced { .positive(self) - .positive(-self) }

  /// Nearer to 0 by a distance, but not across.
  fileprivate func shrunk(by distance: Traced) -> Traced {
    .maximum(self - distance, 0) - .maximum(-self - distance, 0)
  }
}
