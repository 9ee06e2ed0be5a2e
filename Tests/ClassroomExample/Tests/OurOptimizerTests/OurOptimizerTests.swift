import Grading
import GradingExpectations
import OurOptimizer
import Testing

@Suite struct OurOptimizerTests {
  @Test func isAdam() {
    expectMatches(
      ["w": ourAdam(learningRate: 0.01, steps: 100)], golden: .adam(learningRate: 0.01, steps: 100))
  }

  /// The same on a subject that is named by its parameters.
  @Test func theAverageIsRight() throws {
    expectMatches(
      ["S": [3, 3.5, 4.25]], golden: try .on(.average, ["beta": [0.5], "values": [3, 4, 5]]))
  }

  /// An objective of two parameters starts where the course starts it, if nothing is said.
  @Test func theFirstStepOnTheRavineIsRight() {
    expectMatches(
      ["x": [0.9900000001], "y": [0.990000000004]], golden: .adam(on: .ravine, steps: 1))
  }

  @Test func anExerciseThatCannotBeIsAnIssue() {
    withKnownIssue {
      expectMatches(["w": [1]], golden: .adam(start: [1, 2], steps: 1))
    } matching: { issue in
      "\(issue)".contains("start must be a number for each of the variables of half-square: w.")
    }
  }

  /// What a failing test says: the mistake by its name.
  @Test func withoutBiasCorrectionTheTestSaysSo() {
    withKnownIssue {
      expectMatches(
        ["w": ourAdam(learningRate: 0.01, steps: 100, correctsBias: false)],
        golden: .adam(learningRate: 0.01, steps: 100))
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("Neither bias is corrected") }
    }
  }
}
