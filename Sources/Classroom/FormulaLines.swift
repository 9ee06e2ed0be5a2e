import Words

extension String {
  /// The formula in lines of at most so many columns, each but the first beginning with an operator: one that stands outside
  /// of parentheses where that can be, and that binds as little as can be.
  func brokenAtOperators(to width: Int) -> [String] {
    var lines: [String] = []
    var rest = self[...]
    while String(rest).displayWidth > width {
      let place = Self.breakingPlace(in: rest, width)
      lines.append(String(rest[..<place]).trimmingTrailingSpaces)
      rest = rest[place...].drop { $0 == " " }
    }
    return lines + [String(rest)]
  }

  /// The best place for the next line to begin at.
  private static func breakingPlace(in text: Substring, _ width: Int) -> Index {
    var best = (cost: Int.max, place: text.startIndex)
    var (depth, columns) = (0, 0)
    var last: Character = " "
    for place in text.indices {
      let letter = text[place]
      if place > text.startIndex, columns * 3 >= width, let cost = cost(of: letter, after: last) {
        // Of places that are as good, the last.
        if 10 * depth + cost <= best.cost { best = (10 * depth + cost, place) }
      }
      columns += String(letter).displayWidth
      guard columns <= width else {
        return best.cost < .max
          ? best.place : place > text.startIndex ? place : text.index(after: place)
      }
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      last = letter
    }
    return text.endIndex
  }

  /// How much a line should not begin with a letter; nil where it must not.
  private static func cost(of letter: Character, after last: Character) -> Int? {
    switch letter {
    case "=", "≈", "<", ">", "≤", "≥": last == " " ? 0 : nil
    case "+", "−", "±": last == " " ? 1 : nil
    case "·", "×": 2
    case "/": 3
    default: last == " " ? 4 : nil
    }
  }
}
