import Words

/// Makes an expression of the words and signs of a formula, by descent over how tightly they hold together.
///
///     sum    = product { (+ | −) product }
///     product = ["−"] power { (· | /) ["−"] power | power }      side by side is multiplied
///     power  = atom { small number } [ ^ ["−"] power ]
///     atom   = number | name | bracket | |sum| | √ power | function [power of it] argument
struct FormulaParser {
  private let tokens: [FormulaToken]
  private let text: [Character]
  private let places: [Symbol: Int]
  private var next = 0
  /// How many brackets, functions and exponents are open.
  private var depth = 0
  /// How many bars are open since the last bracket.
  private var bars = 0
  private var calculations = 0

  /// So many can be open at once, and so many calculations be made: a formula is shown to people, and by what goes through it in
  /// steps one within another.
  private static let (mostOpen, mostCalculations) = (50, 300)

  static func expression(
    of tokens: [FormulaToken], in text: [Character], variables: [Symbol]
  ) throws -> Formula {
    let places = Dictionary(uniqueKeysWithValues: zip(variables, 0...))
    var parser = FormulaParser(tokens: tokens, text: text, places: places)
    let expression = try parser.sum()
    guard case .end = parser.token.kind else { throw parser.misplaced() }
    return expression
  }

  private init(tokens: [FormulaToken], text: [Character], places: [Symbol: Int]) {
    (self.tokens, self.text, self.places) = (tokens, text, places)
  }

  private var token: FormulaToken { tokens[next] }

  private func error(_ message: Words, at place: Range<Int>? = nil) -> FormulaError {
    FormulaError(message, in: text, at: place ?? token.place)
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard case .sign(sign) = token.kind else { return false }
    next += 1
    return true
  }

  /// Counts a calculation, as many as there may be.
  private mutating func counted(_ expression: Formula) throws -> Formula {
    calculations += 1
    guard calculations <= Self.mostCalculations else {
      throw error(
        Words(
          en: "The formula is too long: \(Self.mostCalculations) calculations are the most.",
          zh: "公式太长，最多 \(Self.mostCalculations) 次运算。"))
    }
    return expression
  }

  /// Goes one further in, as far as one may.
  private mutating func within<Result>(
    _ body: (inout FormulaParser) throws -> Result
  ) throws -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostOpen else {
      throw error(
        Words(
          en: "Too much stands one within another: \(Self.mostOpen) levels are the most.",
          zh: "嵌套太深，最多 \(Self.mostOpen) 层。"))
    }
    return try body(&self)
  }
}

/// From loose to tight.
extension FormulaParser {
  private mutating func sum() throws -> Formula {
    _ = take("+")
    var left = try product()
    while true {
      if take("+") {
        left = try counted(.binary(.sum, left, product()))
      } else if take("−") {
        left = try counted(.binary(.difference, left, product()))
      } else {
        return left
      }
    }
  }

  private mutating func product() throws -> Formula {
    var left: Formula
    if take("−") {
      // −x² is −(x²), and −2·x is (−2)·x, which is the same.
      left = try counted(.unary(.negation, power()))
    } else {
      left = try power()
    }
    while true {
      if take("·") {
        left = try counted(.binary(.product, left, factor()))
      } else if take("/") {
        left = try counted(.binary(.quotient, left, factor()))
      } else if try isBeside() {
        left = try counted(.binary(.product, left, power()))
      } else {
        return left
      }
    }
  }

  /// What follows · or /, perhaps with a sign of its own.
  private mutating func factor() throws -> Formula {
    take("−") ? try counted(.unary(.negation, power())) : try power()
  }

  /// Whether something to be multiplied by stands here without a sign.
  private func isBeside() throws -> Bool {
    switch token.kind {
    case .variable, .constant, .function, .open, .sign("√"): return true
    case .bar: return bars == 0
    case .number, .fraction:
      throw error(
        Words(en: "A sign is missing before this number: · or +, say.", zh: "这个数前面缺少运算符，例如 · 或 +。"))
    default: return false
    }
  }

  private mutating func power() throws -> Formula {
    try raised(atom())
  }

  /// A base with the exponents that follow it.
  private mutating func raised(_ base: Formula) throws -> Formula {
    var base = base
    while case .superscript(let n) = token.kind {
      next += 1
      base = try counted(.power(base, .number(Double(n))))
    }
    guard take("^") else { return base }
    return try counted(.power(base, within { try $0.factor() }))
  }

  private mutating func atom() throws -> Formula {
    let token = token
    switch token.kind {
    case .number(let value):
      next += 1
      return .number(value)
    case .fraction(let a, let b):
      next += 1
      return try counted(.binary(.quotient, .number(a), .number(b)))
    case .constant(let constant):
      next += 1
      return constant
    case .variable(let symbol):
      next += 1
      return .variable(places[symbol] ?? 0)
    case .open:
      let list = try bracket()
      guard list.count == 1 else { throw comma(at: list[1].place) }
      return list[0].expression
    case .bar:
      next += 1
      return try within { try $0.magnitude(from: token) }
    case .sign("√"):
      next += 1
      return try counted(FormulaFunction.root.result([within { try $0.power() }]))
    case .function(let function):
      next += 1
      return try within { try $0.call(function, at: token.place) }
    case .sign, .superscript, .close, .comma, .equals, .end: throw misplaced()
    }
  }
}

