import Words

extension String {
  /// The line in lines of at most so many columns, of which all but the first begin at a margin.
  func wrapped(to width: Int, hanging margin: Int) -> String {
    guard displayWidth > width else { return self }
    let body = String(dropFirst(margin))
    let lines = body.wrapped(to: width - margin).split(separator: "\n")
    return prefix(margin)
      + lines.joined(separator: "\n" + String(repeating: " ", count: margin))
  }

  /// The text in lines of at most so many columns, broken at spaces and beside wide letters; a longer word keeps a line
  /// of its own. A formula is broken only where it is longer than a line.
  func wrapped(to width: Int) -> String {
    var lines: [String] = [""]
    let pieces = pieces(breakingFormulas: false).flatMap { piece in
      piece.trimmingTrailingSpaces.displayWidth > width
        ? piece.pieces(breakingFormulas: true) : [piece]
    }
    for piece in pieces {
      let isTooLong = (lines[lines.count - 1] + piece).trimmingTrailingSpaces.displayWidth > width
      if isTooLong, !lines[lines.count - 1].isEmpty { lines.append("") }
      lines[lines.count - 1] += piece
    }
    return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n")
  }

  /// The pieces that a line may be broken between: words with the spaces after them, and single wide letters with the
  /// punctuation after them. A name stays with its value, η = 0.1, and so does a number with its %.
  ///
  /// - Parameter breakingFormulas: whether lines may be broken beside other operators, in parentheses and in lists, too.
  private func pieces(breakingFormulas: Bool) -> [String] {
    var pieces: [String] = []
    var brackets = Brackets()
    let characters = Array(self)
    for (place, character) in characters.enumerated() {
      func neighbour(_ offset: Int) -> Character {
        let other = place + offset
        return characters.indices.contains(other) ? characters[other] : " "
      }
      let last = neighbour(-1)
      let isAfterSpace = last == " "
      let besideOperator =
        isAfterSpace
        && (character.isOperator && neighbour(1) == " "
          || neighbour(-2).isOperator && neighbour(-3) == " ")
      let isInFormula = !breakingFormulas && (besideOperator || brackets.belongToFormula)
      let mayBreak =
        isAfterSpace && neighbour(-2) != "=" && !isInFormula
        || (last.isWide || character.isWide) && !"（《“".contains(last)
        || breakingFormulas && last == "," && character != " "
      if pieces.isEmpty || mayBreak && !"=% ，。：；、？！）》”".contains(character) {
        pieces.append("")
      }
      pieces[pieces.count - 1].append(character)
      brackets.read(character, after: last)
    }
    return pieces
  }
}

/// The parentheses that are open at a place of a text.
private struct Brackets {
  /// Whether each open parenthesis belongs to a formula.
  private var open: [Bool] = []

  var belongToFormula: Bool { open.contains(true) }

  /// Reads on. What opens right after a letter or an operator is part of a formula, 1/(1 − β) or L(x, y); after a space
  /// it is a remark.
  mutating func read(_ character: Character, after last: Character) {
    if character == "(" {
      open.append(last != " " && last != "(" && !last.isWide)
    } else if character == ")", !open.isEmpty {
      open.removeLast()
    }
  }
}

extension Character {
  fileprivate var isOperator: Bool { "=−+·*<>/×≈≤≥±".contains(self) }

  fileprivate var isWide: Bool { unicodeScalars.contains { $0.displayWidth == 2 } }
}
