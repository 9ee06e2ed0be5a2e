import Testing
import Words

@testable import Grading

/// Forms in which students' tables come.
@Suite struct SubmissionTests {
  private func read(_ text: String) throws -> Submission {
    try Submission(bytes: Array(text.utf8))
  }

  /// The columns as text: heading, then values, `-` where there is none.
  private func table(_ text: String) throws -> [String] {
    try read(text).columns.map { column in
      ([column.heading] + column.numbers.map { $0.map { "\($0.value)" } ?? "-" })
        .joined(separator: " ")
    }
  }

  @Test(arguments: [
    "step,w\n1,0.5\n2,-0.25\n", "step,w\n1,0.5\n2,-0.25", "step;w\n1;0.5\n2;-0.25\n",
    "step\tw\n1\t0.5\n2\t-0.25\n", "step,w\r\n1,0.5\r\n2,-0.25\r\n", "step,w\r1,0.5\r2,-0.25\r",
    "\u{FEFF}step,w\n1,0.5\n2,-0.25\n", "\"step\",\"w\"\n\"1\",\"0.5\"\n\"2\",\"-0.25\"\n",
    " step , w \n 1 , 0.5 \n 2 ,\t-0.25\n", "\n\nstep,w\n\n1,0.5\n\n2,-0.25\n\n\n",
    "step,w,\n1,0.5,\n2,-0.25,\n", "step,w\n1,0.5,\n2,-0.25,,,\n", "step,w\n1,0.5\n2,-0.25\n,\n,\n",
    "step,w\n1,.5\n2,−.25\n", "step,w\n1.,+5e-1\n2.0,-2.5E-01\n", "step,w\n1e0,0.50\n2,-0.2500\n",
    ",step,w\n0,1,0.5\n1,2,-0.25\n",
    "{\"step\":[1,2],\"w\":[0.5,-0.25]}", "[{\"step\":1,\"w\":0.5},{\"step\":2,\"w\":-0.25}]",
    "\u{FEFF} \r\n{ \"rows\" : [ {\"step\" : 1 , \"w\": 5e-1}, {\"step\":\"2\",\"w\":\"-0.25\"} ] }\n",
    "{\"trace\":{\"step\":[1,2],\"w\":[\"0.5\",-0.25]}}",
    "{\"name\":\"A\",\"year\":2026,\"step\":[1,2],\"ok\":true,\"w\":[0.5,-0.25]}",
    "{\"st\\u0065p\":[1,2],\"w\":[0.5,-0.25]}",
    "{\"student\":\"a\",\"trace\":[{\"step\":1,\"w\":0.5},{\"step\":2,\"w\":-0.25}],\"seed\":1}",
    "{\"student\":\"a\",\"trace\":{\"step\":[1,2],\"w\":[0.5,-0.25]}}",
    "sep=;\nstep;w\n1;0.5\n2;-0.25\n", "sep=,\r\nstep,w\r\n1,0.5\r\n2,-0.25\r\n",
    "\u{FEFF}\"sep=;\"\nstep;w\n1;0.5\n2;-0.25\n", "SEP=\t\nstep\tw\n1\t0.5\n2\t-0.25\n",
    "# made by a, b; c\nstep;w\n1;0.5\n# half\n2;-0.25\n#",
    "  # x\n\n#\nstep,w\r\n1,0.5\r\n2,-0.25",
    "# step,w\n1,0.5\n2,-0.25\n", "# by me\n# step,w\n1.0e+00,5e-01\n2.0e+00,-2.5e-01\n",
  ])
  func allFormsOfOneTableAreTheSame(text: String) throws {
    #expect(try table(text) == ["step 1.0 2.0", "w 0.5 -0.25"])
  }

