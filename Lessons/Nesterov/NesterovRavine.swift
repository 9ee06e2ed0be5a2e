import Descent
import Formulas
import LessonsShared
import Plot
import Words

/// The ravine, where the gradient ahead keeps Nesterov's momentum from shooting over the bottom.
extension NesterovLesson {
  /// Large enough that momentum swings across the ravine a few times.
  private static let (η, β) = (0.03, 0.8)

  private static let walks = [
    RavineWalk(
      Words(en: "Plain descent", zh: "梯度下降"), style: .plain, with: GradientDescent(η: η)),
    RavineWalk(
      Words(en: "Momentum", zh: "动量法"), style: .momentum, with: Momentum(η: η, β: β)),
    RavineWalk("Nesterov", style: .nesterov, with: LookAheadNesterov(η: η, β: β)),
  ]

  var ravine: Figure {
    let charts = Self.walks.map(\.chart)
    return Figure(
      title: Words(
        en:
          "After \(counted(RavineWalk.steps, "step")): loss \(Self.walks[1].shortLoss) with momentum, \(Self.walks[2].shortLoss) looking ahead",
        zh:
          "\(RavineWalk.steps) 步之后的损失：动量法 \(Self.walks[1].shortLoss)，向前看 \(Self.walks[2].shortLoss)"
      ),
      subtitle: RavineWalk.subtitle(Nesterov(η: Self.η, β: Self.β)),
      columns: [[charts[0], charts[2]], [charts[1], secondStep]])
  }

  /// The second step of both, from the same point with the same velocity: momentum adds the gradient at the point,
  /// Nesterov the one ahead.
  private var secondStep: Chart {
    let (momentum, nesterov) = (Self.walks[1].points[2], Self.walks[2].points)
    let (start, corrected) = (nesterov[1], nesterov[2])
    // PyTorch's form follows the points that are looked ahead to.
    let pyTorch = RavineWalk("", style: .nesterov, with: Nesterov(η: Self.η, β: Self.β))
    let ahead = pyTorch.points[1]
    func gradientStep(at point: Mathematics) -> Words {
      Words(math: .row([.word("−"), .product("η", .call("g", [point]))]))
    }
    let velocity = Palette.black
    let (red, blue) = (OptimizerStyle.momentum.color, OptimizerStyle.nesterov.color)
    var chart = Chart(
      heading: Words(en: "The second step of both", zh: "两者的第二步"),
      x: Axis(Words(math: "x"), domain: Domain(around: [start.x, corrected.x], margin: 4)),
      y: Axis(Words(math: "y"), domain: Domain(around: [start.y, momentum.y], margin: 0.2)),
      marks: [
        RuleMark(y: 0, name: Words(en: "the bottom of the ravine", zh: "谷底"), color: Palette.black),
        WalkMark([ahead, momentum], color: red),
        WalkMark([ahead, corrected], color: blue),
        WalkMark([start, ahead], color: velocity),
      ],
      annotations: [
        Annotation(Words(math: "w1"), at: start, color: velocity),
        Annotation(Words(math: "w̃1"), at: ahead, color: velocity),
        Annotation(Words(math: "w2"), at: momentum, color: red),
        Annotation(Words(math: "w2"), at: corrected, color: blue),
        Annotation(Words(math: .product("β", "v1")), from: start, to: ahead, color: velocity),
        Annotation(gradientStep(at: "w1"), from: ahead, to: momentum, color: red),
        Annotation(gradientStep(at: "w̃1"), from: ahead, to: corrected, color: blue),
      ])
    chart.hasEqualScales = true
    return chart
  }

  var ravineText: Words {
    let (η, β, steps) = (Self.η, Self.β, RavineWalk.steps)
    let losses = Self.walks.map(\.loss)
    return Words(
      en: """
        The second figure shows the difference in the ravine \(RavineWalk.objective.formula) with η = \(η) \
        and β = \(β). Where momentum shoots over the bottom, the gradient ahead already points \
        back. After \(steps) steps the loss is \(losses[0]) with plain descent, \
        \(losses[1]) with momentum and \(losses[2]) with Nesterov’s.
        """,
      zh: """
        第二张图在峡谷 \(RavineWalk.objective.formula) 上比较它们，取 η = \(η)，β = \(β)。动量法会冲过谷底，\
        而前方的梯度此时已经指向回来的方向。\(steps) 步之后，损失分别为：梯度下降 \(losses[0])，\
        动量法 \(losses[1])，Nesterov 动量 \(losses[2])。
        """)
  }
}
