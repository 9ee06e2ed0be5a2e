/// A function that formulas can call.
struct FormulaFunction: Sendable {
  let name: String
  /// How many numbers it takes.
  let arguments: ClosedRange<Int>
  /// What comes out of them.
  let result: @Sendable ([Formula]) -> Formula

  static func named(_ name: String) -> FormulaFunction? { table[name] }

  static let names = table.keys.sorted()
  static let root = one("sqrt", .sqrt)
  static let magnitude = one("abs", .magnitude)

  private static let table = Dictionary(
    uniqueKeysWithValues: [
      magnitude, one("cos", .cos), one("exp", .exp), one("ln", .log), one("log", .log),
      one("sigmoid", .sigmoid), one("sin", .sin), root, one("tanh", .tanh),
      several("max", .maximum), several("min", .minimum),
      FormulaFunction(name: "pow", arguments: 2...2) { .power($0[0], $0[1]) },
      FormulaFunction(name: "relu", arguments: 1...1) { .binary(.maximum, .number(0), $0[0]) },
      FormulaFunction(name: "tan", arguments: 1...1) {
        .binary(.quotient, .unary(.function(.sin), $0[0]), .unary(.function(.cos), $0[0]))
      },
    ].map { ($0.name, $0) })

  private static func one(_ name: String, _ function: Function) -> FormulaFunction {
    FormulaFunction(name: name, arguments: 1...1) { .unary(.function(function), $0[0]) }
  }

  private static func several(_ name: String, _ calculation: Calculation) -> FormulaFunction {
    FormulaFunction(name: name, arguments: 2...100) { x in
      x.dropFirst().reduce(x[0]) { .binary(calculation, $0, $1) }
    }
  }
}
