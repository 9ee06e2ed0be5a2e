import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

/// Says whether a student's numbers are right, and if not, which known mistake gives them.
struct CheckSubmission: BilingualCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a student's numbers, and names the known mistake that gives them.",
    discussion: """
      The file is CSV or JSON with a column for each quantity, as many as there are. The exit code is 0 where \
      all is right, 1 where it is not, 65 for a file that is no table of numbers and 66 where there is none. Of a folder, \
      each file is checked, and a table says what came out. For gradescope the right numbers are never told, as students \
      see what is written.
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

  @Option(
    parsing: .unconditional,
    help: "The student whose own exercise it is, as given to course exercise.")
  var studentID: String?

  @Flag(help: "Each file is of the student whose id is its name: 20261101.csv is of 20261101.")
  var idsFromNames = false

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

  @Option(
    help: "A file for the table of a folder's verdicts, as CSV; - prints it and nothing else.")
  var csv: String?

  @Option(help: "The language, en or zh.")
  var language = Language.english

  private func checkOptions() throws {
    if let hint, !(1...3).contains(hint) {
      throw Failure(.usage, en: "--hint must be 1, 2 or 3.", zh: "--hint 必须是 1、2 或 3。")
    }
    if let tolerance, !(tolerance >= 0 && tolerance.isFinite) {
      throw Failure(
        .usage, en: "--tolerance must be a number, 0 or more.", zh: "--tolerance 必须是不小于 0 的数。")
    }
    let ids =
      (studentID == nil ? [] : ["--student-id"]) + (idsFromNames ? ["--ids-from-names"] : [])
    if ids.count > 1 {
      throw Failure(
        .usage, en: "Give either --student-id or --ids-from-names.",
        zh: "--student-id 和 --ids-from-names 只能给一个。")
    }
    if let id = ids.first, let option = options.given.first {
      throw Failure(
        .usage,
        en: "A student's own exercise has its own numbers: with \(id), leave out --\(option).",
        zh: "学生自己的题目有自己的数：给出 \(id) 时，请去掉 --\(option)。")
    }
  }

  private var detail: ReportText.Detail {
    switch hint {
    case 1: .place
    case 2: .mistake
    case 3: .formula
    default: format == .gradescope ? .formula : .key
    }
  }

  func run() throws {
    try checkOptions()
    let subject = try Subject.required(subject)
    let common = try idsFromNames ? nil : Grader(exercise(on: subject), tolerance: tolerance)
    func grader(of path: FilePath) -> Grader {
      common ?? Grader(Exercise(subject, for: Self.id(of: path)), tolerance: tolerance)
    }
    let path = FilePath(path)
    if let files = try Files.files(in: path) {
      guard format == .text else {
        throw Failure(
          .usage, en: "--format is for one file; a folder's table is text, or CSV by --csv.",
          zh: "--format 只用于单个文件；文件夹的表格是文本，或用 --csv 写成 CSV。")
      }
      return try check(files, on: subject, with: grader)
    }
    if csv != nil {
      throw Failure(.usage, en: "--csv is for a folder of submissions.", zh: "--csv 只用于一个文件夹的作业。")
    }
    let assessment: Assessment
    do {
      assessment = try assess(path, with: grader(of: path))
    } catch let failure as Failure where format == .gradescope {
      try Files.print(GradescopeResults(unreadable: failure.message[language]).jsonText)
      throw failure
    }
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

  private func exercise(on subject: Subject) throws -> Exercise {
    try studentID.map { Exercise(subject, for: $0) } ?? options.exercise(on: subject)
  }

  /// The student whose id is the name of a file, without its kind.
  private static func id(of path: FilePath) -> String {
    let name = path.name
    let dot = name.lastIndex(of: ".")
    return dot.map { String(name[..<$0]) } ?? name
  }

  private func assess(_ path: FilePath, with grader: Grader) throws -> Assessment {
    let submission = try readSubmission(path)
    do {
      return try grader.assess(submission)
    } catch let error as SubmissionError {
      throw Failure(.data, "\(path): \(error.message)")
    }
  }

  /// A line for each file; one that cannot be read keeps back no other.
  private func check(
    _ files: [FilePath], on subject: Subject, with grader: (_ path: FilePath) -> Grader
  ) throws {
    guard !files.isEmpty else {
      throw Failure(
        .noInput, en: "\(FilePath(path)) has no files in it.", zh: "\(FilePath(path)) 里没有文件。")
    }
    let verdicts = files.map { file in
      Verdict(
        file: file, assessment: Result { try assess(file, with: grader(file)) }, in: language,
        detail: detail)
    }
    func document(_ verdicts: [Verdict]) -> Document {
      Document(title: subject.title) {
        Document.Block.table(Verdict.table(of: verdicts), name: "verdicts")
      }
    }
    if let csv {
      try document(verdicts.map(\.withoutFormulas)).writeTables(asCSV: csv, in: language)
    }
    if csv != "-" { try document(verdicts).print(in: language, showsAllRows: true) }
    if verdicts.contains(where: { !$0.isRight }) { throw ExitCode(1) }
  }
}

/// What came out for one file of many.
private struct Verdict {
  var file: String
  var outcome: Words
  var score: Double?
  var diagnosis: String
  var isRight: Bool

  init(
    file: FilePath, assessment: Result<Assessment, any Error>, in language: Language,
    detail: ReportText.Detail
  ) {
    self.file = file.name
    switch assessment {
    case .success(let assessment):
      outcome = assessment.outcome.words
      score = assessment.score
      diagnosis = assessment.summary(in: language, detail: detail)
      isRight = assessment.outcome != .wrong
    case .failure(let error):
      outcome = Words(en: "unreadable", zh: "无法读取")
      diagnosis = error.explanation[language]
      isRight = false
    }
  }

  /// The same for a spreadsheet, which would calculate what begins like a formula.
  var withoutFormulas: Verdict {
    var copy = self
    copy.file = file.withoutFormula
    copy.diagnosis = diagnosis.withoutFormula
    return copy
  }

  static func table(of verdicts: [Verdict]) -> Table {
    Table([
      Table.Column(Words(en: "file", zh: "文件"), texts: verdicts.map { Words($0.file) }),
      Table.Column(Words(en: "verdict", zh: "结果"), texts: verdicts.map(\.outcome)),
      Table.Column(Words(en: "score", zh: "得分"), verdicts.map(\.score)),
      Table.Column(Words(en: "diagnosis", zh: "诊断"), texts: verdicts.map { Words($0.diagnosis) }),
    ])
  }
}

extension String {
  /// The text behind an apostrophe where it begins like a formula (OWASP, “CSV injection”).
  fileprivate var withoutFormula: String {
    first.map { "=+-@".contains($0) } ?? false ? "'" + self : self
  }
}
