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
  /// before a capital within a word, as in OneCycle, and at the signs of mathematics that have spaces around.
  public var breaks: [Break] {
    let pieces = runs.flatMap(Piece.pieces)
    var breaks: [Break] = []
    var start = 0
    for (i, piece) in pieces.enumerated().dropLast() {
      let isWide = piece.letter.map("，；：、。".contains) ?? false
      let isWithinWord = Self.mayPart(piece, pieces[i + 1])
      // Only the last of several spaces.
      guard isWide || isWithinWord || piece.isSpace && !pieces[i + 1].isSpace else { continue }
      var end = i
      if isWide || isWithinWord { end += 1 }
      while end > start, pieces[end - 1].isSpace { end -= 1 }
      guard end > start else {
        start = i + 1
        continue
      }
      breaks.append(
        Break(
          first: Label(pieces[start..<end]), second: Label(pieces[(i + 1)...]),
          rank: isWithinWord ? -1 : end < i ? 2 : pieces[end - 1].rank))
    }
    return breaks
  }

  /// Whether a word may be parted between two letters.
  private static func mayPart(_ piece: Piece, _ next: Piece) -> Bool {
    guard let letter = piece.letter, let next = next.letter else { return false }
    func isChinese(_ letter: Character) -> Bool { ("\u{4E00}"..."\u{9FFF}").contains(letter) }
    return letter.isLowercase && next.isUppercase || isChinese(letter) && isChinese(next)
  }

  private init(_ pieces: ArraySlice<Piece>) {
    self.init("")
    var row: [Mathematics] = []
    func finishRow(_ label: inout Label) {
      if !row.isEmpty { label.append(Label(math: row.count == 1 ? row[0] : .row(row))) }
      row = []
    }
    for piece in pieces {
      switch piece {
      case .letter(let letter):
        finishRow(&self)
        append(Label(String(letter)))
      case .mathematics(let part): row.append(part)
      case .space: break
      }
    }
    finishRow(&self)
  }
}

/// What a line may end between.
private enum Piece {
  case letter(Character)
  case mathematics(Mathematics)
  /// The space beside a sign, which belongs to the sign.
  case space

  static func pieces(of run: Label.Run) -> [Piece] {
    switch run {
    case .text(let text): text.map(Piece.letter)
    case .mathematics(let mathematics): pieces(of: mathematics)
    }
  }

  private static func pieces(of mathematics: Mathematics) -> [Piece] {
    switch mathematics {
    case .row(let parts): parts.flatMap(pieces)
    case .sign(.times): [.mathematics(mathematics)]
    case .sign(.comma): [.mathematics(mathematics), .space]
    case .sign: [.space, .mathematics(mathematics), .space]
    default: [.mathematics(mathematics)]
    }
  }

  var letter: Character? { if case .letter(let letter) = self { letter } else { nil } }

  var isSpace: Bool {
    switch self {
    case .letter(let letter): letter == " "
    case .space: true
    case .mathematics: false
    }
  }

  /// How little is torn apart behind it.
  var rank: Int {
    switch self {
    case .letter(let letter):
      ";；。".contains(letter) ? 2 : ",:，：、".contains(letter) ? 1 : 0
    case .mathematics(.sign(.comma)): 1
    case .mathematics, .space: 0
    }
  }
}
