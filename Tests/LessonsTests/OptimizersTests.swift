import Descent
import Drawing
import Lecture
import Plot
import TestSupport
import Testing

@testable import Lessons

@Suite struct OptimizersTests {
  private func lesson(_ arguments: [String] = []) throws -> OptimizersLesson {
    try OptimizersLesson.parse(arguments)
  }

  private func contest(
    _ contestant: Contestant, on terrain: Terrain, _ arguments: [String] = []
  ) throws -> Contest {
    try #require(
      try lesson(arguments).contests(on: terrain).first { $0.contestant == contestant })
  }

  @Test(arguments: Terrain.allCases)
  func theLandmarksAreFlat(terrain: Terrain) {
    for landmark in terrain.landmarks(in: .english) {
      let gradient = terrain.objective.gradient(at: [landmark.x, landmark.y])
      #expect(gradient.allSatisfy { abs($0) < 1e-15 })
    }
  }

  @Test(arguments: Terrain.allCases)
  func startsAndLandmarksAreInTheWindow(terrain: Terrain) {
    let (x, y) = terrain.window
    let places = terrain.landmarks(in: .english).map { [$0.x, $0.y] } + [terrain.start]
    #expect(places.allSatisfy { x.contains($0[0]) && y.contains($0[1]) })
  }

  @Test func theGoalsAreBelowWhereOneMayGetStuck() {
    for terrain in Terrain.allCases {
      #expect(terrain.goal < terrain.objective.loss(terrain.start))
    }
    #expect(Terrain.localMinimum.goal < Objective.localMinimum.loss([1, 0]))
    #expect(Terrain.saddle.goal < Objective.saddle.loss([0, 0]))
  }

  @Test func everyOptimizerHasANameAndAColourOfItsOwn() {
    for language in Language.allCases {
      #expect(Set(Contestant.allCases.map { $0.name(in: language) }).count == 6)
    }
    #expect(Set(Contestant.allCases.map(\.color)).count == 6)
  }

  @Test(arguments: Terrain.allCases)
  func allRunsStartAtTheSamePlaceAndTakeAllSteps(terrain: Terrain) throws {
    for contest in try lesson().contests(on: terrain) {
      #expect(contest.path.first == Datum(x: terrain.start[0], y: terrain.start[1]))
      #expect(contest.path.count == 101)
      #expect(contest.divergence == nil)
    }
  }

  /// On the ravine gradient descent multiplies x by 1 − η and y by 1 − 25η.
  @Test func gradientDescentInTheRavineIsItsClosedForm() throws {
    let path = try contest(.gradientDescent, on: .ravine).path
    for (step, place) in path.enumerated() {
      var expected = (x: -4.0, y: 1.5)
      for _ in 0..<step { expected = (expected.x * 0.97, expected.y * 0.25) }
      #expect(abs(place.x - expected.x) <= 1e-13)
      #expect(abs(place.y - expected.y) <= 1e-13)
    }
  }

  /// What the lesson says of the numbers with the options as they are.
  @Test func whoMastersWhatIsAsInTheText() throws {
    let all = try lesson()
    func masters(_ terrain: Terrain) -> [Contestant] {
      all.contests(on: terrain).filter { $0.arrival(below: terrain.goal) != nil }
        .map(\.contestant)
    }
    #expect(masters(.ravine) == [.momentum, .nesterov, .rmsProp, .adam])
    #expect(masters(.plateau) == [.momentum, .nesterov, .adaGrad, .rmsProp, .adam])
    #expect(masters(.saddle) == Contestant.allCases)
    #expect(masters(.localMinimum) == [.momentum, .nesterov])
  }

  @Test func onTheRidgeNobodyLeavesTheSaddle() throws {
    for contest in try lesson().contests(on: .saddle, from: [-2, 0]) {
      #expect(contest.path.allSatisfy { $0.y == 0 })
    }
  }

  @Test func adaGradsRateOnlyFalls() throws {
    for terrain in Terrain.allCases {
      let rates = try contest(.adaGrad, on: terrain).effectiveRates
      #expect(rates.count == 100)
      #expect(zip(rates, rates.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(try contest(.momentum, on: terrain).effectiveRates.isEmpty)
    }
  }

  @Test func crossingsAndLastStepsAreCounted() throws {
    // 1 − 25·0.05 = −0.25: y changes its sign in each of 10 steps.
    let arguments = ["--learning-rate", "0.05", "--steps", "10"]
    let contest = try contest(.gradientDescent, on: .ravine, arguments)
    #expect(contest.crossings(of: \.y) == 10)
    #expect(contest.crossings(of: \.x) == 0)
    let ends = contest.path.suffix(2).map(\.x)
    #expect(abs(contest.lastStep - (ends[1] - ends[0])) < 1e-5)
  }

  @Test func oneTerrainCanBeShownAlone() throws {
    for terrain in Terrain.allCases {
      let blocks = try lesson(["--terrain", terrain.rawValue]).document(in: .english).blocks
      let figures = blocks.compactMap { if case .figure(_, let name) = $0 { name } else { nil } }
      #expect(figures == ["optimizers-\(terrain.rawValue)"])
    }
  }

  @Test func legendsStateEachRunsHyperparameters() throws {
    let blocks = try lesson(["--terrain", "ravine"]).document(in: .english).blocks
    for case .figure(let figure, _) in blocks {
      let names = figure.columns.flatMap(\.self).flatMap(\.marks).compactMap { $0.name?.string }
      #expect(
        names == [
          "gradient descent: η = 0.03", "Momentum: η = 0.03, β = 0.9",
          "Nesterov: η = 0.03, β = 0.9", "AdaGrad: η = 0.1", "RMSProp: η = 0.1, β = 0.9",
          "Adam: η = 0.1, β₁ = 0.9, β₂ = 0.99",
        ])
    }
  }

  @Test(arguments: [
    ["--steps", "1"], ["--steps", "1000"], ["--learning-rate", "1"],
    ["--learning-rate", "1e300"], ["--learning-rate", "1e-300"], ["--adaptive-rate", "1e300"],
    ["--adaptive-rate", "1e-300"], ["--momentum", "0"], ["--momentum", "0.9999"],
    ["--learning-rate", "1.23456e-7", "--adaptive-rate", "9.87654e-9", "--momentum", "0.123456"],
  ])
  func nothingOverlapsOrIsCutOff(arguments: [String]) throws {
    for case .figure(let figure, _) in try lesson(arguments).document(in: .english).blocks {
      expectSoundLayout(try Recording(of: figure), on: figure.size.page)
    }
  }

  @Test func aDivergingRunSaysSo() throws {
    let blocks = try lesson(["--learning-rate", "1"]).document(in: .english).blocks
    let prose = blocks.compactMap { if case .prose(let text) = $0 { text } else { nil } }
    #expect(
      prose.contains {
        $0.contains("The numbers of gradient descent are too large for a double from step ")
      })
  }

  @Test(arguments: [
    ["--learning-rate", "0"], ["--learning-rate", "nan"], ["--adaptive-rate", "-1"],
    ["--adaptive-rate", "inf"], ["--momentum", "1"], ["--momentum", "-0.1"], ["--steps", "0"],
    ["--steps", "10001"], ["--terrain", "moon"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try OptimizersLesson.parse(arguments) }
  }
}
