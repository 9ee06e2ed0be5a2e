import Drawing
import Lecture
import Lessons
import Plot
import TestSupport
import Testing
import Words

/// What holds for each lesson on an optimizer.
@Suite struct OptimizerLessonTests {
  private static let names = ["momentum", "nesterov", "adagrad", "rmsprop", "adam"]

  private func document(
    _ name: String, _ arguments: [String] = [], _ language: Language = .english
  ) throws -> ToldDocument {
    let lesson = try #require(CourseLessons.lesson(named: name))
    return try lesson.document(arguments, in: language)
  }

  private func figures(_ name: String, _ arguments: [String]) throws -> [Figure] {
    try document(name, arguments).blocks.compactMap { block in
      if case .figure(let figure, _) = block { figure } else { nil }
    }
  }

  private func prose(_ name: String, _ arguments: [String] = []) throws -> String {
    try document(name, arguments).prose
  }

  private static let runs: [[String]] =
    [1, 2, 3, 10, 1000, 10_000].map { ["--steps", "\($0)"] }
    + ["1e-12", "0.001", "-3", "7e5", "1e12", "0"].map { ["--start", $0] }
    + ["1e-300", "1e-5", "1", "50", "1e9", "1e200"].map { ["--learning-rate", $0] }
    + [
      ["--start", "1e12", "--learning-rate", "1e11", "--steps", "500"],
      ["--start", "-1e-12", "--learning-rate", "1e-13", "--steps", "37"],
      ["--start", "1.23456e-7", "--learning-rate", "9.87654e-9"],
    ]

  @Test(arguments: names, runs)
  func nothingOverlapsOrIsCutOff(name: String, arguments: [String]) throws {
    for figure in try figures(name, arguments) { try expectSound(figure) }
  }

  @Test(arguments: [
    ("momentum", ["--beta", "0"]), ("momentum", ["--beta", "0.999999"]),
    ("nesterov", ["--beta", "0"]), ("nesterov", ["--beta", "0.123456"]),
    ("adagrad", ["--epsilon", "1e300"]), ("adagrad", ["--epsilon", "1.23456e-7"]),
    ("rmsprop", ["--beta", "0"]), ("rmsprop", ["--beta", "0.999999", "--epsilon", "1.23456e-10"]),
    ("adam", ["--beta1", "0.123456", "--beta2", "0.999999", "--epsilon", "1.23456e-10"]),
  ])
  func otherHyperparametersFitToo(name: String, arguments: [String]) throws {
    for figure in try figures(name, arguments) { try expectSound(figure) }
  }

  /// What is inside of a frame is cut off at its edge, so dots must keep away from there.
  private func expectSound(_ figure: Figure) throws {
    let canvas = try Recording(of: figure)
    #expect(canvas.texts.count > 10)
    expectSoundLayout(canvas, on: figure.size.page)
    for call in canvas.calls {
      guard case .fill(let path, _, let clip?) = call else { continue }
      let bounds = try #require(path.controlBounds)
      #expect(clip.contains(bounds), "\(bounds) in \(clip)")
    }
  }

