import ArgumentParser
import Formulas
import Words

extension Option where Value == Double {
  /// An option for a hyperparameter, with its name, the course's default and what its declaration says of it.
  ///
  ///     @Option(Declaration.adam["β1"]) public var beta1: Double
  public init(_ hyperparameter: Hyperparameter) {
    self.init(
      wrappedValue: hyperparameter.course[0], name: .customLong(hyperparameter.option),
      parsing: .unconditional, help: hyperparameter.help)
  }
}

extension Option where Value == Int {
  /// An option for a hyperparameter that is counted with.
  public init(_ hyperparameter: Hyperparameter) {
    self.init(
      wrappedValue: Int(hyperparameter.course[0]), name: .customLong(hyperparameter.option),
      parsing: .unconditional, help: hyperparameter.help)
  }
}

extension Hyperparameter {
  fileprivate var help: ArgumentHelp {
    ArgumentHelp(
      en:
        "\(meaning.english.prefix(1).uppercased() + meaning.english.dropFirst()), \(range.words).",
      zh: "\(meaning)，\(range.words)。")
  }
}

extension ParsableArguments {
  /// Says what a hyperparameter must be, where its value is not.
  public static func require(_ hyperparameter: Hyperparameter, _ value: Double) throws {
    try require("--\(hyperparameter.option)", value, hyperparameter.range)
  }
}
