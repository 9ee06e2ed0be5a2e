import Words

/// How a formula is written: with symbols or with numbers.
public struct Notation: Sendable {
  /// What stands for a quantity that has a name.
  public enum Names: Sendable {
    /// Its symbol with the number of its step: m₂.
    case numbered
    /// Its symbol relative to the step t: mₜ, mₜ₋₁.
    case general(t: Step)
    /// Its symbol alone: m.
    case bare
    /// Its value: 0.189.
    case values
  }

  /// What stands for a quantity that has a name.
  public var names: Names
  /// How numbers are written.
  public var numerals: Numerals
  /// Sums of more terms are written shorter, x₁ + x₂ + … + x₁₂, and so are maxima and minima.
  public var longestSum: Int

  /// A notation that leaves long sums whole unless something else is said.
  public init(_ names: Names, numerals: Numerals = .rounded, longestSum: Int = .max) {
    self.names = names
    self.numerals = numerals
    self.longestSum = longestSum
  }
}
