import Foundation
import Testing
import Words

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

  /// Adam on Beale's function jumps after a thousand steps, and rounding tells where to.
  @Test(arguments: [nil, "%.6f", "%.8f", "%.12f"])
  func aRightProgramIsRightThroughAJump(format: String?) throws {
    var (point, m, s) = ([1, 1.5], [0.0, 0], [0.0, 0])
    var columns: [[Double]] = [[], []]
    for t in 1...1000 {
      let (x, y) = (point[0], point[1])
      let (a, b, c) = (1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y)
      let gradient = [
        2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1)),
        2 * x * (a + 2 * b * y + 3 * c * y * y),
      ]
      for i in 0...1 {
        m[i] = 0.9 * m[i] + (1 - 0.9) * gradient[i]
        s[i] = 0.99 * s[i] + (1 - 0.99) * gradient[i] * gradient[i]
        let (c1, c2) = (1 - pow(0.9, Double(t)), 1 - pow(0.99, Double(t)))
        point[i] -= 0.1 * (m[i] / c1) / ((s[i] / c2).squareRoot() + 1e-8)
        columns[i].append(point[i])
      }
    }
    let exercise = Exercise.adam(learningRate: 0.1, on: .beale, start: [1, 1.5], steps: 1000)
    let submission = Submission(
      columns: zip(["x", "y"], columns).map { name, numbers in
        Submission.Column(
          heading: name,
          numbers: numbers.map { number in
            format.map { PrintedNumber(String(format: $0, number)) } ?? PrintedNumber(number)
          })
      })
    let result = try Grader(exercise).assess(submission)
    #expect(result.outcome == .right, "\(ReportText(result, in: .english).text)")
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
