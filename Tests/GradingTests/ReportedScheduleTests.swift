import Testing

@testable import Grading

/// Rates that people have reported in public are those of known mistakes.
@Suite struct ReportedScheduleTests {
  private func matches(
    milestones: [Double], γ: Double, from start: Double, rates: [Double]
  ) throws -> [String] {
    var exercise = Exercise(.multiStepLR)
    exercise.numbers["milestones"] = milestones
    exercise.numbers["gamma"] = [γ]
    exercise.numbers["learning-rate"] = [start]
    exercise.steps = rates.count
    return try Grader(exercise).assess(Submission(["lr": rates])).matches.map(\.variant.name)
  }

  /// Issue 20486 of PyTorch: get_lr() in version 1.1.
  @Test func theFactorShowsTwiceAtAMilestone() throws {
    let rates: [Double] = [
      0.2, 0.2, 0.0020000000000000005, 0.020000000000000004, 0.020000000000000004,
      0.020000000000000004, 0.020000000000000004, 0.020000000000000004, 0.00020000000000000006,
      0.0020000000000000005,
    ]
    #expect(try matches(milestones: [2, 8], γ: 0.1, from: 0.2, rates: rates) == ["get-lr"])
  }

  /// Pull request 2745 of timm: its scheduler drops the rate an epoch before each milestone.
  @Test func theRateDropsAnEpochEarly() throws {
    let rates = (0...22).map { $0 < 9 ? 0.1 : $0 < 19 ? 0.01 : 0.001 }
    #expect(
      try matches(milestones: [10, 20], γ: 0.1, from: 0.1, rates: rates) == ["one-epoch-early"])
  }
}