  @Test(arguments: [
    ("w\n1\n\n2\n", ["w 1.0 2.0"]),
    ("m,w\n,1\n0.5,2\n", ["m - 0.5", "w 1.0 2.0"]),
    ("m,w\n1\n2,3\n", ["m 1.0 2.0", "w - 3.0"]),
    ("w\nnan\n-inf\nInfinity\nNaN\n", ["w nan -inf inf nan"]),
    ("a b\n1\n", ["a b 1.0"]), ("\"a\"\"b\"\n1\n", ["a\"b 1.0"]),
    ("\"a,b\";c;d\n1;2;3\n", ["a,b 1.0", "c 2.0", "d 3.0"]),
    ("\"running\nmean\"\n1\n", ["running mean 1.0"]), ("m̂,β₁ᵗ\n1,2\n", ["m̂ 1.0", "β₁ᵗ 2.0"]),
    ("名,w\n,1\n", ["名 -", "w 1.0"]), ("w\n-0.0\n", ["w -0.0"]),
    ("w\n1e400\n1e-400\n", ["w inf 0.0"]),
    ("[{\"w\":1},{\"m\":2,\"w\":null},{}]", ["w 1.0 - -", "m - 2.0 -"]),
    ("{\"w\":[1,2],\"m\":[3]}", ["w 1.0 2.0", "m 3.0 -"]), ("{\"w\":[1,2]}", ["w 1.0 2.0"]),
    ("{\"w\":[NaN,-Infinity,1e999]}", ["w nan -inf inf"]),
    ("{\"\\ud835\\udc64\":[1]}", ["𝑤 1.0"]), ("{\"a\\tb\":[1]}", ["a b 1.0"]),
    ("w\n", ["w"]), ("w\nNA\n1\nNone\nnull\n-\nN/A\n", ["w - 1.0 - - - -"]),
    ("{\"w\":[\"NA\",1,\"None\"]}", ["w - 1.0 -"]), ("#,w\n1,2\n", ["w 2.0"]),
    ("w,\"# of\"\n1,2\n", ["w 1.0", "# of 2.0"]),
  ])
  func tablesAreRead(text: String, columns: [String]) throws {
    #expect(try table(text) == columns)
  }

