import Words

/// Text for a figure, in which parts are mathematics.
///
///     let title: Label = "Adam with \(math: .equation("β1", .number("0.9")))"
///     title.string    // "Adam with β₁ = 0.9"
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

extension Label: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }

  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.label }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var label = Label("")

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ text: String) { appendInterpolation(text) }

    public mutating func appendInterpolation(_ text: String) {
      appendInterpolation(Label(text))
    }

    public mutating func appendInterpolation(_ number: Int) { appendInterpolation("\(number)") }

    public mutating func appendInterpolation(_ label: Label) { self.label.append(label) }

    public mutating func appendInterpolation(math mathematics: Mathematics) {
      appendInterpolation(Label(math: mathematics))
    }
  }

  /// Texts that meet become one, so that labels that look alike are equal.
  fileprivate mutating func append(_ other: Label) {
    for run in other.runs {
      if case .text(let text) = run, case .text(let last)? = runs.last {
        runs[runs.count - 1] = .text(last + text)
      } else {
        runs.append(run)
      }
    }
  }
}

extension Sequence<Label> {
  /// The labels one after another, with the separator between them.
  public func joined(separator: Label = "") -> Label {
    var (result, isFirst) = (Label(""), true)
    for label in self {
      if !isFirst { result.append(separator) }
      result.append(label)
      isFirst = false
    }
    return result
  }
}
