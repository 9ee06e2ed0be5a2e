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
  /// Sums of more terms are written shorter: x₁ + x₂ + … + x₁₂.
  public var longestSum: Int

  /// A notation that leaves long sums whole unless something else is said.
  public init(_ names: Names, numerals: Numerals = .rounded, longestSum: Int = .max) {
    self.names = names
    self.numerals = numerals
    self.longestSum = longestSum
  }
}

extension Traced {
  /// The formula of this number; where it has a name, the formula that it names.
  ///
  /// Read with the usual precedence, and from left to right among equals, it gives exactly this number: sums in
  /// a difference, products in a denominator, negative bases of powers all have their parentheses.
  public func mathematics(_ notation: Notation) -> Mathematics {
    var definition = node
    if case .named = node.operation, let named = node.first { definition = named }
    return Resolution(notation).piece(definition).mathematics
  }

  /// The name of this number with its step, or its value where it has no name.
  public func mathematicalName(_ notation: Notation) -> Mathematics {
    Resolution(notation).piece(node).mathematics
  }

  /// The formula as text.
  public func formula(_ notation: Notation) -> String { mathematics(notation).text }

  /// The name as text.
  public func name(_ notation: Notation) -> String { mathematicalName(notation).text }
}
