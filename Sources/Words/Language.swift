/// A language that texts are written in.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language of a tag or of a system's locale: `zh`, `zh-CN`, `zh_CN.UTF-8`; nil for any other language.
  public init?(tag: String) {
    self.init(rawValue: tag.prefix { $0.isLetter }.lowercased())
  }

  /// The one of two that is in this language.
  func callAsFunction<Text>(en english: Text, zh chinese: Text) -> Text {
    switch self {
    case .english: english
    case .chinese: chinese
    }
  }
}
