import Words

/// Hyperparameters that many rules have.
extension Hyperparameter {
  /// η.
  public static func learningRate(course: Double = 0.01, torch: Double?) -> Hyperparameter {
    Hyperparameter(
      "η", "learning-rate", en: "learning rate η", zh: "学习率 η", .positive, course: course,
      torch: ("lr", torch))
  }

  /// How much is kept in each step of what is remembered.
  public static func decay(
    _ symbol: Symbol = "β", _ option: String = "beta", en: Words, zh: Words, course: Double = 0.9,
    torch: (name: String, number: Double?)?
  ) -> Hyperparameter {
    Hyperparameter(
      symbol, option, en: "decay \(symbol.text) of \(en)", zh: "\(zh)的衰减率 \(symbol.text)",
      .belowOne,
      course: course, torch: torch)
  }

  /// ε.
  public static func epsilon(course: Double) -> Hyperparameter {
    Hyperparameter(
      "ε", "epsilon", en: "the small number ε in the denominator", zh: "分母中的小常数 ε", .positive,
      course: course, torch: ("eps", course))
  }
}
