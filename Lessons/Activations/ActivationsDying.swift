import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// A ReLU that dies and a leaky one that lives, step by step.
extension ActivationsLesson {
  @Document.Parts
  func death(_ dying: NeuronRun, _ living: NeuronRun) -> [Block] {
    let start = dying.rows[0].neuron
    Block.heading(
      Words(en: "A ReLU that dies, a leaky one that lives", zh: "死亡的 ReLU 与存活的 Leaky ReLU"))
    Words(
      en: """
        One neuron y = φ(w·x + b) is to learn y = x from the samples x = 1, 2, 3. It starts at w = \(start.w, .rounded), \
        b = \(start.b, .rounded) and takes steps of gradient descent with η = \(learningRate, .rounded) on the mean squared error L. δ is the \
        derivative of L by the sum z of a sample, t is what y should be.
        """,
      zh: """
        一个神经元 y = φ(w·x + b) 要从样本 x = 1、2、3 学会 y = x。初值 w = \(start.w, .rounded)，b = \(start.b, .rounded)，\
        用梯度下降最小化均方误差 L，学习率 η = \(learningRate, .rounded)。δ 是 L 对某个样本的加权和 z 的导数，t 是 y 的目标值。
        """)
    let first = explanation(of: dying, at: 0)
    Block.derivations(
      title: Words(en: "ReLU, step 1", zh: "ReLU，第 1 步"),
      of: [first.pass.z[0], first.pass.y[0], first.pass.slopes[0]] + first.pass.δ + first.step)
    if let death = dying.death {
      let after = explanation(of: dying, at: death)
      Block.derivations(
        title: Words(en: "ReLU, step \(death + 1)", zh: "ReLU，第 \(death + 1) 步"),
        of: after.pass.z + after.pass.δ + after.step)
    }
    verdict(on: dying)
    verdict(on: dying, against: living)
    Block.table(table(of: dying, living), name: "\(Self.name)-dying")
    Words(
      en: """
        Document 004 says that ReLU cannot be used with methods that follow gradients. It can, and nearly all networks do; what \
        is meant is the neuron above: where all sums are below 0 there is no gradient to follow. Smaller learning rates, a good \
        initialization, leaky ReLU or maxout prevent it.
        """,
      zh: """
        文档 004 说“ReLU 激励函数缺点是不能用 Gradient-Based 方法”。其实可以，几乎所有网络都在这样用；\
        它指的应是上面这样的神经元：加权和全都小于 0 时，没有梯度可循。\
        减小学习率、合适的初始化、Leaky ReLU 或 maxout 都能避免这种情况。
        """)
  }

  /// A step of a run, with its formulas.
  private func explanation(
    of run: NeuronRun, at step: Int
  ) -> (pass: Neuron<Traced>.Pass, step: [Traced]) {
    let (w, b) = (run.rows[step].neuron.w, run.rows[step].neuron.b)
    var neuron = Neuron<Traced>(run.activation, w: w, b: b, t: Step(step))
    let pass = neuron.pass
    neuron.step(pass, η: Traced(learningRate).named("η"))
    return (pass, [pass.byW, pass.byB, neuron.w, neuron.b])
  }

  private func verdict(on dying: NeuronRun) -> Words {
    guard let death = dying.death else {
      return Words(
        en:
          "With these options the ReLU does not die: some sum stays above 0. A larger --learning-rate kills it.",
        zh: "在这些选项下，ReLU 没有死亡：总有加权和大于 0。增大 --learning-rate 会让它死亡。")
    }
    let loss = dying.rows[death].pass.loss
    return Words(
      en: """
        Step \(death) kills the ReLU: it goes so far that z is above 0 for no sample any more. The slope of each is 0 then, so each δ is 0, and so is \
        the gradient: w and b can never change again. The loss stays at \(loss, .rounded).
        """,
      zh: """
        第 \(death) 步使 ReLU 死亡：这一步迈得太大，没有一个样本的 z 大于 0。此时斜率全是 0，各个 δ 都是 0，梯度也是 0：\
        w 和 b 再也不会改变，损失停在 \(loss, .rounded)。
        """)
  }

  private func verdict(on dying: NeuronRun, against living: NeuronRun) -> Words? {
    let loss = living.rows[steps].pass.loss
    guard let death = living.death else { return nil }
    guard slope > 0 else {
      return Words(
        en: "With a = 0 the leaky ReLU is ReLU, and dies as well.",
        zh: "a = 0 时 Leaky ReLU 就是 ReLU，同样死亡。")
    }
    guard let comeback = living.comeback else {
      return Words(
        en: """
          The leaky ReLU is below 0 too after step \(death), but its slope there is a = \(slope, .rounded): it moves on slowly, and has not come \
          back after \(counted(steps, "step")). More --steps or a larger --slope bring it back.
          """,
        zh: """
          Leaky ReLU 在第 \(death) 步之后也小于 0，但那里的斜率是 a = \(slope, .rounded)：它仍在缓慢移动，\
          \(steps) 步之后还没有回来。增加 --steps 或增大 --slope 就能看到它回来。
          """)
    }
    return Words(
      en: """
        The leaky ReLU starts from the same place, and after step \(death) none of its sums is above 0 either. But its slope there is a = \(slope, .rounded), not 0: a small \
        gradient is left, and after step \(comeback) some z is above 0 again. After step \(steps) its loss is \(loss, .rounded).
        """,
      zh: """
        Leaky ReLU 从同一处出发，第 \(death) 步之后同样没有加权和大于 0。但那里的斜率是 a = \(slope, .rounded) 而不是 0：还有一点梯度，\
        第 \(comeback) 步之后又有 z 大于 0。第 \(steps) 步之后损失为 \(loss, .rounded)。
        """)
  }

  /// Both runs side by side, at steps that lie further and further apart.
  private func table(of dying: NeuronRun, _ living: NeuronRun) -> Table {
    let usual = [0, 1, 2, 3, 5, 10, 20, 50, 100, 200].filter { $0 < steps }
    let turns = [living.death, living.comeback].compactMap(\.self)
    let shown = Set(usual + turns + [steps]).sorted()
    func columns(_ name: Words, _ run: NeuronRun) -> [Table.Column] {
      [
        Table.Column("\(name): w", shown.map { run.rows[$0].neuron.w }),
        Table.Column("\(name): ∂L/∂w", shown.map { run.rows[$0].pass.byW }),
        Table.Column("\(name): L", shown.map { run.rows[$0].pass.loss }),
        Table.Column(
          Words(en: "\(name): z > 0", zh: "\(name)：z > 0"),
          shown.map { Double(run.activeCount($0)) }),
      ]
    }
    return Table(
      [Table.Column(Words(en: "step", zh: "步数"), shown.map(Double.init))]
        + columns("ReLU", dying) + columns(Words(en: "leaky", zh: "Leaky"), living))
  }
}
