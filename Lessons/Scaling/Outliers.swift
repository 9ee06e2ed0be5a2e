import Formulas
import Networks

/// What one outlier does to the scaled values of all others.
struct Outliers {
  /// A way to scale: the values without the outlier, then with it, and where the outlier itself lands.
  struct Way {
    let kind: Kind
    let before: [Double]
    let after: [Double]
    let outlier: Double

    /// How much of the distance between the smallest and the largest of the others is left.
    var remainder: Double { Self.width(after) / Self.width(before) }

    private static func width(_ numbers: [Double]) -> Double {
      (numbers.max() ?? 0) - (numbers.min() ?? 0)
    }
  }

  enum Kind: CaseIterable { case minMax, standard, robust }

  let ways: [Way]
  /// The robust scale with the outlier, and what it makes of the first value.
  let robust: (scaling: RobustScaling<Traced>, first: Traced)

  init(_ values: [Double], outlier: Double) {
    let all = values + [outlier]
    ways = Kind.allCases.map { kind in
      let (before, after) = (kind.scale(fitting: values), kind.scale(fitting: all))
      return Way(
        kind: kind, before: values.map(before), after: values.map(after), outlier: after(outlier))
    }
    let sorted = all.sorted().enumerated().map { Traced($1).named("x", Step($0 + 1)) }
    let scaling = RobustScaling(fittingSorted: sorted)
    robust = (scaling, scaling(sorted[0], at: 1))
  }
}

extension Outliers.Kind {
  fileprivate func scale(fitting data: [Double]) -> (Double) -> Double {
    let fitted = FeatureScaling(fitting: data)
    let robust = RobustScaling(fittingSorted: data.sorted())
    return { x in
      switch self {
      case .minMax: fitted.minMax(x)
      case .standard: fitted.standardized(x)
      case .robust: robust(x)
      }
    }
  }
}
