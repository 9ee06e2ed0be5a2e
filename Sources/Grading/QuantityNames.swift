/// Names of quantities as students write them, brought to one spelling.
import Formulas

enum QuantityNames {
  /// The spelling that names are compared by: `M_hat`, `m̂`, `m^` and `mHat` are all `mhat`, `β₁ᵗ`, `beta1^t` and `beta1_t`
  /// are `beta1t`.
  static func normalized(_ name: some StringProtocol) -> String {
    var text = ""
    let scalars = name.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == "^" {
        // Before an exponent it is no hat: g^2, β^t, β^(t).
        let next = scalars[scalars.index(after: index)...].first
        if next.map({ $0 == "_" || $0 == " " }) ?? true { text += "hat" }
      } else if let replacement = spelledOut[scalar] {
        text += replacement
      } else if scalar.properties.numericType == .digit, let digit = scalar.properties.numericValue
      {
        // Small digits, below the line or above.
        text += "\(Int(digit))"
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        text += scalar.properties.lowercaseMapping
      }
    }
    return text
  }

  private static let spelledOut: [Unicode.Scalar: String] = [
    "\u{302}": "hat", "\u{303}": "tilde", "\u{304}": "bar", "√": "sqrt", "∂": "d", "η": "eta",
    "β": "beta", "δ": "delta", "ε": "epsilon", "γ": "gamma", "μ": "mu", "µ": "mu", "σ": "sigma",
    "λ": "lambda", "θ": "theta", "Σ": "sigma", "\u{15D}": "shat", "\u{175}": "what",
    "\u{177}": "yhat", "ₜ": "t", "ᵗ": "t", "ₓ": "x", "ₒ": "o", "ₕ": "h", "⁺": "new",
    "ₐ": "a", "ᵢ": "i", "ₘ": "m", "ₙ": "n",
    "′": "prime", "'": "prime",
  ]
}

extension QuantityNames {
  /// Whether a heading is that of a column that counts the rows.
  static func isStep(_ heading: String) -> Bool { stepNames.contains(normalized(heading)) }

  private static let stepNames: Set = [
    "step", "steps", "t", "iteration", "iter", "epoch", "day", "k", "batch", "element", "neuron",
    "index", "i", "class", "label", "sample", "步数", "轮次", "天", "批次", "元素", "神经元", "类别", "样本", "序号",
  ]

  /// What the parameter of an optimizer is called, where there is one.
  fileprivate static let ofParameter = [
    "w", "x", "theta", "weight", "weights", "param", "params", "parameter", "parameters",
  ]
}

extension QuantityNames {
  /// What is before the number that a normalized name ends with, and that number with each digit one more: `w`, `12` for
  /// `w01`; nil where there is none.
  private static func raised(_ name: String) -> (letters: String, number: String)? {
    let digits = name.reversed().prefix { ("0"..."8").contains($0) }.reversed()
    guard !digits.isEmpty else { return nil }
    let number = digits.compactMap(\.wholeNumberValue).map { "\($0 + 1)" }.joined()
    return (String(name.dropLast(digits.count)), number)
  }

  /// Normalized names as they are known, where those with the same letters are counted from 0: `b0` and `b1` become `b1`
  /// and `b2`.
  static func countedFromOne(_ names: [String], like known: Set<String>) -> [String] {
    let families = Dictionary(grouping: names) { raised($0)?.letters }
    return names.map { name in
      guard let (letters, number) = raised(name), let family = families[letters] else {
        return name
      }
      let others = family.compactMap { raised($0).map { letters + $0.number } }
      let isFromZero = family.contains { $0.contains("0") && !known.contains($0) }
      return isFromZero && others.allSatisfy(known.contains) ? letters + number : name
    }
  }
}

extension Subject {
  /// The quantities of a solution by all spellings of their names, as `QuantityNames.normalized` gives them.
  func spellings(of solution: Solution) -> [String: String] {
    let names = solution.names
    // A quantity's own name comes before another's alias, and both before what has an index: m_t.
    let own = names.map { (QuantityNames.normalized($0), $0) }
    var others = names.flatMap { name in
      otherNames(of: name).map { (QuantityNames.normalized($0), name) }
    }
    let parameters = !hasObjective ? [] : names.filter { solution.number($0, at: 0) != nil }
    if parameters.count == 1 {
      others += QuantityNames.ofParameter.map { ($0, parameters[0]) }
    }
    let known = own + others
    return Dictionary(
      known + known.map { ($0.0 + "t", $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// Other names of a quantity, which may end with the name of a coordinate or with a number: `m_x`, `y1`.
  private func otherNames(of name: String) -> [String] {
    let base = String(name.prefix { $0 != "_" && !("0"..."9").contains($0) })
    let suffix = String(name.dropFirst(base.count))
    let quantity = declaration.quantities.first { $0.symbol.name == base }
    let aliases =
      declaration.quantities.first { $0.symbol.name == name }?.otherNames
      ?? (quantity?.otherNames ?? []).map { $0 + suffix }
      + (quantity?.isShared == true ? [base] : [])
    let spelling = QuantityNames.normalized(base)
    guard spelling.hasSuffix("hat") else { return aliases }
    // Some write x1_hat for x̂1, or hat_m, as in LaTeX, for m̂.
    let letter = String(spelling.dropLast(3)) + suffix
    let others = aliases.filter { $0.contains("_hat") }.map { $0.replacing("_hat", with: "") }
    return aliases + [letter + "hat"] + ([letter] + others).map { "hat\($0)" }
  }
}
