import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says of one matrix: its classes, and averages over them.
extension ResultsLesson {
  /// Sums of more terms are written with an ellipsis.
  static let longestSum = 4

  @Document.Parts
  func introduction(_ matrix: ConfusionMatrix<Traced>) -> [Block] {
    let (N, K) = (matrix.total, matrix.counts.count)
    let (y, ŷ) = (classes.y.map(String.init).listed, classes.ŷ.map(String.init).listed)
    let right = matrix.counts.indices.reduce(0) { $0 + matrix.counts[$1][$1] }
    Words(
      en: """
        A classifier sorts samples into classes. The confusion matrix counts what became of each class, and precision, \
        recall and F1 are read off it; cross-validation tells how far such numbers can be trusted (course document \
        003, section 5). Here are \(N) samples of \(K) classes, counted from 0.
        """,
      zh: """
        分类器把样本分到各个类别。混淆矩阵统计每一类样本被分到了哪里，精确率、召回率和 F1 都由它算出；\
        交叉验证则说明这些数字有多可信（课程文档 003 第 5 节）。这里有 \(N) 个样本，\(K) 个类别，从 0 数起。
        """)
    Block.formulas([
      "y = \(y)": Words(en: "the true classes", zh: "真实类别"),
      "ŷ = \(ŷ)": Words(en: "the predicted classes", zh: "预测类别"),
    ])
    Words(
      en: """
        The matrix has a row for each true class and a column for each predicted one: Cᵢⱼ samples of class i were taken \
        for class j. What is right stands on the diagonal: \(right) of \(N). \(greatestConfusion(in: matrix))
        """,
      zh: """
        矩阵的行是真实类别，列是预测类别：类别 i 的样本中有 Cᵢⱼ 个被当成了类别 j。对角线上是分对的：\(N) 个中有 \
        \(right) 个。\(greatestConfusion(in: matrix))
        """)
    Block.table(table(of: matrix), name: "matrix")
    if isDocumented {
      Words(
        en: """
          These are the samples of scikit-learn’s documentation of confusion_matrix, which prints [[2, 0, 0], [0, 0, 1], \
          [1, 0, 2]]. Some texts have predicted classes in rows (Fawcett 2006), so a matrix needs names on both sides.
          """,
        zh: """
          这是 scikit-learn 文档中 confusion_matrix 的例子，那里打印的是 [[2, 0, 0], [0, 0, 1], [1, 0, 2]]。\
          有的文献把预测类别放在行上（Fawcett 2006），所以矩阵的两边都要写明名称。
          """)
    }
  }

  /// The cell beside the diagonal with most samples; that there is none, where all are right.
  private func greatestConfusion(in matrix: ConfusionMatrix<Traced>) -> Words {
    let cells = matrix.counts.indices.flatMap { i in
      matrix.counts.indices.filter { $0 != i }.map { (i, $0, matrix.counts[i][$0]) }
    }
    guard let (i, j, count) = cells.max(by: { $0.2 < $1.2 }), count > 0 else {
      return Words(en: "Nothing stands beside it.", zh: "对角线以外都是 0。")
    }
    let cell = Symbol("C_\(i)\(j)").text
    return Words(
      en:
        "\(cell) = \(count): class \(i) was taken for class \(j) \(count == 1 ? "once" : "\(count) times").",
      zh: "\(cell) = \(count)：类别 \(i) 有 \(count) 次被当成了类别 \(j)。")
  }

  private func table(of matrix: ConfusionMatrix<Traced>) -> Table {
    let classes = matrix.counts.indices
    let heading = Words(en: "true", zh: "真实类别")
    return Table(
      [Table.Column(heading, classes.map(Double.init))]
        + classes.map { j in
          Table.Column(
            Words(en: "predicted \(j)", zh: "预测为 \(j)"),
            classes.map { Double(matrix.counts[$0][j]) })
        }
        + [Table.Column(Words(en: "samples n", zh: "样本数 n"), matrix.support.map(Double.init))])
  }

