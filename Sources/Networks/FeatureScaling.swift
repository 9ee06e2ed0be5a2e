import Formulas
import Words

extension Declaration {
  /// Scaling of features, section 4 of the course's document 003.
  public static let scaling = Declaration(
    "scaling", title: Words(en: "Scaling of features", zh: "特征缩放"),
    source:
      "sklearn.preprocessing.MinMaxScaler and StandardScaler; course document 003, section 4",
    hyperparameters: [
      Hyperparameter(
        list: "x", "training",
        en: "the feature in the training data, which min, max, μ and σ are of",
        zh: "训练数据中的特征值，min、max、μ、σ 由它们算出", course: [40, 55, 70, 90, 120]),
      Hyperparameter(
        list: "x_test", "test", en: "the feature in the test data", zh: "测试数据中的特征值",
        course: [50, 100, 140]),
      Hyperparameter(
        "a", "low", en: "the lower end a of the range of v", zh: "v 的区间下端 a", course: -1),
      Hyperparameter(
        "b", "high", en: "the upper end b of the range of v", zh: "v 的区间上端 b", course: 1),
    ],
    quantities: [
      Quantity("x", en: "the feature as it is", zh: "原始特征值", "input", "value", "特征"),
      Quantity(
        "x_min", en: "the smallest of the training data", zh: "训练数据的最小值", "min", "minimum",
        "data_min",
        "最小值"),
      Quantity(
        "x_max", en: "the largest of the training data", zh: "训练数据的最大值", "max", "maximum",
        "data_max",
        "最大值"),
      Quantity(
        "μ", en: "their mean", zh: "训练数据的均值", "mean", "avg", "average", "均值"),
      Quantity(
        "σ²", en: "their variance, divided by n", zh: "训练数据的方差，除以 n", "var", "variance", "方差"),
      Quantity(
        "σ", en: "their standard deviation", zh: "训练数据的标准差", "std", "sd", "stddev",
        "standard_deviation", "scale", "标准差"),
      Quantity(
        "u", en: "min-max scaled to [0, 1]", zh: "最小–最大归一化到 [0, 1]", "min_max", "minmax",
        "minmax_01", "x_minmax", "normalized", "x_norm", "归一化"),
      Quantity(
        "v", en: "min-max scaled to [a, b]", zh: "最小–最大归一化到 [a, b]", "min_max_ab", "min_max_range",
        "minmax_symmetric"),
      Quantity(
        "z", en: "the z-score: standardized", zh: "z 分数（标准化）", "z_score", "zscore", "standard",
        "standardized", "standard_scaled", "x_standard", "x_std", "标准化"),
    ])
}

/// Scaling of a feature by what its training data are: section 4 of the course's document 003.
///
///     xₘᵢₙ = min(x₁, x₂, …, xₙ)
///     xₘₐₓ = max(x₁, x₂, …, xₙ)
///     μ = (x₁ + x₂ + … + xₙ)/n
///     σ² = ((x₁ − μ)² + (x₂ − μ)² + … + (xₙ − μ)²)/n
///     σ = √σ²
///     uᵢ = (xᵢ − xₘᵢₙ)/(xₘₐₓ − xₘᵢₙ)
///     vᵢ = a + (b − a)·uᵢ
///     zᵢ = (xᵢ − μ)/σ
///
/// All other data, those of a test too, are scaled by the same four numbers. u and v are scikit-learn's `MinMaxScaler`, z is
/// its `StandardScaler`, which divides the variance by n.
///
///     FeatureScaling(fitting: [40, 55, 70, 90, 120]).minMax(100)    // 0.75
public struct FeatureScaling<Number: Scalar> {
  /// The smallest number of the training data.
  public let minimum: Number
  /// The largest number of the training data.
  public let maximum: Number
  /// The mean μ of the training data.
  public let mean: Number
  /// Their variance σ², which divides by how many they are.
  public let variance: Number
  /// Their standard deviation σ.
  public let deviation: Number

  /// Finds the numbers that a feature is scaled by.
  ///
  /// - Precondition: there are training data. Where they are all equal, nothing can be scaled by them.
  public init(fitting x: [Number]) {
    precondition(!x.isEmpty, "There are data to fit to.")
    let n = Number(Double(x.count))
    minimum = x.dropFirst().reduce(x[0]) { .minimum($0, $1) }.named("x_min")
    maximum = x.dropFirst().reduce(x[0]) { .maximum($0, $1) }.named("x_max")
    let μ = (sum(x) / n).named("μ")
    mean = μ
    variance = (sum(x.map { .pow($0 - μ, 2) }) / n).named("σ²")
    deviation = .sqrt(variance).named("σ")
  }

  /// Min-max scaling: the training data lie from 0 to 1.
  ///
  /// - Parameter i: which sample it is, for its name.
  public func minMax(_ x: Number, at i: Step? = nil) -> Number {
    ((x - minimum) / (maximum - minimum)).named("u", i)
  }

  /// What lies from 0 to 1, moved to lie from a to b.
  public func ranged(_ u: Number, from a: Number, to b: Number, at i: Step? = nil) -> Number {
    (a + (b - a) * u).named("v", i)
  }

  /// The z-score: the training data have the mean 0 and the standard deviation 1.
  public func standardized(_ x: Number, at i: Step? = nil) -> Number {
    ((x - mean) / deviation).named("z", i)
  }

  /// What had this z-score: the way back, for predictions of a scaled target.
  public func restored(_ z: Number) -> Number { mean + deviation * z }
}
