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

/// Runs a command, and leaves the process.
///
/// Exit codes are those of `sysexits.h`: 64 for a wrong command line, 65 for unreadable data, 66 for a missing file, 69
/// where something must be installed first, 73 and 74 where output cannot be created or written. Each goes with one line
/// on the standard error. That line, help and all else is in the language that the command line asks for, or else the
/// system. A command that throws an `ExitCode` has said all itself.
///
/// - Parameters:
///   - arguments: the command line; that of the process if nil.
///   - reading: what ArgumentParser is to read in place of the arguments as they were given.
public func run(
  _ root: any ParsableCommand.Type, with arguments: [String]? = nil,
  reading: ([String]) throws -> [String] = { $0 }
) -> Never {
  let arguments = arguments ?? Array(CommandLine.arguments.dropFirst())
  return Language.$spoken.withValue(Language(askedForBy: arguments) ?? Environment.language) {
    runSpeaking(root, arguments.respelled(aliases), reading)
  }
}

private func runSpeaking(
  _ root: any ParsableCommand.Type, _ arguments: [String], _ reading: ([String]) throws -> [String]
) -> Never {
  Leftovers.removeOnSignals()
  do {
    do {
      var command = try root.parseAsRoot(reading(arguments))
      try command.run()
    } catch  where !(error is Failure) && root.exitCode(for: error) == .success {
      // Help is an error to ArgumentParser, and what was asked for to the reader.
      try printLine(HelpText(root.fullMessage(for: error, columns: HelpText.columns)).text)
    }
    exit(0)
  } catch let code as ExitCode {
    exit(code.rawValue)
  } catch let failure as Failure {
    leave(root, failure)
  } catch {
    let options = HelpText.options(of: root, arguments)
    leave(root, Failure(.usage, ParserMessage(root.message(for: error), options: options).words))
  }
}

/// Other names of options that many commands have.
private let aliases = ["--lr": "--learning-rate", "-n": "--steps", "--out": "--output"]

extension [String] {
  /// The command line with other spellings of options as they are in help.
  public func respelled(_ spellings: [String: String]) -> [String] {
    map { word in
      let name = word.prefix { $0 != "=" }
      return spellings[String(name)].map { $0 + word.dropFirst(name.count) } ?? word
    }
  }
}

extension Language {
  /// The language that a command line asks for by its last `--language`; nil where it asks for none.
  fileprivate init?(askedForBy arguments: [String]) {
    let words = arguments.flatMap { $0.split(separator: "=", maxSplits: 1) }
    let value = words.lastIndex(of: "--language").flatMap { words.dropFirst($0 + 1).first }
    guard let value else { return nil }
    self.init(tag: String(value))
  }
}

private func leave(_ root: any ParsableCommand.Type, _ failure: Failure) -> Never {
  let help = failure.code == .usage ? Words(en: " See --help.", zh: "详见 --help。") : ""
  let lines = failure.message[.spoken].split(whereSeparator: \.isNewline)
  // Lines that are indented show what is meant, below the line that says it.
  let said = lines.filter { !$0.hasPrefix("  ") }.joined(separator: " ")
  let shown = lines.filter { $0.hasPrefix("  ") }.map { "\n\($0)" }.joined()
  Files.complain("\(root._commandName): \(said)\(help[.spoken])\(shown)")
  exit(failure.code.rawValue)
}
