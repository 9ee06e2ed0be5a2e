import Classroom
import Grading
import Words

extension Subject {
  /// The subject of that name.
  ///
  /// - Throws: `Failure` that names all there are.
  static func required(_ name: String) throws -> Subject {
    guard let subject = named(name) else {
      let names = all.map(\.name).listed
      throw Failure(
        .usage, en: "There is no exercise on \(name); there are \(names).",
        zh: "没有关于 \(name) 的题目，只有 \(names)。")
    }
    return subject
  }
}

/// Reads what a student handed in, and makes something of it.
///
/// - Throws: `Failure` with code 66 where there is no such file, 65 where it is no table of numbers.
func reading<Output>(_ path: FilePath, _ use: (Submission) throws -> Output) throws -> Output {
  let bytes = try Files.read(path, atMost: Submission.mostBytes)
  do {
    return try use(Submission(bytes: bytes))
  } catch let error as SubmissionError {
    throw Failure(.data, "\(path): \(error.message)")
  }
}
