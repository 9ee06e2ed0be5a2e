import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says of L1 and L2 in words, formulas and numbers.
extension PenaltiesLesson {
  private var traced: WeightPenalty<Traced> {
    WeightPenalty(η: Traced(learningRate), λ: Traced(lambda), n: Traced(Double(samples)))
  }

  private static let noise = 0.1

  @Document.Parts
  func introduction(_ runs: PenalizedRuns) -> [Block] {
    let w = start.numbers.numbered("w")
    let bare = Notation(.bare)
    let moved = [runs.ends.none, runs.ends.l2, runs.ends.l1].map { abs($0[1]) * Self.noise }
    Words(
      en: """
        A network overfits when it learns the noise of its training samples too: its loss is small \
        on these and large on new ones. Being right on new samples is generalization, and what is \
        done for its sake is regularization. A weight penalty adds to the loss C₀ a term that grows \
        with the weights, so that smaller weights win (course document 004, “weight penalty”, and \
        003 §3).
        """,
      zh: """
        网络把训练样本里的噪声也学了进去，就是过拟合：在训练样本上损失小，在新样本上损失大。\
        在新样本上也做得好叫泛化，为此采取的办法叫正则化。权重惩罚在损失 C₀ 上加一项，权重越大这一项越大，\
        因此偏向较小的权重（课程 004“weight penalty”与 003 第 3 节）。
        """)
    Block.formulas([
      "C₀ = \(loss().loss(w).formula(bare))":
        Words(en: "the loss of this example, least at w = t", zh: "本例的损失，在 w = t 处最小"),
      "C₀ + \(traced.l1(w).formula(bare))":
        Words(en: "with L1, the sum of the absolute values", zh: "加上 L1：绝对值之和"),
      "C₀ + \(traced.l2(w).formula(bare))":
        Words(en: "with L2, half the sum of the squares", zh: "加上 L2：平方和的一半"),
    ])
    Words(
      en: """
        Why small weights help: in a sum w₁·x₁ + w₂·x₂ + b, noise of \(Self.noise, .rounded) in \
        the input x₂ moves the output by |w₂|·\(Self.noise, .rounded), which is \(moved[0], .rounded) at the minimum \
        without a penalty, \(moved[1], .rounded) at that with L2 and \(moved[2], .rounded) at that \
        with L1. The bias b is added, not multiplied with an input: no noise comes through it, so \
        biases are not penalized.
        """,
      zh: """
        权重小为什么有用：在 w₁·x₁ + w₂·x₂ + b 中，输入 x₂ 带有 \(Self.noise, .rounded) 的噪声时，输出随之变动 |w₂|·\(Self.noise, .rounded)：\
        在无惩罚的最小点为 \(moved[0], .rounded)，在 L2 的最小点为 \(moved[1], .rounded)，在 L1 的最小点为 \
        \(moved[2], .rounded)。偏置 b 是加上去的，不与输入相乘，噪声不经过它，所以偏置不加惩罚。
        """)
  }

  /// A step of the second weight with each penalty, as formulas.
  private func step(_ form: PenaltyForm, _ w: Traced, at t: Step) -> [Traced] {
    let g = loss().slope(w, 1).named("g", t)
    let next: Traced
    switch form {
    case .l1: next = traced.l1Step(w, gradient: g, at: t)
    case .l2: next = traced.l2Step(w, gradient: g)
    case .soft: next = traced.softStep(w, gradient: g, at: t)
    case .none, .adamW: next = traced.plainStep(w, gradient: g)
    }
    return [g, next.named("w", t)]
  }

  /// Two steps of the second weight.
  private func firstSteps(_ form: PenaltyForm) -> [Traced] {
    let first = step(form, Traced(start.numbers[1]).named("w", 0), at: 1)
    return first + step(form, first[1], at: 2)
  }

  private func rule(_ form: PenaltyForm) -> Words {
    Words(math: firstSteps(form)[3].rule(at: 2))
  }

