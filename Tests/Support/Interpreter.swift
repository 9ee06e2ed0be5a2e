import Foundation

/// A program of the machine that runs a script from its standard input, such as node; tests that need one are skipped where it is
/// not there.
public struct Interpreter: Sendable {
  private let path: String

  public static let node = Interpreter("node")
  public static let python = Interpreter("python3")

  private init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  /// What the script prints, line by line.
  ///
  /// - Throws: an error where the program does not end well.
  public func lines(of script: String) throws -> [Substring] {
    let file = FileManager.default.temporaryDirectory.appending(path: "stepwise-\(UUID())")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = [file.path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
    return text.split(separator: "\n")
  }

  struct Failed: Error { var status: Int32 }
}
