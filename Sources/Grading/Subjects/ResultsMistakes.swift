import Formulas
import Networks

/// The known variants of judging a classifier.
enum ResultsMistakes {
  static let all = ofMatrix + ofClasses + ofF1 + ofAverages + ofUndefined + dialects

  private static let ofMatrix: [Variant] = [
    .mistake(
      "true-and-predicted-exchanged", of: "FP",
      "true and predicted classes are exchanged: the matrix is transposed, and precision and recall with it",
      "真实类别和预测类别弄反了：矩阵成了转置，精确率和召回率也随之互换",
      .exercise {
        ($0.numbers["true"], $0.numbers["predicted"]) = ($0.list("predicted"), $0.list("true"))
      }),
    .mistake(
      "fp-and-fn-exchanged",
      "false positives and false negatives are exchanged: FP is the rest of the class’s column, FN that of its row",
      "假正例和假负例弄反了：FP 是该类那一列的其余部分，FN 是该类那一行的其余部分",
      .replace("FP") { $0.measures.falseNegatives }, .replace("FN") { $0.measures.falsePositives }),
    .mistake(
      "diagonal-counted",
      "FP and FN are the whole column and the whole row: the class’s own diagonal cell TP was not left out",
      "FP 和 FN 取了整列、整行之和：没有去掉对角线上的 TP",
      .replace("FP", "FN") { $0.right + $0.TP }),
  ]

  private static let ofClasses: [Variant] = [
    .mistake(
      "precision-and-recall-exchanged",
      "precision and recall are exchanged: precision divides by what was predicted as the class, TP + FP, recall by what is of it, TP + FN",
      "精确率和召回率弄反了：精确率除以预测为该类的个数 TP + FP，召回率除以属于该类的个数 TP + FN",
      .replace("P") { quotient($0.TP, $0.TP + $0.FN) },
      .replace("R") { quotient($0.TP, $0.TP + $0.FP) }),
    .mistake(
      "divided-by-all",
      "TP is divided by the number of all samples, where those predicted as the class or those of it belong",
      "TP 除以了全部样本数，应当除以预测为该类的个数或属于该类的个数",
      .replace("P", "R") { $0.TP / $0.N }),
    .mistake(
      "precision-by-errors",
      "TP is divided by FP or FN alone: the sum TP + FP or TP + FN is missing",
      "TP 只除以了 FP 或 FN：应当除以 TP + FP 或 TP + FN",
      .replace("P") { quotient($0.TP, $0.FP) }, .replace("R") { quotient($0.TP, $0.FN) }),
  ]

  private static let ofF1: [Variant] = [
    .mistake(
      "f1-arithmetic",
      "F1 is the arithmetic mean (P + R)/2, where the harmonic mean belongs",
      "F1 用了算术平均 (P + R)/2，应当是调和平均",
      .replace("F") { ($0.P + $0.R) / 2 }),
    .mistake(
      "f1-geometric",
      "F1 is the geometric mean √(P·R), where the harmonic mean belongs",
      "F1 用了几何平均 √(P·R)，应当是调和平均",
      .replace("F") { .sqrt($0.P * $0.R) }),
    .mistake(
      "f1-without-2",
      "the factor 2 of F1 is missing",
      "F1 漏了因子 2",
      .replace("F") { quotient($0.P * $0.R, $0.P + $0.R) }),
  ]

  private static let ofAverages: [Variant] = [
    .mistake(
      "micro-for-macro",
      "the macro averages are micro averages: all samples counted together, which is the accuracy",
      "宏平均算成了微平均：把所有样本合在一起，结果就是准确率",
      .replace("macro_P", "macro_R", "macro_F") { $0.accuracy }),
    .mistake(
      "weighted-for-macro",
      "the macro averages are weighted by the samples of the classes, where all classes count alike",
      "宏平均按各类样本数加了权，应当各类权重相同",
      .replace("macro_P", "macro_R", "macro_F") { $0.mean(weighted: $0.matrix.support) }),
    .mistake(
      "macro-for-weighted",
      "the weighted averages are plain means over the classes: the weights are missing",
      "加权平均漏了权重，成了各类的简单平均",
      .replace("weighted_P", "weighted_R", "weighted_F") {
        $0.mean(weighted: $0.matrix.support.map { _ in 1 })
      }),
    .mistake(
      "weighted-by-predictions",
      "the weights are how often the classes were predicted, where their true samples belong",
      "权重用了各类的预测个数，应当用真实样本数",
      .replace("weighted_P", "weighted_R", "weighted_F") {
        $0.mean(weighted: $0.matrix.predictions)
      }),
    .mistake(
      "macro-over-samples",
      "the macro averages are divided by the number of samples, where that of classes belongs",
      "宏平均除以了样本数，应当除以类别数",
      .replace("macro_P", "macro_R", "macro_F") { $0.right.operands[0] / $0.N }),
    .mistake(
      "class-forgotten",
      "the macro averages leave out the classes that were never predicted",
      "宏平均漏掉了从未被预测到的类别",
      .replace("macro_P", "macro_R", "macro_F") {
        $0.mean(weighted: $0.matrix.predictions.map { $0 > 0 ? 1 : 0 })
      }),
    .mistake(
      "accuracy-mean-recall",
      "the accuracy is the mean recall of the classes, known as balanced accuracy",
      "准确率算成了各类召回率的平均，即平衡准确率（balanced accuracy）",
      .replace("accuracy") { mean($0.matrix.measures.map(\.recall)) }),
    .mistake(
      "accuracy-with-true-negatives",
      "the accuracy counts true negatives: the mean of (TP + TN)/N over the classes, by which a sample in the wrong class is right for all others",
      "准确率计入了真负例：成了各类 (TP + TN)/N 的平均，分错的样本对其他类来说也算对",
      .replace("accuracy") { scope in
        mean(
          scope.matrix.measures.map { (scope.N - $0.falsePositives - $0.falseNegatives) / scope.N })
      }),
    .mistake(
      "accuracy-of-class",
      "the accuracy is that of the row’s class alone, (TP + TN)/N, which counts true negatives",
      "准确率是该行类别自己的 (TP + TN)/N，计入了真负例",
      .replace("accuracy") {
        ($0.N - $0.measures.falsePositives - $0.measures.falseNegatives) / $0.N
      }),
  ]

