import Words

extension Mathematics {
  /// The formula as it is read aloud: `m hat sub t equals m sub t over, open 1 minus beta sub 1 to the t, close`. What a fraction or
  /// a root reaches over is said where it is more than one name or number.
  public var speech: Words {
    switch self {
    case .number(let text): Self.spokenNumber(text)
    case .letter(let text), .word(let text): Self.spoken(text)
    case .sign(let sign): Self.spoken(sign)
    case .row(let parts): Self.spokenRow(parts)
    case .scripts(let base, let below, let above):
      base.speech + (below.map(Self.spokenIndex) ?? "") + (above.map(Self.spokenExponent) ?? "")
    case .fraction(.row(let a), .row(let b)) where a.first == .word("∂") && b.first == .word("∂"):
      Self.spokenDerivative(a, b)
    case .fraction(let a, let b): Self.spokenFraction(a.ungrouped, b.ungrouped)
    case .root(let x): Self.spokenRoot(x.ungrouped)
    case .power(let base, let exponent): base.speech + Self.spokenExponent(exponent.ungrouped)
    case .parentheses(let x), .group(let x):
      Words(en: "open parenthesis \(x.speech) close parenthesis", zh: "左括号 \(x.speech) 右括号")
    case .magnitude(let x):
      x.isSimple
        ? Words(en: "the absolute value of \(x.speech)", zh: "\(x.speech) 的绝对值")
        : Words(
          en: "the absolute value of \(x.speech), end of absolute value",
          zh: "绝对值 \(x.speech)，绝对值结束")
    }
  }

  /// Whether it is a name or a number, so that nobody asks how far it goes.
  private var isSimple: Bool {
    switch self {
    case .number(let text): !text.contains("e")
    case .letter, .word: true
    case .scripts(let base, _, nil): base.isSimple
    default: false
    }
  }

  /// Whether it is simple, or a power of what is.
  private var isShort: Bool {
    if case .scripts(let base, _, .number) = self { base.isSimple } else { isSimple }
  }

  private static func spokenRow(_ parts: [Mathematics]) -> Words {
    if let x = Mathematics.row(parts).comparedWithZero?.speech {
      return Words(en: "1 where \(x) is above 0, else 0", zh: "\(x) 大于 0 时为 1，否则为 0")
    }
    let words = parts.indices.map { index -> Words in
      // exp(x) is exp of x.
      guard index > 0, case .parentheses(let x) = parts[index], isFunction(parts[index - 1]) else {
        return parts[index].speech
      }
      let end = x.isSimple ? "" : Words(en: ", end of arguments", zh: "，参数结束")
      return Words(en: "of \(x.speech)\(end)", zh: "，参数 \(x.speech)\(end)")
    }
    return words.joined(separator: " ")
  }

  private static func isFunction(_ part: Mathematics) -> Bool {
    switch part {
    case .word(let name): name.count > 1
    case .letter: true
    default: false
    }
  }

  private static func spokenIndex(_ below: Mathematics) -> Words {
    let index = Words(en: " sub \(below.speech)", zh: " 下标 \(below.speech)")
    return below.isSimple ? index : index + Words(en: ", end of index,", zh: "，下标结束，")
  }

  private static func spokenExponent(_ above: Mathematics) -> Words {
    switch above {
    case .number("2"): Words(en: " squared", zh: " 的平方")
    case .number("3"): Words(en: " cubed", zh: " 的立方")
    case .word("′"): Words(en: " prime", zh: " 撇")
    case .parentheses(let step): Words(en: " at step \(step.speech)", zh: " 在第 \(step.speech) 步")
    case _ where above.isSimple:
      Words(en: " to the power \(above.speech)", zh: " 的 \(above.speech) 次方")
    default:
      Words(
        en: " to the power \(above.speech), end of power", zh: " 的幂，指数 \(above.speech)，指数结束")
    }
  }

  private static func spokenFraction(_ a: Mathematics, _ b: Mathematics) -> Words {
    a.isShort && b.isShort
      ? Words(en: "\(a.speech) over \(b.speech)", zh: "\(b.speech) 分之 \(a.speech)")
      : Words(
        en: "the fraction \(a.speech) over \(b.speech), end of fraction",
        zh: "分数，分子 \(a.speech)，分母 \(b.speech)，分数结束")
  }

