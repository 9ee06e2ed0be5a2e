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
      "\u{302}": "hat", "\u{303}": "tilde", "√": "sqrt", "∂": "d", "η": "eta", "β": "beta",
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
  /// The quantity of the ledger that a heading means; nil where it means none.
  func quantity(of heading: String, among names: [String]) -> String? {
    let wanted = QuantityNames.normalized(heading)
    return names.first { spellings(of: $0).contains(wanted) }
  }

  /// All spellings of a quantity, which may end with the name of a coordinate: `m_x`.
  private func spellings(of name: String) -> Set<String> {
    let parts = name.split(separator: "_", maxSplits: 1)
    let (base, suffix) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    let others = aliases[name] ?? (aliases[base] ?? []).map { $0 + suffix }
    return Set(([name] + others).map { QuantityNames.normalized($0) })
  }
}
