import Formulas
import Networks
import TestSupport
import Testing

@Suite struct FeatureScalingTests {
  /// What scikit-learn 1.9.1 made of three features, fitted to training data, and of gaps and categories.
  private struct Lessons: Decodable {
    var scaling: Scaling

    struct Scaling: Decodable {
      var train: [[Double]]
      var test: [[Double]]
      var min_max: Scaled
      var standard: Scaled
      var robust: Scaled
      var min_max_documented: Documented
      var missing: Missing
      var one_hot: OneHot
    }
    struct Scaled: Decodable {
      var train: [[Double]]
      var test: [[Double]]
    }
    struct Documented: Decodable {
      var data: [[Double]]
      var scaled: [[Double]]
    }
    struct Missing: Decodable {
      var data: [[Double?]]
      var mean: [[Double]]
      var median: [[Double]]
    }
    struct OneHot: Decodable {
      var data: [[String]]
      var categories: [String]
      var encoded: [[Double]]
    }
  }

  /// What PyTorch 2.13 calculated of short lists.
  private struct Extras: Decodable {
    var scaling: [Case]

    struct Case: Decodable {
      var data: [Double]
      var min: Double
      var max: Double
      var mean: Double
      var std_population: Double
      var min_max: [Double]?
      var min_max_to_minus1_1: [Double]?
      var z_population: [Double]?
    }
  }

  private let golden = (GoldenFile.read("lessons") as Lessons).scaling

  private func expect(_ ours: [Double], _ theirs: [Double]) {
    #expect(ours.count == theirs.count)
    for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b))) }
  }

  private func column(_ rows: [[Double]], _ i: Int) -> [Double] { rows.map { $0[i] } }

  @Test func trainingAndTestAreScaledAsByScikitLearn() {
    for i in 0..<3 {
      let (train, test) = (column(golden.train, i), column(golden.test, i))
      let fit = FeatureScaling(fitting: train)
      let robust = RobustScaling(fittingSorted: train.sorted())
      for (data, part) in [(train, \Lessons.Scaled.train), (test, \.test)] {
        expect(data.map { fit.minMax($0) }, column(golden.min_max[keyPath: part], i))
        expect(data.map { fit.standardized($0) }, column(golden.standard[keyPath: part], i))
        expect(data.map { robust($0) }, column(golden.robust[keyPath: part], i))
      }
    }
  }

  /// The example in scikit-learn's documentation of MinMaxScaler: [[-1, 2], [-0.5, 6], [0, 10], [1, 18]].
  @Test func minMaxIsAsDocumentedByScikitLearn() {
    let data = [[-1, 2], [-0.5, 6], [0, 10], [1, 18.0]]
    let scaled = [[0, 0], [0.25, 0.25], [0.5, 0.5], [1, 1.0]]
    #expect(golden.min_max_documented.data == data)
    #expect(golden.min_max_documented.scaled == scaled)
    for i in 0...1 {
      let fit = FeatureScaling(fitting: column(data, i))
      #expect(column(data, i).map { fit.minMax($0) } == column(scaled, i))
    }
  }

  @Test func statisticsArePyTorchs() {
    let cases = (GoldenFile.read("extras") as Extras).scaling
    #expect(cases.count == 3)
    for example in cases {
      let fit = FeatureScaling(fitting: example.data)
      expect(
        [fit.minimum, fit.maximum, fit.mean, fit.deviation],
        [example.min, example.max, example.mean, example.std_population])
      let u = example.data.map { fit.minMax($0) }
      guard let scaled = example.min_max, let ranged = example.min_max_to_minus1_1,
        let standard = example.z_population
      else {
        // Equal numbers have no scale.
        #expect(fit.deviation == 0 && u.allSatisfy(\.isNaN))
        continue
      }
      expect(u, scaled)
      expect(u.map { fit.ranged($0, from: -1, to: 1) }, ranged)
      expect(example.data.map { fit.standardized($0) }, standard)
    }
  }

  @Test func gapsAreFilledAsByScikitLearn() {
    for i in 0..<3 {
      let data = golden.missing.data.map { $0[i] }
      let known = data.compactMap(\.self)
      let mean = FeatureScaling(fitting: known).mean
      expect(MissingValues.filled(data, with: mean), column(golden.missing.mean, i))
      let median = quantile(0.5, ofSorted: known.sorted())
      expect(MissingValues.filled(data, with: median), column(golden.missing.median, i))
    }
  }

  @Test func categoriesAreEncodedAsByScikitLearn() {
    let code = OneHot(fitting: golden.one_hot.data.map { $0[0] })
    #expect(code.categories == golden.one_hot.categories)
    #expect(golden.one_hot.data.map { code.encode($0[0]) } == golden.one_hot.encoded)
    #expect(code.encode("violet") == [0, 0, 0])
  }

  /// Ranges, means and deviations come out as they should, and the way back leads to where it began.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func scaledDataLieWhereTheyShould(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...20, using: &generator)
    let x = (0..<count).map { _ in Double.random(in: -1000...1000, using: &generator) }
    let fit = FeatureScaling(fitting: x)
    let (a, b) = (Double.random(in: -5...0, using: &generator), 3.0)
    let v = x.map { fit.ranged(fit.minMax($0), from: a, to: b) }
    #expect(abs((v.min() ?? .nan) - a) < 1e-12 && abs((v.max() ?? .nan) - b) < 1e-12)
    let again = FeatureScaling(fitting: x.map { fit.standardized($0) })
    #expect(abs(again.mean) < 1e-12 && abs(again.deviation - 1) < 1e-12)
    for x in x { #expect(abs(fit.restored(fit.standardized(x)) - x) < 1e-9) }
    // Of the robust scale half of the data lie at most 1 apart, around 0.
    let robust = RobustScaling(fittingSorted: x.sorted())
    #expect(quantile(0.5, ofSorted: x.map { robust($0) }.sorted()).magnitude < 1e-12)
  }

  @Test func gapsAreInterpolated() {
    #expect(MissingValues.interpolated([nil, 2, nil, nil, 8, nil]) == [2, 2, 4, 6, 8, 8])
    #expect(MissingValues.interpolated([1, 5, 2.5]) == [1, 5, 2.5])
  }

  @Test(arguments: [
    (1, [1, 2, 6, 4, 2]), (3, [1.5, 3, 4, 4, 3]), (5, [3, 3.25, 3, 3.5, 4]),
    (7, [3.25, 3, 3, 3, 3.5]),
  ])
  func averagesMoveOverTheirNeighbours(window: Int, expected: [Double]) {
    #expect(movingAverage([1, 2, 6, 4, 2.0], window: window) == expected)
  }

  @Test(arguments: [(0, 1), (0.25, 1.75), (0.5, 3), (0.75, 5), (1, 8)])
  func quantilesLieOnLines(part: Double, expected: Double) {
    #expect(quantile(part, ofSorted: [1, 2, 4, 8]) == expected)
  }
}
