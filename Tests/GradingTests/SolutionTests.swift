import Formulas
import Testing

@testable import Grading

@Suite struct SolutionTests {
  /// Counts how often a step is calculated.
  private final class Counter {
    var steps: [Int] = []
  }

  private func doubling(_ counter: Counter, steps: Int = 1000) -> Solution {
    Solution(steps: 0..<steps) { _ in
      var number = Traced(1).named("a", 0)
      return { step in
        counter.steps.append(step)
        if step > 0 {
          number = (2 * Traced(number.value).named("a", Step(step - 1))).named("a", Step(step))
        }
        return Solution.Row(step: step, entries: [("a", number)])
      }
    }
  }

  /// A variant is dropped at its first wrong number, so further steps would be calculated in vain.
  @Test func stepsAreCalculatedAsFarAsTheyAreAskedForAndOnce() {
    let counter = Counter()
    let solution = doubling(counter)
    #expect(solution.value("a", at: 3) == 8)
    #expect(solution.value("a", at: 2) == 4)
    #expect(solution.value("b", at: 2) == nil)
    #expect(solution.value("a", at: 1000) == nil)
    #expect(solution.value("a", at: -1) == nil)
    #expect(counter.steps == [0, 1, 2, 3])
  }

  @Test func formulasComeFromARunOfTheirOwn() {
    let counter = Counter()
    let solution = doubling(counter)
    #expect(solution.number("a", at: 3)?.derivation().description == "a₃ = 2·a₂ = 2·4 = 8")
    #expect(solution.number("a", at: 5)?.value == 32)
    #expect(counter.steps == [0, 1, 2, 3, 4, 5])
    #expect(solution.number("a", at: 1)?.derivation().description == "a₁ = 2·a₀ = 2·1 = 2")
    #expect(solution.number("a", at: 1000)?.value == nil)
  }

  /// Some calculations have a quantity at the start only, others from the first step on.
  @Test func aQuantityMayBeMissingInSomeSteps() {
    let solution = Solution(steps: 0..<4) { _ in
      { step in
        Solution.Row(step: step, entries: [(step % 3 == 0 ? "a" : "b", Traced(Double(step)))])
      }
    }
    #expect(solution.values("a") == [0, nil, nil, 3])
    #expect(solution.values("b") == [nil, 1, 2, nil])
  }

  private func formula(_ name: String, _ exercise: Exercise, at step: Int = 1) throws -> Traced {
    try #require(exercise.key.number(name, at: step))
  }

  /// In several dimensions each parameter goes by its own name.
  @Test func formulasNameTheParameterThatTheyMove() throws {
    var ravine = Exercise(.gradientDescent)
    try ravine.minimise(.ravine, from: [2, 1])
    #expect("\(try formula("y", ravine).derivation())".hasPrefix("y₁ = y₀ − η·g₁ = 1 − "))
    #expect("\(try formula("x", ravine).derivation())".hasPrefix("x₁ = x₀ − η·g₁ = 2 − "))
    var beale = Exercise(.adam)
    try beale.minimise(.beale, from: [2, 1])
    let rule = try formula("g_x", beale).rule(at: 1).text
    #expect(rule.contains("xₜ₋₁·yₜ₋₁³"), "\(rule)")
    #expect(!rule.contains("w"))
    let single = Exercise(.gradientDescent)
    #expect("\(try formula("x", single).derivation())".hasPrefix("x₁ = x₀ − η·g₁"))
  }
}
