import ArgumentParser
import Foundation
import Lecture
import Lessons
import Testing
import Words

@testable import Classroom

/// Which language is spoken, and that all is said in it.
@Suite struct LanguageTests {
  /// The first of LC_ALL, LC_MESSAGES and LANG that says something decides, and `--language` before them.
  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], [], Language.chinese), (["LANG": "zh-CN"], [], .chinese),
    (["LANG": "zh"], [], .chinese), (["LANG": "en_US.UTF-8"], [], .english),
    (["LANG": "fr_FR.UTF-8"], [], .english), ([:], [], .english),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], [], .english),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": ""], [], .chinese),
    (["LANG": "en_US", "LC_MESSAGES": "zh_CN"], [], .chinese),
    (["LC_ALL": "en_US", "LC_MESSAGES": "zh_CN"], [], .english),
    (["LANG": "zh_CN.UTF-8"], ["--language", "en"], .english),
    ([:], ["--language", "zh-CN"], .chinese), ([:], ["--language=zh_CN.UTF-8"], .chinese),
  ])
  func theSystemsLanguageIsSpoken(
    variables: [String: String], options: [String], language: Language
  ) throws {
    let list = try Command.run("course", ["list"] + options, variables)
    #expect(list.output.contains(language == .chinese ? "从这里开始" : "Begin with"))
    let wrong = try Command.run("course", ["adam", "--steps", "0"] + options, variables)
    #expect(wrong.errors.contains(language == .chinese ? "必须在" : "must be"))
  }

  @Test(arguments: [
    ("--steps x", "--steps 的值不能是“x”。"), ("--steps", "--steps 需要一个值。"),
    ("--theme pink", "--theme 的值不能是“pink”，可取 light、dark、print。"),
    ("7", "多余的参数：7。"), ("7 8", "多余的参数：7、8。"), ("--open=1", "--open 后面不能有值。"),
    ("--zzzzzz", "没有选项 --zzzzzz。"),
  ])
  func whatTheParserFindsWrongIsSaidInChinese(options: String, message: String) throws {
    let command = try Command.run(
      "lesson-adam", ["--language", "zh"] + options.split(separator: " ").map(String.init))
    #expect(command.status == 64)
    #expect(command.errors == "lesson-adam: \(message)详见 --help。\n")
    let missing = try Command.run("course", ["check", "adam", "--language", "zh"])
    #expect(missing.errors == "course: 缺少参数 <path>。详见 --help。\n")
  }

  /// Every option of every lesson is explained in the language, in lines that fit.
  @Test(arguments: CourseLessons.names, [60, 80, 200])
  func helpIsWholeInBothLanguages(name: String, width: Int) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    for language in Language.allCases {
      let help = Language.$spoken.withValue(language) {
        HelpText(Self.help(of: lesson), in: language, width: width).text
      }
      for line in help.split(separator: "\n") {
        #expect(String(line).displayWidth <= width, "\(line)")
      }
      let isChinese = help.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }
      #expect(isChinese == (language == .chinese))
      guard language == .chinese else { continue }
      // Of what stands beside an option, something is Chinese.
      let explanations = help.replacing(/\n {26}/, with: "").matches(of: /(?m)^  -.*$/)
      #expect(!explanations.isEmpty)
      for text in explanations { #expect(text.0.contains(/\p{Han}/), "\(text.0)") }
    }
  }

  private static func help<Content: Lesson>(of lesson: Content.Type) -> String {
    LessonCommand<Content>.helpMessage(columns: HelpText.columns)
  }

  /// Whether the commands of the tool are explained in Chinese, too.
  @Test(arguments: ["", "list", "run", "render", "golden", "check", "exercise"])
  func theToolsHelpIsChinese(command: String) throws {
    let help = try Command.run(
      "course", command.isEmpty ? ["--help"] : ["help", command], ["LANG": "zh_CN.UTF-8"])
    #expect(help.status == 0)
    for line in help.output.split(separator: "\n") where line.contains(/[A-Za-z]{3}/) {
      #expect(
        line.contains(/\p{Han}/) || line.contains(/^ +-.*>$/) || line.hasPrefix("       ")
          || line.contains(/^[\[<]/),
        "\(line)")
    }
  }

  /// Where only the system asks for Chinese and no font has it, figures are in English and a line says so.
  @Test func withoutAChineseFontTheSystemsLanguageIsForTexts() throws {
    func figures(asked: Language?, _ spoken: Language) -> FigureLanguage {
      FigureLanguage(asked: asked, spoken: spoken, fontFolders: ["/nowhere"])
    }
    let fallen = figures(asked: nil, .chinese)
    #expect(fallen.language == .english)
    #expect(fallen.remark?.chinese.hasSuffix("sudo apt-get install fonts-noto-cjk") == true)
    for (asked, spoken) in [(Language.chinese, Language.chinese), (nil, .english)] {
      let kept = figures(asked: asked, spoken)
      #expect(kept.language == spoken && kept.remark == nil)
    }
  }
}
