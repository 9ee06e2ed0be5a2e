import Formulas
import Words

/// A rule that readers of a page can run with numbers of their own, step by step.
///
/// All formulas come from the code that calculates the lesson, as of any step t.
public struct Experiment {
  /// A number that can be changed.
  public struct Parameter {
    public var symbol: Symbol
    public var meaning: Words
    public var range: NumberRange
    public var value: Double

    public init(_ symbol: Symbol, _ meaning: Words, _ range: NumberRange, _ value: Double) {
      (self.symbol, self.meaning, self.range, self.value) = (symbol, meaning, range, value)
    }
  }

  /// The word that the known mistakes of the rule are found by: `adam`.
  public var subject: String
  /// What the rule is given.
  public var parameters: [Parameter]
  /// What a step calculates, in its order, each as an equation: mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ.
  public var rules: [Mathematics]

  /// What walks, and where it starts; nil where nothing does.
  public var start: (variable: Symbol, value: Double)?
  /// How many steps there are.
  public var steps = 1
  /// The loss as an equation: L(w) = w²/2.
  public var loss: Mathematics?
  /// What the rule remembers before the first step.
  public var memory: [(symbol: Symbol, value: Double)] = []
  /// Where the quantities of a network stand, from 0 to 1 to the right and down: it is gone through one by one, in one step.
  public var places: [(name: Mathematics, x: Double, y: Double)] = []

  public init(subject: String, parameters: [Parameter], rules: [Mathematics]) {
    self.subject = subject
    self.parameters = parameters
    self.rules = rules
  }
}
