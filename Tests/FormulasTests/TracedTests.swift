import Formulas
import RealModule
import TestSupport
import Testing

@Suite struct TracedTests {
  @Test func calculatesLikeDoubleBitForBit() {
    RandomExpression.forMany { expression, point in
      let double = expression.value(point)
      let traced = expression.value(point.map { Traced($0).named("x") }).value
      #expect(double.bitPattern == traced.bitPattern || double.isNaN && traced.isNaN)
    }
  }

  @Test func theTextWithNumbersGivesTheValue() throws {
    try RandomExpression.forMany { expression, point in
      let traced = expression.value(point.map { Traced($0).named("x") })
      guard traced.value.isFinite else { return }
      let text = traced.formula(Notation(.values, numerals: .exact))
      let read = try FormulaReader.value(of: text)
      #expect(read == traced.value, "\(text)")
    }
  }

  @Test func theTextWithSymbolsGivesTheValue() throws {
    try RandomExpression.forMany { expression, point in
      let names = ["x₀", "x₁", "x₂"]
      let variables = zip(0..<3, point).map { Traced($1).named("x", Step($0)) }
      let traced = expression.value(variables)
      guard traced.value.isFinite, !expression.isVariable else { return }
      let text = traced.formula(Notation(.numbered, numerals: .exact))
      let values = Dictionary(uniqueKeysWithValues: zip(names, point))
      let read = try FormulaReader.value(of: text, names: values)
      #expect(read == traced.value, "\(text)")
    }
  }

  @Test func theGradientEqualsFiniteDifferences() {
    var (compared, undefined) = (0, 0)
    RandomExpression.forMany { expression, point in
      let variables = point.map { Traced($0).named("x") }
      let result = expression.value(variables)
      for (i, derivative) in result.gradient(by: variables).enumerated() {
        guard let slope = differenceQuotient(expression, at: point, along: i) else { continue }
        // A part such as (√−1)⁰ has a value and no derivative.
        guard derivative.value.isFinite else {
          undefined += 1
          continue
        }
        compared += 1
        let difference = abs(derivative.value - slope)
        #expect(difference <= 1e-5 * max(1, abs(slope)), "\(result.formula(Notation(.bare)))")
      }
    }
    #expect(compared > 3000)
    #expect(undefined < 10)
  }

  /// The slope by central differences with two step widths; nil where they disagree, as near a corner or a pole.
  private func differenceQuotient(
    _ expression: RandomExpression, at point: [Double], along i: Int
  ) -> Double? {
    func slope(_ h: Double) -> Double {
      var (left, right) = (point, point)
      left[i] -= h
      right[i] += h
      return (expression.value(right) - expression.value(left)) / (2 * h)
    }
    let (coarse, fine) = (slope(2e-5), slope(1e-5))
    guard coarse.isFinite, fine.isFinite, abs(fine) < 1e6 else { return nil }
    return abs(coarse - fine) <= 1e-6 * max(1, abs(fine)) ? fine : nil
  }

  @Test func aDerivativeIsAFormulaToo() {
    let w = Traced(3).named("w")
    let x = Traced(2).named("x")
    func derivative(_ loss: Traced, by variable: Traced) -> String {
      loss.gradient(by: [variable])[0].name(Notation(.bare))
    }
    #expect(derivative(.pow(w, 2) / 2, by: w) == "w")
    #expect(derivative(.pow(2 * w, 2), by: w) == "8·w")
    #expect(derivative(w * x, by: w) == "x")
    #expect(derivative(x / w, by: w) == "−x/w²")
    #expect(derivative(.pow(1 - w, 2), by: w) == "−2·(1 − w)")
    #expect(derivative(x - w, by: w) == "−1")
    #expect(derivative(x, by: w) == "0")
    #expect(derivative(w - x * (8 * w), by: w) == "1 − 8·x")
  }

  @Test func cornersFollowPyTorch() {
    let zero = Traced(0).named("x")
    #expect(zero.magnitude.gradient(by: [zero])[0].value == 0)
    let one = Traced(1).named("y")
    let other = Traced(1).named("z")
    for tie in [Traced.maximum(one, other), .minimum(one, other)] {
      #expect(tie.gradient(by: [one, other]).map(\.value) == [0.5, 0.5])
    }
  }

