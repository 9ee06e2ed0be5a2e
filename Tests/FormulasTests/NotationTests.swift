import Formulas
import Testing
import Words

/// The ways to write mathematics, read back.
@Suite struct NotationTests {
  @Test func mathMLGivesTheValue() throws {
    try Self.expectValues { try MathMLText.line(of: $0.mathML()) }
  }

  @Test func latexGivesTheValue() throws {
    try Self.expectValues { try LaTeXText.line(of: $0.latex) }
  }

  private static func expectValues(_ line: (Mathematics) throws -> String) throws {
    try RandomExpression.forMany { expression, point in
      let variables = zip(0..<3, point).map { Traced($1).named("x", Step($0)) }
      let formula = expression.value(variables)
      // A whole exponent is written the same whether or not it is known to be one; what comes out is not where the base is
      // negative.
      guard expression.isFinite(point), formula.symbol == nil else { return }
      let names = Dictionary(uniqueKeysWithValues: zip(["x₀", "x₁", "x₂"], point))
      for notation in [Notation.Names.values, .numbered] {
        let mathematics = formula.mathematics(Notation(notation, numerals: .exact))
        let text = try line(mathematics)
        let value = try FormulaReader.value(of: text, names: names)
        #expect(value == formula.value, "\(mathematics) is \(text)")
      }
    }
  }

  private static let m̂ = Mathematics.equation(
    .scripts("m̂", below: .letter("t"), above: nil),
    .fraction(
      .scripts("m", below: .letter("t"), above: nil),
      .group(.difference("1", Mathematics("β1").raised(to: .letter("t"))))))

  @Test func aFormulaInEachNotation() {
    #expect(Self.m̂.latex == #"\hat{m}_{t} = \frac{m_{t}}{1 - \beta_{1}^{t}}"#)
    #expect(Self.m̂.ascii == "m_hat_t = m_t/(1 - beta_1^t)")
    #expect(
      Self.m̂.mathML() == """
        <math><mrow><msub><mover><mi>m</mi><mo>^</mo></mover><mi>t</mi></msub><mo>=</mo>\
        <mfrac><msub><mi>m</mi><mi>t</mi></msub><mrow><mn>1</mn><mo>−</mo>\
        <msubsup><mi>β</mi><mn>1</mn><mi>t</mi></msubsup></mrow></mfrac></mrow></math>
        """)
    #expect(
      Self.m̂.speech.english
        == "m hat sub t equals the fraction m sub t over 1 minus beta sub 1 to the power t, end of fraction"
    )
    #expect(
      Self.m̂.speech.chinese == "m 帽 下标 t 等于 分数，分子 m 下标 t，分母 1 减 beta 下标 1 的 t 次方，分数结束")
  }

  @Test(arguments: [
    ("⌈N/B⌉ = ⌈1000/64⌉", #"\lceil N/B\rceil = \lceil1000/64\rceil"#),
    ("gₜ = ∂L/∂x", #"g_{t} = \partial L/\partial x"#), ("x = −3", "x = -3"),
    ("‖a − n‖ = 1e−8", #"\|a - n\| = 10^{-8}"#), ("E·(B + 1)²", #"E \cdot (B + 1)^{2}"#),
    ("the rate 50 %", #"\text{the rate}50\%"#), ("σ²ₕ₁", #"{\sigma^{2}}_{h1}"#),
    ("损失 = L", #"\text{损失} = L"#),
  ])
  func textIsReadAsMathematics(text: String, latex: String) {
    #expect(Label(text).mathematics.latex == latex)
  }

  @Test(arguments: ["β₁·ŝₜ₋₁", "√ε ≤ ½", "“損失” → ∞", "π′ × 三"])
  func asciiIsASCII(text: String) {
    let ascii = Label(text).mathematics.ascii
    #expect(ascii.utf8.allSatisfy { $0 < 128 })
    #expect(!ascii.isEmpty)
  }

  @Test func markupIsEscaped() {
    let name = Symbol("</script><b>&")
    #expect(
      name.mathematics.mathML() == "<math><mo>&lt;/script&gt;&lt;b&gt;&amp;</mo></math>")
    #expect(Code.identifier(name.mathematics) == nil)
    #expect(Symbol("\\input{x}").mathematics.latex == #"\text{$\backslash$input$\{$x$\}$}"#)
  }
}
