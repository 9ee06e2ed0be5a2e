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
    try command.parse().run()
    exit(0)
  } catch let failure as Failure {
    leave(command, failure)
  } catch  where command.exitCode(for: error) == .success {
    leave(command, printing: command.fullMessage(for: error))
  } catch {
    let message = command.message(for: error).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    leave(command, Failure(code: .usage, message: "\(message) See --help."))
  }
}

private func leave(_ command: (some ParsableCommand).Type, _ failure: Failure) -> Never {
  Files.complain("\(command._commandName): \(failure.message)")
  exit(failure.code.rawValue)
}

/// Prints the help that was asked for.
private func leave(_ command: (some ParsableCommand).Type, printing text: String) -> Never {
  do {
    try Files.print("\(text)\n")
    exit(0)
  } catch {
    leave(command, Failure(code: .inputOutput, message: "Cannot write the help."))
  }
}
