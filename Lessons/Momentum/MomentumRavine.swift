import Descent
import Formulas
import LessonsShared
import Plot
import Words

/// What momentum is for: the ravine, across which plain descent swings.
extension MomentumLesson {
  /// A learning rate near the limit 2/25 of plain descent, so that it swings across the ravine and yet creeps along it. With the
  /// course's β, momentum would swing for longer than the few steps that a figure has room for; any other is taken as it is.
  private var momentum: Momentum<Double> {
    Momentum(η: 0.07, β: beta == Declaration.momentum["β"].course[0] ? 0.5 : beta)
  }

  /// Without momentum and with it.
  private var walks: [RavineWalk] {
    [
      RavineWalk(
        Words(en: "Without momentum", zh: "不用动量"), style: .plain,
        with: GradientDescent(η: momentum.η)),
      RavineWalk(Words(en: "With momentum", zh: "使用动量"), style: .momentum, with: momentum),
    ]
  }

  var ravine: Figure {
    Figure(
      title: Words(
        en:
          "After \(counted(RavineWalk.steps, "step")) the loss is \(walks[0].shortLoss), with momentum \(walks[1].shortLoss)",
        zh: "\(RavineWalk.steps) 步之后损失为 \(walks[0].shortLoss)，使用动量则为 \(walks[1].shortLoss)"),
      subtitle: RavineWalk.subtitle(momentum),
      columns: [walks.map(\.chart), [RavineWalk.losses(of: walks)]])
  }

  var ravineText: Words {
    let (η, β, steps) = (momentum.η, momentum.β, RavineWalk.steps)
    let losses = walks.map(\.loss)
    return Words(
      en: """
        The second figure shows what momentum is for: the ravine \(RavineWalk.objective.formula), with \
        η = \(η). Across it the gradient changes its sign and the velocity cancels; along it the \
        gradients add up. After \(steps) steps the loss is \(losses[0]) without and \
        \(losses[1]) with momentum (PyTorch’s form, β = \(β)).
        """,
      zh: """
        第二张图说明动量的用处：在峡谷 \(RavineWalk.objective.formula) 上取 η = \(η)。横穿峡谷的方向上梯度正负交替，\
        在速度中相互抵消；沿峡谷的方向上梯度不断累加。\(steps) 步之后，不用动量时损失为 \(losses[0])，\
        使用动量（PyTorch 的写法，β = \(β)）时为 \(losses[1])。
        """)
  }
}
