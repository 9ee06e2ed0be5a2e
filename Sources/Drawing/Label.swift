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

extension Label {
  /// The label in two, at a place where a line may end.
  public struct Break: Hashable, Sendable {
    public var first: Label
    public var second: Label
    /// How little is torn apart: -1 within a word, 0 between words, 1 after a comma or colon, 2 after a semicolon or
    /// before a wide space.
    public var rank: Int
  }

  /// All places where a line may end: at spaces, after Chinese punctuation, which has no space, between Chinese letters,
  /// and before a capital within a word, as in OneCycle.
  public var breaks: [Break] {
    let letters = runs.flatMap { run in
      run.text.map { (letter: $0, isMathematics: run.isMathematics) }
    }
    var breaks: [Break] = []
    var start = 0
    for (i, (letter, _)) in letters.enumerated().dropLast() {
      let isWide = "，；：、。".contains(letter)
      let isWithinWord = !letters[i].isMathematics && Self.mayPart(letter, letters[i + 1].letter)
      // Only the last of several spaces.
      guard isWide || isWithinWord || letter == " " && letters[i + 1].letter != " " else {
        continue
      }
      var end = i
      if isWide || isWithinWord { end += 1 }
      while end > start, letters[end - 1].letter == " " { end -= 1 }
      guard end > start else {
        start = i + 1
        continue
      }
      breaks.append(
        Break(
          first: Label(letters[start..<end]), second: Label(letters[(i + 1)...]),
          rank: isWithinWord ? -1 : end < i ? 2 : rank(after: letters[end - 1].letter)))
    }
    return breaks
  }

  /// Whether a word may be parted between two letters.
  private static func mayPart(_ letter: Character, _ next: Character) -> Bool {
    func isChinese(_ letter: Character) -> Bool { ("\u{4E00}"..."\u{9FFF}").contains(letter) }
    return letter.isLowercase && next.isUppercase || isChinese(letter) && isChinese(next)
  }

  private func rank(after letter: Character) -> Int {
    ";；。".contains(letter) ? 2 : ",:，：、".contains(letter) ? 1 : 0
  }

  private init(_ letters: ArraySlice<(letter: Character, isMathematics: Bool)>) {
    for (letter, isMathematics) in letters {
      if runs.last?.isMathematics == isMathematics {
        runs[runs.count - 1].text.append(letter)
      } else {
        append(String(letter), isMathematics: isMathematics)
      }
    }
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
