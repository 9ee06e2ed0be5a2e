import Formulas

/// The folds of a cross-validation: each sample is left out of the training once, and judged by what was trained on the
/// others. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", 1974; course document 003, section 5;
/// scikit-learn's `KFold`.
///
///     Folds(of: 11, 3).validation    // 0 … 3, 4 … 7 and 8 … 10
public struct Folds: Sendable {
  /// The samples that are left out in each round.
  public let validation: [[Int]]

  /// As many folds as are wanted, the first of them larger by one where they cannot all be of one size.
  ///
  /// - Parameter order: that of the samples, from which folds are cut; as they are if nil.
  public init(of samples: Int, _ folds: Int, order: [Int]? = nil) {
    precondition((1...max(1, samples)).contains(folds), "A sample for each fold.")
    let order = order ?? Array(0..<samples)
    let (size, rest) = (samples / folds, samples % folds)
    validation = (0..<folds).map { fold in
      let start = fold * size + min(fold, rest)
      return order[start..<start + size + (fold < rest ? 1 : 0)].sorted()
    }
  }

  /// The samples that are trained on in each round: all others.
  public var training: [[Int]] {
    validation.indices.map { fold in
      validation.indices.filter { $0 != fold }.flatMap { validation[$0] }.sorted()
    }
  }

  /// The mean of the folds' results, and by how much they differ: their standard deviation.
  ///
  /// - Precondition: there are two or more.
  public static func summary<Number: Scalar>(
    of results: [Number]
  ) -> (mean: Number, deviation: Number) {
    let k = Number(Double(results.count))
    let ā = (sum(results) / k).named("ā")
    return (ā, Number.sqrt(sum(results.map { .pow($0 - ā, 2) }) / (k - 1)).named("s"))
  }
}
