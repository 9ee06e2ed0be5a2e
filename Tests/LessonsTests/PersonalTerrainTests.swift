import Descent
import Formulas
import LessonOptimizers
import Plot
import Testing

@testable import LessonOptimizers

/// What is shown of a person's own function.
@Suite struct PersonalTerrainTests {
  private func terrain(_ text: String, from start: [Double]? = nil) throws -> Terrain {
    let objective = try Objective(text)
    return try OptimizersLesson.parse(["--loss", text])
      .terrain(of: objective, from: start ?? objective.start)
  }

  @Test func allMinimaOfHimmelblausFunctionAreFound() throws {
    let loss: DifferentiableFunction<Double> = try Objective("(x²+y−11)²+(x+y²−7)²").function()
    let minima = loss.minima(in: (Domain(-5, 5), Domain(-5, 5)))
    // Himmelblau 1972.
    let known = [(3, 2), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848126)]
    #expect(minima.count == 4)
    for (x, y) in known {
      #expect(minima.contains { abs($0.x - x) < 1e-5 && abs($0.y - y) < 1e-5 })
    }
  }

  @Test(arguments: [
    ("(1 − x)² + 100(y − x²)²", 1), ("|x| + 2|y|", 1), ("x² − y²", 0), ("(x − y)²", 0), ("x", 0),
  ])
  func noFalseMinimaAreFound(text: String, count: Int) throws {
    let formula = text == "x" ? "x + 0y" : text
    let loss: DifferentiableFunction<Double> = try Objective(formula).function()
    #expect(loss.minima(in: (Domain(-2.1, 2.3), Domain(-1.9, 2.2))).count == count)
  }

  @Test(arguments: [
    "(x²+y−11)²+(x+y²−7)²", "20 + x² − 10cos(2πx) + y² − 10cos(2πy)", "x² − y²", "|x| + 2|y|",
    "(x − y)²",
    "x³ + y³", "1000x² + y²", "e^x + e^y", "x + y", "0x + 0y", "rosenbrock", "ln(x) + y²",
  ])
  func theStartIsSeenAndTheWindowIsFinite(text: String) throws {
    let terrain = try terrain(text)
    let (x, y) = terrain.window
    #expect(terrain.shows(Datum(x: terrain.start[0], y: terrain.start[1])))
    for domain in [x, y] { #expect(domain.width > 0 && domain.width < 1e4) }
    #expect(terrain.goal.isFinite)
    let document = try OptimizersLesson.document(["--loss", text])
    #expect(document.figures.count == 1)
  }

  @Test func aStartOfOnesOwnIsTaken() throws {
    let document = try OptimizersLesson.document(["--loss", "saddle", "--start", "-1,0.5"])
    #expect(document.figures[0].subtitle.english.contains("from (−1, 0.5)"))
  }

  @Test(arguments: [
    ["--loss", "x"], ["--loss", "x·y·z"], ["--start", "1,1"], ["--loss", "x·y", "--start", "1"],
    ["--loss", "ln(x) + y", "--start", "0,1"], ["--loss", "x +"],
  ])
  func whatCannotBeShownIsAnError(arguments: [String]) {
    #expect(throws: (any Error).self) { try OptimizersLesson.parse(arguments) }
  }
}
