/// Names of quantities as students write them, brought to one spelling.
enum QuantityNames {
  /// The spelling that names are compared by: `M_hat`, `m̂` and `mHat` are all `mhat`, `β₁ᵗ` and `beta1_t` are `beta1t`.
  static func normalized(_ name: some StringProtocol) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      if let replacement = spelledOut[scalar] {
        text += replacement
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        text += scalar.properties.lowercaseMapping
      }
    }
    return text
  }

  private static let spelledOut: [Unicode.Scalar: String] = {
    var words: [Unicode.Scalar: String] = [
      "\u{302}": "hat", "\u{303}": "tilde", "\u{304}": "bar", "√": "sqrt", "∂": "d",
      "η": "eta", "β": "beta", "δ": "delta",
      "ε": "epsilon", "γ": "gamma", "μ": "mu", "µ": "mu", "σ": "sigma", "λ": "lambda",
      "Σ": "sigma", "\u{15D}": "shat", "\u{175}": "what", "\u{177}": "yhat", "ₜ": "t", "ᵗ": "t",
      "ₓ": "x", "ₒ": "o", "ₕ": "h", "⁺": "new", "²": "2",
    ]
    for (digit, small) in zip("0123456789", "₀₁₂₃₄₅₆₇₈₉".unicodeScalars) {
      words[small] = String(digit)
    }
    return words
  }()
}

extension Subject {
  /// The quantities of a ledger by all spellings of their names, as `QuantityNames.normalized` gives them.
  func spellings(of names: [String]) -> [String: String] {
    // A quantity's own name comes before another's alias.
    let own = names.map { (QuantityNames.normalized($0), $0) }
    let others = names.flatMap { name in
      otherNames(of: name).map { (QuantityNames.normalized($0), name) }
    }
    return Dictionary(own + others, uniquingKeysWith: { first, _ in first })
  }

  /// Other names of a quantity, which may end with the name of a coordinate or with a number: `m_x`, `y1`.
  private func otherNames(of name: String) -> [String] {
    let base = String(name.prefix { $0 != "_" && !("0"..."9").contains($0) })
    let suffix = String(name.dropFirst(base.count))
    var others = aliases[name] ?? (aliases[base] ?? []).map { $0 + suffix }
    // Some write x1_hat for x̂1.
    if base.unicodeScalars.last == "\u{302}" {
      others.append(
        String(String.UnicodeScalarView(base.unicodeScalars.dropLast())) + suffix + "hat")
    }
    return others
  }
}
