import Words

/// A number, or a list of them, that a rule is given: said once, for its code, for options and their help, for exercises and
/// for messages.
public struct Hyperparameter: Sendable {
  /// What formulas call it: η.
  public let symbol: Symbol
  /// The word behind two dashes: `learning-rate`.
  public let option: String
  /// What it is, in a clause without capital and full stop.
  public let meaning: Words
  /// The numbers that it may be.
  public let range: NumberRange
  /// The course's numbers; several, or none, where it is a list.
  public let course: [Double]
  /// Whether it may be any number of numbers.
  public let isList: Bool
  /// PyTorch's name and default; nil where PyTorch has no such argument.
  public let torch: (name: String, number: Double?)?

  /// A number with the course's default.
  public init(
    _ symbol: Symbol, _ option: String, en: Words, zh: Words, _ range: NumberRange = .any,
    course: Double, torch: (name: String, number: Double?)? = nil
  ) {
    self.init(
      symbol, option, Words(en: en, zh: zh), range, course: [course], isList: false, torch: torch)
  }

  /// A list of numbers with the course's.
  public init(
    list symbol: Symbol, _ option: String, en: Words, zh: Words, _ range: NumberRange = .any,
    course: [Double], torch: String? = nil
  ) {
    self.init(
      symbol, option, Words(en: en, zh: zh), range, course: course, isList: true,
      torch: torch.map { ($0, nil) })
  }

  private init(
    _ symbol: Symbol, _ option: String, _ meaning: Words, _ range: NumberRange, course: [Double],
    isList: Bool, torch: (name: String, number: Double?)?
  ) {
    self.symbol = symbol
    self.option = option
    self.meaning = meaning
    self.range = range
    self.course = course
    self.isList = isList
    self.torch = torch
  }
}
