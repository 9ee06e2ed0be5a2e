import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Why early stopping is a penalty: an example that can be calculated.
extension RegularizationLesson {
  /// A loss with a steep and a flat direction, and the steps after which the descent on it is stopped.
  static let (stoppingRate, stoppingSteps) = (0.1, Step(5))
  static let directions = [(h: 4.0, minimum: 1.0), (h: 0.25, minimum: -2.0)]

  @Document.Parts
  var stoppingAsPenalty: [Block] {
    let t = Self.stoppingSteps
    let directions = Self.directions.map {
      EarlyStoppedQuadratic(
        h: Traced($0.h), η: Traced(Self.stoppingRate), minimum: Traced($0.minimum))
    }
    let shares = directions.map {
      Numerals.fixed(1).text(100 * $0.weight(after: t).value / $0.minimum.value)
    }
    let λ = directions.map { Numerals.rounded.text($0.penalty(like: t).value) }
    let limit = 1 / (directions[1].η * Traced(Double(t.number)).named("t"))
    Block.heading(Words(en: "Why stopping early is a penalty", zh: "为什么早停相当于惩罚项"))
    Words(
      en: """
        On the quadratic loss ½·h·(w − w*)² both can be calculated (Goodfellow, Bengio and Courville, “Deep Learning”, section \
        7.8). Gradient descent starts at w₀ = 0 and is stopped after t = \(t.number) steps with η = \(Self.stoppingRate, .rounded); the penalty is \
        ½·λ·w². For the right λ both end at the same weight. A steep direction of the loss, h = \(Self.directions[0].h, .rounded), and a flat \
        one, h = \(Self.directions[1].h, .rounded):
        """,
      zh: """
        对二次损失 ½·h·(w − w*)²，两者都能算出来（Goodfellow、Bengio、Courville《深度学习》7.8 节）。\
        梯度下降从 w₀ = 0 出发，η = \(Self.stoppingRate, .rounded)，走 t = \(t.number) 步后停止；惩罚项为 ½·λ·w²。\
        取合适的 λ，两者得到同一个权重。损失有一个陡的方向 h = \(Self.directions[0].h, .rounded) 和一个平的方向 h = \(Self.directions[1].h, .rounded)：
        """)
    for (direction, title) in zip(
      directions, [Words(en: "Steep", zh: "陡的方向"), Words(en: "Flat", zh: "平的方向")])
    {
      Block.derivations(
        title: title,
        of: [
          direction.q, direction.weight(after: t), direction.penalty(like: t),
          direction.weight(penalizedBy: direction.penalty(like: t)),
        ])
    }
    Words(
      en: """
        The descent goes \(shares[0]) % of the way to w* in the steep direction and \(shares[1]) % in the flat one, about which the \
        loss says little; the penalty shrinks the weights just so. The λ of the two directions, \(λ[0]) and \(λ[1]), are not the same: early stopping is no \
        penalty with one λ for all weights. In flat directions λ is near \(limit.formula(Notation(.bare))) = \(limit.value, .rounded), so fewer \
        steps are a heavier penalty.
        """,
      zh: """
        朝 w* 的路程，下降在陡的方向走完了 \(shares[0]) %，在平的方向（损失对它几乎没有要求）只走了 \(shares[1]) %；惩罚项缩小权重的作用与此相同。\
        两个方向的 λ 分别是 \(λ[0]) 和 \(λ[1])，并不相同：早停不等于所有权重共用一个 λ 的惩罚项。在平的方向上，λ 接近 \
        \(limit.formula(Notation(.bare))) = \(limit.value, .rounded)，所以步数越少，惩罚越重。
        """)
  }
}
