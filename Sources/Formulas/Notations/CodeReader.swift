import Words

/// A programming language that formulas are written in.
///
/// The four operations and roots give bit for bit what Swift gives, as they stand in the same order, and so do other functions but
/// for the last digit, which the languages' libraries round as they do.
///
///     Code.javaScript.expression(m.mathematics(Notation(.bare, numerals: .exact)))    // "beta1 * m + (1 - beta1) * g"
public enum Code: Sendable {
  case javaScript, python

  /// What a program needs before its first formula. All names are those that `expression` writes.
  public var prelude: String {
    switch self {
    case .javaScript:
      """
      const { abs, cos, exp, log, max, min, pow, sign, sin, sqrt, tanh } = Math;
      const power = (x, y) => x < 0 || (x === 0 && y === 0) ? NaN : pow(x, y);
      const positive = (x) => x > 0 ? 1 : 0;
      """
    case .python:
      """
      from math import copysign, cos, exp, inf, log, nan, pow, sin, sqrt, tanh
      power = lambda x, y: nan if x < 0 or x == y == 0 else pow(x, y)
      positive = lambda x: 1.0 if x > 0 else 0.0
      sign = lambda x: copysign(1.0, x) if x else x
      """
    }
  }

  /// The formula as an expression; nil for what is none, such as a sum with an ellipsis.
  ///
  /// - Parameter name: what a name of the formula is in the program; nil for that of `Code.identifier`.
  public func expression(
    _ formula: Mathematics, name: @escaping (Mathematics) -> String? = { _ in nil }
  ) -> String? {
    try? CodeReader(code: self, givenName: name).text(formula)
  }

  /// An equation as an assignment, and as a function where it is one: `L = (w) => pow(w, 2) / 2`. Further sides of it are a comment.
  ///
  /// - Returns: nil for what is no equation of expressions.
  public func assignment(_ equation: Mathematics) -> String? {
    let sides = equation.sides
    let written = sides.dropFirst().map { expression($0) }
    guard let value = written.first ?? nil, !written.contains(nil) else { return nil }
    let rest = written.dropFirst().compactMap(\.self).map { " = \($0)" }.joined()
    let comment = rest.isEmpty ? "" : "  \(commentSign)\(rest)"
    if let name = Self.identifier(sides[0]) { return "\(name) = \(value)\(comment)" }
    guard case .row(let call) = sides[0], call.count == 2, let name = Self.identifier(call[0]),
      case .parentheses(let list) = call[1], let arguments = expression(list)
    else { return nil }
    return switch self {
    case .javaScript: "\(name) = (\(arguments)) => \(value)\(comment)"
    case .python: "\(name) = lambda \(arguments): \(value)\(comment)"
    }
  }

  /// What begins a comment, to the end of the line.
  public var commentSign: String {
    switch self {
    case .javaScript: "//"
    case .python: "#"
    }
  }

  /// The name of a quantity as an identifier of all languages: `beta1`, `m_hat_2`, `dE_dw5`; nil where it is none.
  public static func identifier(_ name: Mathematics) -> String? {
    CodeReader(code: .javaScript) { _ in nil }.identifier(name)
  }

  /// Words that cannot be names there.
  fileprivate static let reserved: Set<String> = ["lambda", "in", "is", "if", "as", "or", "do"]
}

/// Writes the tree of a formula as code. Signs between parts hold together in these languages as they do in mathematics.
private struct CodeReader {
  struct NoCode: Error {}

  let code: Code
  let givenName: (Mathematics) -> String?

  private static let functions = [
    "exp": "exp", "ln": "log", "tanh": "tanh", "sin": "sin", "cos": "cos", "max": "max",
    "min": "min", "sign": "sign",
  ]

  func text(_ formula: Mathematics) throws -> String {
    if let name = givenName(formula) ?? identifier(formula) { return name }
    switch formula {
    case .number(let text): return try number(text)
    case .sign(let sign): return try self.sign(sign)
    case .row(let parts): return try row(parts)
    case .scripts(let base, nil, let exponent?):
      return "pow(\(try argument(base)), \(try text(exponent)))"
    // A square of what has an index: x₁².
    case .scripts(let base, let below?, let exponent?):
      let base = try text(.scripts(base, below: below, above: nil))
      return "pow(\(base), \(try text(exponent)))"
    case .fraction(let a, let b): return "\(try text(a)) / \(try text(b))"
    case .root(let x): return "sqrt(\(try argument(x)))"
    case .power(let base, let exponent):
      return "power(\(try argument(base)), \(try argument(exponent)))"
    case .parentheses(let x), .group(let x): return "(\(try text(x)))"
    case .magnitude(let x): return "abs(\(try text(x)))"
    case .letter, .word, .scripts: throw NoCode()
    }
  }

