import RealModule

/// Reads a printed formula and calculates it with doubles: the other direction of `Notation`, written independently.
///
///     sum     = ["−"] product { ("+" | "−") product }
///     product = power { ("·" | "/") power }
///     power   = atom [ small digits | "^" atom ]
///     atom    = number | name | "√" atom | function "(" sum { "," sum } ")" | "(" sum ")" | "|" sum "|"
///             | "[" sum "> 0]"
struct FormulaReader {
  struct Unreadable: Error { var rest: String }

  private var rest: Substring
  private let names: [String: Double]

  /// Calculates the text; `names` are the values of its symbols.
  static func value(of text: String, names: [String: Double] = [:]) throws -> Double {
    var reader = FormulaReader(rest: Substring(text.filter { $0 != " " }), names: names)
    let value = try reader.sum()
    guard reader.rest.isEmpty else { throw Unreadable(rest: String(reader.rest)) }
    return value
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard take(text) else { throw Unreadable(rest: String(rest)) }
  }

  private mutating func sum() throws -> Double {
    var value = take("−") ? -(try product()) : try product()
    while true {
      if take("+") {
        value += try product()
      } else if take("−") {
        value -= try product()
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Double {
    var value = try power()
    while true {
      if take("·") {
        value *= try power()
      } else if take("/") {
        value /= try power()
      } else {
        return value
      }
    }
  }

  private mutating func power() throws -> Double {
    let base = try atom()
    if take("^") { return .pow(base, try atom()) }
    let small = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let sign = take("⁻") ? -1 : 1
    let digits = rest.prefix { small.contains($0) }
    guard !digits.isEmpty else { return base }
    rest.removeFirst(digits.count)
    return .pow(base, sign * digits.reduce(0) { $0 * 10 + small.firstIndex(of: $1)! })
  }

  private mutating func atom() throws -> Double {
    if take("√") { return try atom().squareRoot() }
    if take("|") {
      let value = try sum()
      try expect("|")
      return value.magnitude
    }
    if take("(") {
      let value = try sum()
      try expect(")")
      return value
    }
    if take("[") {
      let value = try sum()
      try expect(">0]")
      return value > 0 ? 1 : 0
    }
    if rest.first?.isNumber == true { return try number() }
    let name = String(rest.prefix { $0.isLetter || "₀₁₂₃₄₅₆₇₈₉".contains($0) })
    rest.removeFirst(name.count)
    if let value = names[name] { return value }
    try expect("(")
    let first = try sum()
    var others: [Double] = []
    while take(",") { others.append(try sum()) }
    try expect(")")
    switch name {
    case "exp": return .exp(first)
    case "ln": return .log(first)
    case "tanh": return .tanh(first)
    case "sin": return .sin(first)
    case "cos": return .cos(first)
    case "max": return others.reduce(first) { .maximum($0, $1) }
    case "min": return others.reduce(first) { .minimum($0, $1) }
    default: throw Unreadable(rest: name)
    }
  }

  private mutating func number() throws -> Double {
    var text = ""
    while let next = rest.first {
      let ordinary = "0123456789.e".contains(next)
      guard ordinary || (next == "−" && text.last == "e") else { break }
      text.append(next == "−" ? "-" : next)
      rest.removeFirst()
    }
    guard let value = Double(text) else { throw Unreadable(rest: text) }
    return value
  }
}
