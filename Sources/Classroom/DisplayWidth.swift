extension String {
  /// How many columns of a terminal the text takes: two for a wide letter, none for a combining mark.
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text in lines of at most so many columns, broken at spaces and beside wide letters; a longer word keeps a line
  /// of its own.
  func wrapped(to width: Int) -> String {
    var lines: [String] = [""]
    for word in unbreakable {
      let isTooLong = (lines[lines.count - 1] + word).trimmingTrailingSpaces.displayWidth > width
      if isTooLong, !lines[lines.count - 1].isEmpty { lines.append("") }
      lines[lines.count - 1] += word
    }
    return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n")
  }

  /// The pieces that a line may be broken between: words with the spaces after them, and single wide letters with the
  /// punctuation after them. A name stays with its value: η = 0.1.
  private var unbreakable: [String] {
    var pieces: [String] = []
    var (last, beforeLast): (Character, Character) = (" ", " ")
    for character in self {
      let mayBreak =
        last == " " && beforeLast != "="
        || (last.isWide || character.isWide) && !"（《“".contains(last)
      if pieces.isEmpty || mayBreak && !"= ，。：；、？！）》”".contains(character) {
        pieces.append("")
      }
      pieces[pieces.count - 1].append(character)
      (last, beforeLast) = (character, last)
    }
    return pieces
  }

  var trimmingTrailingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }

  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}

extension Character {
  fileprivate var isWide: Bool { unicodeScalars.contains { $0.displayWidth == 2 } }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: Unicode.Scalar.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// The blocks of wide and full-width letters (Unicode Standard Annex 11, East Asian Width).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
