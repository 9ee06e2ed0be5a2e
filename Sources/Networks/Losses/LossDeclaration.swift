import Formulas
import Words

extension Declaration {
  /// The losses of the course's documents 003, section 7, and 004, on the scores of some samples.
  public static let losses = Declaration(
    "losses", title: Words(en: "Losses", zh: "损失函数"),
    source: "course documents 003, section 7, and 004; CS231n, linear classification; torch.nn",
    hyperparameters: [
      // The first sample is that of CS231n's notes on linear classification.
      Hyperparameter(
        list: "x", "scores", en: "what the last layer calculates, sample after sample",
        zh: "最后一层的输出，逐个样本给出",
        course: [-2.85, 0.86, 0.28, 1.5, -0.5, 0.25, 0.2, 1.4, -1, 0.5, 0.75, 2.5]),
      Hyperparameter(
        list: "y", "classes", en: "the right class of each sample, counted from 1",
        zh: "每个样本的正确类别，从 1 数起",
        .counts(1...9), course: [3, 1, 1, 3]),
      Hyperparameter(
        "Δ", "margin", en: "the margin Δ of the hinge loss", zh: "合页损失的间隔 Δ", .positive, course: 1,
        torch: ("margin", 1)),
    ],
    quantities: [
      Quantity("x", en: "a score", zh: "得分", "score", "logit", "z", "得分"),
      Quantity(
        "t", en: "1 for the right class, 0 for the others", zh: "正确类别为 1，其余为 0", "target", "y", "目标"
      ),
      Quantity(
        "mse", en: "the mean squared error of scores and targets", zh: "得分与目标的均方误差", "mse_loss",
        "squared_error", "l2", "均方误差"),
      Quantity(
        .gradient(of: "mse", by: ""), en: "its derivative by a score", zh: "它对得分的导数", "grad_mse",
        "dmse_dx", "mse_grad"),
      Quantity("q", en: "the sigmoid of a score", zh: "得分的 sigmoid", "sigmoid", "sig"),
      Quantity(
        "bce", en: "the mean binary cross-entropy of the sigmoids", zh: "sigmoid 的二元交叉熵的平均",
        "bce_loss", "binary_cross_entropy", "bce_with_logits", "bce_with_logits_loss", "二元交叉熵"),
      Quantity(
        .gradient(of: "bce", by: ""), en: "its derivative by a score", zh: "它对得分的导数", "grad_bce",
        "dbce_dx", "bce_grad"),
      Quantity("s", en: "the score less the largest", zh: "得分减去最大的得分", "shifted"),
      Quantity("e", en: "the exponential of that", zh: "它的指数", "exp"),
      Quantity("Σ", en: "the sum of the exponentials", zh: "各指数之和", "sum", "sum_exp"),
      Quantity("p", en: "the softmax of the scores", zh: "得分的 softmax", "softmax", "prob", "概率"),
      Quantity(
        "ce", en: "the cross-entropy of the softmax", zh: "softmax 的交叉熵", "ce_loss",
        "cross_entropy", "cross_entropy_loss",
        "nll", "交叉熵"),
      Quantity(
        .gradient(of: "ce", by: ""), en: "its derivative by a score", zh: "它对得分的导数", "grad_ce",
        "dce_dx",
        "ce_grad"),
      Quantity(
        "h", en: "by how much the margin to a wrong class is missed", zh: "与一个错误类别相比，间隔差了多少",
        "violation", "hinge_term"),
      Quantity(
        "hinge", en: "the hinge loss: their sum", zh: "合页损失：它们的和", "hinge_loss", "svm", "svm_loss",
        "合页损失"),
      Quantity(
        .gradient(of: "hinge", by: ""), en: "its derivative by a score", zh: "它对得分的导数",
        "grad_hinge",
        "dhinge_dx", "hinge_grad"),
    ])
}

extension Symbol {
  /// The symbol of a loss's derivative by a score, written ∂mse/∂x₁ and called dmse1.
  ///
  /// - Parameter number: that of the score; empty for a single one.
  static func gradient(of loss: String, by number: String) -> Symbol {
    let written = Symbol.derivative(
      of: Mathematics(name: loss), by: Mathematics(name: "x\(number)"))
    return Symbol(written.mathematics, name: "d\(loss)\(number)")
  }

  /// The same for the scores of a sample, by their place from 0.
  static func gradient(of loss: String, place: Int, of count: Int) -> Symbol {
    gradient(of: loss, by: count == 1 ? "" : "\(place + 1)")
  }
}

/// The mean of some numbers; of one, that number.
///
/// - Precondition: there is a number.
func mean<Number: Scalar>(_ terms: [Number]) -> Number {
  terms.count == 1 ? terms[0] : sum(terms) / Number(Double(terms.count))
}
