import Drawing
import Lecture
import Plot
import TestSupport
import Testing
import TorchRandom
import Words

@testable import LessonDropout

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
      let document = try DropoutLesson.document([
        "--seed", "\(example.seed)", "--p", "\(example.p)",
      ])
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
    let document = try DropoutLesson.document(["--p", "\(p)"])
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
      if abs(means.means[199] - 6.9116) <= lesson.halfWidth(masks: 200) { inside += 1 }
      #expect(abs(means.unscaled[199] - 0.6 * means.means[199]) < 1e-12)
    }
    // Six standard errors of a share of 0.954 in 400.
    #expect((357...400).contains(inside))
  }

  private func prose(_ arguments: [String]) throws -> String {
    try DropoutLesson.document(arguments).blocks.map { block in
      if case .prose(let text) = block { text } else { "" }
    }.joined(separator: "\n")
  }

  /// The share that the lesson names is one of independent means: it is near 95 % for each seed, where that of the means of
  /// a single run may be anything.
  @Test(arguments: [0, 1, 2, 3, 4, 5])
  func theShareOfMeansInTheBandIsThatOfIndependentOnes(seed: Int) throws {
    let text = try prose(["--seed", "\(seed)"])
    let found = try #require(
      text.firstMatch(of: /Of 400 others, each over 100 masks of its own, (\d+) lie within/))
    let inside = try #require(Int(found.1))
    // Five standard errors of a share of 0.95 in 400.
    #expect((358...400).contains(inside))
  }

  @Test func whereNothingIsDroppedNothingIsSaidOfDropping() throws {
    let none = try prose(["--p", "0"])
    for claim in ["smaller signals", "A single pass", "95 %"] {
      #expect(!none.contains(claim))
    }
    #expect(none.contains("With p = 0 each pass gives x itself"))
    #expect(try prose(["--p", "0.01"]).contains("smaller signals"))
    #expect(try !prose(["--p", "0.01"]).contains("far from x"))
  }

  /// A colour stands for one thing in both charts, and on paper the bars differ clearly.
  @Test func colorsMeanOneThing() throws {
    let figure = try #require(DropoutLesson.document().figures.first)
    var names: [Color: Set<String>] = [:]
    for mark in figure.columns.flatMap(\.self).flatMap(\.marks) {
      if let bar = mark as? BarMark {
        names[bar.color, default: []].insert(bar.name?.english ?? "")
      }
      if let line = mark as? LineMark {
        names[line.color, default: []].insert(line.name?.english ?? "")
      }
    }
    #expect(names.count == 3)
    #expect(names.values.allSatisfy { $0.count == 1 })
    let printed = try Recording(of: figure, theme: .print)
    let greys = printed.calls.compactMap { call -> Int? in
      // The bars of each kind are one path of several.
      guard case .fill(let path, let color, clip: .some) = call, path.elements.count >= 25
      else { return nil }
      return color.alpha == 255 ? Int(color.red) : nil
    }
    #expect(abs((greys.first ?? 0) - (greys.dropFirst().first ?? 0)) >= 64)
  }

  private static let extremes: [[String]] = [
    ["--p", "0"], ["--p", "0.999999"], ["--p", "0.123456", "--seed", "-99"], ["--masks", "10"],
    ["--masks", "10000", "--p", "0.5"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try DropoutLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
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