  @Document.Parts
  var updates: [Block] {
    Block.heading(Words(en: "The three updates", zh: "三种更新"))
    Block.formulas([
      rule(.none): Words(en: "no penalty; g = ∂C₀/∂w", zh: "无惩罚；g = ∂C₀/∂w"),
      rule(.l1): Words(
        en: "L1; sgn is the sign of wₜ₋₁: 1, −1, or 0 at 0", zh: "L1；sgn 是 wₜ₋₁ 的符号：1、−1，为 0 时取 0"),
      rule(.l2): Words(en: "L2", zh: "L2"),
    ])
    Words(
      en: """
        Each follows from the derivative of its loss: that of λ/n·|w| is λ/n·sgn(w), that of \
        λ/(2n)·w² is λ/n·w. The course writes u for η. Here η = \(learningRate, .rounded), \
        λ = \(lambda, .rounded) and n = \(counted(samples, "training sample")). The first steps of \
        the second weight, where w₀, w₁, w₂ are its values at the start and after each step:
        """,
      zh: """
        三者都来自各自损失的导数：λ/n·|w| 的导数是 λ/n·sgn(w)，λ/(2n)·w² 的导数是 λ/n·w。\
        课程把 η 记作 u。这里 η = \(learningRate, .rounded)，λ = \(lambda, .rounded)，训练样本数 n = \(samples)。\
        第二个权重的前几步如下，其中 w₀、w₁、w₂ 是它的初值和每一步之后的值：
        """)
    Block.derivations(
      title: Words(en: "No penalty", zh: "无惩罚"), of: Array(firstSteps(.none).prefix(2)))
    Block.derivations(title: "L1", of: firstSteps(.l1))
    Block.derivations(title: "L2", of: firstSteps(.l2))
  }

  @Document.Parts
  func shrinkage(_ runs: PenalizedRuns) -> [Block] {
    let penalty = runs.penalty
    let factor = 1 - penalty.η * penalty.λ / penalty.n
    let table = [2, 1, 0.1, 0.01].table([
      "w": { .number($0) },
      Words(en: "L1 takes off", zh: "L1 减去"): {
        .number($0 - penalty.l1Step($0, gradient: 0, at: 1))
      },
      Words(en: "L2 takes off", zh: "L2 减去"): { .number($0 - penalty.l2Step($0, gradient: 0)) },
    ])
    Block.heading(Words(en: "L1 subtracts, L2 multiplies", zh: "L1 做减法，L2 做乘法"))
    Words(
      en: """
        What the penalty alone does to a weight in a step, where the gradient is 0: L1 takes off \
        η·λ/n = \(penalty.η * penalty.λ / penalty.n, .rounded) from a weight of any size, L2 \
        multiplies by 1 − η·λ/n = \(factor, .rounded). Hence its other name, weight decay: in \
        gradient descent the two are the same.
        """,
      zh: """
        梯度为 0 时，一步之内惩罚本身对权重的作用：无论权重多大，L1 都减去 η·λ/n = \
        \(penalty.η * penalty.λ / penalty.n, .rounded)；L2 则乘以 1 − η·λ/n = \(factor, .rounded)，\
        因此又叫权重衰减（weight decay）：在梯度下降中两者是一回事。
        """)
    Block.table(table, name: "shrinkage")
  }

