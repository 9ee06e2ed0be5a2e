import ArgumentParser
import Classroom
import Grading
import Lecture

/// Says whether a student's numbers are right, and if not, which known mistake gives them.
struct CheckSubmission: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a student's numbers, and names the known mistake that gives them.",
    discussion: """
      The file is CSV or JSON with a column for each quantity, as many as there are. The exit code is 0 where \
      all is right, 1 where it is not, 65 for a file that is no table of numbers and 66 where there is none. Of a folder, \
      each file is checked, and a table says what came out.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, gradescope
  }

  @Argument(help: "What the exercise is about: \(Subject.all.map(\.name).joined(separator: ", ")).")
  var subject: String

  @Argument(help: "The student's file, or a folder of files.")
  var path: String

  @OptionGroup(title: "Exercise")
  var options: ExerciseOptions

  @Option(help: "The student whose own exercise it is, as given to course exercise.")
  var studentID: String?

  @Option(
    parsing: .unconditional,
    help:
      "How far numbers may be off, relative to those above 1; as many digits as they show if not given."
  )
  var tolerance: Double?

  @Option(help: "Tell only 1 where, 2 also what, 3 also the formula, and never the right numbers.")
  var hint: Int?

  @Option(help: "text, json, or gradescope for its results.json.")
  var format = Format.text

  @Option(help: "A file for the table of a folder's verdicts, as CSV.")
  var csv: String?

  @Option(help: "The language, en or zh.")
  var language = Language.english

  func validate() throws {
    if let hint, !(1...3).contains(hint) { throw ValidationError("--hint must be 1, 2 or 3.") }
    if let tolerance, !(tolerance >= 0) {
      throw ValidationError("--tolerance must be a number, 0 or more.")
    }
  }

  private var detail: ReportText.Detail {
    switch hint {
    case 1: .place
    case 2: .mistake
    case 3: .formula
    default: .key
    }
  }

  func run() throws {
    let subject = try Subject.required(subject)
    let exercise =
      try studentID.map { Exercise(subject, for: $0) } ?? options.exercise(on: subject)
    let grader = Grader(exercise, tolerance: tolerance)
    if let files = try Files.files(in: path) {
      return try check(files, with: grader)
    }
    if csv != nil { throw ValidationError("--csv is for a folder of submissions.") }
    let assessment = try assess(path, with: grader)
    switch format {
    case .text:
      try Files.print(ReportText(assessment, in: language, detail: detail).text)
    case .json:
      try Files.print(ReportJSON(assessment, in: language, detail: detail).jsonText)
    case .gradescope:
      try Files.print(GradescopeResults(assessment, in: language, detail: detail).jsonText)
    }
    if assessment.outcome == .wrong { throw ExitCode(1) }
  }

  private func assess(_ path: String, with grader: Grader) throws -> Assessment {
    let submission = try readSubmission(path, in: language)
    do {
      return try grader.assess(submission)
    } catch let error as SubmissionError {
      throw Failure(code: .data, message: "\(path): \(error.message(in: language))")
    }
  }

  /// A line for each file; one that cannot be read keeps back no other.
  private func check(_ files: [String], with grader: Grader) throws {
    guard !files.isEmpty else {
      throw Failure(code: .noInput, message: "\(path) has no files in it.")
    }
    let verdicts = files.map { file in
      Verdict(file: file, assessment: Result { try assess(file, with: grader) }, in: language)
    }
    let table = Verdict.table(of: verdicts, in: language)
    let document = Document(
      title: grader.exercise.subject.title[language], blocks: [.table(table, name: "verdicts")])
    if let csv { try document.writeTables(asCSV: csv) }
    try document.print(in: language, showsAllRows: true)
    if verdicts.contains(where: { !$0.isRight }) { throw ExitCode(1) }
  }
}

/// What came out for one file of many.
private struct Verdict {
  var file: String
  var outcome: String
  var score: Double?
  var diagnosis: String
  var isRight: Bool

  init(file: String, assessment: Result<Assessment, any Error>, in language: Language) {
    self.file = file.split(separator: "/").last.map(String.init) ?? file
    switch assessment {
    case .success(let assessment):
      outcome = assessment.outcome.word(in: language)
      score = assessment.score
      diagnosis = assessment.summary(in: language)
      isRight = assessment.outcome != .wrong
    case .failure(let error):
      outcome = language(en: "unreadable", zh: "无法读取")
      diagnosis = (error as? Failure)?.message ?? "\(error)"
      isRight = false
    }
  }

  static func table(of verdicts: [Verdict], in language: Language) -> Table {
    Table([
      Table.Column(language(en: "file", zh: "文件"), texts: verdicts.map(\.file)),
      Table.Column(language(en: "verdict", zh: "结果"), texts: verdicts.map(\.outcome)),
      Table.Column(language(en: "score", zh: "得分"), verdicts.map(\.score)),
      Table.Column(language(en: "diagnosis", zh: "诊断"), texts: verdicts.map(\.diagnosis)),
    ])
  }
}
