import Formulas

/// Cross-entropy of answers yes or no, each the sigmoid of a score; course document 003, section 7;
/// `torch.nn.BCEWithLogitsLoss`.
///
///     q = 1/(1 + exp(−x))
///     bce = max(0, x) − x·t + ln(1 + exp(−|x|))
///     ∂bce/∂x = q − t
///
/// bce is −(t·ln(q) + (1 − t)·ln(1 − q)), written so that it holds where q is too near to 0 or 1 for a number. Of several
/// scores it is the mean.
public enum BinaryCrossEntropy {
  /// The probabilities of yes.
  public static func probabilities<Number: Scalar>(_ x: [Number]) -> [Number] {
    x.indices.map { k in Number.sigmoid(x[k]).named(Symbol(x.count == 1 ? "q" : "q\(k + 1)")) }
  }

  /// - Parameters:
  ///   - x: the scores.
  ///   - t: 1 for yes, 0 for no.
  public static func value<Number: Scalar>(_ x: [Number], _ t: [Number]) -> Number {
    mean(
      zip(x, t).map { Number.maximum(0, $0) - $0 * $1 + Number.log(1 + Number.exp(-$0.magnitude)) }
    ).named("bce")
  }

  /// The derivatives by the scores.
  ///
  /// - Parameter q: the probabilities.
  public static func gradient<Number: Scalar>(_ q: [Number], _ t: [Number]) -> [Number] {
    q.indices.map { k in
      let error = q[k] - t[k]
      return (q.count == 1 ? error : error / Number(Double(q.count)))
        .named(.gradient(of: "bce", place: k, of: q.count))
    }
  }
}
