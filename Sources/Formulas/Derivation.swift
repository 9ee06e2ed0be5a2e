import Words

/// How one quantity was calculated: its name, its formula in symbols, the formula with numbers filled in, its value.
public struct Derivation: Hashable, Sendable {
  /// The quantity with its step: m₂; or what it is, in words.
  public var name: Words
  /// The formula in symbols: β₁·m₁ + (1 − β₁)·g₂.
  public var symbols: Mathematics
  /// The same with the numbers in it: 0.9·0.1 + (1 − 0.9)·0.99.
  public var numbers: Mathematics
  /// What comes out, rounded for people: 0.189.
  public var value: Mathematics
}

extension Derivation {
  /// What is equal to each other, said once: g₁, w₀ and 1, not g₁, w₀, 1 and 1.
  public func sides(in language: Language) -> [String] {
    var sides = [name[language]]
    for side in [symbols, numbers, value].map(\.text) where side != sides.last {
      sides.append(side)
    }
    return sides
  }

  /// The same as one equation.
  public func equation(in language: Language) -> Mathematics {
    var sides = [name.label(in: language).mathematics]
    for side in [symbols, numbers, value] where side.text != sides.last?.text { sides.append(side) }
    return .joined(sides, by: .equals)
  }
}

extension Derivation: CustomStringConvertible {
  /// The sides joined by equal signs: `g₁ = w₀ = 1`.
  public var description: String { sides(in: .english).joined(separator: " = ") }
}

extension Traced {
  /// How this number was calculated, in the words of the code that calculated it.
  ///
  /// - Parameters:
  ///   - name: what it is in words, where a symbol would not say enough.
  ///   - longestSum: sums of more terms are written shorter, with an ellipsis.
  public func derivation(named name: Words? = nil, longestSum: Int = .max) -> Derivation {
    func formula(_ names: Notation.Names) -> Mathematics {
      mathematics(Notation(names, longestSum: longestSum))
    }
    return Derivation(
      name: name ?? Words(math: mathematicalName(Notation(.numbered))), symbols: formula(.numbered),
      numbers: formula(.values), value: Numerals.rounded.mathematics(value))
  }

  /// The formula as it stands for every step t, given the step that this number belongs to: `mₜ = β₁·mₜ₋₁ + …`.
  public func rule(at t: Step) -> Mathematics {
    let general = Notation(.general(t: t))
    return .equation(mathematicalName(general), mathematics(general))
  }
}
