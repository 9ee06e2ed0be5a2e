import Testing

/// A person's own function, as commands take it.
@Suite struct LossCommandTests {
  @Test func aMistakeIsShownUnderTheText() throws {
    let command = try Command.run("lesson-adam", ["--loss", "x + foo(x)"])
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    let lines = command.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("lesson-adam: --loss: “foo” is no function; there are abs, "))
    #expect(lines[0].hasSuffix(" See --help."))
    #expect(lines[1...].map(String.init) == ["  x + foo(x)", "      ^^^"])
  }

  @Test(arguments: ["lambda x: x", "</script>", "", "(((", "3", "x = y = 2", "x\u{7}"])
  func whatIsNoFormulaIsAnErrorEverywhere(text: String) throws {
    for (program, arguments) in [
      ("lesson-adam", ["--loss", text]), ("course", ["golden", "adam", "--loss", text]),
      ("course", ["check", "adam", "none.csv", "--loss", text]),
      ("course", ["exercise", "adam", "--student-id", "1", "--output", "none", "--loss", text]),
    ] {
      let command = try Command.run(program, arguments + ["--language", "zh"])
      #expect(command.status == 64, "\(program) \(arguments)")
      #expect(command.output.isEmpty)
      #expect(command.errors.contains("--loss: "))
      #expect(command.errors.split(separator: "\n").count == 3)
    }
  }

  @Test(arguments: [
    (["--loss", "x + y"], "--loss must be of one variable here, not of x, y"),
    (["--loss", "ln(x)", "--start", "-1"], "The loss is NaN at --start"),
  ])
  func whatALessonCannotShowIsSaid(arguments: [String], message: String) throws {
    let command = try Command.run("lesson-adam", arguments)
    #expect(command.status == 64)
    #expect(command.errors.contains(message), "\(command.errors)")
  }

  @Test(arguments: [
    ("en", "There is no loss hill; there are half-square, four-square,"),
    ("zh", "没有损失函数 hill，只有 half-square、four-square、"),
  ])
  func anUnknownNameIsToldWithTheOthers(language: String, message: String) throws {
    let command = try Command.run(
      "course", ["golden", "adam", "--loss", "hill", "--language", language])
    #expect(command.status == 64)
    #expect(command.errors.contains(message), "\(command.errors)")
  }

  @Test func aLessonWalksOnIt() throws {
    let arguments = ["--loss", "(x - 1)^2 + |x|", "--start", "-2", "--formulas", "text"]
    let output = try Command.run("lesson-adam", arguments).output
    #expect(
      output.hasPrefix("L(w) = (w − 1)² + |w|\ngₜ = sign(wₜ₋₁) + 2·(wₜ₋₁ − 1)\n"), "\(output)")
    #expect(output.contains("g₁ = sign(w₀) + 2·(w₀ − 1) = sign(−2) + 2·(−2 − 1) = −7"), "\(output)")
  }

  @Test func anAnswerKeyIsCalculatedForIt() throws {
    let arguments = ["golden", "gradient-descent", "--loss", "f(a, b) = a² + 3ab", "--steps", "2"]
    let command = try Command.run("course", arguments + ["--learning-rate", "0.1", "--csv", "-"])
    #expect(command.status == 0, "\(command.errors)")
    let rows = command.output.split(separator: "\n").map { $0.split(separator: ",") }
    let (a, b) = (
      try #require(rows[0].firstIndex(of: "a")), try #require(rows[0].firstIndex(of: "b"))
    )
    // From (1, 1) against (2a + 3b, 3a).
    #expect(Double(rows[2][a]) == 1 - 0.1 * 5)
    #expect(Double(rows[2][b]) == 1 - 0.1 * 3)
  }
}
