import Formulas

/// The Huber loss, the half squared error of small errors and linear beyond δ: Huber 1964; `torch.nn.HuberLoss`.
///
///     c₁ = |x₁ − t₁| − max(0, |x₁ − t₁| − δ)
///     huber = (c₁²/2 + δ·(|x₁ − t₁| − c₁) + (c₂²/2 + δ·(|x₂ − t₂| − c₂)))/2
public enum HuberLoss {
  public static func value<Number: Scalar>(_ x: [Number], _ t: [Number], δ: Number) -> Number {
    let c = clipped(x, t, δ)
    return mean(
      x.indices.map { k in Number.pow(c[k], 2) / 2 + δ * ((x[k] - t[k]).magnitude - c[k]) }
    ).named("huber")
  }

  /// The derivatives by the predictions: the error, but no more than δ, divided by the count.
  public static func gradient<Number: Scalar>(_ x: [Number], _ t: [Number], δ: Number) -> [Number] {
    let c = clipped(x, t, δ)
    return x.indices.map { k in
      ((Number.positive(x[k] - t[k]) - Number.positive(t[k] - x[k])) * c[k]
        / Number(Double(x.count)))
        .named(.gradient(of: "huber", place: k, of: x.count))
    }
  }

  /// The sizes of the errors, but no more than δ.
  private static func clipped<Number: Scalar>(_ x: [Number], _ t: [Number], _ δ: Number) -> [Number]
  {
    x.indices.map { k in
      let size = (x[k] - t[k]).magnitude
      return (size - Number.maximum(0, size - δ)).named(Symbol("c\(k + 1)"))
    }
  }
}
