import Lecture
import Lessons
import TestSupport
import Testing
import Words

@testable import Classroom

/// What `--formulas` prints, of every lesson.
@Suite struct FormulaTextTests {
  private func text(
    _ form: FormulaText.Form, of name: String, in language: Language = .english
  ) throws -> String {
    let document = try #require(CourseLessons.lesson(named: name)).parse([]).document
    return FormulaText(form: form, language: language).text(of: document)
  }

  @Test(arguments: CourseLessons.names)
  func asciiIsASCII(name: String) throws {
    for language in Language.allCases {
      let text = try text(.ascii, of: name, in: language)
      #expect(text.utf8.allSatisfy { $0 < 128 })
      #expect(!text.contains(/\bu[0-9a-f]{3,}/), "\(text)")
    }
  }

  /// Braces and environments end where they began, and nothing is left that LaTeX cannot set without further packages.
  @Test(arguments: CourseLessons.names)
  func latexIsBalanced(name: String) throws {
    let text = try text(.latex, of: name)
    #expect(text.utf8.allSatisfy { $0 < 128 })
    let plain = text.replacing("\\{", with: "").replacing("\\}", with: "")
    #expect(plain.count { $0 == "{" } == plain.count { $0 == "}" })
    for (open, close) in [("\\left", "\\right"), ("\\begin{align*}", "\\end{align*}")] {
      #expect(
        text.ranges(of: open).count - text.ranges(of: "\\leftarrow").count
          == text.ranges(of: close).count)
    }
  }

  @Test(arguments: CourseLessons.names)
  func mathMLHasAnElementForEachFormula(name: String) throws {
    let lines = try text(.mathml, of: name).split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.hasPrefix("<math display=\"block\">") && line.hasSuffix("</math>"))
      var open: [Substring] = []
      for tag in line.matches(of: /<(\/?)(\w+)[^>]*?(\/?)>/) where tag.3.isEmpty {
        if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2) }
      }
      #expect(open.isEmpty)
    }
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not on the PATH"))
  func javaScriptCanBeRead() throws {
    let node = try #require(Interpreter.node)
    for name in CourseLessons.names {
      let program = try text(.javascript, of: name)
      // The formulas stand in a function that is never called, as their numbers are not given.
      let lines = program.split(separator: "\n\n", maxSplits: 1).map(String.init)
      let script = "\(lines[0])\nfunction formulas() {\n\(lines[1])\n}\nconsole.log('read');"
      #expect(try node.lines(of: script) == ["read"], "\(name)")
    }
  }

  @Test(.enabled(if: Interpreter.python != nil, "python3 is not on the PATH"))
  func pythonCanBeRead() throws {
    let python = try #require(Interpreter.python)
    for name in CourseLessons.names {
      let program = try text(.python, of: name)
      let script = "compile(r'''\(program)''', 'formulas', 'exec')\nprint('read')"
      #expect(try python.lines(of: script) == ["read"], "\(name)")
    }
  }

  @Test func speechIsInBothLanguages() throws {
    #expect(try text(.speech, of: "adam").contains("m hat sub t equals the fraction m sub t over"))
    #expect(try text(.speech, of: "adam", in: .chinese).contains("m 帽 下标 t 等于 分数，分子 m 下标 t"))
  }

  @Test func theCommandPrintsNothingElse() throws {
    let command = try Command.run("lesson-adam", ["--formulas", "ascii"])
    #expect(command.status == 0)
    #expect(command.output.hasPrefix("L(w) = w^2/2\ng_t = w_(t-1)\n"))
    #expect(!command.output.contains("Figure"))
    #expect(try Command.run("lesson-adam", ["--formulas", "tex"]).status == 64)
  }
}