  @Test(arguments: names)
  func aDivergingRunSaysSoAndShowsItsFinitePart(name: String) throws {
    let arguments = ["--learning-rate", "1e200"]
    #expect(try prose(name, arguments).contains("The run diverges: at step "))
    let charts = try figures(name, arguments).flatMap(\.columns).flatMap(\.self)
    for mark in charts.flatMap(\.marks) where mark is LineMark || mark is WalkMark {
      #expect(mark.data.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
    #expect(charts[0].marks.last?.data.first == Datum(x: 1, y: 0.5))
  }

  @Test(arguments: names, [["--learning-rate", "1e200"], ["--start", "0", "--steps", "1"]])
  func noParagraphIsEmpty(name: String, arguments: [String]) throws {
    for language in Language.allCases {
      for case .prose(let text) in try document(name, arguments, language).blocks {
        #expect(!text.isEmpty)
      }
    }
  }

  @Test func squaresOfALargeStartAreTooLarge() throws {
    let text = try prose("adagrad", ["--start", "-1.3e154", "--steps", "9"])
    #expect(text.contains("The run diverges: at step 2, s is no longer a finite number."))
    #expect(text.contains("A --start nearer to 0 helps."))
  }

  @Test(arguments: ["adagrad", "rmsprop"])
  func atTheMinimumNothingMoves(name: String) throws {
    let text = try prose(name, ["--start", "0"])
    #expect(!text.contains("come to rest"))
    #expect(text.contains("starts at the minimum, where the gradient is 0: s stays 0"))
    #expect(!text.contains("as long as η"))
  }

  @Test func adaGradIsMeasuredByAFinitePlainDescent() throws {
    #expect(try prose("adagrad").contains("plain descent with the same η to 0.366032."))
    #expect(
      try prose("adagrad", ["--learning-rate", "1e9"])
        .contains("plain descent with the same η diverges."))
    let table = try #require(
      try document("adagrad", ["--steps", "10000", "--learning-rate", "0.5"]).tables["adagrad"])
    let (rate, weight) = (table.columns[3].numbers, table.columns[4].numbers)
    // It never quite stops.
    #expect(try #require(rate.last ?? nil) > 0.1)
    #expect(try #require(weight.last ?? nil).magnitude < 1e-100)
  }

  /// What the lesson says of the minimum is so after many steps.
  @Test(arguments: ["1e-8", "0.001", "0.004", "0.006", "0.1", "1"])
  func rmsPropComesToRestWhereItsTextSaysSo(ε: String) throws {
    let arguments = ["--epsilon", ε, "--steps", "2000", "--start", "0.001"]
    let rests = try prose("rmsprop", arguments).contains("comes to rest at the minimum like")
    let table = try #require(try document("rmsprop", arguments).tables["rmsprop"])
    let weights = table.columns[4].numbers.compactMap(\.self).map(\.magnitude)
    #expect(rests == (try #require(weights.suffix(100).max()) < 1e-5))
  }

  @Test func rmsPropsFirstStepIsAsLongAsItSays() throws {
    #expect(
      try prose("rmsprop", ["--start", "-3"]).contains(
        "the first step is 3.16228 times as long as η"))
    #expect(
      try prose("rmsprop", ["--epsilon", "1"])
        .contains(
          "0.759747 times as long as η; without ε the factor would be 1/√(1 − β) = 3.16228."))
  }

  @Test func oneStepOfMomentumIsTheSameEitherWay() throws {
    #expect(try prose("momentum", ["--steps", "2"]).contains("That formula as it stands"))
    #expect(try !prose("momentum", ["--steps", "1"]).contains("That formula as it stands"))
  }

  @Test(arguments: names)
  func wrongOptionsAreExplained(name: String) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    for (option, value, message) in [
      ("--learning-rate", "0", "--learning-rate must be a number above 0."),
      ("--learning-rate", "inf", "--learning-rate must be a number above 0."),
      ("--start", "1e155", "--start must be a number between -1e154 and 1e154."),
      ("--start", "nan", "--start must be a number between -1e154 and 1e154."),
      ("--steps", "0", "--steps must be from 1 to 10000."),
      ("--steps", "10001", "--steps must be from 1 to 10000."),
    ] {
      #expect {
        try lesson.parse([option, value])
      } throws: { error in
        lesson.message(for: error) == message
      }
    }
  }

  @Test(arguments: [
    ("momentum", "--beta", "1", "--beta must be at least 0 and below 1."),
    ("momentum", "--beta", "-0.1", "--beta must be at least 0 and below 1."),
    ("nesterov", "--beta", "nan", "--beta must be at least 0 and below 1."),
    ("adagrad", "--epsilon", "0", "--epsilon must be a number above 0."),
    ("rmsprop", "--beta", "1", "--beta must be at least 0 and below 1."),
    ("rmsprop", "--epsilon", "inf", "--epsilon must be a number above 0."),
  ])
  func wrongHyperparametersAreExplained(
    name: String, option: String, value: String, message: String
  ) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    #expect {
      try lesson.parse([option, value])
    } throws: { error in
      lesson.message(for: error) == message
    }
  }

  @Test(arguments: [
    ("momentum", "0.990000, 0.971100"), ("adagrad", "0.990000, 0.982965"),
    ("rmsprop", "0.968377, 0.945788"), ("adam", "0.990000, 0.980003"),
  ])
  func theCoursesDigitsAreReached(name: String, digits: String) throws {
    let prints = "PyTorch prints w = \(digits) for the first steps; here it is \(digits): the same"
    #expect(try prose(name).contains(prints))
    for other in [["--learning-rate", "0.02"], ["--start", "2"]] {
      #expect(try !prose(name, other).contains("PyTorch prints"))
    }
  }
}
