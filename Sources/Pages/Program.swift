import Formulas
import Lecture
import Words

/// An experiment as a program for a page: its formulas as functions, and as text with places for numbers.
struct Program {
  let experiment: Experiment
  let mistakes: [(explanation: Words, rules: [Mathematics])]

  /// What stands for a number that is filled in: no number of a lesson is like it.
  private static let mark = "4815162342"

  /// The names of quantities: `m_hat` of m̂ₜ.
  var columns: [String] { experiment.rules.compactMap(Self.column) }

  /// What a formula is for; nil for one that no program can have.
  static func column(of rule: Mathematics) -> String? {
    Code.identifier(rule.sides[0]).map { String($0.prefix { $0 != "[" }) }
  }

  // MARK: Formulas with places for numbers

  /// What is filled in: as expressions of the program, each once.
  private(set) var slots: [String] = []

  init(_ experiment: Experiment, mistakes: [(explanation: Words, rules: [Mathematics])]) {
    self.experiment = experiment
    self.mistakes = mistakes
  }

  /// A formula with marks in the place of names.
  ///
  /// - Parameter operand: what needs parentheses: nothing (0), negative numbers (1), or powers too (2).
  mutating func marked(_ formula: Mathematics, operand: Int = 0) -> Mathematics {
    if let name = name(of: formula) {
      let index = slots.firstIndex(of: name) ?? slots.count
      if index == slots.count { slots.append(name) }
      let digits = "\(1000 + index)".dropFirst()
      return .number("\(Self.mark)\(operand)\(digits)")
    }
    switch formula {
    case .row(let parts):
      return .row(parts.indices.map { marked(parts[$0], operand: $0 > 0 ? 1 : min(operand, 1)) })
    case .scripts(let base, let below, let above?):
      let name = below.map { Mathematics.scripts(base, below: $0, above: nil) } ?? base
      return .scripts(marked(name, operand: 2), below: nil, above: marked(above))
    case .fraction(let a, let b): return .fraction(marked(a), marked(b))
    case .root(let x): return .root(marked(x))
    case .power(let base, let exponent):
      return .power(marked(base, operand: 2), marked(exponent))
    case .parentheses(let x): return .parentheses(marked(x))
    case .group(let x): return .group(marked(x))
    case .magnitude(let x): return .magnitude(marked(x))
    case .number, .letter, .word, .sign, .scripts: return formula
    }
  }

  /// The formula's elements with empty ones where the marks are.
  mutating func html(of formula: Mathematics) -> String {
    Mathematics.row([.sign(.equals), marked(formula)]).html
      .replacing(/<mn>4815162342(\d)(\d\d\d)<\/mn>/) { match in
        let operand = match.1 == "0" ? "" : " data-operand=\"\(match.1)\""
        return "<mrow data-slot=\"\(Int(match.2) ?? 0)\"\(operand)></mrow>"
      }
  }

  /// What a name is in the program: quantities of a network have no step in their names.
  private func name(of formula: Mathematics) -> String? {
    Code.identifier(formula).map { identifier in
      guard isNetwork else { return identifier }
      let name = String(identifier.prefix { $0 != "[" })
      return columns.contains(name) ? "\(name)[t]" : name
    }
  }

  private var isNetwork: Bool { !experiment.places.isEmpty }

  // MARK: The script

