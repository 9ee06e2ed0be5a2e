/// Reads bytes from left to right and knows the line and the column.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Where the next byte is, counted in characters as editors do.
  private(set) var place = SubmissionError.Place(line: 1, column: 1)

  /// Begins behind a byte order mark, if there is one.
  ///
  /// - Throws: `SubmissionError` for those of UTF-16.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw SubmissionError(
        place, en: "this is UTF-16; save it as UTF-8.", zh: "文件是 UTF-16，请存为 UTF-8。")
    }
  }

  /// The byte at the place, as the scalar of that number; nil at the end.
  var next: Unicode.Scalar? { position < bytes.count ? Unicode.Scalar(bytes[position]) : nil }

  /// What is not read yet.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// Reads a byte.
  ///
  /// - Precondition: there is one.
  @discardableResult mutating func advance() -> UInt8 {
    let byte = bytes[position]
    switch Unicode.Scalar(byte) {
    case "\n" where position > 0 && Unicode.Scalar(bytes[position - 1]) == "\r": break
    case "\n", "\r": place = SubmissionError.Place(line: place.line + 1, column: 1)
    // All bytes of a character but the first begin with the bits 10.
    case "\u{80}"..."\u{BF}": break
    default: place.column += 1
    }
    position += 1
    return byte
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  mutating func skipSpaces() {
    while let next, next.isSpace { advance() }
  }
}

extension String {
  /// The text of a cell or a name, with spaces for tabs and line ends and none around it.
  ///
  /// - Throws: `SubmissionError` where it is not UTF-8, or has control characters, which a terminal would obey.
  init(cell bytes: [UInt8], at place: SubmissionError.Place) throws {
    let isInk = { (byte: UInt8) in !Unicode.Scalar(byte).isSpace }
    let start = bytes.firstIndex(where: isInk) ?? bytes.endIndex
    let bytes = bytes[start..<(bytes.lastIndex(where: isInk).map { $0 + 1 } ?? start)]
    self.init(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { return }
    // Decoding mends what is no UTF-8, which makes other bytes of it.
    guard utf8.elementsEqual(bytes) else {
      throw SubmissionError(place, en: "this is not UTF-8 text.", zh: "不是 UTF-8 文本。")
    }
    self = String(String.UnicodeScalarView(unicodeScalars.map { $0.isSpace ? " " : $0 }))
    if let control = unicodeScalars.first(where: \.isObeyed) {
      throw SubmissionError(
        place,
        en: "there is a control character (\(control.value)). Give a CSV or JSON file.",
        zh: "含有控制字符（\(control.value)）。请提供 CSV 或 JSON 文件。")
    }
  }
}

extension Unicode.Scalar {
  /// Whether it ends a line.
  var isLineEnd: Bool { self == "\n" || self == "\r" }

  /// Whether it is a space, a tab or a line end.
  var isSpace: Bool { self == " " || self == "\t" || isLineEnd }

  /// Whether a terminal does something for it instead of showing it, such as writing from right to left.
  fileprivate var isObeyed: Bool {
    properties.generalCategory == .control || properties.isBidiControl
  }
}
