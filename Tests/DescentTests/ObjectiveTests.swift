import Descent
import Formulas
import TestSupport
import Testing

@Suite struct ObjectiveTests {
  @Test(arguments: Objective.allCases)
  func theGradientEqualsFiniteDifferences(objective: Objective) {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let point = objective.variables.map { _ in Double.random(in: -2...2, using: &generator) }
      let gradient = objective.gradient(at: point)
      for i in point.indices {
        let h = 1e-5
        var (left, right) = (point, point)
        left[i] -= h
        right[i] += h
        let slope = (objective.loss(right) - objective.loss(left)) / (2 * h)
        #expect(abs(gradient[i] - slope) <= 1e-6 * max(1, abs(slope)))
      }
    }
  }

  @Test func formulasAreThoseOfTheCourse() {
    func formulas(_ objective: Objective) -> [String] {
      let point = objective.variables.map { Traced(2).named($0) }
      return [objective.loss(point).formula(Notation(.bare))]
        + objective.gradient(at: point).map { $0.name(Notation(.bare)) }
    }
    #expect(formulas(.halfSquare) == ["w²/2", "w"])
    #expect(formulas(.fourSquare) == ["(2·x)²", "8·x"])
    #expect(formulas(.oneSample) == ["(w·x − y)²", "2·((w·x − y)·x)"])
    #expect(formulas(.ravine) == ["(x² + 25·y²)/2", "x", "25·y"])
    #expect(formulas(.plateau)[0] == "1 − 1/(1 + x² + 4·y²)")
    #expect(
      formulas(.localMinimum) == ["x⁴/4 + x³/3 − x² + y²", "−2·x + x² + x³", "2·y"])
    #expect(formulas(.saddle) == ["x² − y²", "2·x", "−2·y"])
  }

  @Test func theMinimaAreFlat() {
    #expect(Objective.rosenbrock.gradient(at: [1.0, 1.0]) == [0, 0])
    #expect(Objective.beale.gradient(at: [3.0, 0.5]) == [0, 0])
    #expect(Objective.plateau.gradient(at: [0.0, 0.0]) == [0, 0])
    for (x, loss) in [(-2.0, -8.0 / 3), (0, 0), (1, -5.0 / 12)] {
      #expect(Objective.localMinimum.gradient(at: [x, 0]).allSatisfy { abs($0) < 1e-15 })
      #expect(abs(Objective.localMinimum.loss([x, 0]) - loss) < 1e-15)
    }
  }
}
