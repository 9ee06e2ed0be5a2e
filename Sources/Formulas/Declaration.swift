import Words

/// What surrounds the formula of a rule: how it is called, what it is given and what it calculates.
///
/// It stands in the rule's file. Lessons, exercises, help and messages read it, so that nothing of it is said twice.
public struct Declaration: Sendable {
  /// The word that commands know the rule by: `adam`.
  public let name: String
  /// What the rule is called in headings.
  public let title: Words
  /// Where it comes from: the paper, the section of the course, PyTorch's name.
  public let source: String
  /// What it is given.
  public let hyperparameters: [Hyperparameter]
  /// What it calculates, in the order in which tables show it.
  public let quantities: [Quantity]

  /// A quantity that a rule calculates.
  public struct Quantity: Sendable {
    /// What formulas call it.
    public let symbol: Symbol
    /// What it is, in a clause without capital and full stop.
    public let meaning: Words
    /// What else it is called in code, PyTorch's name among them.
    public let otherNames: [String]
    /// Whether it is the same for all parameters, so that a table of several may have it once.
    public let isShared: Bool

    /// A quantity with its meaning in both languages.
    public init(
      _ symbol: Symbol, en: Words, zh: Words, _ otherNames: String..., isShared: Bool = false
    ) {
      self.symbol = symbol
      self.isShared = isShared
      meaning = Words(en: en, zh: zh)
      self.otherNames = otherNames
    }
  }

  /// A declaration, to stand beside the code of the rule.
  public init(
    _ name: String, title: Words, source: String, hyperparameters: [Hyperparameter],
    quantities: [Quantity]
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.hyperparameters = hyperparameters
    self.quantities = quantities
  }

  /// What the rule is given under a symbol.
  ///
  /// - Precondition: it is declared.
  public subscript(symbol: Symbol) -> Hyperparameter {
    guard let found = hyperparameters.first(where: { $0.symbol == symbol }) else {
      preconditionFailure("\(name) has no \(symbol.name).")
    }
    return found
  }
}
