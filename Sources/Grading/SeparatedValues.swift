/// A text of values separated by commas, semicolons or tabs (RFC 4180): cells with their places.
///
/// Lines may end in LF, CRLF or CR, cells may be quoted, a byte order mark at the start is skipped, lines without
/// content and those that begin with # are too.
struct SeparatedValues {
  struct Cell {
    var text: String
    var place: SubmissionError.Place
  }

  /// The cells of each line, the heading first.
  private(set) var lines: [[Cell]] = []

  /// - Throws: `SubmissionError` where the text is none, or has cells that no table of numbers has.
  init(_ bytes: ArraySlice<UInt8>) throws {
    var reader = ByteReader(bytes)
    try reader.skipMark()
    let declared = Self.declaredSeparator(&reader)
    var comment: ByteReader?
    let firstLine = Self.rest(of: reader, behindComments: &comment)
    let separator = declared ?? Self.likelySeparator(of: firstLine.rest)
    while reader.next != nil {
      if reader.isAtComment {
        reader.skipLine()
        continue
      }
      guard lines.count <= Submission.mostRows else {
        throw SubmissionError.tooManyRows(reader.place)
      }
      let line = try Self.line(&reader, separator)
      if line.contains(where: { !$0.text.isEmpty }) { lines.append(line) }
    }
    if var comment, let first = lines.first,
      first.contains(where: { PrintedNumber($0.text) != nil })
    {
      // NumPy's savetxt makes a comment of the heading.
      comment.skipCommentMark()
      if let heading = try? Self.line(&comment, separator), heading.count == first.count {
        lines.insert(heading, at: 0)
      }
    }
  }

  /// The separator that a first line such as `sep=;` tells, which Excel reads and is no part of the table.
  private static func declaredSeparator(_ reader: inout ByteReader) -> UInt8? {
    let line = reader.rest.prefix(8).prefix { $0 != .lineFeed && $0 != .carriageReturn }
    let characters = line.filter { $0 != .quote }
    guard characters.count == 5, let separator = characters.last, separators.contains(separator),
      String(decoding: characters.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return nil }
    reader.skipLine()
    return separator
  }

  /// What follows the comments at the beginning, the last of which may be the heading.
  private static func rest(
    of reader: ByteReader, behindComments comment: inout ByteReader?
  ) -> ByteReader {
    var reader = reader
    while let byte = reader.next {
      if byte == UInt8(ascii: "#") {
        comment = reader
        reader.skipLine()
      } else if byte.isSpace && byte != .tab {
        reader.advance()
      } else {
        break
      }
    }
    return reader
  }

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]

  /// The separator that the first line has most of.
  private static func likelySeparator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts = [0, 0, 0]
    for byte in bytes.prefix(Submission.mostColumns * (Submission.longestText + 1)) {
      if byte == .lineFeed || byte == .carriageReturn { break }
      if let index = separators.firstIndex(of: byte) { counts[index] += 1 }
    }
    return zip(separators, counts).max { $0.1 < $1.1 }?.0 ?? separators[0]
  }

  /// Reads the cells of a line and its end.
  private static func line(_ reader: inout ByteReader, _ separator: UInt8) throws -> [Cell] {
    var line: [Cell] = []
    repeat {
      guard line.count < Submission.mostColumns else {
        throw SubmissionError.tooManyColumns(reader.place)
      }
      line.append(try cell(&reader, until: separator))
    } while reader.skip(separator)
    _ = reader.skip(.carriageReturn)
    _ = reader.skip(.lineFeed)
    return line
  }

  /// Reads up to a separator or the end of the line.
  private static func cell(_ reader: inout ByteReader, until separator: UInt8) throws -> Cell {
    let place = reader.place
    var content: [UInt8] = []
    var isQuoted = false
    while let byte = reader.next {
      if byte == .quote {
        reader.advance()
        if isQuoted && reader.skip(.quote) {
          content.append(byte)
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted && (byte == separator || byte == .lineFeed || byte == .carriageReturn) {
        break
      } else {
        content.append(byte)
        reader.advance()
      }
      guard content.count <= Submission.longestText else {
        throw SubmissionError(
          place, en: "a cell has more than \(Submission.longestText) bytes.",
          zh: "单元格超过 \(Submission.longestText) 个字节。")
      }
    }
    if isQuoted {
      throw SubmissionError(place, en: "a quotation mark is not closed.", zh: "引号没有闭合。")
    }
    return Cell(text: content.isEmpty ? "" : try String(cell: content, at: place), place: place)
  }
}

extension ByteReader {
  /// Whether a line begins here that is a comment.
  fileprivate var isAtComment: Bool {
    rest.first { $0 != .space } == UInt8(ascii: "#")
  }

  fileprivate mutating func skipCommentMark() {
    while skip(UInt8(ascii: "#")) {}
  }

  /// Goes to the beginning of the next line.
  fileprivate mutating func skipLine() {
    while let byte = next, byte != .lineFeed, byte != .carriageReturn { advance() }
    _ = skip(.carriageReturn)
    _ = skip(.lineFeed)
  }
}
