import Descent
import Drawing
import Formulas
import Networks
import Plot
import TestSupport
import Testing
import TorchRandom
import Words

@testable import LessonSearch

@Suite struct SearchLessonTests {
  private func numbers(_ table: String, _ column: Int, _ arguments: [String] = []) throws
    -> [Double]
  {
    let document = try SearchLesson.document(arguments)
    return try #require(document.tables[table]).columns[column].numbers.compactMap(\.self)
  }

  private func derivations(_ arguments: [String] = []) throws -> [String] {
    try SearchLesson.document(arguments).blocks.flatMap { block -> [String] in
      if case .derivations(_, let derivations) = block { derivations.map { "\($0)" } } else { [] }
    }
  }

  /// The course, document 000, section 2: uniformly from 0.0001 to 1, 90 % of the values fall between 0.1 and 1, and 10 %
  /// between 0.0001 and 0.1.
  @Test func ninetyPercentOfUniformDrawsFallAboveATenth() throws {
    let scale = LogUniform(from: 0.0001, to: 1.0)
    #expect(abs(scale.uniformShare(from: 0.1, to: 1) - 0.9 / 0.9999) < 1e-15)
    #expect(abs(scale.uniformShare(from: 0.0001, to: 0.1) - 0.0999 / 0.9999) < 1e-15)
    let (calculated, drawn) = (try numbers("decades", 2), try numbers("decades", 3))
    #expect(abs(calculated[0] - 0.9) < 1e-4)
    // Five standard errors of a share of 0.9 in 10,000.
    #expect(abs(drawn[0] - 0.9) < 0.015)
    for (calculated, drawn) in zip(try numbers("decades", 4), try numbers("decades", 5)) {
      #expect(abs(calculated - 0.25) < 1e-12)
      #expect(abs(drawn - 0.25) < 0.022)
    }
  }

  /// Shares are parts of a whole, also where the lowest rate is no power of ten below the highest.
  @Test(arguments: [["--lowest", "0.0003"], ["--lowest", "2e-7", "--highest", "10"]])
  func sharesSumToOne(arguments: [String]) throws {
    for column in 2...5 {
      let sum = try numbers("decades", column, arguments).reduce(0, +)
      #expect(abs(sum - 1) < 1e-9)
    }
  }

