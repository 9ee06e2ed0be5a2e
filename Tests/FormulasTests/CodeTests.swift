import Formulas
import RealModule
import TestSupport
import Testing
import Words

/// Formulas as programs, run by node and python3.
@Suite struct CodeTests {
  @Test(.enabled(if: Interpreter.node != nil, "node is not on the PATH"))
  func javaScriptGivesArithmeticBitForBit() throws {
    let node = try #require(Interpreter.node)
    let formulas = Self.formulas(10_000, where: \.isArithmetic)
    #expect(formulas.count > 800)
    let values = try Self.run(formulas, as: .javaScript, by: node)
    for (formula, value) in zip(formulas, values) {
      #expect(value == formula.value, "\(formula.formula(Notation(.values, numerals: .exact)))")
    }
  }

  /// The libraries of Python and Swift are the same, that of C, so that all is.
  @Test(.enabled(if: Interpreter.python != nil, "python3 is not on the PATH"))
  func pythonGivesEverythingBitForBit() throws {
    let python = try #require(Interpreter.python)
    let formulas = Self.formulas(2000) { _ in true }
    let values = try Self.run(formulas, as: .python, by: python)
    for (formula, value) in zip(formulas, values) {
      #expect(value == formula.value, "\(formula.formula(Notation(.values, numerals: .exact)))")
    }
  }

  /// Each operation by itself, on the same numbers.
  @Test(.enabled(if: Interpreter.node != nil, "node is not on the PATH"))
  func javaScriptsFunctionsAreWithinTwoUnitsInTheLastPlace() throws {
    let node = try #require(Interpreter.node)
    var generator = SeededGenerator(seed: 5)
    func number(_ limit: Double) -> Traced {
      Traced(Double.random(in: -limit...limit, using: &generator)).named("x")
    }
    let formulas = (0..<2000).flatMap { _ -> [Traced] in
      [
        .exp(number(100)), .log(number(100).magnitude), .tanh(number(10)), .sin(number(100)),
        .cos(number(100)), .pow(number(10), Int.random(in: -9...9, using: &generator)),
        .pow(number(10).magnitude, number(9)), .sqrt(number(10).magnitude),
      ]
    }
    let values = try Self.run(formulas, as: .javaScript, by: node)
    for (formula, value) in zip(formulas, values) {
      let distance = (value - formula.value).magnitude
      #expect(distance <= 2 * formula.value.ulp, "\(formula.formula(Notation(.values)))")
    }
  }

  /// Formulas of x₀, x₁ and x₂ all of whose parts are finite, as Python has errors where they are not.
  private static func formulas(
    _ count: Int, where isWanted: (RandomExpression) -> Bool
  ) -> [Traced] {
    var formulas: [Traced] = []
    RandomExpression.forMany(count) { expression, point in
      let variables = zip(0..<3, point).map { Traced($1).named("x", Step($0)) }
      let formula = expression.value(variables)
      if expression.isFinite(point), isWanted(expression) { formulas.append(formula) }
    }
    return formulas
  }

  /// The values of the formulas with their numbers filled in.
  private static func run(
    _ formulas: [Traced], as code: Code, by interpreter: Interpreter
  ) throws -> [Double] {
    let texts = try formulas.map {
      try #require(code.expression($0.mathematics(Notation(.values, numerals: .exact))))
    }
    let lines = texts.map {
      code == .javaScript ? "console.log(\($0));" : "print(repr(float(\($0))))"
    }
    let script = ([code.prelude] + lines).joined(separator: "\n")
    return try interpreter.lines(of: script).map { try #require(Double($0)) }
  }

  @Test(arguments: [
    ("β1", "beta1"), ("m̂", "m_hat"), ("net_o1", "net_o1"), ("λ", "lambda_"), ("w", "w"),
    ("max s", "max_s"), ("η′", "eta_prime"), ("σ²", nil),
  ])
  func namesAreIdentifiers(name: String, identifier: String?) {
    #expect(Code.identifier(Mathematics(name: name)) == identifier)
  }

  @Test func derivativesAndStepsHaveNames() {
    #expect(Code.identifier(Symbol(derivativeOf: "E", by: "w5").mathematics) == "dE_dw5")
    #expect(Code.identifier(Symbol("m̂").mathematics(at: 2)) == "m_hat_2")
    #expect(Code.identifier(Symbol("w5").mathematics(at: 2)) == "w5_2")
  }

  @Test func anEquationIsAnAssignment() {
    let (β, g) = (Traced(0.9).named("β1"), Traced(2).named("g", 3))
    let m = (β * Traced(1).named("m", 2) + (1 - β) * .pow(g, 2)).named("m", 3)
    #expect(
      Code.javaScript.assignment(m.rule(at: 3))
        == "m[t] = beta1 * m[t - 1] + (1 - beta1) * pow(g[t], 2)")
    #expect(
      Code.python.assignment(m.derivation().equation(in: .english))
        == "m3 = beta1 * m2 + (1 - beta1) * pow(g3, 2)  # = 0.9 * 1 + (1 - 0.9) * pow(2, 2) = 1.3")
    let loss = Label("L(w) = w²").mathematics
    #expect(Code.javaScript.assignment(loss) == "L = (w) => pow(w, 2)")
    #expect(Code.python.assignment(loss) == "L = lambda w: pow(w, 2)")
  }

  @Test(arguments: ["C = 1 + … + n", "y = f(x)", "a b = 1", "x = ⌈3⌉", "x ="])
  func whatIsNoCodeIsNone(text: String) {
    #expect(Code.javaScript.assignment(Label(text).mathematics) == nil)
  }
}

extension RandomExpression {
  /// Whether only + − · / √ and changes of sign occur.
  var isArithmetic: Bool {
    switch self {
    case .variable, .constant: true
    case .unary(let operation, let x):
      [.negate, .sqrt, .magnitude].contains(operation) && x.isArithmetic
    case .binary(let operation, let x, let y):
      [.add, .subtract, .multiply, .divide].contains(operation) && x.isArithmetic && y.isArithmetic
    case .power: false
    }
  }
}
