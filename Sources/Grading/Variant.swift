import Words

/// One known way in which a calculation differs from what was asked for.
public struct Variant: Sendable {
  /// Whether a variant is wrong.
  public enum Kind: String, Sendable {
    /// It is wrong.
    case mistake
    /// It is right in another, documented form.
    case dialect
    /// The formulas are right, but a number is not the one that was asked for.
    case hyperparameter
    /// A formula is not right: one that differs by a small edit gives the numbers.
    case edit
  }

  /// A short name in the style of an option: `no-bias-correction`.
  public let name: String
  /// Whether it is wrong.
  public let kind: Kind
  /// What was done, in a clause without capital and full stop: "m̂ is m, without the correction of its bias".
  public let explanation: Words
  /// The quantity whose formula differs first.
  public let quantity: String
  /// How the right code is changed.
  let edits: [Edit]
  /// The code that is changed; that of the exercise's subject if nil.
  let procedure: Procedure?

  /// - Parameter quantity: where the mistake shows first; the first that is edited if nil.
  static func mistake(
    _ name: String, of quantity: String? = nil, _ english: Words, _ chinese: Words,
    _ edits: Edit...,
    by procedure: Procedure? = nil
  ) -> Variant {
    Variant(
      name: name, kind: .mistake, explanation: Words(en: english, zh: chinese),
      quantity: quantity ?? edits.quantity, edits: edits, procedure: procedure)
  }

  static func dialect(
    _ name: String, of quantity: String? = nil, _ english: Words, _ chinese: Words,
    _ edits: Edit...,
    by procedure: Procedure? = nil
  ) -> Variant {
    Variant(
      name: name, kind: .dialect, explanation: Words(en: english, zh: chinese),
      quantity: quantity ?? edits.quantity, edits: edits, procedure: procedure)
  }

  var isDialect: Bool { kind == .dialect }

  /// The same where it is no right form: where its numbers overflow.
  var asMistake: Variant {
    Variant(
      name: name, kind: .mistake, explanation: explanation, quantity: quantity, edits: edits,
      procedure: procedure)
  }

  /// The explanation behind its kind, for where both kinds are among several.
  var explanationOfKind: Words {
    switch kind {
    case .dialect:
      Words(en: "right in another form: \(explanation)", zh: "正确的另一种写法：\(explanation)")
    default: Words(en: "a mistake: \(explanation)", zh: "错误：\(explanation)")
    }
  }
}

extension [Edit] {
  /// The first quantity that is edited; empty where none is.
  fileprivate var quantity: String {
    lazy.compactMap { edit in
      switch edit {
      case .quantities(let symbols, _), .recorded(let symbols, _): symbols[0].name
      case .start(let symbol, _), .constant(let symbol, _): symbol.name
      case .clock, .exercise: nil
      }
    }.first ?? ""
  }
}
