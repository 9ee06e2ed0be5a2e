import Words

/// What ArgumentParser finds wrong, which it says in English only, in both languages and with the option that was meant.
struct ParserMessage {
  let words: Words

  /// - Parameters:
  ///   - said: what ArgumentParser says; what the project's own checks say is kept.
  ///   - options: those that the command has.
  init(_ said: String, options: [String]) {
    // What shows something below itself is the project's own.
    if said.contains("\n  ") {
      words = Words(said)
      return
    }
    var english = said.split(whereSeparator: \.isNewline).joined(separator: " ")
    if let unknown = english.prefixMatch(of: /Unknown option '(.+?)'/) {
      let near = nearOption(to: String(unknown.1), among: options)
      english = String(unknown.0) + (near.map { ". Did you mean '\($0)'?" } ?? "")
    }
    if english.last?.isPunctuation != true || english.last == "'" { english += "." }
    words = Words(en: Words(english), zh: Words(Self.chinese(for: english) ?? english))
  }

  private static func chinese(for english: String) -> String? {
    if let match = english.prefixMatch(of: /Unknown option '(.+?)'(?:. Did you mean '(.+?)'\?)?/) {
      return "没有选项 \(match.1)" + (match.2.map { "，是不是要用 \($0)？" } ?? "。")
    }
    if let match = english.prefixMatch(of: /Missing value for '(\S+)/) {
      return "\(match.1.replacing("'", with: "")) 需要一个值。"
    }
    if let match = english.prefixMatch(
      of: /The value '(.*?)' is invalid for '(.+?)(?: <.*?>)?'(.*)/)
    {
      let quoted = match.3.matches(of: /'(.+?)'/).map { String($0.1) }
      let listed = match.3.matches(of: /\ \ - (\S+)/).map { String($0.1) }
      let choices = (quoted + listed).listed.chinese
      return "\(match.2) 的值不能是“\(match.1)”" + (choices.isEmpty ? "。" : "，可取 \(choices)。")
    }
    if english.contains(/^(Unexpected|\d+ unexpected) argument/) {
      return "多余的参数：\(english.matches(of: /'(.*?)'/).map { String($0.1) }.listed.chinese)。"
    }
    if let match = english.prefixMatch(of: /Missing expected argument '(.+?)'/) {
      return "缺少参数 \(match.1)。"
    }
    if let match = english.prefixMatch(of: /The option '(.+?)' does not take any value/) {
      return "\(match.1) 后面不能有值。"
    }
    return nil
  }
}
