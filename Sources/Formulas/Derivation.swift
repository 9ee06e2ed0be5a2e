/// How one quantity was calculated: its name, its formula in symbols, the formula with numbers filled in, its value.
public struct Derivation: Hashable, Sendable {
  /// The quantity with its step: m₂.
  public var name: String
  /// The formula in symbols: β₁·m₁ + (1 − β₁)·g₂.
  public var symbols: String
  /// The same with the numbers in it: 0.9·0.1 + (1 − 0.9)·0.99.
  public var numbers: String
  /// What comes out, rounded for people: 0.189.
  public var value: String
}

extension Derivation: CustomStringConvertible {
  /// What is equal to each other, said once: g₁, w₀ and 1, not g₁, w₀, 1 and 1.
  public var sides: [String] {
    var sides = [name]
    for side in [symbols, numbers, value] where side != sides.last { sides.append(side) }
    return sides
  }

  /// The sides joined by equal signs: `g₁ = w₀ = 1`.
  public var description: String { sides.joined(separator: " = ") }
}

extension Traced {
  /// How this number was calculated, in the words of the code that calculated it.
  ///
  /// - Parameter longestSum: sums of more terms are written shorter, with an ellipsis.
  public func derivation(longestSum: Int = .max) -> Derivation {
    func text(_ names: Notation.Names) -> String {
      formula(Notation(names, longestSum: longestSum))
    }
    return Derivation(
      name: name(Notation(.numbered)), symbols: text(.numbered), numbers: text(.values),
      value: Numerals.rounded.text(value))
  }

  /// The formula as it stands for every step t, given the step that this number belongs to: `mₜ = β₁·mₜ₋₁ + …`.
  public func rule(at t: Step) -> String {
    let general = Notation(.general(t: t))
    return "\(name(general)) = \(formula(general))"
  }
}
