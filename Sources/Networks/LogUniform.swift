import Formulas
import Words

extension Declaration {
  /// The range that learning rates are drawn from, section 2 of the course's document 000.
  public static let search = Declaration(
    "search", title: Words(en: "Search for hyperparameters", zh: "超参数搜索"),
    source: "Bergstra and Bengio 2012 (JMLR 13); course document 000, sections 1 to 3",
    hyperparameters: [
      Hyperparameter(
        "η_min", "lowest", en: "the lowest learning rate that is searched", zh: "搜索的最小学习率",
        .positive, course: 0.0001),
      Hyperparameter(
        "η_max", "highest", en: "the highest learning rate that is searched", zh: "搜索的最大学习率",
        .positive, course: 1),
    ], quantities: [])
}

/// The logarithmic scale, on which each power of ten has the same part of all draws: Bergstra and Bengio, "Random Search
/// for Hyper-Parameter Optimization", JMLR 13, 2012; course document 000, section 2; SciPy's `loguniform`.
///
///     x = a·(b/a)^u    u is drawn uniformly from 0 to 1
///
/// The course writes it with powers of ten: 10 to a number that is drawn uniformly from log₁₀ a to log₁₀ b.
public struct LogUniform<Number: Scalar> {
  /// The least number.
  public let a: Number
  /// The greatest number.
  public let b: Number

  /// The scale from one number above 0 to another.
  public init(from a: Number, to b: Number) {
    (self.a, self.b) = (a.named("a"), b.named("b"))
  }

  /// The number at a part u of the scale, from 0 to 1.
  public func callAsFunction(_ u: Number) -> Number { (a * .pow(b / a, u)).named("x") }

  /// Which part of the draws lies between two numbers of the scale.
  public func share(from low: Number, to high: Number) -> Number {
    .log(high / low) / .log(b / a)
  }

  /// The same where x itself is drawn uniformly.
  public func uniformShare(from low: Number, to high: Number) -> Number { (high - low) / (b - a) }

  /// The momentum β for which 1 − β lies at a part u of the scale from 1 − β to another: β is never drawn itself, as it makes
  /// more of a difference the nearer it is to 1.
  public static func decay(from low: Number, to high: Number, _ u: Number) -> Number {
    1 - LogUniform(from: 1 - low, to: 1 - high)(u)
  }
}

extension LogUniform: Sendable where Number: Sendable {}
