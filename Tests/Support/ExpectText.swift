import Foundation
import Testing

/// Expects a text to equal the file of the given name in the folder `Texts` beside the test's file.
///
/// Where it does not, the issue shows the first line that differs. `STEPWISE_RECORD=1` writes the file anew, as it does
/// for pictures.
public func expectText(
  _ actual: String, matches name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(filePath: testFile).deletingLastPathComponent()
    .appending(path: "Texts/\(name).txt")
  do {
    if ProcessInfo.processInfo.environment["STEPWISE_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record(
        "Recorded \(file.path). Run again without STEPWISE_RECORD to compare.",
        sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard actual != expected else { return }
    let lines = [actual, expected].map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let number = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let (ours, theirs) = (lines[0].dropFirst(number).first, lines[1].dropFirst(number).first)
    Issue.record(
      """
      Line \(number + 1) differs from \(name).txt.
      is:     \(ours ?? "(the text has ended)")
      should: \(theirs ?? "(the file has ended)")
      """, sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, "\(name).txt", sourceLocation: sourceLocation)
  }
}
