import Lecture
import LessonsShared
import Words

/// What the lesson says in words and numbers of its own.
extension AdamLesson {
  /// What m, s, m̂ and ŝ are.
  var meanings: [Words] {
    [
      Words(en: "the mean gradient, recent steps counting more", zh: "一阶矩：梯度的指数加权平均"),
      Words(en: "the mean squared gradient, likewise", zh: "二阶矩：梯度平方的指数加权平均"),
      Words(en: "m without its bias towards m₀ = 0", zh: "偏差校正，抵消 m₀ = 0 的影响"),
      Words(en: "s without its bias towards s₀ = 0", zh: "偏差校正，抵消 s₀ = 0 的影响"),
    ]
  }

  var secondMoment: Words {
    Words(
      en: """
        The course calls s the variance of the gradient. It is the mean of the squares, the second moment about 0; for a \
        variance the square of the mean would have to be taken off.
        """,
      zh: "课程把二阶矩解释为“梯度的方差”。准确地说，s 是梯度平方的平均，没有减去平均值的平方，因此是未中心化的二阶矩，而不是方差。")
  }

  func table(of example: Example) -> Table {
    let effectiveStep = example.column(Words(en: "effective step", zh: "有效步长"), \.effectiveStep)
    return example.table(with: [effectiveStep])
  }
}
