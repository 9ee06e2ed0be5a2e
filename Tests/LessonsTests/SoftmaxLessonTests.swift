import Drawing
import Formulas
import Lecture
import Plot
import TestSupport
import Testing
import Words

@testable import LessonSoftmax

@Suite struct SoftmaxLessonTests {
  private func column(_ heading: String, of table: String, _ arguments: [String] = []) throws
    -> [ToldTable.Cell]
  {
    let columns = try #require(SoftmaxLesson.document(arguments).tables[table]).columns
    return try #require(columns.first { $0.heading == heading }).cells
  }

  /// CS231n, "Putting it together: Minimal Neural Network Case Study", expects a loss of −ln(1/3), 1.098613, at the start,
  /// trains the softmax classifier to an accuracy of 0.49 with a rate of 1 in 200 steps, and a network to 0.98.
  @Test(arguments: [0, 1, 2])
  func theSpiralIsThatOfCS231n(seed: Int) throws {
    let document = try SoftmaxLesson.document(["--seed", "\(seed)", "--learning-rate", "1"])
    let columns = try #require(document.tables["spiral"]).columns
    #expect(Numerals.fixed(4).text(try #require(columns[1].numbers[0])) == "1.0986")
    #expect(document.prose.contains("ln(3) = 1.0986"))
    var contest = try SoftmaxLesson.parse(["--seed", "\(seed)", "--learning-rate", "1"])
    contest.steps = 200
    let runs = SpiralContest(of: contest)
    // Their arms are drawn anew each time.
    #expect((0.45...0.58).contains(try #require(runs.linear.accuracies.last)))
    #expect(try #require(runs.network.accuracies.last) > 0.9)
  }

  /// The loss of a convex problem falls with each step of this size.
  @Test func theRegressionLearns() throws {
    let losses = SpiralContest(of: try SoftmaxLesson.parse([])).linear.losses
    #expect(losses.count == 201)
    for (before, after) in zip(losses, losses.dropFirst()) { #expect(after < before) }
  }

  @Test func unshiftedScoresOverflow() throws {
    let plain = try column("p₁, not shifted", of: "shift")
    let shifted = try column("p₁, shifted", of: "shift")
    #expect(plain.map { $0 == .text("NaN") } == [false, false, false, true, true])
    // The first case of the golden file's `softmax_cross_entropy`.
    #expect(Set(shifted.map { "\($0)" }).count == 1)
    #expect(shifted[0] == .text("0.659001"))
  }

  @Test(arguments: ["0.001", "0.5", "10"])
  func theChainRuleGivesPMinusY(η: String) throws {
    let example = SoftmaxExample(η: try #require(Double(η)))
    for (k, s) in example.softmax.shifted.enumerated() {
      let rule = example.pass.loss.chainRule(
        by: s, through: example.softmax.powers + [example.softmax.sum])
      #expect(rule.paths.count == (k == example.right ? 2 : 1))
      #expect(abs(rule.derivative.value - example.pass.byScores[0][k].value) < 1e-15)
    }
    #expect(example.rightProbabilities.after > example.rightProbabilities.before)
    #expect(example.other != example.right)
  }

  private static let extremes: [[String]] = [
    ["--samples", "10", "--steps", "1", "--hidden", "1"], ["--learning-rate", "10"],
    ["--learning-rate", "0.0001", "--seed", "-7"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try SoftmaxLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--learning-rate", "0"], ["--learning-rate", "11"], ["--learning-rate", "nan"],
    ["--samples", "9"], ["--samples", "201"], ["--steps", "0"], ["--steps", "501"],
    ["--hidden", "0"], ["--hidden", "101"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try SoftmaxLesson.parse(arguments) }
  }
}
