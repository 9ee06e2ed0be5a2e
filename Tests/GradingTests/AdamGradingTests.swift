import Descent
import Formulas
import Testing

@testable import Grading

@Suite struct AdamGradingTests {
  /// An exercise in public use (Stanford CS231n, assignment 2) starts at t = 5 and reports an error of
  /// 0.00152184517579 where t is used before it is advanced.
  @Test func aKnownErrorIsThatOfAKnownMistake() throws {
    func spaced(_ a: Double, _ b: Double, _ i: Int) -> Double { a + (b - a) * Double(i) / 19 }
    func weights(at t: Step) -> [Double] {
      (0..<20).map { i in
        let (m, s) = (spaced(0.6, 0.9, i), spaced(0.7, 0.5, i))
        let (w, g) = (spaced(-0.4, 0.6, i), spaced(-0.6, 0.4, i))
        // A step of Adam's own code from averages that were made before.
        let memory = Remembering(["m": m, "s": s])
        return Traced.$editor.withValue(memory) {
          var adam = Adam<Traced>(η: 0.01, β1: 0.9, β2: 0.999, ε: 1e-8)
          return adam.step(Traced(w), gradient: Traced(g), at: t).value
        }
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
    #expect(try error(weights(at: 6)) < 1.2e-7)
    #expect(
      try abs(error(weights(at: 5)) - 0.0015218451757856) < 1e-13)
  }
}

/// Has a rule begin with what was remembered elsewhere.
private final class Remembering: Editor {
  private let numbers: [Symbol: Double]

  init(_ numbers: [Symbol: Double]) { self.numbers = numbers }

  func name(_ number: Traced, _ symbol: Symbol, _ t: Step?, isPart: Bool) -> Traced? {
    t == 0 ? numbers[symbol].map { Traced($0) } : nil
  }
}
