import Grading
import GradingExpectations
import OurOptimizer
import Testing

@Suite struct OurOptimizerTests {
  @Test func isAdam() {
    expectMatches(
      ["w": ourAdam(learningRate: 0.01, steps: 100)], golden: .adam(learningRate: 0.01, steps: 100))
  }

  /// What a failing test says: the mistake by its name.
  @Test func withoutBiasCorrectionTheTestSaysSo() {
    withKnownIssue {
      expectMatches(
        ["w": ourAdam(learningRate: 0.01, steps: 100, correctsBias: false)],
        golden: .adam(learningRate: 0.01, steps: 100))
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("neither bias is corrected") }
    }
  }
}
