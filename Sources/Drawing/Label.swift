/// Text for a figure, in which parts are mathematics.
///
/// Mathematics is written in plain Unicode and drawn properly: letters slanted, `β₁` and `g²` with real sub- and
/// superscripts, `m̂` with its hat above the letter.
///
///     let title: Label = "Adam with \(math: "β₁ = 0.9, β₂ = 0.99")"
///     title.string    // "Adam with β₁ = 0.9, β₂ = 0.99"
public struct Label: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var isMathematics: Bool
  }

  public fileprivate(set) var runs: [Run] = []

  public init(_ text: String) {
    append(text, isMathematics: false)
  }

  public init(math text: String) {
    append(text, isMathematics: true)
  }

  /// The label as plain text.
  public var string: String { runs.map(\.text).joined() }

  mutating func append(_ text: String, isMathematics: Bool) {
    if !text.isEmpty { runs.append(Run(text: text, isMathematics: isMathematics)) }
  }
}

extension Label: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }

  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.label }

  public struct StringInterpolation: StringInterpolationProtocol {
    var label = Label("")

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ text: String) {
      label.append(text, isMathematics: false)
    }

    public mutating func appendInterpolation(_ text: String) {
      label.append(text, isMathematics: false)
    }

    public mutating func appendInterpolation(_ number: Int) {
      label.append("\(number)", isMathematics: false)
    }

    public mutating func appendInterpolation(_ label: Label) {
      self.label.runs += label.runs
    }

    public mutating func appendInterpolation(math text: String) {
      label.append(text, isMathematics: true)
    }
  }
}