/// What is in brackets, and after functions.
extension FormulaParser {
  private typealias Argument = (expression: Formula, place: Range<Int>)

  /// A bracket with what it holds, with commas between. Places are those of the commas.
  private mutating func bracket() throws -> [Argument] {
    let open = token
    guard case .open(let closing) = open.kind else { throw misplaced() }
    next += 1
    let outer = bars
    bars = 0
    let list = try within { parser -> [Argument] in
      var list = [(try parser.sum(), open.place)]
      while case .comma = parser.token.kind {
        let place = parser.token.place
        parser.next += 1
        list.append((try parser.sum(), place))
      }
      return list
    }
    bars = outer
    switch token.kind {
    case .close(closing): next += 1
    case .close(let other):
      let opening = text[open.place.lowerBound]
      throw error(
        Words(
          en: "\(opening.named) is closed by “\(closing)”, not by “\(other)”.",
          zh: "\(opening.named) 要用“\(closing)”结束，不能用“\(other)”。"))
    case .end: throw unclosed(open)
    default: throw misplaced()
    }
    return list
  }

  private mutating func magnitude(from open: FormulaToken) throws -> Formula {
    bars += 1
    let inner = try sum()
    guard case .bar = token.kind else {
      if case .end = token.kind { throw unclosed(open) }
      throw misplaced()
    }
    bars -= 1
    next += 1
    return try counted(FormulaFunction.magnitude.result([inner]))
  }

  /// A function whose name has been read: sin²(x), max(x, y), ln 2x.
  private mutating func call(_ function: FormulaFunction, at place: Range<Int>) throws -> Formula {
    var exponent: Formula?
    if case .superscript(let n) = token.kind {
      next += 1
      exponent = .number(Double(n))
    } else if take("^") {
      exponent = try take("−") ? .number(-1) : atom()
    }
    if let n = exponent?.number, n < 0 {
      throw error(
        Words(
          en:
            "The inverse function or 1/\(function.name)? Write 1/\(function.name)(x) for the latter.",
          zh: "是反函数还是倒数？倒数请写成 1/\(function.name)(x)。"), at: place)
    }
    let arguments = try arguments(of: function, at: place)
    guard function.arguments.contains(arguments.count) else {
      let (least, most) = (function.arguments.lowerBound, function.arguments.upperBound)
      let count = least == most ? "\(least)" : "\(least)…"
      throw error(
        Words(
          en:
            "\(function.name) takes \(least == 1 ? "one number" : "\(least) numbers\(most > least ? " or more" : "")"), not \(arguments.count).",
          zh: "\(function.name) 需要 \(count) 个数，不是 \(arguments.count) 个。"), at: place)
    }
    let result = try counted(function.result(arguments))
    return try exponent.map { try counted(.power(result, $0)) } ?? result
  }

  private mutating func arguments(of function: FormulaFunction, at place: Range<Int>) throws
    -> [Formula]
  {
    if case .open = token.kind { return try bracket().map(\.expression) }
    if case .end = token.kind {
      throw error(
        Words(
          en: "\(function.name) of what? Write \(function.name)(x).",
          zh: "\(function.name) 后面缺少自变量，如 \(function.name)(x)。"), at: place)
    }
    // Without brackets, all that stands side by side, up to the next function.
    var argument = try factor()
    while try isBeside() {
      if case .function = token.kind { break }
      argument = try counted(.binary(.product, argument, power()))
    }
    return [argument]
  }
}

/// What is wrong.
extension FormulaParser {
  private func unclosed(_ open: FormulaToken) -> FormulaError {
    let sign = text[open.place.lowerBound].named
    return error(Words(en: "\(sign) is never closed.", zh: "\(sign) 没有结束。"), at: open.place)
  }

  private func comma(at place: Range<Int>) -> FormulaError {
    error(
      Words(
        en: "A comma stands only between the numbers of max, min and pow; decimals have a point.",
        zh: "逗号只用于 max、min、pow 的各个数之间；小数用小数点。"), at: place)
  }

  /// The token cannot stand where it is.
  private func misplaced() -> FormulaError {
    let sign = String(text[token.place])
    switch token.kind {
    case .comma: return comma(at: token.place)
    case .equals:
      return error(
        Words(
          en:
            "Only a name may stand before “\(sign)”, as in f(x) = x²: what is sought is a minimum, not a solution.",
          zh: "“\(sign)”左边只能是名称，如 f(x) = x²：这里求的是最小值，而不是方程的解。"))
    case .close where depth == 0:
      return error(Words(en: "“\(sign)” closes nothing.", zh: "“\(sign)”没有对应的左括号。"))
    case .end where next == 0:
      return error(
        Words(en: "There is no formula; write (x − 1)² + y², say.", zh: "没有公式，例如可写 (x − 1)² + y²。"))
    case .end:
      return error(
        Words(en: "Something is missing at the end.", zh: "末尾缺少内容。"))
    default:
      let before = next > 0 ? String(text[tokens[next - 1].place]) : nil
      return error(
        before.map {
          Words(
            en: "A number or a name is missing between “\($0)” and “\(sign)”.",
            zh: "“\($0)”与“\(sign)”之间缺少数或变量。")
        }
          ?? Words(
            en: "A number or a name is missing before “\(sign)”.", zh: "“\(sign)”前面缺少数或变量。"))
    }
  }
}
