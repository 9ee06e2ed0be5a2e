import Drawing
import Formulas
import Networks
import Plot
import TestSupport
import Testing
import TorchRandom
import Words

@testable import LessonResults

@Suite struct ResultsLessonTests {
  private func numbers(_ table: String, _ column: Int, _ arguments: [String]) throws -> [Double] {
    let document = try ResultsLesson.document(arguments)
    return try #require(document.tables[table]).columns[column].numbers.compactMap(\.self)
  }

  /// scikit-learn's documentation of `sklearn.metrics.confusion_matrix` prints
  /// [[2, 0, 0], [0, 0, 1], [1, 0, 2]] for these samples.
  @Test func theMatrixIsThatOfScikitLearnsDocumentation() throws {
    let lesson = try ResultsLesson.parse([])
    #expect(lesson.classes.y == [2, 0, 2, 2, 0, 1] && lesson.classes.ŷ == [0, 0, 2, 2, 0, 2])
    let columns = try (1...3).map { try numbers("matrix", $0, []) }
    #expect(columns == [[2, 0, 1], [0, 0, 0], [0, 1, 2]])
    let other = ["--true", "2,0,2,2,0,1", "--predicted", "2,0,2,2,0,1"]
    #expect(try ResultsLesson.document([]).prose.contains("scikit-learn’s documentation"))
    #expect(try !ResultsLesson.document(other).prose.contains("scikit-learn’s documentation"))
  }

  private struct Golden: Decodable {
    struct Case: Decodable {
      var `true`: [Int]
      var predicted: [Int]
      var per_class: [String: [Double]]
    }
    struct Results: Decodable { var cases: [Case] }
    var results: Results
  }

  @Test func measuresAreScikitLearns() throws {
    let golden: Golden = GoldenFile.read("lessons")
    #expect(golden.results.cases.count == 4)
    for example in golden.results.cases {
      let arguments = [
        "--true", example.true.map(String.init).joined(separator: ","),
        "--predicted", example.predicted.map(String.init).joined(separator: ","),
      ]
      for (column, name) in [(1, "support"), (5, "precision"), (6, "recall"), (7, "f1")] {
        let ours = try numbers("classes", column, arguments)
        let theirs = try #require(example.per_class[name])
        #expect(ours.count == theirs.count)
        for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-12) }
      }
    }
  }

  /// The worse classifier has the higher accuracy, by counts that can be checked by hand.
  @Test func accuracyDeceives() throws {
    #expect(try numbers("rare", 1, []) == [0.99, 0.968])
    #expect(try numbers("rare", 3, []) == [0, 0.8])
    let f1 = try numbers("rare", 4, [])
    #expect(f1[0] == 0 && abs(f1[1] - 1.0 / 3) < 1e-15)
  }

  @Test(arguments: [2, 5, 7, 30], [0, 1])
  func eachSampleIsLeftOutOnce(folds: Int, seed: Int) throws {
    var torch = TorchGenerator(seed: seed)
    let validation = CrossValidation(folds: folds, from: &torch)
    #expect(validation.rounds.count == folds)
    #expect(validation.folds.validation.flatMap(\.self).sorted() == Array(0..<30))
    for (round, fold) in zip(validation.rounds, validation.folds.validation) {
      // A part of the samples of the fold.
      let right = round.validation * Double(fold.count)
      #expect(abs(right - right.rounded()) < 1e-9 && (0...1).contains(round.validation))
    }
  }

  /// Three clouds whose middles are two standard deviations apart: the best border between two of them would be wrong about
  /// Φ(−1) = 15.9 % of each of both, and no classifier is right about more than 80 % of all in the long run.
  @Test func theTrainedClassifierIsAboutAsGoodAsCanBe() {
    let means = (0..<40).map { seed in
      var torch = TorchGenerator(seed: seed)
      return Folds.summary(of: CrossValidation(folds: 5, from: &torch).accuracies).mean
    }
    let mean = means.reduce(0, +) / Double(means.count)
    // Three standard errors of 1,200 samples are 0.035.
    #expect((0.66...0.80).contains(mean), "\(mean)")
  }

  /// What is said of overfitting is what the curves show.
  @Test(arguments: [0, 1, 2, 3])
  func overfittingIsTold(seed: Int) throws {
    var torch = TorchGenerator(seed: seed)
    let validation = CrossValidation(folds: 5, from: &torch)
    let curves = LearningCurves(on: validation.data, from: &torch)
    #expect(curves.training.count == LearningCurves.epochs + 1)
    #expect(curves.validation[curves.best] == curves.validation.min())
    let text = try ResultsLesson.document(["--seed", "\(seed)"]).prose
    #expect(text.contains("the network overfits") == curves.overfits)
    // 303 weights learn 30 samples: it must be seen.
    #expect(curves.overfits)
    #expect(curves.accuracies.training > curves.accuracies.validation)
  }

  /// The mean and the standard deviation that are printed are those of the table.
  @Test func theSummaryIsThatOfTheFolds() throws {
    let a = try numbers("folds", 3, ["--folds", "6", "--seed", "2"])
    let mean = a.reduce(0, +) / 6
    let s = (a.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5).squareRoot()
    let summary = Folds.summary(of: a)
    #expect(abs(summary.mean - mean) < 1e-15 && abs(summary.deviation - s) < 1e-15)
  }

  /// Nothing is said of 0/0 where there is none, and nothing of confusion where all is right.
  @Test func textsFollowTheSamples() throws {
    let right = ["--true", "0,1,1", "--predicted", "0,1,1"]
    let text = try ResultsLesson.document(right).prose
    #expect(!text.contains("0/0") && text.contains("Nothing stands beside it."))
    let empty = try ResultsLesson.document(["--true", "0,0,2", "--predicted", "0,2,2"]).prose
    #expect(empty.contains("predicted as class 1") && empty.contains("No sample is of class 1"))
    let even = try ResultsLesson.document(["--true", "0,1", "--predicted", "1,1"]).prose
    #expect(even.contains("the macro and the weighted averages are the same"))
  }

  private static let extremes: [[String]] = [
    ["--true", "0,1", "--predicted", "1,0", "--folds", "2"],
    ["--true", "0,1,1", "--predicted", "0,1,1", "--folds", "30"],
    ["--true", "9,8,7,6,5,4,3,2,1,0", "--predicted", "9,8,7,6,5,4,3,2,1,1", "--seed", "-3"],
    [
      "--true", Array(repeating: "1", count: 100).joined(separator: ","), "--predicted",
      Array(repeating: "0", count: 100).joined(separator: ","),
    ],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try ResultsLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--folds", "1"], ["--folds", "31"], ["--true", "0,1"], ["--true", "0,1,1,1,1,10"],
    ["--true", "0,1,1,1,1,0.5"], ["--true", "0", "--predicted", "1"],
    ["--true", "0,0", "--predicted", "0,0"], ["--true", "a", "--predicted", "1"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try ResultsLesson.parse(arguments) }
  }
}
