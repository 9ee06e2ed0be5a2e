import Formulas
import Words

extension Declaration {
  /// The results of a classifier, section 5 of the course's document 003.
  public static let results = Declaration(
    "results", title: Words(en: "Results of a classifier", zh: "分类结果检查"),
    source: "van Rijsbergen 1979, chapter 7; course document 003, section 5; sklearn.metrics",
    hyperparameters: [
      Hyperparameter(
        list: "y", "true", en: "the true class of each sample, counted from 0",
        zh: "每个样本的真实类别，从 0 数起",
        .counts(0...9), course: [2, 0, 2, 2, 0, 1]),
      Hyperparameter(
        list: "ŷ", "predicted", en: "the class that was predicted for each sample",
        zh: "每个样本的预测类别", .counts(0...9), course: [0, 0, 2, 2, 0, 2]),
    ],
    quantities: [
      Quantity(
        "C", en: "how many samples of the row’s class were predicted as that of the number",
        zh: "该行类别的样本中，被预测为编号所示类别的个数", "count", "predicted", "pred", "n", "confusion", "cm", "预测"),
      Quantity(
        "TP", en: "the samples of the class that were predicted as it", zh: "真正例：属于该类且预测为该类",
        "true_positives", "true_positive", "真正例", "真阳性"),
      Quantity(
        "FP", en: "the samples of other classes that were predicted as it", zh: "假正例：不属于该类却预测为该类",
        "false_positives", "false_positive", "假正例", "假阳性"),
      Quantity(
        "FN", en: "the samples of the class that were predicted as others", zh: "假负例：属于该类却预测为其他类",
        "false_negatives", "false_negative", "假负例", "假阴性", "假反例"),
      Quantity(
        "P", en: "the precision of the class; 0 where nothing was predicted as it",
        zh: "该类的精确率；没有样本预测为该类时为 0", "precision", "prec", "ppv", "精确率", "查准率"),
      Quantity(
        "R", en: "the recall of the class; 0 where no sample is of it", zh: "该类的召回率；没有样本属于该类时为 0",
        "recall", "sensitivity", "tpr", "召回率", "查全率"),
      Quantity(
        "F", en: "F1, the harmonic mean of both; 0 where both are 0", zh: "F1，二者的调和平均；二者都为 0 时取 0",
        "F1", "f1_score", "f_score", "F1值", "F1分数"),
      Quantity(
        "accuracy", en: "the part of all samples that is right", zh: "准确率：全部样本中预测正确的比例", "acc",
        "micro", "micro_f1", "micro_avg", "准确率", "正确率"),
      Quantity(
        "macro_P", en: "the mean precision of the classes", zh: "各类精确率的平均（宏平均）",
        "macro_precision", "precision_macro", "macro_avg_precision", "宏精确率"),
      Quantity(
        "macro_R", en: "the mean recall of the classes", zh: "各类召回率的平均（宏平均）", "macro_recall",
        "recall_macro", "macro_avg_recall", "balanced_accuracy", "宏召回率"),
      Quantity(
        "macro_F", en: "the mean F1 of the classes", zh: "各类 F1 的平均（宏平均）", "macro_f1", "f1_macro",
        "macro_avg_f1", "macro_avg_f1-score", "宏F1"),
      Quantity(
        "weighted_P", en: "the mean precision, each class by its samples", zh: "按各类样本数加权的平均精确率",
        "weighted_precision", "precision_weighted", "weighted_avg_precision", "加权精确率"),
      Quantity(
        "weighted_R", en: "the mean recall, each class by its samples", zh: "按各类样本数加权的平均召回率",
        "weighted_recall", "recall_weighted", "weighted_avg_recall", "加权召回率"),
      Quantity(
        "weighted_F", en: "the mean F1, each class by its samples", zh: "按各类样本数加权的平均 F1",
        "weighted_f1", "f1_weighted", "weighted_avg_f1", "weighted_avg_f1-score", "加权F1"),
    ])
}

/// What a classifier has got right and wrong: a row for each true class, a column for each that was predicted.
///
///     Pₖ = TPₖ/(TPₖ + FPₖ)
///     Rₖ = TPₖ/(TPₖ + FNₖ)
///     Fₖ = 2·Pₖ·Rₖ/(Pₖ + Rₖ)
///
/// Precision and recall as van Rijsbergen has them in "Information Retrieval", 1979, chapter 7; course document 003, section
/// 5. A quotient 0/0 counts as 0, as with scikit-learn's `zero_division=0`; so do the averages here agree with its
/// `precision_recall_fscore_support`, and the counts with its `confusion_matrix`.
public struct ConfusionMatrix<Number: Scalar> {
  /// How many samples of each class, in rows, were predicted as each, in columns.
  public let counts: [[Int]]
  /// The same as numbers with names: C₀₁ samples of class 0 were predicted as class 1.
  private let C: [[Number]]

