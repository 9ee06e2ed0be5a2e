import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

/// Says whether a student's numbers are right, and if not, which known mistake gives them.
struct CheckSubmission: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Words(
        en: "Checks a student’s numbers, and names the known mistake that gives them.",
        zh: "批改学生的数，并指出哪种已知错误正好得出这些数。")[.spoken],
      discussion: Words(
        en: """
          The file is CSV or JSON with a column for each quantity, as many as there are. The exit code is 0 where \
          all is right, 1 where it is not, 65 for a file that is no table of numbers and 66 where there is none. Of a folder, \
          each file is checked, and a table says what came out. For gradescope the right numbers are never told, as students \
          see what is written.
          """,
        zh: """
          文件是 CSV 或 JSON，每个量一列，有多少列都行。退出码：全对为 0，有错为 1，不是数值表格为 65，没有文件为 66。\
          给出文件夹时逐个批改，并列表说明结果。gradescope 格式会给学生看，因此从不给出正确数值。
          """)[.spoken] + ExerciseHelp.text)
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, gradescope
  }

  @Argument(help: ExerciseHelp.subjects)
  var subject: String

  @Argument(
    help: ArgumentHelp(en: "The student’s file, or a folder of files.", zh: "学生的文件，或一个文件夹。"))
  var path: String

  @OptionGroup(title: Words(en: "Exercise", zh: "题目")[.spoken])
  var options: ExerciseOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The student whose own exercise it is, as given to course exercise.",
      zh: "这道题属于哪名学生，与 course exercise 所给的相同。"))
  var studentID: String?

  @Flag(
    help: ArgumentHelp(
      en: "Each file is of the student whose id is its name: 20261101.csv is of 20261101.",
      zh: "文件名就是学号：20261101.csv 属于 20261101。"))
  var idsFromNames = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en:
        "How far numbers may be off, relative to those above 1; as many digits as they show if not given.",
      zh: "允许的误差，对大于 1 的数为相对误差；不给出时按所写的位数判断。")
  )
  var tolerance: Double?

  @Option(
    help: ArgumentHelp(
      en: "Tell only 1 where, 2 also what, 3 also the formula, and never the right numbers.",
      zh: "只说 1 在哪里错，2 还有错在什么，3 还有公式；从不给出正确数值。"))
  var hint: Int?

  @Option(
    help: ArgumentHelp(
      en: "text, json, or gradescope for its results.json.",
      zh: "text、json，或 gradescope（即它的 results.json）。"))
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      en: "A file for the table of a folder’s verdicts, as CSV; - prints it and nothing else.",
      zh: "存放文件夹批改结果的 CSV 文件；- 表示只打印它。"))
  var csv: String?

  @OptionGroup var languages: LanguageOptions

  func validate() throws {
    try Self.require(
      hint.map((1...3).contains) ?? true, en: "--hint must be 1, 2 or 3", zh: "--hint 必须是 1、2 或 3")
    try Self.require(
      tolerance.map { $0 >= 0 && $0.isFinite } ?? true,
      en: "--tolerance must be a number, 0 or more", zh: "--tolerance 必须是不小于 0 的数")
    try Self.require(
      studentID == nil || !idsFromNames, en: "Give either --student-id or --ids-from-names",
      zh: "--student-id 和 --ids-from-names 只能给一个")
    let id = idsFromNames ? "--ids-from-names" : "--student-id"
    let option = options.given.first { $0 != "loss" } ?? ""
    try Self.require(
      option.isEmpty || studentID == nil && !idsFromNames,
      en: "A student's own exercise has its own numbers: with \(id), leave out --\(option)",
      zh: "学生自己的题目有自己的数：给出 \(id) 时，请去掉 --\(option)")
  }

  private var detail: ReportDetail {
    if let hint { return ReportDetail.allCases[hint - 1] }
    return format == .gradescope ? .formula : .key
  }

  func run() throws {
    let subject = try Subject.required(subject)
    let exercise =
      try studentID.map { try options.exercise(on: subject, for: $0) }
      ?? options.exercise(on: subject)
    let common = Grader(exercise, tolerance: tolerance)
    func assess(_ path: FilePath) throws -> Assessment {
      let own = idsFromNames ? try options.exercise(on: subject, for: Self.id(of: path)) : nil
      let grader = own.map { Grader($0, tolerance: tolerance) } ?? common
      return try reading(path, grader.assess)
    }
    let path = FilePath(path)
    if let files = try Files.files(in: path) {
      guard format == .text else {
        throw Failure(
          .usage, en: "--format is for one file; a folder's table is text, or CSV by --csv.",
          zh: "--format 只用于单个文件；文件夹的表格是文本，或用 --csv 写成 CSV。")
      }
      return try check(files, on: subject, assess)
    }
    if csv != nil {
      throw Failure(.usage, en: "--csv is for a folder of submissions.", zh: "--csv 只用于一个文件夹的作业。")
    }
    let assessment: Assessment
    do {
      assessment = try assess(path)
    } catch let failure as Failure where format == .gradescope {
      try Files.print(GradescopeResults.unreadable(because: failure.message[.spoken]).text)
      throw failure
    }
    let report = ReportText(assessment, in: .spoken, detail: detail) { probe in
      let options = probe.settings.flatMap { ["--\($0.option)", $0.value] }
      return Invocation.command("course", ["check", subject.name, "student.csv"] + options)
    }
    switch format {
    case .text: try Files.print(report.text)
    case .json: try Files.print(report.json.text)
    case .gradescope: try Files.print(GradescopeResults.of(report).text)
    }
    if assessment.outcome == .wrong { throw ExitCode(1) }
  }

  /// The student whose id is the name of a file, without its kind.
  private static func id(of path: FilePath) -> String {
    String(path.name.prefix(upTo: path.name.lastIndex(of: ".") ?? path.name.endIndex))
  }

  /// A line for each file; one that cannot be read keeps back no other.
  private func check(
    _ files: [FilePath], on subject: Subject, _ assess: (FilePath) throws -> Assessment
  ) throws {
    guard !files.isEmpty else {
      throw Failure(
        .noInput, en: "\(FilePath(path)) has no files in it.", zh: "\(FilePath(path)) 里没有文件。")
    }
    let verdicts = files.map { file in
      do {
        let assessment = try assess(file)
        return Verdict(
          file: file.name, outcome: assessment.outcome, score: assessment.score,
          diagnosis: assessment.summary(in: .spoken, detail: detail))
      } catch {
        return Verdict(file: file.name, diagnosis: error.explanation[.spoken])
      }
    }
    func document(_ written: (String) -> String = { $0 }) -> Document {
      Document(title: subject.title) {
        Document.Block.table(Verdict.table(of: verdicts, written), name: "verdicts")
      }
    }
    if let csv { try document(\.withoutFormula).writeTables(asCSV: csv, in: .spoken) }
    if csv != "-" { try document().print(in: .spoken, showsAllRows: true, forPrograms: true) }
    if verdicts.contains(where: { $0.outcome ?? .wrong == .wrong }) { throw ExitCode(1) }
  }
}

/// What came out for one file of many.
private struct Verdict {
  var file: String
  /// Nil where the file could not be read.
  var outcome: Assessment.Outcome?
  var score: Double?
  var diagnosis: String

  /// - Parameter written: how names and diagnoses are written down.
  static func table(of verdicts: [Verdict], _ written: (String) -> String) -> Table {
    let unreadable = Words(en: "unreadable", zh: "无法读取")
    return Table([
      Table.Column(Words(en: "file", zh: "文件"), texts: verdicts.map { Words(written($0.file)) }),
      Table.Column(
        Words(en: "verdict", zh: "结果"), texts: verdicts.map { $0.outcome?.words ?? unreadable }),
      Table.Column(Words(en: "score", zh: "得分"), verdicts.map(\.score)),
      Table.Column(
        Words(en: "diagnosis", zh: "诊断"), texts: verdicts.map { Words(written($0.diagnosis)) }),
    ])
  }
}

extension String {
  /// The text for a spreadsheet, which would calculate what begins like a formula: behind an apostrophe then (OWASP, “CSV
  /// injection”).
  fileprivate var withoutFormula: String {
    first.map { "=+-@".contains($0) } ?? false ? "'" + self : self
  }
}
