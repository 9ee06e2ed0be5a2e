import Formulas
import Words

extension Declaration {
  /// Batch normalisation, section 5.3 of the course.
  public static let batchnorm = Declaration(
    "batchnorm", title: Words(en: "Batch normalisation", zh: "批量归一化"),
    source: "Ioffe and Szegedy 2015 (arXiv 1502.03167); course section 5.3; torch.nn.BatchNorm2d",
    hyperparameters: [
      // A channel of the course's example, row by row.
      Hyperparameter(
        list: "x", "inputs", en: "the inputs, batch after batch", zh: "输入，逐批给出",
        course: [
          -0.2751, -1.2183, -0.5106, -0.1540, -0.4585, -0.5989, -0.6063, 0.5986, -0.4745, 0.1496,
          -1.1266, -1.2377,
        ]),
      Hyperparameter(
        "m", "batch-size", en: "how many inputs a batch has", zh: "每批的输入个数", .counts(2...1000),
        course: 4),
      Hyperparameter("γ", "gamma", en: "the scale γ", zh: "缩放 γ", course: 1),
      Hyperparameter("β", "beta", en: "the shift β", zh: "平移 β", course: 0),
      .epsilon(course: 1e-5),
      Hyperparameter(
        "α", "momentum", en: "the weight α of a new batch in the running statistics",
        zh: "新批次在移动平均中的权重 α", .part, course: 0.1, torch: ("momentum", 0.1)),
    ],
    quantities: [
      Quantity("x", en: "an input", zh: "输入", "input"),
      Quantity("μ", en: "the mean of the batch", zh: "批次的均值", "mean", "batch_mean", "均值"),
      Quantity(
        "σ²", en: "its variance, divided by m", zh: "批次的方差，除以 m", "var", "variance", "batch_var",
        "batch_variance", "sigma_sq", "sigma_squared", "方差"),
      Quantity("x̂", en: "an input, normalised", zh: "归一化的输入", "normalized", "norm", "x_norm"),
      Quantity("y", en: "an output, scaled and shifted", zh: "缩放和平移之后的输出", "out", "output"),
      Quantity(
        "s²", en: "the unbiased variance, divided by m − 1", zh: "无偏方差，除以 m − 1", "unbiased_var",
        "var_unbiased", "unbiased_variance", "无偏方差"),
      Quantity(
        "μ̄", en: "the running mean after the batch", zh: "该批次之后的移动均值", "running_mean",
        "moving_mean"),
      Quantity(
        "σ̄²", en: "the running variance after the batch", zh: "该批次之后的移动方差", "running_var",
        "moving_var", "running_variance", "moving_variance"),
    ])
}

/// Batch normalisation of one channel: Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network Training by
/// Reducing Internal Covariate Shift", 2015 (arXiv 1502.03167); section 5.3 of the course.
///
///     μ  = (x₁ + x₂ + … + xₘ)/m
///     σ² = ((x₁ − μ)² + (x₂ − μ)² + … + (xₘ − μ)²)/m
///     x̂ᵢ = (xᵢ − μ)/√(σ² + ε)
///     yᵢ = γ·x̂ᵢ + β
///
/// A batch is normalised by its own variance σ², which divides by m. For evaluation the layer remembers averages over
/// the batches; into them goes the unbiased variance s², which divides by m − 1, as in PyTorch's `torch.nn.BatchNorm2d`:
///
///     s² = m/(m − 1)·σ²
///     μ̄ₜ = (1 − α)·μ̄ₜ₋₁ + α·μ
///     σ̄²ₜ = (1 − α)·σ̄²ₜ₋₁ + α·s²
///
/// PyTorch's names are `weight` γ, `bias` β, `eps` ε, `momentum` α, `running_mean` μ̄, `running_var` σ̄². Each channel has
/// a normalisation of its own, over all samples of the batch and all places of an image.
public struct BatchNormalization<Number: Scalar> {
  /// The scale of the output, which is learned.
  public let γ: Number
  /// The shift of the output, which is learned.
  public let β: Number
  /// A small number that keeps the division defined.
  public let ε: Number
  /// The weight of a new batch in the running statistics; nil gives all batches so far the same weight.
  public let α: Number?

