import Drawing
import Lecture
import Plot
import TestSupport
import Testing
import TorchRandom

@testable import Lessons

@Suite struct DropoutLessonTests {
  private struct Example: Decodable {
    var seed: Int
    var p: Double
    var inputs: [[Double]]
    var relu: [[Double]]
    var dropped: [[Double]]
    var eval: [[Double]]
  }

  /// The course's code in PyTorch, after a seed.
  @Test func theDrawnLayerIsPyTorchs() throws {
    let examples: [Example] = GoldenFile.cases("dropout_example")
    #expect(examples.count == 4)
    for example in examples {
      var torch = TorchGenerator(seed: example.seed)
      let drawn = DrawnLayer(p: example.p, from: &torch)
      #expect(drawn.inputs.map(Double.init) == example.inputs.first)
      let document = try DropoutLesson.parse(["--seed", "\(example.seed)", "--p", "\(example.p)"])
        .document(in: .english)
      let columns = try #require(document.tables["neurons"]).columns
      for (column, golden) in zip([1, 3, 4], [example.relu, example.dropped, example.eval]) {
        let golden = try #require(golden.first)
        for (ours, theirs) in zip(columns[column].numbers, golden) {
          #expect(abs((ours ?? .nan) - theirs) <= 1e-6 * max(1, theirs))
        }
      }
    }
  }

  @Test(arguments: [0, 0.25, 0.4, 0.9])
  func survivorsAreADistribution(p: Double) throws {
    let document = try DropoutLesson.parse(["--p", "\(p)"]).document(in: .english)
    let chances = try #require(document.tables["survivors"]).columns[1].numbers.compactMap(\.self)
    #expect(chances.count == 5)
    #expect(abs(chances.reduce(0, +) - 1) < 1e-14)
    let mean = chances.enumerated().map { Double($0) * $1 }.reduce(0, +)
    #expect(abs(mean - 4 * p) < 1e-14)
  }

  /// Over many seeds, 95 % of means lie in the band, and their mean is the activation.
  @Test func meansLieInTheBand() throws {
    let lesson = try DropoutLesson.parse([])
    var inside = 0
    for seed in 0..<400 {
      var torch = TorchGenerator(seed: seed)
      let means = MaskMeans(of: 6.9116, p: lesson.p, masks: 200, from: &torch)
      if abs(means.means[199] - 6.9116) <= lesson.halfWidth(of: means, masks: 200) { inside += 1 }
      #expect(abs(means.unscaled[199] - 0.6 * means.means[199]) < 1e-12)
    }
    // Six standard errors of a share of 0.954 in 400.
    #expect((357...400).contains(inside))
  }

  private static let extremes: [[String]] = [
    ["--p", "0"], ["--p", "0.999999"], ["--p", "0.123456", "--seed", "-99"], ["--masks", "10"],
    ["--masks", "10000", "--p", "0.5"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try DropoutLesson.parse(arguments).document(in: language).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--p", "1"], ["--p", "-0.1"], ["--p", "nan"], ["--masks", "9"], ["--masks", "10001"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try DropoutLesson.parse(arguments) }
  }
}
