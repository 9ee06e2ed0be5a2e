import Formulas

/// Cross-entropy of softmax, for one of several classes; course documents 003, section 7, and 004;
/// `torch.nn.CrossEntropyLoss`.
///
///     ce = ln(Σ) − s₃
///     ∂ce/∂x₁ = p₁ − t₁
public enum CrossEntropy {
  /// The loss −ln p of the right class.
  ///
  /// - Parameters:
  ///   - softmax: that of the scores.
  ///   - y: which class is right, counted from 0.
  public static func value<Number: Scalar>(_ softmax: Softmax<Number>, right y: Int) -> Number {
    softmax.crossEntropy(right: y).named("ce")
  }

  /// The derivatives by the scores.
  ///
  /// - Parameters:
  ///   - p: the probabilities.
  ///   - t: 1 for the right class, 0 for the others.
  public static func gradient<Number: Scalar>(_ p: [Number], _ t: [Number]) -> [Number] {
    p.indices.map { k in (p[k] - t[k]).named(.gradient(of: "ce", place: k, of: p.count)) }
  }
}
