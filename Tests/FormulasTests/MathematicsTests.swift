import Formulas
import TestSupport
import Testing
import Words

@Suite struct MathematicsTests {
  /// Without any pair of its parentheses, a formula cannot be read or is another number, at one of many points at least.
  /// Some differ by rounding only: a·(b·c) is not a·b·c.
  @Test func parenthesesStandOnlyWhereTheyAreNeeded() {
    var generator = SeededGenerator(seed: 3)
    let points = (0..<40).map { _ in
      (0..<16).map { _ in Double.random(in: 0.5...3, using: &generator) }
    }
    for _ in 0..<300 {
      var count = 0
      let expression = Self.arithmetic(depth: 4, &count, using: &generator)
      let formulas = points.map { point in
        expression.value(point.map { Traced($0).named("x") })
          .mathematics(Notation(.values, numerals: .exact))
      }
      let alternatives = formulas.map(\.withoutOnePair)
      for pair in alternatives[0].indices {
        #expect(
          points.indices.contains { !Self.areSame(formulas[$0], alternatives[$0][pair]) },
          "\(formulas[0]) is \(alternatives[0][pair])")
      }
    }
  }

  /// A formula of as many variables as it has places for them, so that nothing in it cancels.
  private static func arithmetic(
    depth: Int, _ count: inout Int, using generator: inout SeededGenerator
  ) -> RandomExpression {
    guard depth > 0 else {
      count += 1
      return .variable(count - 1)
    }
    func smaller() -> RandomExpression {
      arithmetic(
        depth: Int.random(in: 0..<depth, using: &generator), &count, using: &generator)
    }
    return switch Int.random(in: 0..<6, using: &generator) {
    case 0: .unary(.negate, smaller())
    // A square of a square would hide a sign.
    case 1: .power(.binary(.subtract, smaller(), smaller()), 2)
    case 2: .binary(.add, smaller(), smaller())
    case 3: .binary(.subtract, smaller(), smaller())
    case 4: .binary(.multiply, smaller(), smaller())
    default: .binary(.divide, smaller(), smaller())
    }
  }

  private static func areSame(_ a: Mathematics, _ b: Mathematics) -> Bool {
    guard let a = try? FormulaReader.value(of: a.text), let b = try? FormulaReader.value(of: b.text)
    else { return false }
    return a == b
  }

  @Test(arguments: [
    ("w", "w"), ("β1", "β₁"), ("net_o1", "netₒ₁"), ("σ²", "σ²"), ("σ²_h1", "σ²ₕ₁"), ("12", "12"),
    ("m̂2", "m̂₂"), ("η′", "η′"), ("max s", "max s"), ("L_min", "Lₘᵢₙ"),
  ])
  func aNameIsWrittenWithItsIndex(name: String, text: String) {
    #expect(Mathematics(name: name).text == text)
  }

  @Test func aLineThatIsBrokenAtASignHasNoSpaceAtItsEdge() {
    #expect(Mathematics.row(["a", .sign(.equals)]).text == "a =")
    #expect(Mathematics.row([.sign(.plus), "b"]).text == "+ b")
  }

  @Test func derivativesAreFractions() {
    let symbol = Symbol.derivative(of: "E", by: "net_o1")
    #expect(symbol.text == "∂E/∂netₒ₁")
    #expect(symbol.text(at: 2) == "∂E/∂netₒ₁⁽²⁾")
    #expect(Symbol.derivative(of: "E", by: "w").text(at: 2) == "∂E/∂w₂")
    guard case .fraction = symbol.mathematics else {
      Issue.record("not a fraction")
      return
    }
  }
}

extension Mathematics {
  /// The same without one pair of parentheses, in all ways there are.
  fileprivate var withoutOnePair: [Mathematics] {
    func both(
      _ a: Mathematics, _ b: Mathematics, _ make: (Mathematics, Mathematics) -> Mathematics
    ) -> [Mathematics] {
      a.withoutOnePair.map { make($0, b) } + b.withoutOnePair.map { make(a, $0) }
    }
    return switch self {
    case .number, .letter, .word, .sign: []
    case .parentheses(let x): [x] + x.withoutOnePair.map { .parentheses($0) }
    case .group(let x): [x] + x.withoutOnePair.map { .group($0) }
    case .root(let x): x.withoutOnePair.map { .root($0) }
    case .magnitude(let x): x.withoutOnePair.map { .magnitude($0) }
    case .fraction(let a, let b): both(a, b, Mathematics.fraction)
    case .power(let a, let b): both(a, b, Mathematics.power)
    case .scripts(let base, let below, let above):
      base.withoutOnePair.map { .scripts($0, below: below, above: above) }
    case .row(let parts):
      parts.indices.flatMap { i in
        parts[i].withoutOnePair.map { part in
          .row(parts.indices.map { $0 == i ? part : parts[$0] })
        }
      }
    }
  }
}
