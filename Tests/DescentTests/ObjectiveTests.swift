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

/// Functions that people write down themselves.
@Suite struct PersonalObjectiveTests {
  private static let texts = [
    "(x^2+y-11)^2+(x+y^2-7)^2", "20 + x² − 10cos(2πx) + y² − 10cos(2πy)", "x·y", "|x| + 2|y|",
    "(x − y)²", "x³ − y⁴", "(x − 1)² + 10·sin(3·y)", "max(x, 2y) + ln(1 + e^(x+y))",
    "e^-x + tanh y",
    "sqrt(1 + x²) + y²", "w1² + w2/(1 + w1²)", "a² + b² + c² + a·b·c",
  ]

  @Test(arguments: texts)
  func theGradientEqualsFiniteDifferences(text: String) throws {
    try ObjectiveTests().theGradientEqualsFiniteDifferences(objective: Objective(text))
  }

  @Test func namesAreShorthand() throws {
    for objective in Objective.allCases {
      #expect(try Objective(objective.text) == objective)
      #expect(objective.start.count == objective.variables.count)
    }
    #expect(try Objective("Rosenbrock") == .rosenbrock)
    #expect(throws: FormulaError.self) { try Objective("rosenbrok") }
  }

  @Test func whatIsTakenAtCornersIsSaid() throws {
    func note(_ text: String) throws -> String? { try Objective(text).cornerNote?.english }
    #expect(try note("x² + y") == nil)
    #expect(try note("|x| + y")?.contains("0 is taken") == true)
    #expect(try note("max(x, y)")?.contains("half") == true)
    #expect(try Objective("|x|").gradient(at: [0.0]) == [0])
    #expect(try Objective("max(0, 1 − x)").gradient(at: [1.0]) == [-0.5])
  }

  @Test func derivativesAreFormulas() throws {
    func slopes(_ text: String) throws -> [String] { try Objective(text).slopes.map(\.text) }
    #expect(try slopes("x² + 3xy") == ["∂L/∂x = 3·y + 2·x", "∂L/∂y = 3·x"])
    #expect(try slopes("|x|") == ["∂L/∂x = sign(x)"])
    #expect(try slopes("max(0, 1 − x)") == ["∂L/∂x = −(1 + sign(1 − x))/2"])
  }

  @Test func variablesCanHaveOtherNames() throws {
    let objective = try Objective("x² + 1").named(["w"])
    #expect(objective.equation.text == "L(w) = w² + 1")
    #expect(objective.loss([3.0]) == 10)
  }
}
