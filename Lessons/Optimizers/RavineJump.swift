import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// How a run that had come to rest in the ravine is thrown out of it again by its own rate.
///
/// A step of effective rate η′ multiplies y by 1 − 25·η′. That is below −1, so that y grows, as soon as η′ is above 2/25. RMSProp
/// gets there by itself: near the bottom the gradient is small, s forgets the large ones, and η′ rises.
struct RavineJump {
  /// How steep the gradient is across the ravine: L is 25·y²/2 there.
  static let curvature = Objective.ravine.gradient(at: [0, 1])[1]
  /// The effective rate above which y grows.
  static let limit = 2 / curvature

  /// The first of the steps up to the top that had a rate above the limit.
  let onset: Int
  /// The step with the highest loss after the first visit below the goal.
  let top: Int

  /// nil where the run has no such jump.
  init?(of contest: Contest) {
    let (losses, goal) = (contest.losses, contest.terrain.goal)
    func isCalm(_ step: Int) -> Bool { contest.rateForY(at: step) ?? 0 <= Self.limit }
    guard let first = contest.firstVisit,
      let top = losses.indices[first...].max(by: { losses[$0] < losses[$1] }),
      let calm = (first...top).last(where: isCalm), calm < top,
      losses[calm] < goal, losses[top] >= goal
    else { return nil }
    // The loss there is mostly that of y.
    let y = contest.path[top].y
    guard Self.curvature * y * y > losses[top] else { return nil }
    (onset, self.top) = (calm + 1, top)
  }
}

extension OptimizersLesson {
  /// Why RMSProp leaves the bottom of the ravine again; nil where it does not.
  func jump(in contests: [Contest]) -> Words? {
    guard let contest = contests.first(where: { $0.contestant == .rmsProp }),
      let jump = RavineJump(of: contest)
    else { return nil }
    let text = Numerals.rounded.text
    let (loss, limit) = (text(contest.losses[jump.top]), text(RavineJump.limit))
    let curvature = text(RavineJump.curvature)
    let heights = [jump.onset - 1, jump.top].map { text(contest.path[$0].y.magnitude) }
    let after = contest.rateForY(at: jump.top + 1).map { rate in
      Words(
        en: " A gradient as large as that makes s grow: in the next step η′ is \(text(rate)).",
        zh: "梯度一大，s 又随之增大：下一步的 η′ 是 \(text(rate))。")
    }
    return Words(
      en: """
        RMSProp’s jump to L = \(loss) at step \(jump.top) comes from its own rate. Near the bottom the gradient is small, s \
        forgets the large ones, and the effective rate η′ for y rises: from step \(jump.onset) to step \(jump.top) it is \
        above 2/\(curvature) = \(limit). Each of these steps multiplies y by 1 − \(curvature)·η′, which is below −1, so that y \
        changes sides and grows: |y| goes from \(heights[0]) to \(heights[1]).\(after ?? "")
        """,
      zh: """
        RMSProp 在第 \(jump.top) 步跳到 L = \(loss)，原因在它自己的学习率：谷底附近梯度很小，s 逐渐忘掉先前的大梯度，\
        y 方向的有效学习率 η′ 随之回升，从第 \(jump.onset) 步到第 \(jump.top) 步都大于 2/\(curvature) = \(limit)。\
        这时每一步都把 y 乘以小于 −1 的 1 − \(curvature)·η′，y 便来回换边、越变越大：|y| 从 \(heights[0]) 增大到 \
        \(heights[1])。\(after ?? "")
        """)
  }
}
