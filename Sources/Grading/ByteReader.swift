/// Reads bytes from left to right and knows the line and the column.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// Where the next byte is, counted in characters as editors do.
  private(set) var place = SubmissionError.Place(line: 1, column: 1)

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The byte at the place; nil at the end.
  var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  /// What is not read yet.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  mutating func advance() {
    let byte = bytes[position]
    position += 1
    if byte == .lineFeed || byte == .carriageReturn {
      let isSecondOfTwo =
        byte == .lineFeed && position >= bytes.startIndex + 2
        && bytes[position - 2] == .carriageReturn
      if !isSecondOfTwo { place.line += 1 }
      place.column = 1
    } else if byte & 0xC0 != 0x80 {
      // All other bytes of a character begin with the bits 10.
      place.column += 1
    }
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    advance()
    return true
  }

  /// Skips a byte order mark.
  ///
  /// - Throws: `SubmissionError` for those of UTF-16.
  mutating func skipMark() throws {
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
      position += 3
    } else if rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) {
      throw SubmissionError(
        place, en: "this is UTF-16; save it as UTF-8.", zh: "文件是 UTF-16，请存为 UTF-8。")
    }
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
}

extension String {
  /// The text of a cell or a name, with spaces for tabs and line ends and none around it.
  ///
  /// - Throws: `SubmissionError` where it is not UTF-8, or has control characters, which a terminal would obey.
  init(cell bytes: [UInt8], at place: SubmissionError.Place) throws {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start].isSpace { start += 1 }
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    var isPlain = true
    for i in start..<end where bytes[i] < 0x20 || bytes[i] > 0x7E { isPlain = false }
    self.init(decoding: bytes[start..<end], as: UTF8.self)
    guard !isPlain else { return }
    // Decoding mends what is no UTF-8, which makes other bytes of it.
    guard utf8.elementsEqual(bytes[start..<end]) else {
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

extension UInt8 {
  /// Whether it is a space, a tab or a line end.
  var isSpace: Bool {
    self == .space || self == .tab || self == .lineFeed || self == .carriageReturn
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { self == "\t" || self == "\n" || self == "\r" }

  /// Whether a terminal does something for it instead of showing it, such as writing from right to left.
  fileprivate var isObeyed: Bool {
    properties.generalCategory == .control || properties.isBidiControl
  }
}
