import TestSupport
import Testing
import Words

@testable import Grading

/// Files that are no table, or mean harm: always an answer, a submission or an error, and soon.
@Suite struct HostileFileTests {
  private static let limit = Submission.mostBytes

  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }

  /// 1,200,000 bytes: more than any limit on rows, columns, cells and lengths allows.
  private static func filled(_ text: String, head: String = "") -> [UInt8] {
    Array(head.utf8) + repeated(text, (1_200_000 - head.utf8.count) / text.utf8.count)
  }

  private static let names = (0..<1000).map { "c\($0)" }

  /// What is wrong with each, as far as it must be refused.
  static let files: [(name: String, reason: String?, bytes: @Sendable () -> [UInt8])] = [
    ("more than 16 MB", "16 MB", { [UInt8](repeating: 0x20, count: limit + 1) }),
    ("spaces", "empty", { filled(" ") }),
    ("byte order marks", "more than 200 bytes", { filled("\u{FEFF}") }),
    ("commas", "1000 columns", { filled(",") }),
    ("semicolons", "1000 columns", { filled(";") }),
    ("line ends", "empty", { filled("\n") }),
    ("returns", "empty", { filled("\r") }),
    ("empty cells", "empty", { filled(",,,,,,,\n") }),
    ("quotes", "more than 200 bytes", { filled("\"\"", head: "\"") }),
    ("pairs of quotes", nil, { filled("\"\"\n", head: "w\n") }),
    ("one cell", "more than 200 bytes", { filled("9", head: "w\n") }),
    ("a million columns", "1000 columns", { filled("a,") }),
    ("a million rows", "100000 rows", { filled("1\n", head: "w\n") }),
    (
      "few cells, many columns and rows", "1000000 cells",
      { filled("1\n1\n1\n", head: names.joined(separator: ",") + "\n").prefix(200_000) + [] }
    ),
    (
      "wide and full", "1000000 cells",
      {
        filled(
          "1" + String(repeating: ",", count: 999) + "\n",
          head: names.joined(separator: ",") + "\n")
      }
    ),
    ("zeros", "control character", { [UInt8](repeating: 0, count: 100) }),
    ("16 MB of zeros", "more than 200 bytes", { [UInt8](repeating: 0, count: limit) }),
    ("no UTF-8", "not UTF-8", { [0x77, 0x0A, 0xC3, 0x28, 0x0A] }),
    (
      "no UTF-8 in JSON", "not UTF-8",
      { Array("{\"".utf8) + [0xED, 0xA0, 0x80] + Array("\":[1]}".utf8) }
    ),
    ("UTF-16", "UTF-16", { [0xFF, 0xFE, 0x77, 0, 0x0A, 0] }),
    ("UTF-16 without a mark", "control character", { [0x77, 0, 0x0A, 0, 0x31, 0] }),
    (
      "a picture", "not UTF-8",
      { [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 0x0D] }
    ),
    ("brackets", "nested too deeply", { filled("[") }),
    ("braces", "is expected", { filled("{") }),
    ("100,000 levels", "nested too deeply", { repeated("[", 100_000) + repeated("]", 100_000) }),
    (
      "100,000 levels of objects", "nested too deeply",
      { repeated("{\"a\":", 100_000) + [0x31] + repeated("}", 100_000) }
    ),
    ("commas in JSON", "is expected", { filled(",", head: "[") }),
    ("many numbers", "100000 rows", { filled("1,", head: "{\"w\":[") }),
    ("many texts", "100000 rows", { filled("\"a\",", head: "{\"w\":[") }),
    ("many empty rows", "100000 rows", { filled("{},", head: "[") }),
    (
      "many members", "1000 columns",
      { Array("{".utf8) + (0..<100_000).flatMap { Array("\"a\($0)\":1,".utf8) } }
    ),
    (
      "few values, many names and rows", "1000000 cells",
      {
        let rows = (0..<100_000).map { "{\"c\($0 % 900)\":1}" }
        return Array(("[" + rows.joined(separator: ",") + "]").utf8)
      }
    ),
    (
      "one long list, many short", "1000000 cells",
      {
        let long = "\"w\":[" + String(repeating: "1,", count: 90_000) + "1]"
        let short = names.prefix(900).map { "\"\($0)\":[]" }
        return Array(("{" + ([long] + short).joined(separator: ",") + "}").utf8)
      }
    ),
    ("a long text", "more than 200 bytes", { filled("a", head: "{\"") }),
    ("escapes", "more than 200 bytes", { filled("\\n", head: "{\"") }),
    ("a long number", "is expected", { filled("9", head: "{\"w\":[") }),
    ("the least exponent", nil, { Array("w\n1.5e-9223372036854775808\n".utf8) }),
    ("the least exponent in JSON", nil, { Array("{\"w\":[1.5e-9223372036854775808]}".utf8) }),
    ("the largest exponent", nil, { Array("w\n1.5e9223372036854775807\n".utf8) }),
    ("a long exponent", nil, { Array("w\n1e\(String(repeating: "9", count: 190))\n".utf8) }),
    ("comments", "empty", { filled("#\n") }),
    ("one comment", "empty", { filled("#") }),
    ("a long separator line", "1000 columns", { filled(";", head: "sep=") }),
    ("many letters with marks", "more than 200 bytes", { filled("\u{302}", head: "w") }),
  ]

  @Test(arguments: files.indices)
  func eachIsAnswered(index: Int) throws {
    let (name, reason, bytes) = Self.files[index]
    do {
      let submission = try Submission(bytes: bytes())
      #expect(reason == nil, "\(name)")
      #expect(submission.rowCount * submission.columns.count <= Submission.mostCells)
    } catch let error as SubmissionError {
      #expect(error.reason.english.contains(reason ?? "-"), "\(name): \(error.reason.english)")
      #expect(error.message[.english].utf8.count < 400, "\(name)")
    }
  }

  private static let tables = [
    "step,m,m̂,w\n1,0.1,1,0.99\n2,0.189,−0.994737,1e-05\n3,nan,,\"0.970091\"\n",
    "step;w\r\n1;0.9900\r\n2;0.9800\r\n", "\u{FEFF}t\tw\tv\n1\t.5\t1.\n",
    "{\"step\":[1,2],\"w\":[0.99,\"0.98\"],\"m̂\":[1,null],\"\\u0073\":[1e-5,-2E+3]}",
    "[{\"step\":1,\"w\":0.99},{\"step\":2,\"w\":0.98,\"ok\":true}]",
  ].map { Array($0.utf8) }

  /// Reads what may be anything, judges it if it is a table, and puts it into words.
  private func answer(_ bytes: [UInt8], with grader: Grader) throws {
    do {
      let submission = try Submission(bytes: bytes)
      #expect(Set(submission.columns.map(\.numbers.count)).count <= 1)
      let assessment = try grader.assess(submission)
      #expect((0...1).contains(assessment.score))
      #expect(!ReportText(assessment, in: .chinese).text.isEmpty)
    } catch let error as SubmissionError {
      #expect(!error.message[.english].isEmpty)
    }
  }

  private func grader() -> Grader {
    var exercise = Exercise(.adam)
    exercise.steps = 3
    return Grader(exercise)
  }

  @Test func randomBytesAreAnswered() throws {
    var generator = SeededGenerator(seed: 21)
    let grader = grader()
    let alphabet = Array("{}[]\",:;\t\n\r\\ u0e1.-+wmtnaif\u{302}−".utf8)
    for round in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        round % 3 == 0
          ? UInt8.random(in: 0...255, using: &generator)
          : alphabet[Int.random(in: alphabet.indices, using: &generator)]
      }
      try answer(bytes, with: grader)
    }
  }

  @Test func changedTablesAreAnswered() throws {
    var generator = SeededGenerator(seed: 22)
    let grader = grader()
    for table in Self.tables {
      _ = try Submission(bytes: table)
      for length in 0..<table.count { try answer(Array(table.prefix(length)), with: grader) }
      for _ in 0..<1000 {
        var bytes = table
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
          let place = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &generator)], at: place)
          default:
            let end = Int.random(in: place...min(place + 20, bytes.count - 1), using: &generator)
            bytes.insert(contentsOf: bytes[place...end], at: place)
          }
        }
        try answer(bytes, with: grader)
      }
    }
  }
}