  /// DeepLearning.AI's course on improving deep neural networks, week 3, which the course's document follows: from 0.9 to 0.9005
  /// an average goes on over 10 values, from 0.999 to 0.9995 over 1000 and then 2000.
  @Test func betaMattersMoreNearOne() throws {
    let lines = try derivations().filter { $0.hasPrefix("n = ") }
    #expect(
      lines == [
        "n = 1/(1 − β) = 1/(1 − 0.9) = 10", "n = 1/(1 − β) = 1/(1 − 0.9005) = 10.0503",
        "n = 1/(1 − β) = 1/(1 − 0.999) = 1000", "n = 1/(1 − β) = 1/(1 − 0.9995) = 2000",
      ])
  }

  /// Bergstra and Bengio 2012, figure 1: of nine trials, the grid tests the important hyperparameter in three places, random
  /// search in nine; of 25 it is 5 and 25.
  @Test(arguments: [(3, 9), (5, 25)], [0, 1, 2])
  func randomSearchTriesMoreValues(trials: (Int, Int), seed: Int) throws {
    let values = try numbers("contest", 2, ["--side", "\(trials.0)", "--seed", "\(seed)"])
    #expect(values == [Double(trials.0), Double(trials.1)])
  }

  /// 1 − 0.95⁶⁰ = 0.954, the probability that one of 60 random trials is among the best 5 %.
  @Test func sixtyTrialsFindTheBestFivePercent() throws {
    let line = try #require(try derivations().first { $0.hasPrefix("at least one") })
    #expect(line.hasSuffix("= 0.95393"), "\(line)")
    let text = try SearchLesson.document().prose
    let found = try #require(text.firstMatch(of: /(\d+) had a draw in the best 5 %/))
    let share = try #require(Double(found.1)) / 2000
    // Five standard errors of a share of 0.954 in 2,000.
    #expect(abs(share - 0.954) < 0.0235)
  }

  /// A place that is drawn is off from the nearest of m equal parts' middles by 1/(4·m) on average, and from the nearest of n
  /// random ones by about 1/(2·n), a little more near the ends.
  @Test(arguments: [2, 3, 5, 7])
  func nearnessIsThatOfEqualPartsAndOfRandomOnes(side: Int) {
    var torch = TorchGenerator(seed: side)
    let scale = LogUniform(from: 0.0001, to: 1.0)
    let nearness = Nearness(on: scale, side: side, from: &torch)
    let distances = [nearness.grid, nearness.random].map { scale.share(from: 1, to: $0) }
    #expect(abs(distances[0] * 4 * Double(side) - 1) < 0.06)
    let n = Double(side * side)
    #expect((1 / (2 * n + 4)...1 / (2 * n - 4)).contains(distances[1]), "\(distances[1] * 2 * n)")
    #expect(nearness.randomIsNearer > 0.5)
  }

  /// What the course says of the order holds in the small training: the learning rate first, momentum next, Adam's ε last.
  @Test func theLearningRateMattersMost() {
    let differences = (0..<6).map { seed in
      var torch = TorchGenerator(seed: seed)
      let training = SmallTraining(from: &torch)
      return Influence.all(of: training, on: LogUniform(from: 0.0001, to: 1)).map(\.difference)
    }
    for difference in differences {
      #expect(difference.min() == difference[3] && difference[0] > 1000 * difference[3])
    }
    let sums = (0..<4).map { k in differences.reduce(0) { $0 + $1[k] } }
    #expect(sums[0] > 2 * sums[1] && sums[1] > sums[2])
  }

  @Test(arguments: [0, 1, 2, 3])
  func theSecondRoundIsAroundTheBestOfTheFirst(seed: Int) {
    var torch = TorchGenerator(seed: seed)
    let training = SmallTraining(from: &torch)
    let scale = LogUniform(from: 0.001, to: 1.0)
    let rounds = CoarseToFine(of: training, on: scale, from: &torch)
    let best = rounds.coarse.best.η
    #expect(rounds.narrowed.a <= best && best <= rounds.narrowed.b)
    #expect(rounds.narrowed.a >= 0.001 && rounds.narrowed.b <= 1)
    #expect(rounds.narrowed.b <= 10.0001 * rounds.narrowed.a)
    for trial in rounds.fine {
      #expect(rounds.narrowed.a * 0.9999 <= trial.η && trial.η <= 1.0001 * rounds.narrowed.b)
    }
  }

  /// Whoever watches a model never keeps a day that made it worse.
  @Test(arguments: [0, 1, 2, 3])
  func aWatchedModelGetsNoWorse(seed: Int) {
    var torch = TorchGenerator(seed: seed)
    let training = SmallTraining(from: &torch)
    let watched = training.watched(from: 0.01, stepsPerDay: 5)
    #expect(watched.losses.count == SmallTraining.steps + 1)
    #expect(watched.kept.count == watched.rates.count + 1)
    for day in watched.rates.indices {
      #expect(watched.kept[day + 1] <= watched.kept[day])
      guard day + 1 < watched.rates.count else { continue }
      let isBetter = watched.losses[5 * (day + 1)] < watched.kept[day]
      #expect(watched.rates[day + 1] == watched.rates[day] * (isBetter ? 2 : 0.25))
    }
    // The first day is an ordinary training.
    #expect(Array(watched.losses.prefix(6)) == Array(training.curve(η: 0.01).prefix(6)))
  }

  private static let extremes: [[String]] = [
    ["--lowest", "0.1", "--highest", "1", "--side", "2"],
    ["--lowest", "1e-8", "--highest", "10", "--side", "7"],
    ["--lowest", "0.00012345", "--highest", "0.98765", "--seed", "-7"],
    ["--lowest", "1e-8", "--highest", "1e-7"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try SearchLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--lowest", "0"], ["--lowest", "1e-9"], ["--highest", "11"], ["--lowest", "0.2"],
    ["--side", "1"], ["--side", "8"], ["--lowest", "nan"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try SearchLesson.parse(arguments) }
  }
}
