import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says of decay in Adam.
extension PenaltiesLesson {
  @Document.Parts
  func adam(_ runs: [NoiseDecay]) -> [Block] {
    let largest = runs[runs.count - 1]
    let first = NoiseDecay.firstSteps(gradientSize: largest.size)
    let size = largest.size
    let factor = 1 - NoiseDecay.η * NoiseDecay.λ
    Block.heading(Words(en: "In Adam they are not the same", zh: "在 Adam 中两者不同"))
    Words(
      en: """
        PyTorch’s weight_decay, which is λ/n of the course and λ from here on, adds λ·w to the \
        gradient in SGD and in Adam: that is L2. AdamW multiplies w by 1 − η·λ beside the step: \
        decoupled weight decay (Loshchilov and Hutter 2019). With η = \(NoiseDecay.η, .rounded), \
        λ = \(NoiseDecay.λ, .rounded) and a first gradient of \(size, .rounded):
        """,
      zh: """
        PyTorch 的 weight_decay 相当于课程的 λ/n，以下记作 λ。SGD 和 Adam 把 λ·w 加到梯度上，这是 L2；AdamW 则在更新之外把 w \
        乘以 1 − η·λ，即解耦权重衰减（Loshchilov 与 Hutter，2019）。取 η = \(NoiseDecay.η, .rounded)、\
        λ = \(NoiseDecay.λ, .rounded)，第一个梯度为 \(size, .rounded)：
        """)
    Block.derivations(title: Words(en: "L2 in Adam", zh: "Adam 加 L2"), of: first.penalized)
    Block.derivations(
      title: Words(en: "Decoupled, with m and s of g alone", zh: "解耦，m 和 s 只由 g 算出"),
      of: [first.decoupled])
    Words(
      en: """
        In its first step L2 does nothing at all: g + λ·w is divided by its own size, and w moves by \
        η with λ or without. Later √ŝ is about as large as the gradients, so that L2 takes off \
        about η·λ·w/√ŝ in a step: the larger the gradients of a weight, the less it decays. \
        Decoupled decay takes off η·λ·w whatever they are. A weight whose gradient is G and −G in \
        turn, so that only the decay wants it somewhere, after \
        \(counted(NoiseDecay.steps, "step")) from \(NoiseDecay.start, .rounded):
        """,
      zh: """
        第一步中 L2 完全不起作用：g + λ·w 除以的正是它自身的大小，有没有 λ，w 都移动 η。此后 √ŝ 与梯度的大小相当，\
        L2 每步约减去 η·λ·w/√ŝ：权重的梯度越大，衰减得越少。解耦衰减则总是减去 η·λ·w，与梯度无关。\
        设梯度交替为 G 和 −G，只有衰减在推动权重，从 \(NoiseDecay.start, .rounded) 出发 \(NoiseDecay.steps) 步之后：
        """)
    Block.table(
      runs.table([
        "G": { .number($0.size) },
        Words(en: "Adam alone", zh: "仅 Adam"): { .number($0.plain[NoiseDecay.steps]) },
        Words(en: "L2 in the gradient", zh: "L2 加在梯度里"): {
          .number($0.penalized[NoiseDecay.steps])
        },
        Words(en: "decoupled", zh: "解耦"): { .number($0.decoupled[NoiseDecay.steps]) },
      ]), name: "adam")
    Words(
      en: """
        Decoupled decay leaves each weight about (1 − η·λ)^\(NoiseDecay.steps) = \
        \(Double.pow(factor, NoiseDecay.steps), .rounded) of what Adam alone would. So for \
        regularization with Adam, take AdamW.
        """,
      zh: """
        解耦衰减使每个权重约为仅用 Adam 时的 (1 − η·λ)^\(NoiseDecay.steps) = \
        \(Double.pow(factor, NoiseDecay.steps), .rounded) 倍。因此用 Adam 训练时，正则化请用 AdamW。
        """)
  }
}
