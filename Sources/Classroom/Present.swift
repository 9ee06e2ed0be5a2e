import ArgumentParser
import Lecture

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs a lesson as a command: reads its parameters from the command line, prints what it says, draws its figures.
///
/// Exit codes are those of `sysexits.h`: 64 for a wrong command line, 69 where something must be installed first, 73
/// and 74 where output cannot be created or written. Each goes with one line on the standard error.
public func present<Content: Lesson>(_ lesson: Content.Type) -> Never {
  let command = LessonCommand<Content>.self
  do {
    do {
      try command.parse().run()
    } catch  where !(error is Failure) && command.exitCode(for: error) == .success {
      // Help is an error to ArgumentParser, and what was asked for to the reader.
      try Files.print(command.fullMessage(for: error) + "\n")
    }
    exit(0)
  } catch let failure as Failure {
    leave(command, failure)
  } catch {
    var message = command.message(for: error).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    if message.last?.isPunctuation != true || message.last == "'" { message += "." }
    leave(command, Failure(code: .usage, message: "\(message) See --help."))
  }
}

private func leave(_ command: (some ParsableCommand).Type, _ failure: Failure) -> Never {
  Files.complain("\(command._commandName): \(failure.message)")
  exit(failure.code.rawValue)
}