  @Test(arguments: [
    ("0.9900", 4, 4), ("-0.0", 0, 0), ("1", 0, 1), ("1.", 0, 1), ("1.0", 0, 2), ("1.00", 2, 3),
    (".5", 1, 1), ("0.5", 1, 1), ("1e-05", nil, 1), ("1.2500e+02", nil, 5), ("100", 0, 3),
    ("−0.25", 2, 2), ("9.9e−05", nil, 2), ("0.010000000000000002", 18, 17), ("0.000123", 6, 3),
  ])
  func digitsAreCounted(text: String, decimals: Int?, digits: Int) throws {
    let number = try #require(PrintedNumber(text))
    #expect(number.decimals == decimals)
    #expect(number.significantDigits == digits)
    #expect(number.text == text)
    let plain = PrintedNumber(text.replacing("−", with: "-"))
    #expect(number.value == plain?.value && number.lastPlace == plain?.lastPlace)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", "1e", "1e5e5", "--5", "+-5", "5-", "1_000", "1,5", "0x1p3",
    "0.5f",
    "1 2", "१", "１", "nano", "infinit", "-nan-", "½", "1\u{301}", "tensor(0.5)", "None", "−−1",
  ])
  func whatIsNoNumberIsNone(text: String) {
    #expect(PrintedNumber(text) == nil)
  }

  @Test(
    arguments: [
      ("", nil, nil, "empty"), (" \n\t\r\n", nil, nil, "empty"), ("\u{FEFF}", nil, nil, "empty"),
      ("\"\"", nil, nil, "empty"), (",,,\n,,,\n", nil, nil, "empty"),
      ("1,2\n3,4\n", 1, 1, "must name the columns"), ("w,0.5\n", 1, 3, "must name the columns"),
      ("a,b\n1,2\n1,2,3\n", 3, 5, "3 cells under 2 headings"),
      ("β̂₁,−\n−1,−2,3\n", 2, 7, "3 cells"),
      ("w\n1\n\"2\n3\n", 3, 1, "not closed"), ("w\r\n1\r\n\"2\r\n", 3, 1, "not closed"),
      ("w\u{0}\n1\n", 1, 1, "control character (0)"),
      ("w\n\u{1B}[2J\n", 2, 1, "control character (27)"),
      ("w\n\u{202E}1\n", 2, 1, "control character (8238)"),
      ("w\n\"\u{1B}[2J\"\n", 2, 1, "control character (27)"), ("w\n\u{9B}2J\n", 2, 1, "control"),
      ("{", 1, 2, "ends before"), ("[", 1, 2, "ends before"), ("{\"w\":[1,2", 1, 10, "ends before"),
      ("{\"w\":[1,2]", 1, 11, "ends before"), ("{\"w", 1, 4, "ends before"),
      ("{\"w\":\"\\", 1, 8, "ends before"),
      ("{\"w\":\"\\u12", 1, 11, "ends before"), ("{\n \"w\": [1,\n  x]}", 3, 3, "is expected here"),
      ("{\"w\":[1 2]}", 1, 9, "is expected"), ("{\"w\":[1,]}", 1, 9, "is expected"),
      ("{'w':[1]}", 1, 2, "is expected"), ("{\"w\" [1]}", 1, 6, "is expected"),
      ("{\"w\":[1]};", 1, 10, "behind the end"),
      ("{\"w\":[1],\"w\":[2]}", 1, 10, "two members “w”"),
      ("[{\"w\":1,\"w\":2}]", 1, 9, "two members"),
      ("{\"\\u001b[2J\":[1]}", 1, 2, "control character (27)"),
      ("{\"\\ud835\":[1]}", 1, 9, "is expected"),
      ("[1,2]", 1, 2, "no table"), ("[[1,2]]", 1, 2, "no table"), ("[]", 1, 1, "no table"),
      ("{}", 1, 1, "no table"),
      ("[{\"w\":[1]}]", 1, 7, "no table"), ("{\"w\":1,\"m\":{}}", 1, 12, "no table"),
      ("{\"w\":[1,[2]],\"m\":[1]}", 1, 9, "no table"),
      ("{\"w\":1}", 1, 6, "no table"), ("{\"w\":null}", 1, 6, "no table"),
      ("[{}]", 1, 1, "no table"), ("# w\n# 1\n", nil, nil, "empty"), ("sep=;\n", nil, nil, "empty"),
      ("{\"a\":[{\"w\":1}],\"b\":[{\"w\":1}]}", 1, 7, "no table"),
      ("# a\n1,2\n", 2, 1, "must name the columns"),
    ] as [(String, Int?, Int?, String)])
  func errorsTellThePlace(text: String, line: Int?, column: Int?, reason: String) throws {
    let error = try #require(throws: SubmissionError.self) { try read(text) }
    #expect(error.reason.english.contains(reason), "\(error.reason.english)")
    #expect(error.place?.line == line)
    #expect(error.place?.column == column)
    #expect(!error.message[.chinese].isEmpty)
  }

  /// What is no number matters only where it is a quantity, and then its place is told.
  @Test(arguments: [
    ("note,w\nok,0.99\nfine,oops\n", 3, 6),
    ("{\"note\":[\"a\",\"b\"],\"w\":[1,\n \"oops\"]}", 2, 2),
    ("[{\"w\":1},\n{\"w\":\"oops\"}]", 2, 6),
  ])
  func strangeCellsHaveAPlace(text: String, line: Int, column: Int) throws {
    let submission = try read(text)
    let strange = try #require(submission.columns.first { $0.heading == "w" }?.strange)
    #expect(strange.text == "oops")
    #expect(strange.place == .init(line: line, column: column))
    var exercise = Exercise(.adam)
    exercise.steps = 2
    let error = try #require(throws: SubmissionError.self) {
      try Grader(exercise).assess(submission)
    }
    #expect(error.place == strange.place)
  }

  @Test func programsHandInNumbersDirectly() {
    let submission = Submission(["w": [0.5, 0.25], "m": [1]])
    #expect(submission.columns.map(\.heading) == ["m", "w"])
    #expect(submission.columns.map { $0.numbers.map { $0?.value } } == [[1, nil], [0.5, 0.25]])
  }
}
