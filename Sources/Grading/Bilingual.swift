import Lecture
import Words

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  /// The English text.
  public var english: String
  /// The Chinese text.
  public var chinese: String

  /// A text in both languages.
  public init(en english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in a language.
  public subscript(language: Language) -> String { language(en: english, zh: chinese) }
}
