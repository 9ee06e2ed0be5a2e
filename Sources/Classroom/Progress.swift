import Dispatch
import Words

/// Tells how far work on many files has come: a bar where a person watches, plain lines where a program reads.
///
/// It may be told from several threads.
public final class Progress: @unchecked Sendable {
  private let total: Int
  private let language: Language
  private let isWatched = Files.printsToTerminal
  /// Guards what follows.
  private let queue = DispatchQueue(label: "progress")
  private var finished = 0
  private var failures: [any Error] = []
  /// Why the progress could not be printed.
  private var silence: (any Error)?

  public init(total: Int, in language: Language) {
    self.total = total
    self.language = language
  }

  /// Takes note of a file, or of why there is none, which is reported at once in a line on the standard error.
  public func finished(_ name: String, _ outcome: Result<String, any Error>) {
    queue.sync {
      finished += 1
      do {
        switch outcome {
        case .success(let path): if !isWatched { try printLine(path) }
        case .failure(let error):
          failures.append(error)
          if isWatched { try Files.print("\r\u{1B}[K") }
          Files.complain("\(name): \(error.explanation[language])")
        }
        if isWatched { try Files.print("\r\(bar)") }
      } catch { silence = silence ?? error }
    }
  }

  /// Ends the bar.
  ///
  /// - Throws: an error that `run(_:)` reports in a line: how many files failed, with the exit code of the first.
  public func end() throws {
    try queue.sync {
      if let silence { throw silence }
      if isWatched { try Files.print("\n") }
      guard let first = failures.first else { return }
      throw Failure(
        (first as? Failure)?.code ?? .inputOutput,
        en: "\(failures.count) of \(total) could not be made; the reasons are above.",
        zh: "\(total) 个中有 \(failures.count) 个未能完成，原因见上。")
    }
  }

  private static let width = 40

  /// `███████░░░ 7/10`, in a width that fits all terminals.
  private var bar: String {
    let full = total == 0 ? Self.width : Self.width * finished / total
    return String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
      + " \(finished)/\(total)"
  }
}
