import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says of losses that place points.
extension LossesLesson {
  @Document.Parts
  func parts(of points: ThreePoints) -> [Block] {
    let (center, contrastive, triplet) = (points.center, points.contrastive, points.triplet)
    let effect =
      points.far.value >= distanceMargin
      ? Words(
        en: "The pair (a, n) is farther apart than m, so contrastive loss leaves it alone.",
        zh: "(a, n) 的距离大于 m，对比损失不再推动它们。")
      : Words(
        en: "The pair (a, n) is nearer than m, so contrastive loss pushes it apart.",
        zh: "(a, n) 的距离小于 m，对比损失把它们推开。")
    Block.heading(Words(en: "Losses that place points", zh: "摆放特征点的损失"))
    Words(
      en: """
        A network for faces makes a point of each picture, its features, and is to put pictures of one person near each other \
        (course document 004). Cross-entropy parts the classes, but need not gather each of them. Three losses do, here with an \
        anchor a, a positive p of the same class and a negative n of another, at \(list(points)).
        """,
      zh: """
        人脸识别网络把每张照片变成一个点（特征），同一个人的照片应当靠近（课程 004）。交叉熵能把类别分开，\
        但不保证同类聚拢。下面三种损失可以做到，以锚点 a、同类的正样本 p、异类的负样本 n 为例，位于 \(list(points))。
        """)
    Block.derivations(
      title: Words(en: "Distances from the anchor", zh: "到锚点的距离"), of: [points.near, points.far])
    Block.derivations(
      title: Words(
        en: "Center loss of a and of p: half the squared distance from the center c of their class",
        zh: "a 与 p 的中心损失：到本类中心 c 的距离平方的一半"),
      of: center.losses)
    Block.derivations(
      title: Words(
        en: "Contrastive loss of the pairs (a, p), y = 1, and (a, n), y = 0, with margin m",
        zh: "对比损失：(a, p) 对 y = 1，(a, n) 对 y = 0，间隔为 m"),
      of: contrastive.losses)
    Block.derivations(
      title: Words(
        en: "Triplet loss: n is to be farther off than p by m", zh: "三元组损失：n 应当比 p 远 m 以上"),
      of: triplet.losses)
    Block.table(
      pulls(center.pulls, contrastive.pulls, triplet.pulls), name: "\(Self.name)-points")
    Words(
      en: """
        These are the gradients; a step goes the other way. Center loss sees only the own class. \(effect) \
        Triplet loss pulls with a force of 1 at p and at n, however far they are. \
        Pairs and triplets must be chosen, since most of them soon have the loss 0 and teach nothing.
        """,
      zh: """
        表中是梯度，更新沿相反方向。中心损失只看本类。\(effect)\
        三元组损失对 p 和 n 的拉力大小都是 1，与远近无关。\
        样本对和三元组需要挑选：多数很快损失为 0，学不到东西。
        """)
  }

  private func list(_ points: ThreePoints) -> Words {
    [points.a, points.p, points.n].map { point in
      "(\(point.map { Numerals.rounded.text($0.value) }.joined(separator: ", ")))"
    }.listed
  }

  /// The derivatives by both coordinates of each point.
  private func pulls(_ losses: [ThreePoints.Pull]...) -> Table {
    ["a", "p", "n"].table([
      Words(en: "point", zh: "点"): { .text(Words($0)) },
      Words(en: "center", zh: "中心"): { .text(Self.gradient(of: $0, in: losses[0])) },
      Words(en: "contrastive", zh: "对比"): { .text(Self.gradient(of: $0, in: losses[1])) },
      Words(en: "triplet", zh: "三元组"): { .text(Self.gradient(of: $0, in: losses[2])) },
    ])
  }

  private static func gradient(of name: String, in pulls: [ThreePoints.Pull]) -> Words {
    let gradient = pulls.first { $0.name == name }?.gradient ?? [0, 0]
    return "(\(gradient.map { Numerals.fixed(3).text($0) }.joined(separator: ", ")))"
  }

  var conclusion: Words {
    Words(
      en: """
        In short: no activation and squared error for numbers, sigmoid and cross-entropy for yes or no, softmax and \
        cross-entropy for one of several. They belong together, as their gradients are answer minus target.
        """,
      zh: """
        总之：预测数值时最后一层不加激活、用均方误差；是或否用 sigmoid 加交叉熵；多选一用 softmax 加交叉熵。\
        这样搭配，梯度就是“输出减目标”。
        """)
  }
}
