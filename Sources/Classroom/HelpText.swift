import ArgumentParser
import Lecture
import Words

/// Help as ArgumentParser writes it, with its own words in the spoken language and lines that fit the terminal.
struct HelpText {
  let text: String

  /// - Parameter help: what ArgumentParser has written in lines of any length. What is no help is kept as it is.
  init(_ help: String, in language: Language = .spoken, width: Int = Terminal.textWidth) {
    guard help.hasPrefix("OVERVIEW:") || help.hasPrefix("USAGE:") else {
      text = help
      return
    }
    text = help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = language == .chinese ? Self.chinese(String(line)) : String(line)
      return line.wrapped(to: width, hanging: Self.margin(of: line))
    }.joined(separator: "\n")
  }

  /// Long lines, which this breaks itself: ArgumentParser takes a Chinese letter for one column.
  static let columns = 100_000

  /// The column at which texts beside options begin in ArgumentParser's help.
  private static let textColumn = 26

  private static func margin(of line: String) -> Int {
    let spaces = line.prefix { $0 == " " }.count
    if spaces == 2 { return textColumn }
    return spaces > 0 ? spaces : line.prefix { $0 != " " }.hasPrefix("USAGE:") ? 7 : 0
  }

  private static func chinese(_ line: String) -> String {
    var line = line
    for (english, chinese) in words where line.hasPrefix(english) {
      line = chinese + line.dropFirst(english.count)
    }
    if line.first != " ", line.last == ":" { line = line.dropLast() + "：" }
    return
      line
      .replacing("Show help information.", with: "显示帮助。")
      .replacing(/^ +See '(.+)' for detailed help\./) { "  详见 \($0.1)。" }
      .replacing(/\ ?\(values: (.+); default: (.+)\)$/) { "可取 \($0.1)，默认为 \($0.2)。" }
      .replacing(/\ ?\(values: (.+)\)$/) { "可取 \($0.1)。" }
      .replacing(/\ ?\(default: (.+)\)$/) { "默认为 \($0.1)。" }
  }

  private static let words = [
    "OVERVIEW: ": "", "USAGE: ": "用法：", "ARGUMENTS": "参数", "OPTIONS": "选项",
    "SUBCOMMANDS": "命令",
  ]

  /// The options that help on a command names.
  static func options(of root: any ParsableCommand.Type, _ arguments: [String]) -> [String] {
    let subcommand = root.configuration.subcommands.isEmpty ? [] : arguments.prefix(1)
    do {
      var help = try root.parseAsRoot(subcommand + ["--help"])
      try help.run()
      return []
    } catch {
      let help = root.fullMessage(for: error, columns: columns)
      return help.matches(of: /--[a-z][a-z0-9-]*/).map { String($0.0) }
    }
  }
}
