import Descent
import Drawing
import Lecture
import Plot
import TestSupport
import Testing
import Words

@testable import LessonOptimizers

@Suite struct OptimizersTests {
  private func lesson(_ arguments: [String] = []) throws -> OptimizersLesson {
    try OptimizersLesson.parse(arguments)
  }

  private static let runs: [[String]] = [
    [], ["--steps", "1"], ["--steps", "600"], ["--beta", "0"], ["--learning-rate", "0.079"],
    ["--learning-rate", "1"], ["--adaptive-rate", "0.01", "--steps", "400"],
    ["--adaptive-rate", "1"], ["--adaptive-rate", "30"], ["--adaptive-rate", "1e300"],
  ]

  private func contest(
    _ contestant: Contestant, on terrain: Terrain, _ arguments: [String] = []
  ) throws -> Contest {
    try #require(
      try lesson(arguments).contests(on: terrain).first { $0.contestant == contestant })
  }

  @Test(arguments: Terrain.allCases)
  func theLandmarksAreFlat(terrain: Terrain) {
    for landmark in terrain.landmarks {
      let gradient = terrain.objective.gradient(at: [landmark.place.x, landmark.place.y])
      #expect(gradient.allSatisfy { abs($0) < 1e-15 })
    }
  }

  @Test(arguments: Terrain.allCases)
  func startsAndLandmarksAreInTheWindow(terrain: Terrain) {
    let (x, y) = terrain.window
    let places = terrain.landmarks.map { [$0.place.x, $0.place.y] } + [terrain.start]
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
      #expect(Set(Contestant.allCases.map { $0.name[language] }).count == 6)
    }
    #expect(Set(Contestant.allCases.map(\.style.color)).count == 6)
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
      all.contests(on: terrain).filter { $0.arrival != nil }
        .map(\.contestant)
    }
    #expect(masters(.ravine) == [.momentum, .nesterov, .rmsProp, .adam])
    #expect(masters(.plateau) == [.nesterov, .adaGrad, .rmsProp, .adam])
    #expect(masters(.saddle) == Contestant.allCases)
    #expect(masters(.localMinimum) == [.momentum, .nesterov])
  }

  @Test(arguments: runs)
  func whoHasArrivedStays(arguments: [String]) throws {
    for terrain in Terrain.allCases {
      for contest in try lesson(arguments).contests(on: terrain) {
        let (losses, goal) = (contest.losses, terrain.goal)
        let staying = losses.indices.filter { losses[$0...].allSatisfy { $0 < goal } }
        #expect(contest.arrival == staying.first)
        #expect(contest.firstVisit ?? .max <= staying.first ?? .max)
      }
    }
  }

  /// Runs that are below the goal for a while and leave again.
  @Test func aVisitIsNoArrival() throws {
    let momentum = try contest(.momentum, on: .plateau)
    #expect(momentum.firstVisit == 94)
    #expect(momentum.arrival == nil)
    let nesterov = try contest(.nesterov, on: .ravine)
    #expect(nesterov.firstVisit == 10)
    #expect(nesterov.arrival == 44)
    let prose = try OptimizersLesson.document().prose
    #expect(prose.contains("Mastered by Nesterov after 44, Momentum after 79, Adam after 79"))
    #expect(prose.contains("earlier, but not to stay: Adam at step 26, Momentum at step 94."))
  }

  @Test(arguments: runs)
  func mostIsMoreThanHalf(arguments: [String]) throws {
    let lesson = try lesson(arguments)
    let contests = Terrain.allCases.map { lesson.contests(on: $0) }
    let mastered = zip(Terrain.allCases, contests).map { terrain, row in
      Set(row.filter { $0.arrival != nil }.map(\.contestant))
    }
    let verdict = lesson.judgements(on: contests).last?.verdict
    let adam = mastered.count { $0.contains(.adam) }
    let isDecided = mastered.contains { !$0.isEmpty }
    #expect(verdict == (adam > 2 ? .agrees : isDecided ? .disagrees : .undecided))
  }

  @Test func theVerdictsAreThoseOfTheNumbers() throws {
    func verdicts(_ arguments: [String]) throws -> [Conclusion.Verdict] {
      let lesson = try lesson(arguments)
      return lesson.judgements(
        on: Terrain.allCases.map { lesson.contests(on: $0) }
      ).map(\.verdict)
    }
    #expect(try verdicts([]) == [.agrees, .agrees, .disagrees, .agrees, .agrees, .agrees])
    // After a step nobody has arrived and nobody has changed sides.
    #expect(
      try verdicts(["--steps", "1"])
        == [.undecided, .undecided, .undecided, .undecided, .agrees, .undecided])
    // Momentum without memory is gradient descent.
    #expect(try verdicts(["--beta", "0"])[1...2] == [.undecided, .undecided])
    #expect(try verdicts(["--learning-rate", "0.079"])[2] == .agrees)
  }

  /// A step multiplies y by 1 − 25·η′: RMSProp's rate rises until that is below −1.
  @Test(arguments: runs)
  func aJumpIsMadeByTheRate(arguments: [String]) throws {
    let run = try contest(.rmsProp, on: .ravine, arguments)
    guard let jump = RavineJump(of: run) else { return }
    #expect(run.losses[jump.top] >= Terrain.ravine.goal)
    #expect(run.losses[..<jump.onset].contains { $0 < Terrain.ravine.goal })
    for step in jump.onset...jump.top {
      let rate = try #require(run.rateForY(at: step))
      #expect(rate > 0.08)
      let y = (1 - 25 * rate) * run.path[step - 1].y
      #expect(abs(run.path[step].y - y) <= 1e-9 * abs(y))
      #expect(abs(run.path[step].y) > abs(run.path[step - 1].y))
    }
    #expect(try #require(run.rateForY(at: jump.onset - 1)) <= 0.08)
  }

  @Test func theJumpIsExplainedWhereThereIsOne() throws {
    let jump = try #require(try RavineJump(of: contest(.rmsProp, on: .ravine)))
    #expect((jump.onset, jump.top) == (58, 92))
    let explained = "RMSProp’s jump to L = 0."
    #expect(try OptimizersLesson.document().prose.contains(explained))
    for arguments in [["--steps", "80"], ["--loss", "saddle"], ["--adaptive-rate", "0.001"]] {
      #expect(try !OptimizersLesson.document(arguments).prose.contains("RMSProp’s jump"))
    }
    for contestant in Contestant.allCases where contestant != .rmsProp {
      #expect(try RavineJump(of: contest(contestant, on: .ravine)) == nil)
    }
  }

  @Test(arguments: runs)
  func onTheRidgeNobodyLeavesTheSaddle(arguments: [String]) throws {
    for contest in try lesson(arguments).contests(on: .saddle, from: [-2, 0]) {
      #expect(contest.path.allSatisfy { $0.y == 0 })
    }
  }

  @Test func adaGradsRateOnlyFalls() throws {
    for terrain in Terrain.allCases {
      let rates = try contest(.adaGrad, on: terrain).effectiveRates
      #expect(rates.count == 100)
      for (before, after) in zip(rates, rates.dropFirst()) {
        #expect(after[0] <= before[0] && after[1] <= before[1])
      }
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
      let blocks = try OptimizersLesson.document(["--loss", terrain.word]).blocks
      let figures = blocks.compactMap { if case .figure(_, let name) = $0 { name } else { nil } }
      let rates = terrain.objective == .ravine ? ["optimizers-rates"] : []
      #expect(figures == ["optimizers-\(terrain.word)"] + rates)
    }
  }

  /// One optimizer has one chart, and the loss its name at the end of its line.
  @Test(arguments: Terrain.allCases)
  func eachOptimizerHasAChartOfItsOwn(terrain: Terrain) throws {
    let figure = try #require(
      try OptimizersLesson.document(["--loss", terrain.word]).figures.first)
    let names = Contestant.allCases.map(\.name.english)
    let walks = figure.columns.prefix(2).flatMap(\.self)
    #expect(walks.compactMap(\.heading?.english) == names)
    for chart in walks { #expect(chart.marks.count { $0 is WalkMark } == 1) }
    let losses = figure.columns[2][0]
    #expect(losses.legend == .atLineEnds)
    #expect(losses.marks.compactMap(\.name?.english) == ["goal"] + names)
    #expect(figure.subtitle.english.contains("η = 0.1, β₁ = 0.9, β₂ = 0.99"))
  }

  @Test(arguments: [
    ["--steps", "1"], ["--steps", "1000"], ["--learning-rate", "1"],
    ["--learning-rate", "1e300"], ["--learning-rate", "1e-300"], ["--adaptive-rate", "1e300"],
    ["--adaptive-rate", "1e-300"], ["--beta", "0"], ["--beta", "0.9999"],
    ["--learning-rate", "1.23456e-7", "--adaptive-rate", "9.87654e-9", "--beta", "0.123456"],
  ])
  func nothingOverlapsOrIsCutOff(arguments: [String]) throws {
    for case .figure(let figure, _) in try OptimizersLesson.document(arguments).blocks {
      expectSoundLayout(try Recording(of: figure), on: figure.size.page)
    }
  }

  @Test func aDivergingRunSaysSo() throws {
    let blocks = try OptimizersLesson.document(["--learning-rate", "1"]).blocks
    let prose = blocks.compactMap { if case .prose(let text) = $0 { text } else { nil } }
    #expect(
      prose.contains {
        $0.contains("The numbers of gradient descent are too large for a double from step ")
      })
  }

  /// On the ravine 1 − 25η is below −1 for η above 0.08, yet a hundred steps end before a double is full.
  @Test func aFiniteRunThatDivergesIsCalledSo() throws {
    for (η, names) in [("0.09", ["gradient descent", "Nesterov"]), ("0.079", ["Nesterov"])] {
      let lesson = try lesson(["--learning-rate", η, "--loss", "ravine"])
      let growing = lesson.contests(on: .ravine).filter(\.isGrowing)
      #expect(growing.map { $0.contestant.name[.english] } == names)
      let document = try ToldDocument(lesson.document)
      let prose = document.prose
      let sentence = try #require(prose.split(separator: "Diverging: ").dropFirst().first)
      #expect(sentence.hasPrefix(names[0]))
      let figure = try #require(document.figures.first)
      #expect(figure.subtitle.english.contains("; what goes further leaves the picture"))
    }
    for terrain in Terrain.allCases {
      #expect(try lesson().contests(on: terrain).allSatisfy { !$0.isGrowing })
    }
    #expect(try !OptimizersLesson.document().prose.contains("Diverging"))
  }

  /// Whether all is seen is said below the title.
  @Test(arguments: runs)
  func whatLeavesThePictureIsSaid(arguments: [String]) throws {
    let lesson = try lesson(arguments)
    let figures = try ToldDocument(lesson.document).figures.filter { $0.columns.count == 3 }
    for (terrain, figure) in zip(Terrain.allCases, figures) {
      let losses = try #require(figure.columns[2][0].y.domain)
      let leaves = lesson.contests(on: terrain).contains { contest in
        contest.path.contains {
          !terrain.window.x.contains($0.x) || !terrain.window.y.contains($0.y)
        } || contest.losses.contains { $0 < losses.lower || $0 > losses.upper }
      }
      #expect(figure.subtitle.english.contains("leaves the picture") == leaves)
    }
  }

  /// A path is left out only where it has gone far away.
  @Test(arguments: runs)
  func pathsAreDrawnAsFarAsTheyAreNear(arguments: [String]) throws {
    for terrain in Terrain.allCases {
      for contest in try lesson(arguments).contests(on: terrain) {
        let seen = terrain.seen(of: contest.path)
        #expect(seen == Array(contest.path.prefix(seen.count)))
        #expect(seen.dropLast().allSatisfy { abs($0.x) < 50 && abs($0.y) < 50 })
        if seen.count < contest.path.count {
          #expect(seen.last.map(terrain.shows) == false)
        }
      }
    }
  }

  @Test(arguments: [
    ["--learning-rate", "0"], ["--learning-rate", "nan"], ["--adaptive-rate", "-1"],
    ["--adaptive-rate", "inf"], ["--beta", "1"], ["--beta", "-0.1"], ["--steps", "0"],
    ["--steps", "10001"], ["--loss", "moon"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try OptimizersLesson.parse(arguments) }
  }
}