  private static func spokenDerivative(_ a: [Mathematics], _ b: [Mathematics]) -> Words {
    let (a, b) = (spokenRow(Array(a.dropFirst())), spokenRow(Array(b.dropFirst())))
    return Words(en: "the derivative of \(a) by \(b)", zh: "\(a) 对 \(b) 的偏导数")
  }

  private static func spokenRoot(_ x: Mathematics) -> Words {
    x.isSimple
      ? Words(en: "the square root of \(x.speech)", zh: "根号 \(x.speech)")
      : Words(en: "the square root of \(x.speech), end of root", zh: "根号下 \(x.speech)，根号结束")
  }

  private static func spokenNumber(_ text: String) -> Words {
    if text.hasPrefix("−") {
      let rest = spokenNumber(String(text.dropFirst()))
      return Words(en: "minus \(rest)", zh: "负 \(rest)")
    }
    if text == "∞" { return Words(en: "infinity", zh: "无穷大") }
    let parts = text.split(separator: "e")
    guard parts.count == 2 else { return Words(text) }
    let power = spokenNumber(String(parts[1]))
    return Words(
      en: "\(String(parts[0])) times 10 to the power \(power)",
      zh: "\(String(parts[0])) 乘以 10 的 \(power) 次方")
  }

  private static func spoken(_ sign: Sign) -> Words {
    switch sign {
    case .plus: Words(en: "plus", zh: "加")
    case .minus: Words(en: "minus", zh: "减")
    case .plusMinus: Words(en: "plus or minus", zh: "加减")
    case .times: Words(en: "times", zh: "乘以")
    case .equals: Words(en: "equals", zh: "等于")
    case .comma: Words(en: "and", zh: "和")
    }
  }

  /// Letters by their names, functions and signs in words.
  private static func spoken(_ text: String) -> Words {
    if let word = words[text] { return word }
    let letters = text.map { letter -> Words in
      if let (base, mark) = Letters.parts(of: letter) {
        let name = spoken(String(base))
        switch mark {
        case .hat: return Words(en: "\(name) hat", zh: "\(name) 帽")
        case .tilde: return Words(en: "\(name) tilde", zh: "\(name) 波浪")
        case .bar: return Words(en: "\(name) bar", zh: "\(name) 横")
        }
      }
      return words["\(letter)"] ?? Words(Letters.greekName(of: letter) ?? "\(letter)")
    }
    return letters.joined()
  }

  private static let words: [String: Words] = [
    "−": Words(en: "minus", zh: "负"), "±": Words(en: "plus or minus", zh: "正负"),
    "exp": Words(en: "the exponential", zh: "指数函数"),
    "ln": Words(en: "the natural logarithm", zh: "自然对数"),
    "sin": Words(en: "the sine", zh: "正弦"), "cos": Words(en: "the cosine", zh: "余弦"),
    "tanh": Words(en: "the hyperbolic tangent", zh: "双曲正切"),
    "max": Words(en: "the largest", zh: "最大值"), "min": Words(en: "the smallest", zh: "最小值"),
    "sign": Words(en: "the sign", zh: "符号函数"), "…": Words(en: "and so on to", zh: "直到"),
    "∂": Words(en: "partial", zh: "偏"), "∞": Words(en: "infinity", zh: "无穷大"),
    "/": Words(en: " over ", zh: " 除以 "), "×": Words(en: " times ", zh: " 乘以 "),
    "→": Words(en: " to ", zh: " 到 "), "‖": Words(en: " norm bar ", zh: " 范数线 "),
    "⌈": Words(en: "ceiling ", zh: "上取整 "), "⌉": Words(en: " end of ceiling", zh: " 取整结束"),
    "≤": Words(en: " is at most ", zh: " 小于等于 "), "≥": Words(en: " is at least ", zh: " 大于等于 "),
    "<": Words(en: " is below ", zh: " 小于 "), ">": Words(en: " is above ", zh: " 大于 "),
  ]
}
