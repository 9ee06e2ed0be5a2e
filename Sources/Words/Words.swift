/// A text in both languages. Which of them is shown is decided once, where it is shown.
///
///     let name = Words(en: "the loss", zh: "损失")
///     let sentence = Words(en: "At step \(t), \(name) is 0.", zh: "第 \(t) 步，\(name)为 0。")
///     sentence[.chinese]    // "第 3 步，损失为 0。"
///
/// Each side takes in its own side of other texts, so neither language can be forgotten. What is the same in both, such as
/// a formula, is a literal: `"w = \(w)"`.
public struct Words: Hashable, Sendable {
  /// The English text.
  public private(set) var english: String
  /// The Chinese text.
  public private(set) var chinese: String

  /// A text in both languages.
  public init(en english: Words, zh chinese: Words) {
    self.english = english.english
    self.chinese = chinese.chinese
  }

  /// A text that is the same in both languages: a name, a number, a formula.
  public init(_ text: String) {
    english = text
    chinese = text
  }

  /// The text in a language.
  public subscript(language: Language) -> String { language(en: english, zh: chinese) }

  public static func + (a: Words, b: Words) -> Words { "\(a)\(b)" }
}

extension Words: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }

  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.words }

  /// Texts one after another, in each language by itself.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var words = Words("")

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ text: String) { appendInterpolation(Words(text)) }

    public mutating func appendInterpolation(_ words: Words) {
      self.words.english += words.english
      self.words.chinese += words.chinese
    }

    /// What is written the same in both languages.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendInterpolation(Words(String(describing: value)))
    }
  }
}

extension Sequence<Words> {
  /// The texts one after another, with the separator between them.
  public func joined(separator: Words) -> Words {
    var (result, isFirst) = (Words(""), true)
    for words in self {
      result = isFirst ? words : "\(result)\(separator)\(words)"
      isFirst = false
    }
    return result
  }
}
