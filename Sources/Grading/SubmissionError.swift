import Words

/// Why a file could not be read as a table of numbers.
public struct SubmissionError: Error, Hashable, Sendable {
  /// The line and the column of the file, from 1, where it is known.
  public var place: Place?
  /// What is wrong, in a clause that ends in a full stop.
  public var reason: Words

  /// A place in a file.
  public struct Place: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// In characters, from 1.
    public var column: Int
  }

  init(_ place: Place? = nil, en english: Words, zh chinese: Words) {
    self.place = place
    reason = Words(en: english, zh: chinese)
  }

  /// The reason after the place: `line 3, column 7: …`.
  public var message: Words {
    guard let place else { return reason }
    return Words(
      en: "line \(place.line), column \(place.column): \(reason)",
      zh: "第 \(place.line) 行第 \(place.column) 列：\(reason)")
  }
}
