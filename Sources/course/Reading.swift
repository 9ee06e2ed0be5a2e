import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

extension Subject {
  /// The subject of that name.
  ///
  /// - Throws: `ValidationError` that names all there are.
  static func required(_ name: String) throws -> Subject {
    guard let subject = named(name) else {
      throw ValidationError(
        "There is no exercise on \(name); there are \(all.map(\.name).joined(separator: ", ")).")
    }
    return subject
  }
}

/// Reads what a student handed in.
///
/// - Throws: `Failure` with code 66 where there is no such file, 65 where it is no table of numbers.
func readSubmission(_ path: FilePath, in language: Language) throws -> Submission {
  let bytes = try Files.read(path, atMost: Submission.mostBytes, in: language)
  do {
    return try Submission(bytes: bytes)
  } catch let error as SubmissionError {
    throw Failure(code: .data, message: "\(path): \(error.message(in: language))")
  }
}
