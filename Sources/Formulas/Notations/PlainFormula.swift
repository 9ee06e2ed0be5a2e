import Words

extension Label {
  /// The label as mathematics: what is written as text is read sign by sign, as in `⌈N/B⌉ = 16`.
  public var mathematics: Mathematics {
    var parts: [Mathematics] = []
    for run in runs {
      switch run {
      case .mathematics(.row(let row)): parts += row
      case .mathematics(let mathematics): parts.append(mathematics)
      case .text(let text): parts += PlainFormula.parts(of: text)
      }
    }
    return parts.count == 1 ? parts[0] : .row(parts)
  }
}

/// Mathematics that was written as text.
private enum PlainFormula {
  private static let signs: [Character: Mathematics.Sign] = [
    "+": .plus, "−": .minus, "±": .plusMinus, "·": .times, "=": .equals, ",": .comma,
  ]

  static func parts(of text: String) -> [Mathematics] {
    // What stands in parentheses that are open still, the innermost last.
    var open: [[Mathematics]] = [[]]
    var rest = Substring(text)
    while let first = rest.first {
      var parts = open[open.count - 1]
      if first == "(" {
        rest.removeFirst()
        open.append([])
        continue
      } else if first == ")", open.count > 1 {
        rest.removeFirst()
        open.removeLast()
        open[open.count - 1].append(.parentheses(Mathematics.row(rooted(parts)).unwrapped))
        continue
      } else if first == " " {
        rest.removeFirst()
        // Between words it is one of the text; signs have their own.
        if let next = rest.first, next.isLetter, case .word(let before)? = parts.last,
          before.last?.isLetter == true
        {
          parts[parts.count - 1] = .word(before + " " + take(&rest, while: \.isLetter))
        }
      } else if first.isASCII, first.isNumber {
        parts.append(.number(number(&rest)))
      } else if let script = script(&rest, of: parts.last) {
        parts[parts.count - 1] = script
      } else if first.isLetter, first != "∂" {
        let letters = take(&rest, while: \.isLetter)
        parts.append(letters.count == 1 && !first.isIdeograph ? .letter(letters) : .word(letters))
      } else {
        rest.removeFirst()
        let isPrefix = first == "−" && (parts.last.map(isOpen) ?? true)
        parts.append(isPrefix ? .word("−") : signs[first].map { .sign($0) } ?? .word("\(first)"))
      }
      open[open.count - 1] = parts
    }
    // What is never closed stays as it is.
    return rooted(open.dropFirst().reduce(open[0]) { $0 + [.word("(")] + $1 })
  }

  /// What stands behind a root's sign is under it.
  private static func rooted(_ parts: [Mathematics]) -> [Mathematics] {
    parts.reduce(into: []) { rooted, part in
      if rooted.last == .word("√") {
        rooted.removeLast()
        if case .parentheses(let x) = part {
          rooted.append(.root(.group(x)))
        } else {
          rooted.append(.root(part))
        }
      } else {
        rooted.append(part)
      }
    }
  }

  /// Digits, perhaps with a power of ten: `1e−8`.
  private static func number(_ rest: inout Substring) -> String {
    var number = take(&rest) { $0.isASCII && $0.isNumber || $0 == "." }
    let power = rest.prefix { $0 == "e" || $0 == "−" }
    if power == "e" || power == "e−", rest.dropFirst(power.count).first?.isNumber == true {
      rest.removeFirst(power.count)
      number += power + take(&rest) { $0.isASCII && $0.isNumber }
    }
    return number
  }

  private static func isOpen(_ part: Mathematics) -> Bool {
    switch part {
    case .sign, .word("("), .word("⌈"), .word("|"), .word("/"): true
    default: false
    }
  }

  private static func take(
    _ rest: inout Substring, while belongs: (Character) -> Bool
  ) -> String {
    // Small letters are letters too.
    let text = rest.prefix { belongs($0) && SmallLetters.ordinary(of: $0) == nil }
    rest.removeFirst(text.count)
    return String(text)
  }

  /// What stands small at the beginning, at what is before it.
  private static func script(_ rest: inout Substring, of base: Mathematics?) -> Mathematics? {
    guard let base, let first = rest.first, let isBelow = SmallLetters.ordinary(of: first)?.isBelow
    else { return nil }
    let small = rest.prefix { SmallLetters.ordinary(of: $0)?.isBelow == isBelow }
    rest.removeFirst(small.count)
    let ordinary = String(small.compactMap { SmallLetters.ordinary(of: $0)?.letter })
    let script = Mathematics.row(parts(of: ordinary)).unwrapped
    return isBelow ? .scripts(base, below: script, above: nil) : base.raised(to: script)
  }
}

extension String {
  /// Whether a word has an index within it, as dxₜ/dx₀.
  var hasSmallLetters: Bool { contains { SmallLetters.ordinary(of: $0) != nil } }
}

extension Mathematics {
  /// A row of one is that one.
  fileprivate var unwrapped: Mathematics {
    if case .row(let parts) = self, parts.count == 1 { parts[0] } else { self }
  }
}
