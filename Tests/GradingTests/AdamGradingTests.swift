import Formulas
import Testing

@testable import Grading

@Suite struct AdamGradingTests {
  /// An exercise in public use (Stanford CS231n, assignment 2) starts at t = 5 and reports an error of
  /// 0.00152184517579 where t is used before it is advanced.
  @Test func aKnownErrorIsThatOfAKnownMistake() throws {
    func spaced(_ a: Double, _ b: Double, _ i: Int) -> Double { a + (b - a) * Double(i) / 19 }
    func weights(_ recipe: Recipe) throws -> [Double] {
      (0..<20).map { i in
        var values = Values(
          t: 0,
          numbers: [
            "η": 0.01, "β1": 0.9, "β2": 0.999, "ε": 1e-8, "w": Traced(spaced(-0.4, 0.6, i)),
            "g": Traced(spaced(-0.6, 0.4, i)), "m": Traced(spaced(0.6, 0.9, i)),
            "s": Traced(spaced(0.7, 0.5, i)),
          ])
        recipe.evaluate(&values, at: 6)
        return values.w.value
      }
    }
    // What the exercise publishes, with eight digits.
    let published: [Double] = [
      -0.40094747, -0.34836187, -0.29577703, -0.24319299, -0.19060977, -0.1380274, -0.08544591,
      -0.03286534, 0.01971428, 0.0722929, 0.1248705, 0.17744702, 0.23002243, 0.28259667,
      0.33516969, 0.38774145, 0.44031188, 0.49288093, 0.54544852, 0.59801459,
    ]
    func error(_ numbers: [Double]) throws -> Double {
      try #require(zip(published, numbers).map { abs($0 - $1) / (abs($0) + abs($1)) }.max())
    }
    #expect(try error(weights(AdamRecipe.right)) < 1.2e-7)
    #expect(
      try abs(error(weights(AdamRecipe.right.counting { $0 - 1 })) - 0.0015218451757856) < 1e-13)
  }
}
