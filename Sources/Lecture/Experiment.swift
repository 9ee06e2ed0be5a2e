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
  /// What walks, and where it starts.
  public var start: (variable: Symbol, value: Double)
  /// How many steps there are.
  public var steps: Int
  /// The loss as an equation: L(w) = w²/2.
  public var loss: Mathematics
  /// What a step calculates, in its order, each as an equation: mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ.
  public var rules: [Mathematics]
  /// What the rule remembers before the first step.
  public var memory: [(symbol: Symbol, value: Double)]

  public init(
    subject: String, parameters: [Parameter], start: (variable: Symbol, value: Double), steps: Int,
    loss: Mathematics, rules: [Mathematics], memory: [(symbol: Symbol, value: Double)]
  ) {
    self.subject = subject
    self.parameters = parameters
    self.start = start
    self.steps = steps
    self.loss = loss
    self.rules = rules
    self.memory = memory
  }
}
