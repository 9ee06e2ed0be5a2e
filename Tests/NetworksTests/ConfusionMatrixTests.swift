import Formulas
import Networks
import TestSupport
import Testing

@Suite struct ConfusionMatrixTests {
  /// What scikit-learn 1.9.1 calculated.
  private struct Golden: Decodable {
    struct Averages: Decodable {
      var precision: Double
      var recall: Double
      var f1: Double
    }

    struct Case: Decodable {
      var `true`: [Int]
      var predicted: [Int]
      var confusion: [[Int]]
      var accuracy: Double
      var balanced_accuracy: Double
      var macro: Averages
      var micro: Averages
      var weighted: Averages
      var per_class: [String: [Double]]
    }

    struct Fold: Decodable {
      var n: Int
      var k: Int
      var folds: [[[Int]]]
    }

    struct Results: Decodable {
      var cases: [Case]
      var k_fold: [Fold]
    }

    var results: Results
  }

  private let golden: Golden = GoldenFile.read("lessons")

  private func expect(_ ours: [Double], _ theirs: [Double]?) throws {
    let theirs = try #require(theirs)
    #expect(ours.count == theirs.count)
    for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b))) }
  }

  @Test func numbersAreScikitLearns() throws {
    #expect(golden.results.cases.count == 4)
    for example in golden.results.cases {
      let matrix = ConfusionMatrix<Double>(true: example.true, predicted: example.predicted)
      #expect(matrix.counts == example.confusion)
      let (measures, averages) = (matrix.measures, matrix.averages)
      try expect(matrix.support.map(Double.init), example.per_class["support"])
      try expect(measures.map(\.precision), example.per_class["precision"])
      try expect(measures.map(\.recall), example.per_class["recall"])
      try expect(measures.map(\.f1), example.per_class["f1"])
      try expect(
        [averages.accuracy, averages.macro.recall], [example.accuracy, example.balanced_accuracy])
      for (ours, theirs) in [
        (averages.macro, example.macro), (averages.weighted, example.weighted),
      ] {
        try expect(
          [ours.precision, ours.recall, ours.f1], [theirs.precision, theirs.recall, theirs.f1])
      }
      try expect(
        [matrix.micro.precision, matrix.micro.recall],
        [example.micro.precision, example.micro.recall]
      )
    }
  }

  /// Of any samples: every sample stands in one cell, weighted recall and micro averages are the accuracy, and F1 lies
  /// between precision and recall.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func whatHoldsForAnySamples(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let classes = Int.random(in: 2...6, using: &generator)
    let samples = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      (
        Int.random(in: 0..<classes, using: &generator),
        Int.random(in: 0..<classes, using: &generator)
      )
    }
    let matrix = ConfusionMatrix<Double>(
      true: samples.map(\.0), predicted: samples.map(\.1), classes: classes)
    #expect(matrix.counts.joined().reduce(0, +) == samples.count)
    let right = Double(samples.count { $0.0 == $0.1 }) / Double(samples.count)
    let averages = matrix.averages
    for number in [
      averages.accuracy, averages.weighted.recall, matrix.micro.precision, matrix.micro.recall,
    ] {
      #expect(abs(number - right) < 1e-12)
    }
    for (k, m) in matrix.measures.enumerated() {
      #expect(m.truePositives + m.falsePositives == Double(matrix.predictions[k]))
      #expect(m.truePositives + m.falseNegatives == Double(matrix.support[k]))
      #expect(m.f1 <= max(m.precision, m.recall) + 1e-15)
      #expect(m.f1 >= min(m.precision, m.recall) - 1e-15)
    }
    // Turned round, precision is recall.
    let turned = ConfusionMatrix<Double>(
      true: samples.map(\.1), predicted: samples.map(\.0), classes: classes)
    #expect(turned.measures.map(\.precision) == matrix.measures.map(\.recall))
  }

  @Test func formulasShowTheirCounts() {
    let measures = ConfusionMatrix<Traced>([[2, 0, 0], [0, 0, 1], [1, 0, 2]]).measures
    #expect("\(measures[0].falsePositives.derivation())" == "FP₀ = C₁₀ + C₂₀ = 0 + 1 = 1")
    #expect(
      "\(measures[2].precision.derivation())" == "P₂ = TP₂/(TP₂ + FP₂) = 2/(2 + 1) = 0.666667")
    #expect(measures[1].precision.value == 0 && measures[1].f1.value == 0)
  }

  @Test func foldsAreScikitLearns() {
    #expect(golden.results.k_fold.count == 2)
    for example in golden.results.k_fold {
      let folds = Folds(of: example.n, example.k)
      #expect(folds.training == example.folds.map { $0[0] })
      #expect(folds.validation == example.folds.map { $0[1] })
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func foldsPartTheSamples(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let n = Int.random(in: 2...50, using: &generator)
    let k = Int.random(in: 1...n, using: &generator)
    let folds = Folds(of: n, k, order: (0..<n).shuffled(using: &generator))
    #expect(folds.validation.joined().sorted() == Array(0..<n))
    let sizes = folds.validation.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    for (training, validation) in zip(folds.training, folds.validation) {
      #expect((training + validation).sorted() == Array(0..<n))
    }
  }

  @Test func meanAndDeviationAreThoseOfPlainNumbers() {
    // statistics.mean and statistics.stdev of Python: 5 and √(32/7).
    let summary = Folds.summary(of: [2.0, 4, 4, 4, 5, 5, 7, 9])
    #expect(summary.mean == 5 && abs(summary.deviation - (32.0 / 7).squareRoot()) < 1e-15)
  }
}