  /// The program that a page runs: an object with all that the page's script asks for.
  mutating func script() -> String {
    let rules = experiment.rules
    let columns = columns
    let latex = rules.map { rule in
      let numbers = marked(.row(Array(rule.sides.dropFirst())).unwrapped)
      return [rule.latex, numbers.latex, Self.column(of: rule) ?? ""].map(Self.literal)
    }
    let parameters = experiment.parameters.compactMap { Code.identifier($0.symbol.mathematics) }
    let python = rules.compactMap(Code.python.assignment).map(Self.literal)
    let functions = rules.compactMap(function)
    let labels = zip(columns, rules).map { "\($0): \(Self.literal(Self.label(of: $1)))" }
    let loss = experiment.loss.flatMap(Code.javaScript.assignment).map { ", \($0)" }
    let start = experiment.start.map { "start: \"\($0.variable.name)\", loss: L," }
    return """
      const experiment = (() => {
      \(Code.javaScript.prelude)
      let \(parameters.joined(separator: ", "));
      const \(columns.map { "\($0) = []" }.joined(separator: ", "))\(loss ?? "");
      return {
        subject: \(Self.literal(experiment.subject)), steps: \(experiment.steps), \(start ?? "")
        parameters: [\(parameters.map { "\"\($0)\"" }.joined(separator: ", "))],
        take: (numbers) => { ({ \(parameters.joined(separator: ", ")) } = numbers); },
        columns: { \(columns.joined(separator: ", ")) },
        \(isNetwork ? network : "labels: { \(labels.joined(separator: ", ")) },")
        memory: { \(memory.joined(separator: ", ")) },
        rules: [\(functions.map { "[\($0)]" }.joined(separator: ", "))],
        slots: [\(slots.map { "(t) => \($0)" }.joined(separator: ", "))],
        latex: [\(latex.map { "[\($0.joined(separator: ", "))]" }.joined(separator: ", "))],
        python: {
          prelude: \(Self.literal(Code.python.prelude)),
          rules: [\(python.joined(separator: ", "))],
        },
        mistakes: [
          \(mistakes.compactMap(mistake).joined(separator: ",\n    "))
        ],
      };
      })();
      """
  }

  /// Where the quantities of a network stand, and which each is made of.
  private var network: String {
    let all = experiment.places.compactMap { name, x, y in
      Code.identifier(name).map { (name: name, identifier: $0, x: x, y: y) }
    }
    let places = all.map { "\($0.identifier): [\($0.x), \($0.y)]" }
    let labels = all.map { "\($0.identifier): \(Self.literal($0.name.text))" }
    let sources = experiment.rules.compactMap { rule in
      Self.column(of: rule).map { name in
        var program = Program(experiment, mistakes: [])
        _ = program.marked(rule.sides[1])
        let used = program.slots.map { $0.prefix { $0 != "[" } }
        let placed = all.filter { place in used.contains { $0 == place.identifier } }
        return "\(name): [\(placed.map { "\"\($0.identifier)\"" }.joined(separator: ", "))]"
      }
    }
    return """
      places: { \(places.joined(separator: ", ")) },
        labels: { \(labels.joined(separator: ", ")) },
        sources: { \(sources.joined(separator: ", ")) },
      """
  }

  private var memory: [String] {
    experiment.memory.compactMap { symbol, value in
      Code.identifier(symbol.mathematics).map { "\($0): \(value)" }
    }
  }

  /// The name of what a formula calculates, without its step: m̂.
  static func label(of rule: Mathematics) -> String {
    if case .scripts(let base, _, _) = rule.sides[0] { base.text } else { rule.sides[0].text }
  }

  /// `"m", (t) => beta1 * m[t - 1]`; nil where a formula cannot be written so.
  private func function(of rule: Mathematics) -> String? {
    guard let name = Self.column(of: rule), rule.sides.count == 2,
      let value = Code.javaScript.expression(rule.sides[1], name: { self.name(of: $0) })
    else { return nil }
    return "\"\(name)\", (t) => \(value)"
  }

  private func mistake(
    _ mistake: (explanation: Words, rules: [Mathematics])
  ) -> String? {
    let functions = mistake.rules.compactMap(function)
    guard functions.count == mistake.rules.count else { return nil }
    let changes = functions.map { $0.replacing("\", (t)", with: "\": (t)") }
    let words =
      "{ en: \(Self.literal(mistake.explanation.english)), zh: \(Self.literal(mistake.explanation.chinese)) }"
    return "[\(words), { \(changes.joined(separator: ", ")) }]"
  }

  /// A text as a literal of the program that nothing in it can leave, nor the element that the program stands in.
  static func literal(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\0"..<" ":
        "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension Mathematics {
  /// A row of one is that one.
  fileprivate var unwrapped: Mathematics {
    if case .row(let parts) = self, parts.count == 1 { parts[0] } else { self }
  }
}
