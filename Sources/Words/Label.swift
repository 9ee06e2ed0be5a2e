/// A text in one language, parts of which may be mathematics: one side of `Words`, ready to be set.
public struct Label: Hashable, Sendable {
  /// A part of a label.
  public enum Run: Hashable, Sendable {
    case text(String)
    case mathematics(Mathematics)
  }

  public fileprivate(set) var runs: [Run] = []

  public init(_ text: String) {
    if !text.isEmpty { runs = [.text(text)] }
  }

  public init(math mathematics: Mathematics) {
    runs = [.mathematics(mathematics)]
  }

  /// The label as plain text.
  public var string: String {
    runs.map { run in
      switch run {
      case .text(let text): text
      case .mathematics(let mathematics): mathematics.text
      }
    }.joined()
  }
}

extension Label: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }

  /// Texts that meet become one, so that labels that look alike are equal.
  mutating func append(_ other: Label) {
    for run in other.runs {
      if case .text(let text) = run, case .text(let last)? = runs.last {
        runs[runs.count - 1] = .text(last + text)
      } else {
        runs.append(run)
      }
    }
  }
}
