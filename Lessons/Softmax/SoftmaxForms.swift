import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Two things to know of softmax: how it is calculated safely, and what it is with two classes.
extension SoftmaxLesson {
  /// What overflows where the largest score is not subtracted.
  @Document.Parts
  var shift: [Block] {
    let scores: [Double] = [2, 1, 0.1]
    let largest = Double.log(.greatestFiniteMagnitude)
    Block.heading(Words(en: "Why the largest score is subtracted", zh: "为什么要减去最大的得分"))
    Words(
      en: """
        A number c added to all scores multiplies all exponentials by exp(c), in numerator and denominator: no probability \
        changes, so c may be minus the largest score. Then no exponential is above 1, and the sum is at least 1. Without this \
        a score above \(largest, .fixed(2)) has an exponential that no double holds, and ∞/∞ is no number (NaN); where all scores \
        are far below 0, it is 0/0. With the scores \(scores.map(Numerals.rounded.text).listed) and c added to each:
        """,
      zh: """
        给所有得分加上同一个数 c，分子和分母都乘以 exp(c)，概率不变；所以可以取 c 为最大得分的相反数。\
        这样各个 exp 都不超过 1，总和至少为 1。否则，得分超过 \(largest, .fixed(2)) 时，exp 的结果就超出了 double 的范围，∞/∞ 的结果是 NaN（非数）；\
        所有得分都远小于 0 时则是 0/0。下面是得分 \(scores.map(Numerals.rounded.text).listed) 各加上 c 的结果：
        """)
    Block.table(shiftTable(of: scores), name: "shift")
  }

  private func shiftTable(of scores: [Double]) -> Table {
    func text(_ x: Double) -> Table.Cell { .text("\(x, .rounded)") }
    func powers(_ c: Double) -> [Double] { scores.map { .exp($0 + c) } }
    return [0, 100, 700, 1000, -1000].table([
      "c": { .number($0) },
      "exp(z₁ + c)": { text(powers($0)[0]) },
      Words(en: "p₁, not shifted", zh: "p₁（不减）"): {
        text(powers($0)[0] / powers($0).reduce(0, +))
      },
      Words(en: "p₁, shifted", zh: "p₁（减去最大得分）"): { c in
        text(Softmax(scores.map { $0 + c }).probabilities[0])
      },
    ])
  }

  /// Logistic regression is the same with two classes.
  @Document.Parts
  var twoClasses: [Block] {
    let scores: [Double] = [-2, 0, 1, 4]
    Block.heading(Words(en: "Two classes: logistic regression", zh: "两个类别：逻辑回归"))
    Words(
      en: """
        With two scores only their difference counts, so one of them may be 0. The softmax of (z, 0) is \
        exp(z)/(exp(z) + 1) = 1/(1 + exp(−z)), the sigmoid of z. The loss is that of logistic regression, \
        and so is its gradient p − y:
        """,
      zh: """
        两个得分只有差值起作用，可以令其中一个为 0。(z, 0) 的 softmax 是 exp(z)/(exp(z) + 1) = 1/(1 + exp(−z))，\
        即 z 的 sigmoid；损失和梯度 p − y 也与逻辑回归相同：
        """)
    Block.table(
      scores.table([
        "z": { .number($0) },
        Words(en: "softmax of (z, 0)", zh: "(z, 0) 的 softmax"): {
          .number(Softmax([$0, 0]).probabilities[0])
        },
        Words(en: "sigmoid of z", zh: "z 的 sigmoid"): { .number(Double.sigmoid($0)) },
        Words(en: "loss if class 1 is right", zh: "类别 1 正确时的损失"): {
          .number(Softmax([$0, 0]).loss(right: 0))
        },
        Words(en: "gradient p − 1", zh: "梯度 p − 1"): {
          .number(Softmax([$0, 0]).probabilities[0] - 1)
        },
      ]), name: "two-classes")
  }
}
