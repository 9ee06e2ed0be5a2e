/// A text of values separated by commas, semicolons or tabs (RFC 4180): cells with their places.
///
/// Lines may end in LF, CRLF or CR, cells may be quoted, a byte order mark at the start is skipped, empty lines are too.
struct SeparatedValues {
  struct Cell {
    var text: String
    var place: SubmissionError.Place
  }

  /// The cells of each line, the heading first.
  private(set) var lines: [[Cell]] = []

  /// More columns than any lesson's table has, by far.
  private static let mostColumns = 1000
  /// A number has at most 24 characters as programs print it, and headings are names.
  private static let longestCell = 200

  /// - Throws: `SubmissionError` where the text is none, or has cells that no table of numbers has.
  init(_ bytes: ArraySlice<UInt8>) throws {
    var scanner = Scanner(bytes)
    try scanner.skipMark()
    let separator = scanner.likelySeparator()
    while !scanner.isAtEnd {
      var line: [Cell] = []
      repeat {
        guard line.count < Self.mostColumns else {
          throw SubmissionError(
            scanner.place, en: "there are more than \(Self.mostColumns) columns.",
            zh: "超过 \(Self.mostColumns) 列。")
        }
        let place = scanner.place
        let text = try scanner.cell(until: separator, longest: Self.longestCell)
        line.append(Cell(text: text, place: place))
      } while scanner.skip(separator)
      scanner.skipLineEnd()
      if line.count > 1 || line[0].text != "" { lines.append(line) }
    }
  }
}

/// Reads bytes from left to right and counts lines.
private struct Scanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var line = 1
  private var lineStart: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    lineStart = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }
  var place: SubmissionError.Place { .init(line: line, column: position - lineStart + 1) }

  mutating func skipMark() throws {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position += 3
      lineStart += 3
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw SubmissionError(
        place, en: "this is UTF-16; save it as UTF-8.", zh: "文件是 UTF-16，请存为 UTF-8。")
    }
  }

  /// The separator that the first line has most of.
  func likelySeparator() -> UInt8 {
    let heading = bytes[position...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in heading.count { $0 == candidate } }
    return zip(candidates, counts).max { $0.1 < $1.1 }?.0 ?? candidates[0]
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard !isAtEnd, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func skipLineEnd() {
    let hadReturn = skip(.carriageReturn)
    let hadFeed = skip(.lineFeed)
    if hadReturn || hadFeed { startLine() }
  }

  private mutating func startLine() {
    line += 1
    lineStart = position
  }

  /// The text up to a separator or the end of the line, without the spaces around it.
  mutating func cell(until separator: UInt8, longest: Int) throws -> String {
    let start = place
    var content: [UInt8] = []
    var isQuoted = false
    while !isAtEnd {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        if isQuoted, skip(UInt8(ascii: "\"")) {
          content.append(byte)
        } else {
          isQuoted.toggle()
        }
        continue
      }
      if !isQuoted && (byte == separator || byte == .lineFeed || byte == .carriageReturn) { break }
      guard byte >= 0x20 || byte == UInt8(ascii: "\t") || isQuoted && byte != 0 else {
        throw SubmissionError(
          place, en: "there is a byte \(byte), which no text has. Give a CSV or JSON file.",
          zh: "含有字节 \(byte)，不是文本。请提供 CSV 或 JSON 文件。")
      }
      content.append(byte)
      position += 1
      if byte == .lineFeed { startLine() }
      guard content.count <= longest else {
        throw SubmissionError(
          start, en: "a cell has more than \(longest) characters.", zh: "单元格超过 \(longest) 个字符。")
      }
    }
    if isQuoted {
      throw SubmissionError(
        start, en: "a quotation mark is not closed.", zh: "引号没有闭合。")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw SubmissionError(
        start, en: "this is not UTF-8 text.", zh: "不是 UTF-8 文本。")
    }
    return text.trimmingSpaces
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(String(start.reversed()).drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