  @Document.Parts
  func classes(
    _ measures: [ConfusionMatrix<Traced>.Measures], of matrix: ConfusionMatrix<Traced>
  ) -> [Block] {
    // Formulas of a class that has all of them, whatever the samples are.
    let example = ConfusionMatrix<Traced>([[1, 1], [1, 1]]).measures(of: 0)
    let shown = measures.count > 3 ? 2 : measures.count
    Block.heading(Words(en: "Precision and recall, class by class", zh: "各类的精确率与召回率"))
    Words(
      en: """
        For one class, all others are taken together. TP, true positives, are its samples that were predicted as it; FP, \
        false positives, are others that were predicted as it; FN, false negatives, are its samples that were predicted as \
        others.
        """,
      zh: """
        对某一类，把其余各类合在一起看。TP（真正例）：属于该类且预测为该类；FP（假正例）：不属于该类却预测为该类；\
        FN（假负例）：属于该类却预测为其他类。
        """)
    Block.formulas(
      of: [
        example.precision: Words(
          en: "precision: of what was predicted as the class, the part that is of it",
          zh: "精确率：预测为该类的样本中，确实属于该类的比例"),
        example.recall: Words(
          en: "recall: of the samples of the class, the part that was found",
          zh: "召回率：属于该类的样本中，被找出来的比例"),
        example.f1: Words(
          en: "F1: their harmonic mean, which is nearer to the smaller one",
          zh: "F1：二者的调和平均，更接近较小的一个"),
      ], Notation(.bare))
    for k in 0..<shown {
      let m = measures[k]
      Block.derivations(
        title: Words(en: "Class \(k)", zh: "类别 \(k)"),
        of: [
          m.truePositives, m.falsePositives, m.falseNegatives, m.precision, m.recall, m.f1,
        ], longestSum: Self.longestSum)
    }
    Block.table(
      measures.indices.table([
        Words(en: "class", zh: "类别"): { .number($0) },
        Words(en: "samples n", zh: "样本数 n"): { .number(matrix.support[$0]) },
        "TP": { .number(measures[$0].truePositives.value) },
        "FP": { .number(measures[$0].falsePositives.value) },
        "FN": { .number(measures[$0].falseNegatives.value) },
        Words(en: "precision P", zh: "精确率 P"): { .number(measures[$0].precision.value) },
        Words(en: "recall R", zh: "召回率 R"): { .number(measures[$0].recall.value) },
        "F1": { .number(measures[$0].f1.value) },
      ]), name: "classes")
    undefined(in: matrix)
    Words(
      en: """
        All are decimals from 0 to 1. Precision and recall pull against each other: who predicts a class more often finds \
        more of its samples, and is more often wrong about it. F1 asks for both.
        """,
      zh: """
        这些都是 0 到 1 之间的小数。精确率和召回率相互牵制：越常预测为某一类，该类的样本就找出得越多，\
        但预测错的也越多。F1 要求二者都高。
        """)
  }

  /// Where a quotient is 0/0; nil where none is.
  private func undefined(in matrix: ConfusionMatrix<Traced>) -> Words? {
    func listed(_ counts: [Int]) -> Words? {
      let places = counts.indices.filter { counts[$0] == 0 }.map(String.init)
      return places.isEmpty ? nil : places.listed
    }
    let unpredicted = listed(matrix.predictions).map {
      Words(
        en: "Nothing was predicted as class \($0), which makes its precision 0/0. ",
        zh: "没有样本被预测为类别 \($0)，其精确率是 0/0。")
    }
    let empty = listed(matrix.support).map {
      Words(
        en: "No sample is of class \($0), which makes its recall 0/0. ",
        zh: "没有样本属于类别 \($0)，其召回率是 0/0。")
    }
    let cases = [unpredicted, empty].compactMap(\.self)
    guard !cases.isEmpty else { return nil }
    return cases.joined()
      + Words(
        en: "0/0 counts as 0 here, as in scikit-learn, which warns of it.",
        zh: "这里把 0/0 记为 0，scikit-learn 也是如此，并给出警告。")
  }

