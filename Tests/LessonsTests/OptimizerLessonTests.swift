import Drawing
import Lecture
import Lessons
import Plot
import TestSupport
import Testing

/// What holds for each lesson on an optimizer.
@Suite struct OptimizerLessonTests {
  private static let names = ["momentum", "nesterov", "adagrad", "rmsprop", "adam"]

  private func document(
    _ name: String, _ arguments: [String] = [], _ language: Language = .english
  ) throws -> Document {
    let lesson = try #require(CourseLessons.lesson(named: name))
    return try lesson.parse(arguments).document(in: language)
  }

  private func figures(_ name: String, _ arguments: [String]) throws -> [Figure] {
    try document(name, arguments).blocks.compactMap { block in
      if case .figure(let figure, _) = block { figure } else { nil }
    }
  }

  private func prose(_ name: String, _ arguments: [String] = []) throws -> String {
    try document(name, arguments).blocks.compactMap { block in
      if case .prose(let prose) = block { prose } else { nil }
    }.joined(separator: "\n")
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

  private func expectSound(_ figure: Figure) throws {
    let canvas = try Recording(of: figure)
    #expect(canvas.texts.count > 20)
    expectSoundLayout(canvas, on: figure.size.page)
    for call in canvas.calls {
      guard case .fill(let path, _, _, let clip) = call, clip != nil else { continue }
      let bounds = try #require(path.controlBounds)
      let edges = [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY]
      #expect(edges.allSatisfy { $0.isFinite })
    }
  }

  /// What is inside of a frame is cut off at its edge, so dots must keep away from there.
  @Test(arguments: names, runs)
  func dotsAreWhole(name: String, arguments: [String]) throws {
    for call in try figures(name, arguments).flatMap({ try Recording(of: $0).calls }) {
      guard case .fill(let path, _, _, let clip?) = call else { continue }
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
