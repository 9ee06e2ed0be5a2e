import Foundation
import Testing

@testable import Grading

/// Long descents, in which rounding decides after a while.
@Suite struct SensitivityTests {
  /// Adam on w²/2 as a student may write it, with roundings of its own.
  private func adam(steps: Int, factor: Double = 1) -> [Double] {
    var (w, m, s) = (1.0, 0.0, 0.0)
    return (1...steps).map { t in
      m = 0.9 * m + (1 - 0.9) * w
      s = 0.99 * s + (1 - 0.99) * w * w
      let (c1, c2) = (1 - pow(0.9, Double(t)), 1 - pow(0.99, Double(t)))
      w -= factor * 0.01 * (m / c1) / ((s / c2).squareRoot() + 1e-8)
      return w
    }
  }

  private func assessment(_ weights: [Double], format: String? = nil) throws -> Assessment {
    var exercise = Exercise(.adam)
    exercise.steps = weights.count
    let numbers = weights.map { number in
      format.map { PrintedNumber(String(format: $0, number)) } ?? PrintedNumber(number)
    }
    return try Grader(exercise).assess(
      Submission(columns: [Submission.Column(heading: "w", numbers: numbers)]))
  }

  @Test(arguments: [nil, "%.4f", "%.6f", "%g"])
  func aRightProgramIsRightForThousandsOfSteps(format: String?) throws {
    let result = try assessment(adam(steps: 4000), format: format)
    #expect(result.outcome == .right)
    #expect(result.remarks.count == 1)
    #expect(result.remarks.first?.english.contains("rounding decides") == true)
  }

  @Test func whereRoundingStaysSmallNothingIsSaidOfIt() throws {
    let result = try assessment(adam(steps: 1000))
    #expect(result.outcome == .right)
    #expect(result.remarks.isEmpty)
  }

  @Test(arguments: [nil, "%.4f"])
  func aMistakeIsStillNamed(format: String?) throws {
    let result = try assessment(adam(steps: 4000, factor: 0.01), format: format)
    #expect(result.outcome == .wrong)
    #expect(result.matches.map(\.variant.name).contains("learning-rate-twice"))
  }

  /// What is off where rounding is still small stays wrong.
  @Test(arguments: [nil, "%.6f"])
  func oneWrongNumberIsFound(format: String?) throws {
    var weights = adam(steps: 4000)
    weights[500] += 1e-4
    let result = try assessment(weights, format: format)
    #expect(result.outcome == .wrong)
    #expect(result.difference?.step == 501)
  }
}
