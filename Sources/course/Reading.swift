import Classroom
import Grading

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
