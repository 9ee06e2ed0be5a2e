import Drawing
import Formulas
import Lecture
import Networks
import Plot
import TestSupport
import Testing
import Words

@testable import LessonScaling

@Suite struct ScalingLessonTests {
  /// What a linear regression's own gradient says, and where descent by it leads.
  @Test func theBowlIsTheOneOfTheLoss() {
    for descent in ScaledDescent.all(rate: 0.6, steps: 40) {
      let regression = descent.regression
      var generator = SeededGenerator(seed: 3)
      for _ in 0..<20 {
        let w = (0...1).map { _ in Double.random(in: -2...2, using: &generator) }
        let gradient = regression.gradient(w)
        for i in 0...1 {
          var (left, right) = (w, w)
          (left[i], right[i]) = (w[i] - 1e-3, w[i] + 1e-3)
          // A parabola's central difference is its slope.
          let slope = (regression.loss(right) - regression.loss(left)) / 2e-3
          #expect(abs(slope - gradient[i]) <= 1e-7 * max(1, abs(slope)))
        }
      }
      let size = regression.gradient([0, 0]).map(\.magnitude).max() ?? 1
      for slope in regression.gradient(regression.minimum) {
        #expect(slope.magnitude < 1e-10 * size)
      }
      var w = [0.0, 0]
      for drawn in descent.walk {
        for i in 0...1 { #expect(abs(drawn[i] - w[i]) <= 1e-9 * max(1, abs(w[i]))) }
        let gradient = regression.gradient(w)
        w = zip(w, gradient).map { $0 - descent.η * $1 }
      }
    }
  }

  /// The steps that are counted are those after which a millionth is left, and no fewer.
  @Test(arguments: [0.2, 0.6, 0.95])
  func stepsAreCountedUntilAMillionthIsLeft(rate: Double) throws {
    for descent in ScaledDescent.all(rate: rate, steps: 1) {
      let regression = descent.regression
      let bottom = regression.loss(regression.minimum)
      let count = try #require(descent.stepsDown)
      var w = [0.0, 0]
      let goal = 1e-6 * (regression.loss(w) - bottom)
      for _ in 0..<count - 1 { w = zip(w, regression.gradient(w)).map { $0 - descent.η * $1 } }
      #expect(regression.loss(w) - bottom > goal * 0.999)
      w = zip(w, regression.gradient(w)).map { $0 - descent.η * $1 }
      #expect(regression.loss(w) - bottom < goal * 1.001)
    }
  }

  /// κ of two z-scores is (1 + ρ)/(1 − ρ), and above the largest rate descent diverges.
  @Test func conditionAndRateAreThoseOfTheTable() throws {
    let columns = try #require(try ScalingLesson.document().tables["scaling-descent"]).columns
    let κ = columns[3].numbers.compactMap(\.self)
    let areas = FeatureScaling(fitting: Flats.areas)
    let distances = FeatureScaling(fitting: Flats.distances)
    let ρ =
      zip(Flats.areas, Flats.distances).map {
        areas.standardized($0) * distances.standardized($1)
      }.reduce(0, +) / 5
    #expect(abs(κ[2] - (1 + ρ) / (1 - ρ)) < 1e-12)
    #expect(κ[0] > 1000 && κ[1] < 10)
    for rate in [0.99, 1.01] {
      for descent in ScaledDescent.all(rate: rate, steps: 1000) {
        let losses = descent.walk.map { descent.regression.loss($0) }
        let grows = losses[1000] > losses[500]
        #expect(grows == (rate > 1))
      }
    }
    let last = try #require(
      try ScalingLesson.document(["--rate", "1"]).tables["scaling-descent"]
    ).columns[5]
    #expect(last.cells == Array(repeating: .text("never arrives"), count: 3))
  }

  /// What a wrongly scaled test value means: scaled rightly, that flat has the same number.
  @Test func wronglyScaledFlatsAreOthers() throws {
    let columns = try #require(try ScalingLesson.document().tables["scaling-test"]).columns
    let numbers = columns.map { $0.numbers.compactMap(\.self) }
    let fit = FeatureScaling(fitting: Flats.areas)
    #expect(numbers[0] == Flats.testAreas)
    for i in Flats.testAreas.indices {
      #expect(abs(fit.minMax(numbers[3][i]) - numbers[2][i]) < 1e-12)
      #expect(abs(fit.standardized(numbers[5][i]) - numbers[4][i]) < 1e-12)
      #expect(abs(numbers[1][i] - fit.minMax(Flats.testAreas[i])) < 1e-12)
      #expect(numbers[1][i] != numbers[2][i])
    }
  }

  /// The larger the outlier, the less min-max and z-scores leave of the others; the robust scale leaves the same.
  @Test func theRobustScaleDoesNotMindHowLargeAnOutlierIs() {
    let sizes: [Double] = [240, 1200, 1e6]
    let remainders = sizes.map { Outliers(Flats.areas, outlier: $0).ways.map(\.remainder) }
    for way in 0...1 {
      #expect(remainders[0][way] > remainders[1][way] && remainders[1][way] > remainders[2][way])
    }
    #expect(Set(remainders.map { $0[2] }).count == 1)
    for remainder in remainders { #expect(remainder[2] > 0.6 && remainder[0] <= 0.4) }
  }

  private static let extremes: [[String]] = [
    ["--rate", "1.2", "--steps", "1000"], ["--rate", "0.05", "--steps", "1"],
    ["--outlier", "1000000", "--window", "7"],
    ["--outlier", "240", "--low", "-1e6", "--high", "1e6"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try ScalingLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--low", "1"], ["--low", "2", "--high", "1"], ["--high", "1e7"], ["--low", "nan"],
    ["--outlier", "239"], ["--window", "2"], ["--window", "9"], ["--rate", "0.04"],
    ["--rate", "1.3"], ["--rate", "nan"], ["--steps", "0"], ["--steps", "1001"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try ScalingLesson.parse(arguments) }
  }
}
