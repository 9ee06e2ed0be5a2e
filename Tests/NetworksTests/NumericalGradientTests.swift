import Formulas
import Networks
import TestSupport
import Testing

@Suite struct NumericalGradientTests {
  private struct Extras: Decodable {
    var gradient_check: [Case]

    struct Case: Decodable {
      var function: String
      var x: Double
      var analytic: Double
      var rows: [Row]
    }

    struct Row: Decodable {
      var h: Double
      var central: Double
      var forward: Double
    }
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "x^3": { .pow($0, 3) }, "sin(x)": { .sin($0) }, "exp(x)": { .exp($0) },
    "sigmoid(x)": { .sigmoid($0) }, "log(1+x^2)": { .log(1 + .pow($0, 2)) },
    "|x|": { $0.magnitude },
  ]

  /// PyTorch 2.13's differences. What rounding of f may change is larger the smaller h is.
  @Test func differencesArePyTorchs() throws {
    let cases = (GoldenFile.read("extras") as Extras).gradient_check
    #expect(cases.count == 18)
    for example in cases {
      let f = try #require(Self.functions[example.function])
      for row in example.rows {
        let rule = NumericalGradient(h: row.h)
        let size = max(f(example.x + row.h).magnitude, 1)
        let rounding = 4 * Double.ulpOfOne * size / row.h
        let limit = 1e-12 * max(1, example.analytic.magnitude) + rounding
        #expect(abs(rule.central(f, at: example.x) - row.central) <= limit, "\(example.function)")
        #expect(abs(rule.forward(f, at: example.x) - row.forward) <= limit, "\(example.function)")
      }
    }
  }

  /// Andrew Ng, "Improving Deep Neural Networks", week 1, programming assignment "Gradient Checking": J(θ) = θ·x at x = 2,
  /// θ = 4 with ε = 1e−7 prints "difference = 2.919335883291695e-10".
  @Test func theDifferenceIsThatOfAndrewNgsExercise() {
    let x = 2.0
    let approximation = NumericalGradient(h: 1e-7).central({ $0 * x }, at: 4)
    #expect(GradientError.ofNorms([x], [approximation]) == 2.919335883291695e-10)
  }

  /// A parabola's central difference is its slope, its forward difference is off by half of its curvature times h.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func differencesOfAParabolaAreKnown(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (a, b, x) = (
      Double.random(in: -3...3, using: &generator), Double.random(in: -3...3, using: &generator),
      Double.random(in: -3...3, using: &generator)
    )
    let h = Double.random(in: 0.01...1, using: &generator)
    let rule = NumericalGradient(h: h)
    func f(_ x: Double) -> Double { a * x * x + b * x }
    #expect(abs(rule.central(f, at: x) - (2 * a * x + b)) < 1e-10)
    #expect(abs(rule.forward(f, at: x) - (2 * a * x + b + a * h)) < 1e-10)
    let gradient = rule.gradient(of: { $0[0] * f($0[1]) }, at: [a, x])
    #expect(abs(gradient[0] - f(x)) < 1e-9 && abs(gradient[1] - a * (2 * a * x + b)) < 1e-9)
  }

  @Test(arguments: [(1, 1, 0), (1, 2, 0.5), (2, 1, 0.5), (1, -1, 2), (0, 3, 1), (-4, -3, 0.25)])
  func errorsAreInPartsOfTheLarger(a: Double, n: Double, e: Double) {
    #expect(GradientError.relative(a, n) == e)
  }

  @Test func errorsOfNormsAreInPartsOfBoth() {
    #expect(GradientError.ofNorms([3, 4], [3, 4.0]) == 0)
    #expect(GradientError.ofNorms([3, 0], [0, 4.0]) == 5.0 / 7)
    #expect(GradientError.ofNorms([1, 2], [-1, -2.0]) == 1)
  }
}