  /// The running mean μ̄, by which inputs are normalised in evaluation.
  public private(set) var runningMean: Number
  /// The running variance σ̄², by which inputs are normalised in evaluation.
  public private(set) var runningVariance: Number
  /// How many batches the running statistics have seen.
  public private(set) var batches: Step = 0

  /// A layer that has seen no batch, with PyTorch's defaults.
  public init(γ: Number = 1, β: Number = 0, ε: Number = 1e-5, α: Number? = 0.1) {
    self.γ = γ.named("γ")
    self.β = β.named("β")
    self.ε = ε.named("ε")
    self.α = α?.named("α")
    runningMean = (0 as Number).named(Self.runningMeanSymbol, 0)
    runningVariance = (1 as Number).named(Self.runningVarianceSymbol, 0)
  }

  private static var runningMeanSymbol: Symbol { "μ̄" }
  private static var runningVarianceSymbol: Symbol { "σ̄²" }

  /// What is calculated of a batch in training.
  public struct Batch {
    /// The mean μ of the inputs.
    public let mean: Number
    /// The biased variance σ² of the inputs, which normalises them.
    public let variance: Number
    /// The unbiased variance s² of the inputs, which goes into the running variance.
    public let unbiasedVariance: Number
    /// The normalised inputs x̂.
    public let normalized: [Number]
    /// The outputs y.
    public let outputs: [Number]
  }

  /// Normalises a batch by its own mean and variance, and takes these into the running statistics.
  ///
  /// - Precondition: there are at least two inputs, as one has no unbiased variance.
  public mutating func train(_ x: [Number]) -> Batch {
    let (μ, σ²) = moments(of: x)
    let x̂ = normalized(x, mean: μ, variance: σ²)
    let y = outputs(x̂)
    let s² = remember(mean: μ, variance: σ², of: x.count)
    return Batch(mean: μ, variance: σ², unbiasedVariance: s², normalized: x̂, outputs: y)
  }

  /// The mean μ of a batch and its biased variance σ².
  public func moments(of x: [Number]) -> (mean: Number, variance: Number) {
    let m = Number(Double(x.count))
    let μ = (sum(x) / m).named("μ")
    return (μ, (sum(x.map { .pow($0 - μ, 2) }) / m).named("σ²"))
  }

  /// Takes mean and variance of a batch into the running statistics.
  ///
  /// - Precondition: the batch has at least two inputs.
  /// - Returns: the unbiased variance s².
  @discardableResult public mutating func remember(
    mean μ: Number, variance σ²: Number, of count: Int
  ) -> Number {
    precondition(count >= 2, "A batch has two inputs a channel or more.")
    let m = Number(Double(count))
    let s² = (m / (m - 1) * σ²).named("s²")
    batches = Step(batches.number + 1)
    let α = self.α ?? 1 / Number(Double(batches.number))
    runningMean = ((1 - α) * runningMean + α * μ).named(Self.runningMeanSymbol, batches)
    runningVariance = ((1 - α) * runningVariance + α * s²)
      .named(Self.runningVarianceSymbol, batches)
    return s²
  }

  /// Normalises inputs by the running statistics, which stay as they are.
  public func evaluate(_ x: [Number]) -> (normalized: [Number], outputs: [Number]) {
    let x̂ = normalized(x, mean: runningMean, variance: runningVariance)
    return (x̂, outputs(x̂))
  }

  private func normalized(_ x: [Number], mean: Number, variance: Number) -> [Number] {
    x.enumerated().map { i, x in
      ((x - mean) / .sqrt(variance + ε)).named(Symbol("x̂\(i + 1)"))
    }
  }

  private func outputs(_ x̂: [Number]) -> [Number] {
    x̂.enumerated().map { i, x̂ in (γ * x̂ + β).named(Symbol("y\(i + 1)")) }
  }
}
