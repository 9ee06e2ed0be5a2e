import Formulas
import TestSupport
import Testing

@Suite struct ChainRuleTests {
  /// Quantities made of each other at random, which variables act on along many paths.
  private struct RandomQuantities {
    var variables: [Traced]
    /// The variables and all quantities that are made of them.
    var all: [Traced]
    var result: Traced

    init(using generator: inout SeededGenerator) {
      let variables = (0..<3).map {
        Traced(.random(in: -3...3, using: &generator)).named("x", Step($0))
      }
      var all = variables
      for number in 0..<Int.random(in: 1...5, using: &generator) {
        let expression = RandomExpression.random(depth: 3, using: &generator)
        let operands = (0..<3).map { _ in all.randomElement(using: &generator)! }
        all.append(expression.value(operands).named("q", Step(number)))
      }
      self.variables = variables
      self.all = all
      result = all.suffix(3).reduce(0, +).named("E")
    }
  }

  /// Compares the sum over all paths with the gradient; whether both are numbers.
  private func compare(
    _ rule: ChainRule, with gradient: Traced, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    let products = rule.paths.map(\.product.value)
    let size = products.reduce(0) { $0 + abs($1) }
    guard size.isFinite, gradient.value.isFinite else { return false }
    let difference = abs(rule.derivative.value - gradient.value)
    #expect(difference <= 1e-12 * max(1, size), sourceLocation: sourceLocation)
    return true
  }

  @Test func theSumOverAllPathsIsTheGradient() {
    var generator = SeededGenerator(seed: 4)
    var (compared, withSeveralPaths) = (0, 0)
    for _ in 0..<1500 {
      let quantities = RandomQuantities(using: &generator)
      let gradient = quantities.result.gradient(by: quantities.variables)
      for (variable, derivative) in zip(quantities.variables, gradient) {
        let rule = quantities.result.chainRule(by: variable)
        guard compare(rule, with: derivative) else { continue }
        compared += 1
        withSeveralPaths += rule.paths.count > 1 ? 1 : 0
      }
    }
    #expect(compared > 2000)
    #expect(withSeveralPaths > 300)
  }

  @Test func theSumIsTheSameThroughWhicheverQuantities() {
    var generator = SeededGenerator(seed: 5)
    var compared = 0
    for _ in 0..<1000 {
      let quantities = RandomQuantities(using: &generator)
      let variable = quantities.variables[0]
      let some = quantities.all.filter { _ in Bool.random(using: &generator) }
      let rule = quantities.result.chainRule(by: variable, through: some)
      let derivative = quantities.result.gradient(by: [variable])[0]
      compared += compare(rule, with: derivative) ? 1 : 0
    }
    #expect(compared > 600)
  }

  @Test func factorsAreDerivativesOfEachQuantityByTheNext() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      let quantities = RandomQuantities(using: &generator)
      let variable = quantities.variables[1]
      for path in quantities.result.chainRule(by: variable).paths {
        let names = path.quantities.map { $0.name(Notation(.numbered)) }
        #expect(names.first == "E")
        #expect(names.last == "x₁")
        let factors = path.factors.map { $0.name(Notation(.numbered)) }
        #expect(factors == zip(names, names.dropFirst()).map { "∂\($0)/∂\($1)" })
      }
    }
  }

  @Test func bothPathsOfAWeightAreWritten() {
    let w = Traced(3).named("w")
    let a = (2 * w).named("a")
    let b = Traced.pow(w, 2).named("b")
    let rule = (a * b).named("E").chainRule(by: w)
    #expect(
      rule.paths.flatMap(\.factors).map { "\($0.derivation())" }
        == ["∂E/∂a = b = 9", "∂a/∂w = 2", "∂E/∂b = a = 6", "∂b/∂w = 2·w = 2·3 = 6"])
    #expect(
      rule.products.map { "\($0.derivation())" }
        == ["P₁ = ∂E/∂a·∂a/∂w = 9·2 = 18", "P₂ = ∂E/∂b·∂b/∂w = 6·6 = 36"])
    #expect("\(rule.derivative.derivation())" == "∂E/∂w = P₁ + P₂ = 18 + 36 = 54")
  }

  @Test func aSinglePathIsTheDerivativeItself() {
    let net = Traced(0.5).named("net_o1")
    let out = Traced.sigmoid(net).named("out_o1")
    let rule = (Traced.pow(1 - out, 2) / 2).named("E").chainRule(by: net)
    #expect(
      rule.paths.flatMap(\.factors).map { "\($0.derivation())" } == [
        "∂E/∂outₒ₁ = −(1 − outₒ₁) = −(1 − 0.622459) = −0.377541",
        "∂outₒ₁/∂netₒ₁ = outₒ₁·(1 − outₒ₁) = 0.622459·(1 − 0.622459) = 0.235004",
      ])
    #expect(rule.derivative.derivation().symbols.text == "∂E/∂outₒ₁·∂outₒ₁/∂netₒ₁")
  }

  @Test func whatDoesNotDependHasNoPath() {
    let (w, x) = (Traced(1).named("w"), Traced(2).named("x"))
    let rule = (x * x).named("E").chainRule(by: w)
    #expect(rule.paths.isEmpty)
    #expect("\(rule.derivative.derivation())" == "∂E/∂w = 0")
    let own = w.chainRule(by: w)
    #expect(own.paths.map(\.quantities.count) == [1])
    #expect(own.derivative.value == 1)
  }
}
