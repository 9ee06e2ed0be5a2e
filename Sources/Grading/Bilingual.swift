import Lecture

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  public var english: String
  public var chinese: String

  public init(en english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  public subscript(language: Language) -> String { language(en: english, zh: chinese) }
}
