import Foundation
import Testing

/// The command as a student runs it: a process with its output, errors and exit code.
struct Command {
  var status: Int32
  var output: String
  var errors: String

  /// Runs a built program of this package.
  ///
  /// - Parameter variables: what the system says, in place of English.
  static func run(
    _ program: String, _ arguments: [String], _ variables: [String: String] = ["LC_ALL": "C.UTF-8"]
  ) throws -> Command {
    try Command(at: folder.appending(path: program), arguments, variables)
  }

  /// Runs a line of shell in which $1 is a built program of this package.
  static func shell(_ line: String, _ program: String, in directory: URL) throws -> Command {
    let path = folder.appending(path: program).path
    return try Command(
      at: URL(filePath: "/bin/sh"), ["-c", line, "sh", path], ["LC_ALL": "C.UTF-8"],
      directory: directory)
  }

  /// Where the test's own program is, the others are too.
  private static let folder =
    Bundle.main.executableURL.map {
      $0.path.contains(".xctest/")
        ? $0.deletingLastPathComponent().deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent()
        : $0.deletingLastPathComponent()
    } ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  private init(
    at program: URL, _ arguments: [String], _ variables: [String: String], directory: URL? = nil
  ) throws {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = program
    process.arguments = arguments
    let languages = ["LANG", "LC_ALL", "LC_MESSAGES"]
    process.environment = ProcessInfo.processInfo.environment
      .filter { !languages.contains($0.key) }.merging(variables) { $1 }
    process.currentDirectoryURL = directory
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}

/// Gives the body a new folder, and removes it afterwards.
func withFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "stepwise-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

/// Expects an error message to be one line that begins with the program's name and says something.
func expectOneLine(
  _ errors: String, saying text: String, from program: String = "lesson-adam",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(errors.hasSuffix("\n"), sourceLocation: sourceLocation)
  let lines = errors.split(separator: "\n", omittingEmptySubsequences: false)
  #expect(lines.count == 2, "\(errors)", sourceLocation: sourceLocation)
  #expect(errors.hasPrefix("\(program): "), sourceLocation: sourceLocation)
  #expect(errors.contains(text), "\(errors)", sourceLocation: sourceLocation)
}
