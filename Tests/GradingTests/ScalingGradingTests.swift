import Networks
import TestSupport
import Testing

@testable import Grading

@Suite struct ScalingGradingTests {
  /// scikit-learn's documented example of MinMaxScaler, and the short lists that PyTorch scaled.
  @Test func scalingIsThatOfScikitLearn() throws {
    var exercise = Exercise(.scaling)
    try exercise.set("training", to: [-1, -0.5, 0, 1])
    try exercise.set("test", to: [2])
    try exercise.check()
    #expect(exercise.key.values("u") == [0, 0.25, 0.5, 1, 1.5])
    #expect(exercise.key.values("v") == [-1, -0.5, 0, 1, 2])
    let golden = (GoldenFile.read("extras") as Extras).scaling
    for example in golden {
      guard let z = example.z_population else { continue }
      try exercise.set("training", to: example.data)
      try exercise.check()
      for (ours, theirs) in zip(exercise.key.values("z"), z) {
        #expect(abs(try #require(ours) - theirs) < 1e-12)
      }
    }
  }

  private struct Extras: Decodable {
    var scaling: [Scaled]
    struct Scaled: Decodable {
      var data: [Double]
      var z_population: [Double]?
    }
  }

  /// Numbers as people get them, and what is said of them.
  @Test(
    arguments: [
      ("u", [0, 0.1875, 0.375, 0.625, 1, 0.125, 0.75, 1.25], nil),
      ("u", [0, 0.1875, 0.375, 0.625, 1, 0, 0.5556, 1], "test-by-its-own"),
      ("u", [0, 0.15, 0.3, 0.5, 0.8, 0.1, 0.6, 1], "fitted-to-all"),
      (
        "z", [-1.1209, -0.6405, -0.1601, 0.4804, 1.4412, -0.8006, 0.8006, 2.0817],
        "sample-deviation"
      ),
      (
        "z", [-0.0449, -0.0256, -0.0064, 0.0192, 0.0577, -0.0321, 0.0321, 0.0833],
        "divided-by-variance"
      ),
    ] as [(String, [Double], String?)])
  func scalingsAreNamed(quantity: String, numbers: [Double], variant: String?) throws {
    let text = quantity + "\n" + numbers.map { "\($0)" }.joined(separator: "\n")
    let assessment = try Grader(Exercise(.scaling), tolerance: 1e-4)
      .assess(Submission(bytes: Array(text.utf8)))
    #expect(
      assessment.matches.map(\.variant.name).contains(variant ?? "") == (variant != nil)
        && (assessment.outcome == .right || variant != nil))
  }

  @Test func scalingIsThatOfTheRule() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<100 {
      var exercise = Exercise(.scaling)
      let training = (0..<Int.random(in: 2...9, using: &generator)).map { _ in
        Double.random(in: -30...30, using: &generator)
      }
      let test = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Double.random(in: -30...30, using: &generator)
      }
      (exercise.numbers["training"], exercise.numbers["test"]) = (training, test)
      exercise.steps = training.count + test.count
      let fit = FeatureScaling(fitting: training)
      #expect(exercise.key.values("x_min") == (training + test).map { _ in fit.minimum })
      #expect(exercise.key.values("u") == (training + test).map { fit.minMax($0) })
      #expect(exercise.key.values("z") == (training + test).map { fit.standardized($0) })
    }
  }

  @Test(arguments: [
    ("x_min", ["x_min", "min", "xₘᵢₙ", "data_min"]), ("μ", ["μ", "mean", "mu"]),
    ("σ", ["σ", "std", "sigma"]), ("u", ["u", "min_max", "MinMax", "x_norm"]),
    ("z", ["z", "z-score"]),
  ])
  func headingsAreUnderstood(quantity: String, headings: [String]) {
    let spellings = Subject.scaling.spellings(of: Exercise(.scaling).key)
    for heading in headings {
      #expect(spellings[QuantityNames.normalized(heading)] == quantity, "\(heading)")
    }
  }

  @Test(
    arguments: [("training", [3, 3]), ("training", []), ("low", [1]), ("high", [-2])]
      as [(String, [Double])])
  func numbersWithoutAScaleAreRefused(parameter: String, list: [Double]) throws {
    var exercise = Exercise(.scaling)
    try exercise.check()
    #expect(throws: ExerciseError.self) {
      try exercise.set(parameter, to: list)
      try exercise.check()
    }
  }
}
