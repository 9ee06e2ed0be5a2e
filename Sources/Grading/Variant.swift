import Words

/// One known way in which a calculation differs from what was asked for.
public struct Variant: Sendable {
  /// Whether a variant is wrong.
  public enum Kind: Sendable {
    /// It is wrong.
    case mistake
    /// It is right in another, documented form.
    case dialect
  }

  /// A short name in the style of an option: `no-bias-correction`.
  public let name: String
  /// Whether it is wrong.
  public let kind: Kind
  /// What was done, in a clause without capital and full stop: "m̂ is m, without the correction of its bias".
  public let explanation: Words
  /// The quantity whose formula differs first.
  public let quantity: String
  /// The calculation, carried out for an exercise.
  let solve: @Sendable (Exercise) -> Ledger

  static func mistake(
    _ name: String, _ quantity: String, en: Words, zh: Words,
    _ solve: @escaping @Sendable (Exercise) -> Ledger
  ) -> Variant {
    Variant(
      name: name, kind: .mistake, explanation: Words(en: en, zh: zh), quantity: quantity,
      solve: solve)
  }

  static func dialect(
    _ name: String, _ quantity: String, en: Words, zh: Words,
    _ solve: @escaping @Sendable (Exercise) -> Ledger
  ) -> Variant {
    Variant(
      name: name, kind: .dialect, explanation: Words(en: en, zh: zh), quantity: quantity,
      solve: solve)
  }

  static func mistake(
    _ name: String, _ quantity: String, en: Words, zh: Words, _ recipe: Recipe
  ) -> Variant {
    mistake(name, quantity, en: en, zh: zh) { recipe.solve($0) }
  }

  static func dialect(
    _ name: String, _ quantity: String, en: Words, zh: Words, _ recipe: Recipe
  ) -> Variant {
    dialect(name, quantity, en: en, zh: zh) { recipe.solve($0) }
  }
}

extension Variant {
  /// The explanation behind its kind, for where both kinds are among several.
  var explanationOfKind: Words {
    switch kind {
    case .dialect:
      Words(en: "right in another form: \(explanation)", zh: "正确的另一种写法：\(explanation)")
    case .mistake: Words(en: "a mistake: \(explanation)", zh: "错误：\(explanation)")
    }
  }
}