  @Test func derivationsReadLikeTheCourse() {
    let β1 = Traced(0.9).named("β1")
    let m0 = Traced(0).named("m", 0)
    let g1 = Traced(1).named("g", 1)
    let m1 = (β1 * m0 + (1 - β1) * g1).named("m", 1)
    let g2 = Traced(0.99).named("g", 2)
    let m2 = (β1 * m1 + (1 - β1) * g2).named("m", 2)
    #expect("\(m1.derivation())" == "m₁ = β₁·m₀ + (1 − β₁)·g₁ = 0.9·0 + (1 − 0.9)·1 = 0.1")
    #expect(
      "\(m2.derivation())" == "m₂ = β₁·m₁ + (1 − β₁)·g₂ = 0.9·0.1 + (1 − 0.9)·0.99 = 0.189")
    #expect(m2.rule(at: 2).text == "mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ")
    let corrected = (m2 / (1 - .pow(β1, Step(2)))).named("m̂", 2)
    #expect("\(corrected.derivation())" == "m̂₂ = m₂/(1 − β₁²) = 0.189/(1 − 0.9²) = 0.994737")
    #expect(corrected.rule(at: 2).text == "m̂ₜ = mₜ/(1 − β₁ᵗ)")
  }

  @Test func aValueSaidOnceIsNotRepeated() {
    let w = Traced(1).named("w", 0)
    #expect("\(w.named("g", 1).derivation())" == "g₁ = w₀ = 1")
    #expect("\(w.derivation())" == "w₀ = 1")
  }

  @Test func parenthesesStandWhereTheyMust() {
    let (a, b, c) = (Traced(2).named("a"), Traced(3).named("b"), Traced(5).named("c"))
    let table: [(String, Traced)] = [
      ("a − (b − c)", a - (b - c)),
      ("a − b − c", a - b - c),
      ("a + (b + c)", a + (b + c)),
      ("a/(b·c)", a / (b * c)),
      ("a·b/c", a * b / c),
      ("a·(b/c)", a * (b / c)),
      ("(a + b)·c", (a + b) * c),
      ("−a²", -.pow(a, 2)),
      ("(−a)²", .pow(-a, 2)),
      ("(a + b)³", .pow(a + b, 3)),
      ("(a²)³", .pow(.pow(a, 2), 3)),
      ("(√a)²", .pow(.sqrt(a), 2)),
      ("√(a²)", .sqrt(.pow(a, 2))),
      ("a⁻¹", .pow(a, -1)),
      ("a + (−b)", a + -b),
      ("−(a + b)", -(a + b)),
      ("−a·b", -a * b),
      ("a − (−b·c)", a - -b * c),
      ("−(−a)", -(-a)),
      ("a^(b + c)", .pow(a, b + c)),
      ("max(a, b − c)", .maximum(a, b - c)),
      ("min(a, b, c)", .minimum(.minimum(a, b), c)),
      ("max(a, max(b, c))", .maximum(a, .maximum(b, c))),
      ("max(min(a, b), c)", .maximum(.minimum(a, b), c)),
      ("max(a, b, c)", .maximum(.maximum(a, b), c)),
      ("|a − b|", (a - b).magnitude),
      ("[a − b > 0]·c", .positive(a - b) * c),
      ("exp(−a)", .exp(-a)),
      ("1/(1 + exp(−(a + b)))", .sigmoid(a + b)),
      ("a·(1/(1 + exp(−b·c)))", a * .sigmoid(b * c)),
      ("−1/(1 + exp(−(−a)))", -.sigmoid(-a)),
    ]
    for (text, formula) in table { #expect(formula.formula(Notation(.bare)) == text) }
  }

  @Test func negativeAndTinyNumbersKeepTheirParentheses() {
    let x = Traced(-0.1).named("x")
    let ε = Traced(1e-8).named("ε")
    func filled(_ traced: Traced) -> String { traced.formula(Notation(.values)) }
    #expect(filled(2 * x) == "2·(−0.1)")
    #expect(filled(2 + x) == "2 + (−0.1)")
    #expect(filled(x + 2) == "−0.1 + 2")
    #expect(filled(.pow(x, 2)) == "(−0.1)²")
    #expect(filled(1 / (2 + ε)) == "1/(2 + 1e−8)")
    #expect(filled(.sqrt(ε)) == "√(1e−8)")
    #expect(filled(.pow(ε, 2)) == "(1e−8)²")
  }

  @Test func longSumsAreShortenedOnlyWhereWanted() {
    let x = (1...5).map { Traced(Double($0) - 3).named(Symbol("x\($0)")) }
    let mean = (x.dropFirst().reduce(x[0], +) / 5).named("μ")
    let derivation = "μ = (x₁ + x₂ + x₃ + x₄ + x₅)/5 = (−2 + (−1) + 0 + 1 + 2)/5 = 0"
    let least = x.dropFirst().reduce(x[0]) { .minimum($0, $1) }.named("m")
    #expect(
      "\(least.derivation(longestSum: 4))" == "m = min(x₁, x₂, …, x₅) = min(−2, −1, …, 2) = −2")
    #expect("\(mean.derivation())" == derivation)
    #expect("\(mean.derivation(longestSum: 5))" == derivation)
    #expect(
      "\(mean.derivation(longestSum: 4))" == "μ = (x₁ + x₂ + … + x₅)/5 = (−2 + (−1) + … + 2)/5 = 0")
  }

  @Test func aLongRunIsReleasedAndDifferentiatedWithoutRecursion() {
    let start = Traced(1).named("w", 0)
    var w = start
    for _ in 0..<50_000 { w = w - 1e-6 * w }
    let gradient = w.gradient(by: [start])[0].value
    #expect(abs(gradient - w.value) < 1e-9)
  }
}

extension RandomExpression {
  fileprivate var isVariable: Bool {
    if case .variable = self { true } else { false }
  }
}