  /// An argument stands in parentheses anyway.
  private func argument(_ x: Mathematics) throws -> String {
    switch x {
    case .group(let x), .parentheses(let x): try text(x)
    default: try text(x)
    }
  }

  private func row(_ parts: [Mathematics]) throws -> String {
    if let x = Mathematics.row(parts).comparedWithZero { return "positive(\(try text(x)))" }
    var written = ""
    var isComplete = false
    for (index, part) in parts.enumerated() {
      if case .sign(let sign) = part {
        guard isComplete else { throw NoCode() }
        written += try self.sign(sign)
        isComplete = false
      } else if part == .word("/"), isComplete {
        written += " / "
        isComplete = false
      } else if part == .word("−") {
        guard !isComplete else { throw NoCode() }
        written += "-"
      } else if case .word(let function) = part, let name = Self.functions[function],
        index + 1 < parts.count, case .parentheses = parts[index + 1]
      {
        guard !isComplete else { throw NoCode() }
        written += name
      } else {
        guard !isComplete else { throw NoCode() }
        written += try text(part)
        isComplete = true
      }
    }
    guard isComplete else { throw NoCode() }
    return written
  }

  private func sign(_ sign: Mathematics.Sign) throws -> String {
    switch sign {
    case .plus: " + "
    case .minus: " - "
    case .times: " * "
    case .comma: ", "
    case .plusMinus, .equals: throw NoCode()
    }
  }

  private func number(_ text: String) throws -> String {
    let ascii = String(text.map { $0 == "−" ? "-" : $0 })
    guard Double(ascii)?.isFinite != true else { return ascii }
    return switch (code, text) {
    case (.javaScript, "∞"): "Infinity"
    case (.javaScript, "−∞"): "-Infinity"
    case (.python, "∞"): "inf"
    case (.python, "−∞"): "-inf"
    case (.javaScript, "NaN"): "NaN"
    case (.python, "NaN"): "nan"
    default: throw NoCode()
    }
  }

  /// The identifier that a name is in code; nil for what is no name.
  func identifier(_ name: Mathematics) -> String? {
    switch name {
    case .letter(let letter): return checked(Letters.ascii(letter))
    case .word(let word):
      guard Self.functions[word] == nil else { return nil }
      return checked(Letters.ascii(word.map { $0 == " " ? "_" : "\($0)" }.joined()))
    case .scripts(let base, let below?, nil):
      guard let base = identifier(base) else { return nil }
      if case .number(let index) = below, index.allSatisfy(\.isASCII) {
        return base.last?.isLetter == true && !base.contains("_")
          ? base + index : "\(base)_\(index)"
      }
      if let step = try? CodeReader(code: code, givenName: { _ in nil }).step(below) {
        return "\(base)[\(step)]"
      }
      if case .word(let index) = below { return checked(Letters.ascii("\(base)_\(index)")) }
      return identifier(below).map { "\(base)_\($0)" }
    case .scripts(let base, let below, .parentheses(let step)?):
      let base = below.map { .scripts(base, below: $0, above: nil) } ?? base
      guard let base = identifier(base), let step = try? text(step) else { return nil }
      return step.allSatisfy(\.isNumber) ? "\(base)_\(step)" : "\(base)[\(step)]"
    case .scripts(let base, let below, .word("′")?):
      return identifier(below.map { .scripts(base, below: $0, above: nil) } ?? base)
        .map { "\($0)_prime" }
    case .fraction(.row(let a), .row(let b))
    where a.count == 2 && b.count == 2 && a[0] == .word("∂") && b[0] == .word("∂"):
      guard let a = identifier(a[1]), let b = identifier(b[1]) else { return nil }
      return "d\(a)_d\(b)"
    default: return nil
    }
  }

  /// t, or t − 1.
  private func step(_ below: Mathematics) throws -> String {
    guard below == .letter("t") || below.isSum(from: .letter("t")) else { throw NoCode() }
    return try text(below)
  }

  private func checked(_ name: String) -> String? {
    guard let first = name.first, first.isLetter || first == "_",
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
    else { return nil }
    return Code.reserved.contains(name) ? name + "_" : name
  }
}

extension Mathematics {
  /// What is equal, side by side; one alone where it is no equation.
  public var sides: [Mathematics] {
    guard case .row(let parts) = self else { return [self] }
    return parts.split(separator: .sign(.equals), omittingEmptySubsequences: false).map {
      $0.count == 1 ? $0[$0.startIndex] : .row(Array($0))
    }
  }

  fileprivate func isSum(from first: Mathematics) -> Bool {
    if case .row(let parts) = self { parts.first == first } else { false }
  }
}