  @Document.Parts
  func ends(_ runs: PenalizedRuns) -> [Block] {
    let weights = [0, 1]
    let quadratic: Quadratic<Traced> = loss()
    let (a, t) = (quadratic.curvatures, quadratic.minimum)
    let l2 = weights.map {
      traced.l2Minimum(curvature: a[$0], minimum: t[$0]).named(Symbol("w\($0 + 1)"))
    }
    let l1 = weights.map {
      traced.l1Minimum(curvature: a[$0], minimum: t[$0]).named(Symbol("w\($0 + 1)"))
    }
    let soft = firstSteps(.soft)[3]
    Block.heading(Words(en: "Which weights become 0", zh: "哪些权重变成 0"))
    Block.derivations(title: Words(en: "The minimum with L2", zh: "L2 的最小点"), of: l2)
    Block.derivations(title: Words(en: "The minimum with L1", zh: "L1 的最小点"), of: l1)
    Words(
      en: """
        L1 makes a weight exactly 0 where the loss pulls it away from there by no more than the \
        penalty pulls it back: a·|t| ≤ λ/n. Here a·|t| is \(pulls[0], .rounded) and \
        \(pulls[1], .rounded), and λ/n is \(lambda / Double(samples), .rounded). Many weights of 0 \
        are called sparsity; the inputs behind them are not used, which is a choice of features. L2 \
        makes no weight 0 unless t is: it divides t by 1 + λ/(n·a). In the figure the dotted lines \
        hold all points with as large a penalty as the end: that of L1 has corners on the axes, and \
        the lines of equal loss often meet it there first.
        """,
      zh: """
        损失把权重拉离 0 的力不超过惩罚拉回的力，即 a·|t| ≤ λ/n 时，L1 使权重恰好为 0。这里 a·|t| 为 \
        \(pulls[0], .rounded) 和 \(pulls[1], .rounded)，λ/n 为 \(lambda / Double(samples), .rounded)。\
        许多权重为 0 叫稀疏，对应的输入不再使用，相当于做了特征选择。L2 不会使权重为 0（除非 t 为 0）：它把 t 除以 1 + λ/(n·a)。\
        图中的虚线由惩罚与终点相同的点组成：L1 的虚线在坐标轴上有尖角，损失的等高线往往先碰到尖角。
        """)
    Words(
      en: """
        The update by the sign does not get there: near 0 it takes off more than is left, and the \
        weight jumps from side to side. The soft threshold does: first the step v without the \
        penalty, then η·λ/n towards 0, but never across.
        """,
      zh: """
        用符号的更新到不了 0：在 0 附近，减去的比剩下的还多，权重就在 0 的两侧来回跳。软阈值可以到达：\
        先走没有惩罚的一步得到 v，再向 0 移动 η·λ/n，但不越过 0。
        """)
    Block.formulas([
      Words(math: soft.rule(at: 2)): Words(
        en: "the soft threshold, with v = w − η·g", zh: "软阈值，其中 v = w − η·g")
    ])
    Block.table(
      Table(overSteps: [
        Table.Column(Words(en: "w₂, no penalty", zh: "w₂，无惩罚"), runs.none.map { $0[1] }),
        Table.Column(Words(en: "L2", zh: "L2"), runs.l2.map { $0[1] }),
        Table.Column(Words(en: "L1 by the sign", zh: "L1，用符号"), runs.l1.map { $0[1] }),
        Table.Column(Words(en: "L1 by the threshold", zh: "L1，用软阈值"), runs.soft.map { $0[1] }),
      ]), name: "runs")
    outcome(runs)
  }

  /// How hard the loss pulls each weight away from 0: a·|t|.
  private var pulls: [Double] {
    zip(curvature.numbers, minimum.numbers).map { $0 * abs($1) }
  }

  /// What became of the weights in the run.
  private func outcome(_ runs: PenalizedRuns) -> Words {
    let zeros = runs.zeros
    guard let zero = zeros.last else {
      return Words(
        en:
          "In \(counted(steps, "step")) the soft threshold has made no weight 0; a larger --lambda does, or more --steps.",
        zh: "\(steps) 步之内，软阈值没有使任何权重变成 0；可以增大 --lambda 或 --steps。")
    }
    let name = "w\(["₁", "₂"][zero])"
    let swings = runs.l1.suffix(10).map { $0[zero] }
    let (least, most) = (swings.min() ?? 0, swings.max() ?? 0)
    return Words(
      en: """
        The soft threshold keeps \(name) at exactly 0 from step \(runs.arrival(of: zero)) on. By the \
        sign it is from \(least, .rounded) to \(most, .rounded) in the last \
        \(counted(swings.count, "step")), and with L2 it ends at \(runs.l2[steps][zero], .rounded).
        """,
      zh: """
        软阈值从第 \(runs.arrival(of: zero)) 步起使 \(name) 恰好为 0。用符号时，最后 \(swings.count) 步在 \
        \(least, .rounded) 与 \(most, .rounded) 之间；用 L2 时，最后为 \(runs.l2[steps][zero], .rounded)。
        """)
  }
}
