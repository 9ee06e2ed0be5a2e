/// A text in both languages, parts of which may be mathematics. Which language is shown is decided once, where it is shown.
///
///     let name = Words(en: "the loss", zh: "损失")
///     let sentence = Words(en: "At step \(t), \(name) is 0.", zh: "第 \(t) 步，\(name)为 0。")
///     sentence[.chinese]    // "第 3 步，损失为 0。"
///
/// Each side takes in its own side of other texts, so neither language can be forgotten. What is the same in both, such as
/// a formula, is a literal: `"\(math: loss) = 0"`.
public struct Words: Hashable, Sendable {
  private var englishLabel: Label
  private var chineseLabel: Label

  /// A text in both languages.
  public init(en english: Words, zh chinese: Words) {
    englishLabel = english.englishLabel
    chineseLabel = chinese.chineseLabel
  }

  /// What is the same in both languages.
  private init(_ label: Label) { (englishLabel, chineseLabel) = (label, label) }

  /// A text that is the same in both languages: a name, a number.
  public init(_ text: String) { self.init(Label(text)) }

  /// Mathematics, which is the same in both languages.
  public init(math mathematics: Mathematics) { self.init(Label(math: mathematics)) }

  /// The text in a language, as plain Unicode.
  public subscript(language: Language) -> String { label(in: language).string }

  /// The text in a language, with its mathematics.
  public func label(in language: Language) -> Label {
    language(en: englishLabel, zh: chineseLabel)
  }

  /// The English text.
  public var english: String { englishLabel.string }
  /// The Chinese text.
  public var chinese: String { chineseLabel.string }

  /// The texts that become of these, each by itself.
  public func map(_ transform: (String) -> String) -> Words {
    Words(en: Words(transform(english)), zh: Words(transform(chinese)))
  }

  public static func + (a: Words, b: Words) -> Words { "\(a)\(b)" }
}

extension Words: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }

  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.words }

  /// Texts one after another, in each language by itself.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var words = Words(Label(""))

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ text: String) { appendInterpolation(Words(text)) }

    public mutating func appendInterpolation(_ words: Words) {
      self.words.englishLabel.append(words.englishLabel)
      self.words.chineseLabel.append(words.chineseLabel)
    }

    public mutating func appendInterpolation(math mathematics: Mathematics) {
      appendInterpolation(Words(math: mathematics))
    }

    /// What is written the same in both languages.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendInterpolation(Words(String(describing: value)))
    }
  }
}

extension Sequence<Words> {
  /// The texts one after another, with the separator between them.
  public func joined(separator: Words = "") -> Words {
    reduce(nil) { before, words in before.map { $0 + separator + words } ?? words } ?? ""
  }
}

extension Sequence<String> {
  /// Names as a sentence lists them: `w, b` in English, `w、b` in Chinese.
  public var listed: Words {
    map { Words($0) }.joined(separator: Words(en: ", ", zh: "、"))
  }
}
