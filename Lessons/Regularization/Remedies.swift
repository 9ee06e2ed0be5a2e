import Descent
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Something done against overfitting, and the errors with it.
struct Remedy {
  let name: Words
  let errors: CurveErrors
  /// What else is different from the network without it.
  let change: Words

  static let dropout = Words(en: "dropout", zh: "Dropout")
}

extension CurveExperiment {
  /// The largest network as it is, then with each remedy.
  func remedies(_ lesson: RegularizationLesson) -> (none: Remedy, all: [Remedy]) {
    let squares = [large, penalized].map { Numerals.fixed(1).text($0.squaredWeights) }
    let p = Numerals.rounded.text(lesson.dropout)
    let none = Remedy(name: Words(en: "none", zh: "无"), errors: errors[large.epochs], change: "")
    return (
      none,
      [
        Remedy(
          name: Words(en: "early stop", zh: "早停"), errors: errors[stopping.best],
          change: Words(
            en: "\(stopping.best) epochs instead of \(large.epochs)",
            zh: "\(stopping.best) 轮，而不是 \(large.epochs) 轮")),
        Remedy(
          name: Words(en: "smaller", zh: "缩小网络"), errors: best.errors(),
          change: Words(
            en: "\(best.parameters) weights and biases instead of \(large.parameters)",
            zh: "\(best.parameters) 个权重与偏置，而不是 \(large.parameters) 个")),
        Remedy(
          name: Words(en: "penalty", zh: "惩罚项"), errors: penalized.errors(),
          change: Words(
            en: "Σw² = \(squares[1]) instead of \(squares[0])",
            zh: "Σw² = \(squares[1])，而不是 \(squares[0])")),
        Remedy(
          name: Remedy.dropout, errors: dropout.errors(),
          change: Words(
            en: "each hidden neuron is dropped with p = \(p)", zh: "每个隐藏神经元以 p = \(p) 丢弃")),
        Remedy(
          name: Words(en: "more data", zh: "更多数据"), errors: more.errors(),
          change: Words(
            en: "\(samples.all.count) samples instead of \(samples.training.count)",
            zh: "\(samples.all.count) 个样本，而不是 \(samples.training.count) 个")),
      ]
    )
  }
}

/// What the lesson says of the remedies.
extension RegularizationLesson {
  @Document.Parts
  func remedies(_ experiment: CurveExperiment) -> [Block] {
    let (none, all) = experiment.remedies(self)
    Block.heading(Words(en: "Five remedies on the same samples", zh: "同一批样本上的五种办法"))
    Words(
      en: """
        Each starts from the same weights of the largest network, except for the smaller network, which is the best of those \
        above.
        """,
      zh: "除了换成上面验证误差最低的网络之外，每种办法都从最大网络的同一组初始权重出发。")
    Block.formulas(formulas)
    Block.table(
      ([none] + all).table([
        Words(en: "remedy", zh: "办法"): { .text($0.name) },
        Words(en: "training error", zh: "训练误差"): { .number($0.errors.training) },
        Words(en: "validation error", zh: "验证误差"): { .number($0.errors.validation) },
        Words(en: "what changed", zh: "有什么不同"): { .text($0.change) },
      ]), name: "remedies")
    ranking(of: all, beside: none)
    Block.figure(figure(of: all, beside: none), name: "regularization-remedies")
  }

  /// What penalty and dropout change.
  private var formulas: [Document.Formula] {
    let (w, g) = (Traced(1).named("w"), Traced(1).named("g"))
    let (h, m) = (Traced(1).named("h"), Traced(1).named("m"))
    var descent = Penalized(GradientDescent(η: Traced(Self.rate)), λ: Traced(penalty))
    let bare = Notation(.bare)
    let penalized = descent.step(w, gradient: g, at: 1).mathematics(bare)
    let dropped = Networks.Dropout(p: Traced(dropout)).output(h, mask: m).mathematics(bare)
    let values = Numerals.rounded.text(penalty)
    return [
      formula(
        .equation("w′", penalized),
        en:
          "a penalty ½·λ·w² is added to the loss: g + λ·w takes the place of the gradient g; λ = \(values)",
        zh: "损失加上惩罚项 ½·λ·w²：用 g + λ·w 代替梯度 g；λ = \(values)"),
      formula(
        .equation("h′", dropped),
        en: "dropout of a hidden neuron h: m is 0 with probability p, else 1",
        zh: "隐藏神经元 h 的 Dropout：m 以概率 p 为 0，否则为 1"),
    ]
  }

  @Document.Parts
  private func ranking(of all: [Remedy], beside none: Remedy) -> [Block] {
    let sorted = all.sorted { $0.errors.validation < $1.errors.validation }
    let helpful = sorted.filter { $0.errors.validation < none.errors.validation }
    let others = sorted.filter { $0.errors.validation >= none.errors.validation }
    if helpful.isEmpty {
      Words(en: "Here none of them lowers the validation error.", zh: "这里没有一种办法降低了验证误差。")
    } else {
      let names = helpful.map(\.name).joined(separator: Words(en: ", ", zh: "、"))
      let costly = helpful.count { $0.errors.training > none.errors.training }
      Words(
        en: """
          Below the validation error of the network without a remedy, \(none.errors.validation, .fixed(4)), are, from the \
          lowest: \(names). \(costly == helpful.count ? "With each" : "With \(costly)") of these \(helpful.count) the training \
          error is higher than without: the network learns less of the noise.
          """,
        zh: """
          验证误差低于不采取办法时的 \(none.errors.validation, .fixed(4)) 的有（从低到高）：\(names)。\
          \(costly == helpful.count ? "这些办法" : "其中 \(costly) 种")的训练误差都比原来高：网络少学了一些噪声。
          """)
    }
    if !others.isEmpty {
      let names = others.map(\.name).joined(separator: Words(en: ", ", zh: "、"))
      Words(
        en:
          "Not below it: \(names). No remedy helps always, so each is tried on validation samples.",
        zh: "没有降低的是：\(names)。没有一种办法总是有效，要用验证样本逐一检验。")
    }
    if sorted.last?.name == Remedy.dropout {
      Words(
        en: """
          Dropout does least here. Document 004 says that it is not very effective where there are very few samples, and that \
          a network with it has to be larger and be trained for longer.
          """,
        zh: "这里 Dropout 的效果最差。文档 004 也说，只有极少的训练样本时 Dropout 不会很有效，而且使用它需要更大的模型和更多的训练。")
    }
  }
}
