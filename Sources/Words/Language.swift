/// A language that lessons are written in. Texts stand side by side where they are used, so that none is forgotten:
///
///     language(en: "the loss", zh: "损失")
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The one of two texts that is in this language.
  public func callAsFunction<Text>(en english: Text, zh chinese: Text) -> Text {
    switch self {
    case .english: english
    case .chinese: chinese
    }
  }
}