  @Document.Parts
  func averages(
    of measures: [ConfusionMatrix<Traced>.Measures], _ matrix: ConfusionMatrix<Traced>
  ) -> [Block] {
    let averages = matrix.averages(of: measures)
    let (P, R) = (averages.macro.precision.value, averages.macro.recall.value)
    let other = P + R > 0 ? 2 * P * R / (P + R) : 0
    Block.heading(Words(en: "One number for all classes", zh: "用一个数概括所有类别"))
    Block.derivations(
      title: Words(
        en: "Accuracy, macro averages, weighted averages, micro average",
        zh: "准确率、宏平均、加权平均、微平均"),
      [
        (averages.accuracy, Words(en: "accuracy", zh: "准确率")),
        (averages.macro.precision, Words(en: "macro P", zh: "宏 P")),
        (averages.macro.recall, Words(en: "macro R", zh: "宏 R")),
        (averages.macro.f1, Words(en: "macro F1", zh: "宏 F1")),
        (averages.weighted.f1, Words(en: "weighted F1", zh: "加权 F1")),
        (matrix.micro.precision, Words(en: "micro P", zh: "微 P")),
      ].map { $0.derivation(named: $1, longestSum: Self.longestSum) })
    support(matrix)
    Words(
      en: """
        The micro average counts all samples together. Where each sample has one class, an FP of one class is an FN of \
        another, so micro P, micro R and micro F1 are all the accuracy. Another macro F1, the harmonic mean of macro P and \
        macro R, is in use too (Sokolova and Lapalme 2009): here \(other, .rounded), where the mean F1 is \
        \(averages.macro.f1.value, .rounded).
        """,
      zh: """
        微平均把所有样本合在一起计数。每个样本只属于一类时，某一类的 FP 就是另一类的 FN，所以微 P、微 R、微 F1 都等于准确率。\
        另有一种宏 F1，取宏 P 与宏 R 的调和平均（Sokolova 与 Lapalme 2009）：这里是 \(other, .rounded)，\
        而各类 F1 的平均是 \(averages.macro.f1.value, .rounded)。
        """)
  }

  /// What tells macro averages from weighted ones.
  private func support(_ matrix: ConfusionMatrix<Traced>) -> Words {
    let n = matrix.support
    let (least, most) = (n.min() ?? 0, n.max() ?? 0)
    guard least < most else {
      return Words(
        en:
          "Each class has n = \(most) samples, so the macro and the weighted averages are the same.",
        zh: "各类都有 n = \(most) 个样本，所以宏平均与加权平均相同。")
    }
    return Words(
      en: """
        A macro average counts each class alike: the one with n = \(least) as much as the one with n = \(most). A weighted \
        average counts each class by its n.
        """,
      zh: "宏平均中各类权重相同：n = \(least) 的类与 n = \(most) 的类一样重。加权平均按各类的 n 加权。")
  }

  /// Two classifiers of which the worse one has the higher accuracy.
  @Document.Parts
  var rareClass: [Block] {
    let matrices = [[[990, 0], [10, 0]], [[960, 30], [2, 8]]].map(ConfusionMatrix<Double>.init)
    let rows = zip(["A", "B"], matrices).map { name, matrix in
      (name: name, rare: matrix.measures(of: 1), averages: matrix.averages)
    }
    let (a, b) = (rows[0], rows[1])
    let falseAlarms = Int(b.rare.falsePositives)
    Block.heading(Words(en: "Where accuracy deceives", zh: "准确率什么时候会骗人"))
    Words(
      en: """
        Of \(matrices[0].total) samples, \(matrices[0].support[1]) are of a rare class 1. Classifier A always says class 0, \
        the common one. B finds \(Int(b.rare.truePositives)) of the rare ones, with \(falseAlarms) false alarms.
        """,
      zh: """
        \(matrices[0].total) 个样本中有 \(matrices[0].support[1]) 个属于稀有的类别 1。分类器 A 总是回答常见的类别 0。\
        B 找出了 \(Int(b.rare.truePositives)) 个稀有样本，另有 \(falseAlarms) 次误报。
        """)
    Block.table(
      rows.table([
        Words(en: "classifier", zh: "分类器"): { .text(Words($0.name)) },
        Words(en: "accuracy", zh: "准确率"): { .number($0.averages.accuracy) },
        Words(en: "P of class 1", zh: "类别 1 的 P"): { .number($0.rare.precision) },
        Words(en: "R of class 1", zh: "类别 1 的 R"): { .number($0.rare.recall) },
        Words(en: "F1 of class 1", zh: "类别 1 的 F1"): { .number($0.rare.f1) },
        Words(en: "macro R", zh: "宏 R"): { .number($0.averages.macro.recall) },
        Words(en: "macro F1", zh: "宏 F1"): { .number($0.averages.macro.f1) },
      ]), name: "rare")
    Words(
      en: """
        A has the higher accuracy, \(a.averages.accuracy, .rounded) against \(b.averages.accuracy, .rounded), and finds \
        nothing. Where classes are rare, look at their recall and F1, or at macro averages; macro R is also called balanced \
        accuracy. And compare each accuracy with that of always naming the most common class.
        """,
      zh: """
        A 的准确率更高（\(a.averages.accuracy, .rounded) 对 \(b.averages.accuracy, .rounded)），却什么也没找出来。\
        类别稀有时，要看该类的召回率和 F1，或看宏平均；宏 R 也叫平衡准确率。每个准确率还应与“总是回答最常见类别”的准确率相比。
        """)
  }
}
