import Drawing
import Formulas
import Lecture
import Plot
import TestSupport
import Testing
import Words

@testable import LessonLosses

@Suite struct LossesLessonTests {
  /// CS231n, "Linear Classification: Support Vector Machine, Softmax".
  @Test func theClassesAreThoseOfCS231n() throws {
    let prose = try LossesLesson.document().prose
    #expect(prose.contains("it is 1.58. Cross-entropy of softmax is 1.04."))
    #expect(prose.contains("print 1.58 and 1.04"))
    #expect(!(try LossesLesson.document(["--margin", "2"]).prose.contains("CS231n")))
  }

  /// PyTorch's values of the first case of `losses` in the golden file.
  @Test func numbersArePyTorchs() throws {
    let table = try #require(LossesLesson.document().tables["losses-numbers"])
    let golden = [
      [0.9766666666666666, -0.4666666666666666, -0.7999999999999999, 0.6666666666666666],
      [0.9666666666666667, -0.3333333333333333, -0.3333333333333333, 0.3333333333333333],
      [0.48166666666666663, -0.2333333333333333, -0.3333333333333333, 0.3333333333333333],
    ]
    for (row, numbers) in golden.enumerated() {
      for (column, number) in numbers.enumerated() {
        let ours = try #require(table.columns[column + 1].numbers[row])
        #expect(abs(ours - number) <= 1e-12)
      }
    }
  }

  /// The slope of the sigmoid's squared error against central differences, and the steps against a count of their own.
  @Test(arguments: [-8, -5, -1, 0.5])
  func theSquaredErrorLearnsSlowly(score: Double) throws {
    let lesson = try LossesLesson.parse(["--score", "\(score)"])
    func error(_ x: Double) -> Double { .pow(.sigmoid(x) - 1, 2) }
    let slope = (error(score + 1e-5) - error(score - 1e-5)) / 2e-5
    #expect(abs(lesson.squaredErrorGradient(score) - slope) < 1e-9)
    let entropy = try #require(lesson.stepsUntilRight(by: lesson.crossEntropyGradient))
    let squared = lesson.stepsUntilRight(by: lesson.squaredErrorGradient)
    #expect(score > 0 ? squared == 0 && entropy == 0 : (squared ?? .max) > entropy)
  }

  /// A step of each loss makes it smaller.
  @Test func stepsLowerTheLosses() {
    let points = ThreePoints(η: 0.01, margin: 2)
    for (losses, pulls) in [points.center, points.contrastive, points.triplet] {
      #expect(losses.allSatisfy { $0.value > 0 })
      #expect(pulls.contains { $0.gradient != [0, 0] })
    }
    // The pulls of triplet and contrastive loss add up to nothing: the points as a whole stay where they are.
    for (_, pulls) in [points.contrastive, points.triplet] {
      for axis in 0...1 {
        #expect(abs(pulls.map { $0.gradient[axis] }.reduce(0, +)) < 1e-14)
      }
    }
  }

  private static let extremes: [[String]] = [
    ["--score", "-20", "--margin", "100"], ["--score", "20"],
    ["--distance-margin", "0.01", "--learning-rate", "10"],
    ["--distance-margin", "100", "--learning-rate", "10"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try LossesLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--score", "21"], ["--score", "nan"], ["--margin", "0"], ["--distance-margin", "101"],
    ["--learning-rate", "0"], ["--learning-rate", "11"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try LossesLesson.parse(arguments) }
  }
}
