import ArgumentParser
import Lecture
import Words

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs a command with the arguments of the process, and leaves the process.
///
/// Exit codes are those of `sysexits.h`: 64 for a wrong command line, 65 for unreadable data, 66 for a missing file, 69
/// where something must be installed first, 73 and 74 where output cannot be created or written. Each goes with one line
/// on the standard error, in the language of the command; what ArgumentParser finds wrong is said in English. A command
/// that throws an `ExitCode` has said all itself.
///
/// - Parameter reading: what ArgumentParser is to read in place of the arguments as they were given.
public func run(
  _ root: any ParsableCommand.Type, reading: ([String]) throws -> [String] = { $0 }
) -> Never {
  Leftovers.removeOnSignals()
  let asked = Language(askedForBy: CommandLine.arguments)
  var language = asked
  do {
    do {
      var command = try root.parseAsRoot(reading(Array(CommandLine.arguments.dropFirst())))
      language = (command as? any BilingualCommand)?.language ?? language
      try command.run()
    } catch  where !(error is Failure) && root.exitCode(for: error) == .success {
      // Help is an error to ArgumentParser, and what was asked for to the reader.
      try printLine(root.fullMessage(for: error))
    }
    exit(0)
  } catch let code as ExitCode {
    exit(code.rawValue)
  } catch let failure as Failure {
    leave(root, failure, in: language)
  } catch {
    let said = OptionError.$language.withValue(asked) { root.message(for: error) }
    // What ArgumentParser says itself is the same in both.
    let isEnglish = said == root.message(for: error)
    var message = said.split(whereSeparator: \.isNewline).joined(separator: " ")
    if message.last?.isPunctuation != true || message.last == "'" { message += "." }
    leave(root, Failure(.usage, Words(message)), in: isEnglish ? .english : asked)
  }
}

extension Language {
  /// The language that a command line asks for by its last `--language`, where it was not parsed.
  fileprivate init(askedForBy arguments: [String]) {
    let words = arguments.flatMap { $0.split(separator: "=", maxSplits: 1) }
    let value = words.lastIndex(of: "--language").flatMap { words.dropFirst($0 + 1).first }
    self = value.flatMap { Language(rawValue: String($0)) } ?? .english
  }
}

private func leave(
  _ root: any ParsableCommand.Type, _ failure: Failure, in language: Language
) -> Never {
  let help = failure.code == .usage ? Words(en: " See --help.", zh: "详见 --help。") : ""
  let line = (failure.message + help)[language].split(whereSeparator: \.isNewline)
  Files.complain("\(root._commandName): \(line.joined(separator: " "))")
  exit(failure.code.rawValue)
}
