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
public func present<Content: Lesson>(_ lesson: Content.Type) -> Never {
  run(LessonCommand<Content>.self)
}

/// Runs a command with the arguments of the process, and leaves the process.
///
/// Exit codes are those of `sysexits.h`: 64 for a wrong command line, 65 for unreadable data, 66 for a missing file, 69
/// where something must be installed first, 73 and 74 where output cannot be created or written. Each goes with one line
/// on the standard error. A command that throws an `ExitCode` has said all itself.
public func run(_ root: any ParsableCommand.Type) -> Never {
  do {
    do {
      var command = try root.parseAsRoot()
      try command.run()
    } catch  where !(error is Failure) && root.exitCode(for: error) == .success {
      // Help is an error to ArgumentParser, and what was asked for to the reader.
      try printLine(root.fullMessage(for: error))
    }
    exit(0)
  } catch let code as ExitCode {
    exit(code.rawValue)
  } catch let failure as Failure {
    leave(root, failure)
  } catch {
    var message = root.message(for: error).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    if message.last?.isPunctuation != true || message.last == "'" { message += "." }
    leave(root, Failure(code: .usage, message: "\(message) See --help."))
  }
}

/// Prints a line on the standard output.
///
/// - Throws: an error that `run(_:)` reports in a line, where the output is full or closed.
public func printLine(_ line: String) throws { try Files.print("\(line)\n") }

private func leave(_ root: any ParsableCommand.Type, _ failure: Failure) -> Never {
  Files.complain("\(root._commandName): \(failure.message)")
  exit(failure.code.rawValue)
}