  /// The matrix of such counts, as many rows as columns.
  public init(_ counts: [[Int]]) {
    precondition(counts.allSatisfy { $0.count == counts.count }, "As many rows as columns.")
    self.counts = counts
    C = counts.indices.map { i in
      counts.indices.map { j in Number(Double(counts[i][j])).named(Symbol("C_\(i)\(j)")) }
    }
  }

  /// The matrix of samples.
  ///
  /// - Parameters:
  ///   - y: their true classes, counted from 0.
  ///   - ŷ: what was predicted for each of them.
  ///   - classes: how many classes there are; as many as occur if nil.
  public init(true y: [Int], predicted ŷ: [Int], classes: Int? = nil) {
    precondition(y.count == ŷ.count, "A prediction for each sample.")
    let classes = classes ?? (y + ŷ).reduce(0) { max($0, $1 + 1) }
    var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for (y, ŷ) in zip(y, ŷ) { counts[y][ŷ] += 1 }
    self.init(counts)
  }

  /// How many samples there are of each class.
  public var support: [Int] { counts.map { $0.reduce(0, +) } }
  /// How many samples were predicted as each class.
  public var predictions: [Int] { counts.indices.map { k in counts.reduce(0) { $0 + $1[k] } } }
  /// How many samples there are.
  public var total: Int { support.reduce(0, +) }

  /// What became of the samples of a class: how many were predicted as each.
  public func row(of k: Int) -> [Number] {
    C[k].enumerated().map { j, count in count.named(Symbol("C\(j)"), Step(k)) }
  }
}

extension ConfusionMatrix {
  /// How well a class is recognized.
  public struct Measures {
    /// The samples of the class that were predicted as it.
    public let truePositives: Number
    /// The samples of other classes that were predicted as it.
    public let falsePositives: Number
    /// The samples of the class that were predicted as others.
    public let falseNegatives: Number
    /// Which part of what was predicted as the class is of it.
    public let precision: Number
    /// Which part of the samples of the class was predicted as it.
    public let recall: Number
    /// The harmonic mean of both.
    public let f1: Number
  }

  /// How well a class is recognized, the others being taken together.
  public func measures(of k: Int) -> Measures {
    let (t, others) = (Step(k), counts.indices.filter { $0 != k })
    // Classes are numbered as steps are: P₁ is the precision of class 1.
    let TP = C[k][k].named("TP", t)
    let FP = sum(others.map { C[$0][k] }).named("FP", t)
    let FN = sum(others.map { C[k][$0] }).named("FN", t)
    let P = (predictions[k] > 0 ? TP / (TP + FP) : 0).named("P", t)
    let R = (support[k] > 0 ? TP / (TP + FN) : 0).named("R", t)
    let F = (counts[k][k] > 0 ? 2 * P * R / (P + R) : 0).named("F", t)
    return Measures(
      truePositives: TP, falsePositives: FP, falseNegatives: FN, precision: P, recall: R, f1: F)
  }

  /// How well each class is recognized.
  public var measures: [Measures] { counts.indices.map { measures(of: $0) } }

  /// One number for all classes.
  public struct Averages {
    /// The part of all samples that is right.
    public let accuracy: Number
    /// The means over the classes, all of them counting alike.
    public let macro: (precision: Number, recall: Number, f1: Number)
    /// The means over the classes, each counting by its samples.
    public let weighted: (precision: Number, recall: Number, f1: Number)
  }

  /// One number for all classes, from those of each.
  public func averages(of classes: [Measures]) -> Averages {
    let (K, N) = (Number(Double(classes.count)), Number(Double(total)))
    let n = support.map { Number(Double($0)) }
    func macro(_ values: [Number], _ symbol: Symbol) -> Number { (sum(values) / K).named(symbol) }
    func weighted(_ values: [Number], _ symbol: Symbol) -> Number {
      (sum(zip(n, values).map { $0 * $1 }) / N).named(symbol)
    }
    let (P, R, F) = (classes.map(\.precision), classes.map(\.recall), classes.map(\.f1))
    return Averages(
      accuracy: (sum(classes.map(\.truePositives)) / N).named("accuracy"),
      macro: (macro(P, "macro_P"), macro(R, "macro_R"), macro(F, "macro_F")),
      weighted: (weighted(P, "weighted_P"), weighted(R, "weighted_R"), weighted(F, "weighted_F")))
  }

  /// One number for all classes.
  public var averages: Averages { averages(of: measures) }

  /// Precision and recall of all samples together, the micro averages. Where each sample has one class, the false positives
  /// of one class are the false negatives of others, and both are the accuracy.
  public var micro: (precision: Number, recall: Number) {
    let classes = measures
    let TP = sum(classes.map(\.truePositives))
    return (
      TP / (TP + sum(classes.map(\.falsePositives))), TP / (TP + sum(classes.map(\.falseNegatives)))
    )
  }
}
