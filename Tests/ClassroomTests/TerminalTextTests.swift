import Lecture
import LessonAdam
import Lessons
import TestSupport
import Testing
import Words

@testable import Classroom

@Suite struct TerminalTextTests {
  private func text(
    _ arguments: [String], _ language: Language, allRows: Bool = false, width: Int = 100
  ) throws -> String {
    let document = try AdamLesson.parse(arguments).document
    return TerminalText(language: language, showsAllRows: allRows, width: width).text(of: document)
  }

  /// What each lesson says, as files in the folder Texts.
  @Test(arguments: CourseLessons.names)
  func eachLessonSaysWhatItShould(name: String) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    let document = try lesson.parse([]).document
    for language in Language.allCases {
      expectText(
        TerminalText(language: language, showsAllRows: false).text(of: document),
        matches: "\(name)-\(language.rawValue)")
    }
  }

  /// No line is wider than the terminal, in any lesson.
  @Test(arguments: CourseLessons.names, [60, 61, 80, 200])
  func noLineIsWiderThanTheTerminal(name: String, width: Int) throws {
    let document = try #require(CourseLessons.lesson(named: name)).parse([]).document
    for language in Language.allCases {
      let text = TerminalText(language: language, showsAllRows: false, width: width)
      for line in text.text(of: document).split(separator: "\n") {
        #expect(String(line).displayWidth <= width, "\(line)")
      }
    }
  }

  /// Whatever the width, a formula has all its signs, and the first column stands in each part of a table.
  @Test(arguments: CourseLessons.names)
  func nothingIsLostInNarrowTerminals(name: String) throws {
    let document = try #require(CourseLessons.lesson(named: name)).parse([]).document
    func formulas(_ width: Int) -> [String] {
      document.blocks.flatMap { block -> [String] in
        guard case .derivations(_, let derivations) = block else { return [] }
        let text = TerminalText(language: .english, showsAllRows: false, width: width)
        return derivations.map { text.text(of: $0).filter { !$0.isWhitespace } }
      }
    }
    #expect(formulas(60) == formulas(10_000))
  }

  @Test func aDivergingRunSaysSoAndAtWhichStep() throws {
    let english = try text(["--learning-rate", "1e200"], .english)
    #expect(
      english.hasSuffix(
        """
          step  g    m     s  m̂  ŝ  effective step       w  L(w)
             0                                       1       0.5
             1  1  0.1  0.01  1  1           1e200  −1e200   ∞

        The run diverges: at step 1, L(w) is no longer a finite number. The figure shows the steps before. A
        smaller --learning-rate helps.

        """))
    let chinese = try text(["--learning-rate", "1e200"], .chinese)
    #expect(chinese.contains("运行发散：第 1 步的 L(w) 已不是有限的数。"))
  }

  @Test func pyTorchIsQuotedForTheCoursesParametersOnly() throws {
    #expect(try text(["--steps", "5000"], .english).contains("PyTorch"))
    let one = try text(["--steps", "1"], .english)
    #expect(one.contains("PyTorch prints w = 0.990000 for the first steps; here it is 0.990000"))
    for arguments in [
      ["--learning-rate", "0.02"], ["--beta1", "0.8"], ["--beta2", "0.999"], ["--start", "2"],
      ["--epsilon", "1e-7"],
    ] {
      #expect(try !text(arguments, .english).contains("PyTorch"))
    }
  }

  @Test func longTablesAreShortenedUnlessAllRowsAreWanted() throws {
    func rows(_ text: String) -> [Int] {
      text.split(separator: "\n").compactMap { line in
        line.first == " " ? line.split(separator: " ").first.flatMap { Int($0) } : nil
      }
    }
    #expect(rows(try text(["--steps", "23"], .english)) == Array(0...23))
    let short = try text(["--steps", "200"], .english, width: 200)
    #expect(rows(short) == Array(0...7) + Array(193...200))
    #expect(short.contains("… 185 rows left out"))
    let whole = try text(["--steps", "200"], .english, allRows: true, width: 200)
    #expect(rows(whole) == Array(0...200))
  }

  /// The columns of the table, as the display columns at which each line's words end or their points stand.
  @Test(arguments: Language.allCases)
  func headingsEndWhereTheirColumnsDo(language: Language) throws {
    let lines = try text(["--start", "3"], language).split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("     0") })
    let points = lines[(first + 1)...(first + 7)].map { line in
      line.indices.filter { line[$0] == "." }.map { String(line[..<$0]).displayWidth }
    }
    #expect(points.allSatisfy { !$0.isEmpty })
    let width = lines[first - 1].displayWidth
    for line in lines[first...(first + 16)] { #expect(line.displayWidth <= width) }
  }

  @Test(arguments: [
    ("one two three", 7, "one two\nthree"), ("one two three", 8, "one two\nthree"),
    ("one two", 100, "one two"), ("unbreakable", 4, "unbreakable"), ("", 5, ""),
    ("a unbreakable b", 4, "a\nunbreakable\nb"), ("梯度下降", 4, "梯度\n下降"),
    ("梯度，下降", 4, "梯\n度，\n下降"), ("取（甲）", 4, "取\n（甲）"), ("取 η = 0.1，步", 8, "取\nη = 0.1，\n步"),
  ])
  func proseIsBrokenIntoLines(text: String, width: Int, lines: String) {
    #expect(text.wrapped(to: width) == lines)
  }

  /// A line is broken beside an operator or in a parenthesis of a formula only where the formula is longer than a line.
  @Test(arguments: [
    ("误差 L < 0.01", 8, "误差\nL < 0.01"), ("接近 1 − 1/e", 10, "接近\n1 − 1/e"),
    ("at 1/(1 − p) days", 9, "at\n1/(1 − p)\ndays"),
    ("so η = (1 − √β)²/L″", 17, "so\nη = (1 − √β)²/L″"),
    ("near (or at) it", 8, "near (or\nat) it"), ("on L(x, y) so", 8, "on\nL(x, y)\nso"),
    ("a + b + c + d", 6, "a + b\n+ c +\nd"), ("from −1 to", 6, "from\n−1 to"),
    ("so 5 %", 4, "so\n5 %"), ("x × y ≈ z", 9, "x × y ≈ z"), ("(a b) c", 4, "(a\nb) c"),
  ])
  func formulasStayOnALine(text: String, width: Int, lines: String) {
    #expect(text.wrapped(to: width) == lines)
  }

  /// Of any words and formulas: nothing is lost, and a line ends or begins with an operator only beside a piece that is
  /// longer than a line.
  @Test func wrappingKeepsTheTextAndItsFormulas() {
    var generator = SeededGenerator(seed: 88)
    let parts = ["step", "梯度", "η = 0.1", "1/(1 − β)", "(course 3.3)", "L < 0.01", "误差，", "a − b"]
    for _ in 0..<300 {
      let text = (0..<20).map { _ in parts.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
      let width = Int.random(in: 12...60, using: &generator)
      let lines = text.wrapped(to: width).split(separator: "\n")
      #expect(lines.joined(separator: " ").filter { $0 != " " } == text.filter { $0 != " " })
      for line in lines {
        #expect(String(line).displayWidth <= width)
        for part in parts.filter({ $0.contains(" ") && !$0.hasPrefix("(c") }) {
          let words = part.split(separator: " ")
          #expect(!line.hasPrefix("\(words[1]) \(words[2])"), "\(line)")
        }
      }
    }
  }

  @Test(arguments: [
    ("abc", 3), ("步数", 4), ("m̂", 1), ("ŝ", 1), ("（）", 4), ("−√·ₜ", 4), ("", 0), ("e\u{301}", 1),
  ])
  func wideLettersTakeTwoColumns(text: String, width: Int) {
    #expect(text.displayWidth == width)
    #expect(text.padded(to: 6).displayWidth == 6)
  }
}