  private static let ofUndefined: [Variant] = [
    .mistake(
      "zero-division-kept",
      "0/0 is left as NaN, and makes all averages NaN, where it counts as 0",
      "0/0 得到的 NaN 留了下来，使各平均值也成了 NaN；应当记为 0",
      .replace("P") { $0.TP / ($0.TP + $0.FP) }, .replace("R") { $0.TP / ($0.TP + $0.FN) },
      .replace("F") { 2 * $0.P * $0.R / ($0.P + $0.R) })
  ]

  private static let dialects: [Variant] = [
    .dialect(
      "rows-predicted",
      "the rows of the matrix are what was predicted and its columns what is true, as in Fawcett (2006)",
      "矩阵的行是预测类别，列是真实类别，如 Fawcett（2006）",
      .recorded((0...9).map { Symbol("C\($0)") }) { scope in
        let j = Int(scope.symbol.index) ?? 0
        return Traced(Double(scope.matrix.counts[j][scope.step.number]))
      }),
    .dialect(
      "f1-of-averages",
      "the macro F1 is the harmonic mean of macro precision and macro recall, as in Sokolova and Lapalme (2009), not the mean F1",
      "宏 F1 取宏精确率与宏召回率的调和平均，即 Sokolova 与 Lapalme（2009）的写法，而不是各类 F1 的平均",
      .replace("macro_F") {
        quotient(2 * $0.macro_P * $0.macro_R, $0.macro_P + $0.macro_R)
      }),
    .dialect(
      "percent",
      "in percent where decimals are asked for",
      "用百分数表示，题目要求小数",
      .record(
        "P", "R", "F", "accuracy", "macro_P", "macro_R", "macro_F", "weighted_P", "weighted_R",
        "weighted_F"
      ) { 100 * $0.right }),
    .dialect(
      "zero-division-1",
      "0/0 counts as 1, as with scikit-learn’s zero_division=1",
      "0/0 记为 1，即 scikit-learn 的 zero_division=1",
      undefined(as: 1)),
    .dialect(
      "zero-division-nan",
      "0/0 is NaN and is left out of the averages, as with scikit-learn’s zero_division=nan",
      "0/0 记为 NaN，并且不计入平均，即 scikit-learn 的 zero_division=nan",
      undefined(as: .nan),
      .replace("macro_P", "macro_R", "macro_F") {
        $0.mean(weighted: $0.matrix.support.map { _ in 1 }, leavingOutUndefined: true)
      },
      .replace("weighted_P", "weighted_R", "weighted_F") {
        $0.mean(weighted: $0.matrix.support, leavingOutUndefined: true)
      }),
  ]

  /// What quotients of nothing are taken for. F1 has one only where a class neither is nor was predicted.
  private static func undefined(as value: Double) -> Edit {
    .replace("P", "R", "F") { scope in
      let count: Traced =
        switch scope.symbol {
        case "P": scope.TP + scope.FP
        case "R": scope.TP + scope.FN
        default: scope.TP + scope.FP + scope.FN
        }
      return count.value == 0 ? Traced(value) : scope.right
    }
  }

  /// The quotient, 0 where both are.
  private static func quotient(_ a: Traced, _ b: Traced) -> Traced {
    a.value == 0 ? 0 : a / b
  }

  private static func mean(_ values: [Traced]) -> Traced {
    values.dropFirst().reduce(values[0], +) / Traced(Double(values.count))
  }
}

extension Scope {
  /// The matrix as it is right, whatever was made of it.
  fileprivate var matrix: ConfusionMatrix<Traced> { assignment.confusionMatrix }

  /// How well the class of this row is recognized.
  fileprivate var measures: ConfusionMatrix<Traced>.Measures { matrix.measures(of: step.number) }

  /// How many samples there are.
  fileprivate var N: Traced { Traced(Double(matrix.total)) }

  /// The average of the classes that is being named, with other weights.
  fileprivate func mean(weighted weights: [Int], leavingOutUndefined: Bool = false) -> Traced {
    var terms: [Traced] = []
    // A sum of the classes' numbers, or of their products with weights.
    var rest = right.operands[0]
    while rest.calculation == .sum {
      terms.insert(rest.operands[1], at: 0)
      rest = rest.operands[0]
    }
    terms.insert(rest, at: 0)
    let values = terms.map { $0.calculation == .product ? $0.operands[1] : $0 }
    let kept = values.indices.filter {
      weights[$0] != 0 && !(leavingOutUndefined && values[$0].value.isNaN)
    }
    guard let first = kept.first else { return Traced(.nan) }
    func product(_ k: Int) -> Traced {
      weights[k] == 1 ? values[k] : Traced(Double(weights[k])) * values[k]
    }
    let total = kept.reduce(0) { $0 + weights[$1] }
    return kept.dropFirst().reduce(product(first)) { $0 + product($1) } / Traced(Double(total))
  }
}
