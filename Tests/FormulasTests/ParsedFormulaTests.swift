import Formulas
import RealModule
import TestSupport
import Testing
import Words

@Suite struct ParsedFormulaTests {
  private static func printed(_ parsed: ParsedFormula) -> String {
    let formula = parsed.expression.value(at: parsed.variables.map { Traced(1).named($0) })
    return formula.symbol == nil ? formula.formula(Notation(.bare)) : formula.name(Notation(.bare))
  }

  @Test(arguments: rightFormulas)
  func whatPeopleWriteIsRead(text: String, printed: String) throws {
    #expect(try Self.printed(ParsedFormula(text)) == printed)
  }

  @Test(arguments: wrongFormulas)
  func whatIsWrongIsShown(text: String, caret: Int, message: String) throws {
    let error = try #require(throws: FormulaError.self) { try ParsedFormula(text) }
    #expect(error.message.english.contains(message), "\(error)")
    #expect(error.message.chinese != error.message.english)
    let lines = error.illustration.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2)
    // Two spaces stand before the text.
    let before = String(text.prefix(caret)).displayWidth
    #expect(lines[1].prefix { $0 == " " }.count == 2 + before, "\(error)")
    #expect(!error.illustration.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func variablesAreInAlphabeticalOrder() throws {
    func variables(_ text: String) throws -> [String] {
      try ParsedFormula(text).variables.map(\.text)
    }
    #expect(try variables("y + x") == ["x", "y"])
    #expect(try variables("w10 + w2 + b + W") == ["b", "W", "w₂", "w₁₀"])
    #expect(try variables("f(x, y) = x²") == ["x", "y"])
    #expect(try variables("θ + z + π + e^x") == ["x", "z", "θ"])
  }

  /// What is printed in a formula's own notation is the same formula when it is read, number by number.
  @Test func whatIsPrintedIsReadAgain() throws {
    var count = 0
    try RandomExpression.forMany(5000) { expression, point in
      let variables = zip(["x", "y", "z"], point).map { Traced($1).named(Symbol($0)) }
      let formula = expression.value(variables)
      guard expression.isFinite(point), formula.symbol == nil else { return }
      let mathematics = formula.mathematics(Notation(.bare, numerals: .exact))
      for text in [mathematics.text, Code.javaScript.expression(mathematics) ?? ""]
      where !text.contains(/\[|positive|power/) {
        guard let parsed = try Self.reading(text) else { continue }
        let values = Dictionary(uniqueKeysWithValues: zip(["x", "y", "z"], point))
        let value: Double = parsed.expression.value(
          at: parsed.variables.map { values[$0.name] ?? .nan })
        count += 1
        #expect(value == formula.value, "\(text)")
      }
    }
    #expect(count > 3000)
  }

  /// nil for a constant, and for what is longer than people write.
  private static func reading(_ text: String) throws -> ParsedFormula? {
    do {
      return try ParsedFormula(text)
    } catch let error as FormulaError
      where error.message.english.contains(/no variable|too long|one within another/)
    {
      return nil
    }
  }

  /// Text without sense, made of what formulas are made of.
  @Test func anyTextGivesAResultOrAnError() {
    let pieces =
      Array("xyzwπe0123.²⁻½+−*·/^()[]{}|,=√ ").map(String.init)
      + ["sin", "max", "sqrt ", "e^", "**", "_1", "foo", "\0", "中", "𝑥", "f(x)="]
    var generator = SeededGenerator(seed: 11)
    var results = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator)! }.joined()
      do {
        let parsed = try ParsedFormula(text)
        let point = parsed.variables.map { _ in 0.5.traced }
        _ = parsed.expression.value(at: point).gradient(by: point)
        results += 1
      } catch {
        #expect(error is FormulaError)
      }
    }
    #expect(results > 500)
  }

  @Test(arguments: [
    "x", "(", "x+", "-", "|", "√", "sin ", "x^", "1", "x ", "{", "e^-", "max(", "2x(", "é", "\0",
    "f(x)=",
    "\u{301}", "x²", "½", "sin²",
  ])
  func longTextsAreNoTrouble(piece: String) {
    for length in [10, 100, 900, 1_000_000] {
      let text = String(repeating: piece, count: length / piece.utf8.count + 1)
      if let parsed = try? ParsedFormula(text) {
        let point = parsed.variables.map { _ in 0.5.traced }
        let value = parsed.expression.value(at: point)
        #expect(!value.formula(Notation(.bare)).isEmpty)
        #expect(value.gradient(by: point).count == point.count)
      } else {
        #expect(throws: FormulaError.self) { try ParsedFormula(text) }
      }
    }
  }

  @Test func deepestNestingIsAnError() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
    }
    #expect(try Self.printed(ParsedFormula(nested(50))) == "x")
    let error = #expect(throws: FormulaError.self) { try ParsedFormula(nested(51)) }
    #expect(error?.message.english.contains("one within another") == true)
    #expect(try ParsedFormula(String(repeating: "x+", count: 300) + "1").variables.count == 1)
    #expect(throws: FormulaError.self) {
      try ParsedFormula(String(repeating: "x+", count: 301) + "1")
    }
  }
}
