import Drawing

/// A typeface that takes each letter from the first of several typefaces that has it.
///
/// The height of lines is the first typeface's. The others are opened only when a letter is in none before them.
public final class FallbackTypeface: Typeface {
  public let ascent: Double
  public let descent: Double

  private var opened: [any Typeface]
  private var unopened: ArraySlice<() -> (any Typeface)?>
  /// The place in `opened` of each letter that was found.
  private var sources: [Unicode.Scalar: Int] = [:]

  /// - Parameter others: Open the typefaces that follow the first; nil if that is not possible.
  public init(_ first: any Typeface, then others: [() -> (any Typeface)?]) {
    ascent = first.ascent
    descent = first.descent
    opened = [first]
    unopened = others[...]
  }

  public func glyph(for scalar: Unicode.Scalar) throws -> Glyph {
    if let source = sources[scalar] { return try opened[source].glyph(for: scalar) }
    var source = 0
    while source < opened.count || openNext() {
      do {
        let glyph = try opened[source].glyph(for: scalar)
        sources[scalar] = source
        return glyph
      } catch is MissingGlyph {
        source += 1
      }
    }
    throw MissingGlyph(scalar)
  }

  /// Letters of different typefaces are not kerned.
  public func kerning(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Double {
    guard (try? glyph(for: first)) != nil, (try? glyph(for: second)) != nil,
      let source = sources[first], source == sources[second]
    else { return 0 }
    return opened[source].kerning(between: first, and: second)
  }

  /// Opens the next typeface that can be; false if there is none.
  private func openNext() -> Bool {
    while let open = unopened.popFirst() {
      guard let typeface = open() else { continue }
      opened.append(typeface)
      return true
    }
    return false
  }
}
