import ArgumentParser
import Classroom
import Descent
import Formulas
import Grading
import Lecture
import Words

/// What an exercise gives, as options; the course's example where nothing is said.
///
/// Which options there are, a subject's declaration says. ArgumentParser finds options only as properties of a type, so
/// they are gathered before it reads the command line, and come to it as values of one option that help does not show.
struct ExerciseOptions: ParsableArguments {
  @Option(
    name: .customLong(Self.gathering), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(visibility: .hidden))
  var settings: [String] = []

  private static let gathering = "exercise-option"

  /// The option and the value of a word such as `beta=0.9`; the value is nil where there is no equals sign.
  private static func parts(of word: String) -> (option: String, value: String?) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
  }

  /// The command line with the options of exercises gathered.
  static func gathered(_ arguments: [String], of subject: Subject?) throws -> [String] {
    var gathered: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      let (name, value) = parts(of: word)
      guard name.hasPrefix("--"), let option = option(String(name.dropFirst(2)), of: subject) else {
        gathered.append(word)
        continue
      }
      guard let value = value ?? rest.popFirst() else {
        throw Failure(.usage, en: "--\(option) needs a value.", zh: "--\(option) 需要一个值。")
      }
      gathered += ["--\(gathering)", "\(option)=\(value)"]
    }
    return gathered
  }

  /// The option of exercises that a word means: its own, or PyTorch's name for it; nil where it is none.
  private static func option(_ word: String, of subject: Subject?) -> String? {
    let name = word.lowercased().map { $0 == "_" ? "-" : String($0) }.joined()
    if name == "steps" { return name }
    if ["loss", "objective", "terrain"].contains(name) { return "loss" }
    let own = subject?.parameters ?? []
    let parameter =
      own.first { $0.option == name } ?? own.first { $0.torchOption == name }
      ?? Subject.all.lazy.flatMap(\.parameters).first { $0.option == name }
    return parameter?.option
  }

  /// The names of the options that are given.
  var given: [String] { settings.map { Self.parts(of: $0).option } }

  private var values: [String: String] {
    Dictionary(settings.map(Self.parts)) { $1 }.compactMapValues(\.self)
  }

  /// A student's own exercise, on the loss that is given.
  ///
  /// - Throws: `Failure` where the subject minimises nothing, or the formula cannot be read.
  func exercise(on subject: Subject, for student: String) throws -> Exercise {
    try Self.exercise(on: subject, for: student, minimising: values["loss"])
  }

  /// A student's own exercise, on another loss where there is one.
  static func exercise(
    on subject: Subject, for student: String, minimising loss: String?
  ) throws -> Exercise {
    try explained {
      var exercise = Exercise(subject, for: student)
      if let loss { try exercise.minimise(Objective(loss), from: nil) }
      try exercise.check()
      return exercise
    }
  }

  /// Tells a person by the names of options what is wrong.
  private static func explained(_ body: () throws -> Exercise) throws -> Exercise {
    do {
      return try body()
    } catch let error as ExerciseError {
      throw Failure(.usage, error.message { "--\($0)" })
    } catch let error as FormulaError {
      throw Failure(.usage, "--loss: \(error.explanation)")
    }
  }

  /// The exercise that the options describe.
  ///
  /// - Throws: `Failure` for what the subject does not have, or for an unreadable file of gradients.
  func exercise(on subject: Subject) throws -> Exercise {
    try Self.explained {
      var exercise = Exercise(subject)
      for option in given where !["steps", "loss", "gradients"].contains(option) {
        try exercise.set(option, to: numbers(option, values[option] ?? ""))
      }
      let steps = try values["steps"].map(count)
      let start = try values["start"].map { try numbers("start", $0) }
      // After the numbers, which may make another count of rows: check() then tells.
      if let steps { exercise.steps = steps }
      if let loss = values["loss"] { try exercise.minimise(Objective(loss), from: start) }
      if let gradients = values["gradients"] {
        if values["loss"] != nil {
          throw Failure(
            .usage, en: "Give either --loss or --gradients.", zh: "--loss 和 --gradients 只能给一个。")
        }
        let list = try GradientList.read(gradients, coordinates: start?.count ?? 1)
        try exercise.follow(list, from: start, steps: steps)
      }
      try exercise.check()
      return exercise
    }
  }

  private func numbers(_ option: String, _ value: String) throws -> [Double] {
    guard let list = NumberList(argument: value) else {
      throw Failure(
        .usage,
        en: "--\(option) must be a number, or several with commas between, not “\(value)”.",
        zh: "--\(option) 必须是数，多个数用逗号分隔，不能是“\(value)”。")
    }
    return list.numbers
  }

  private func count(_ value: String) throws -> Int {
    guard let count = Int(value) else {
      throw Failure(
        .usage, en: "--steps must be a whole number, not “\(value)”.",
        zh: "--steps 必须是整数，不能是“\(value)”。")
    }
    return count
  }
}
