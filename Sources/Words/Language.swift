/// A language that texts are written in.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The one of two that is in this language.
  func callAsFunction<Text>(en english: Text, zh chinese: Text) -> Text {
    switch self {
    case .english: english
    case .chinese: chinese
    }
  }
}
