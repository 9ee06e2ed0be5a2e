/// A text of values separated by commas, semicolons or tabs (RFC 4180): cells with their places.
///
/// Lines may end in LF, CRLF or CR, cells may be quoted, lines without content and those that begin with # are skipped.
struct SeparatedValues {
  /// The cells of each line, the heading first.
  private(set) var lines: [[Submission.Cell]] = []

  private static let separators: [Unicode.Scalar] = [",", ";", "\t"]

  /// - Throws: `SubmissionError` where the text is none, or has cells that no table of numbers has.
  init(_ reader: ByteReader) throws {
    var reader = reader
    let declared = Self.declaredSeparator(&reader)
    var (start, comment) = (reader, nil as ByteReader?)
    while let next = start.next, next == "#" || next == " " || next.isLineEnd {
      guard next == "#" else {
        start.advance()
        continue
      }
      comment = start
      start.skipLine()
    }
    let separator = declared ?? Self.likelySeparator(of: start)
    while reader.next != nil {
      if reader.isAtComment {
        reader.skipLine()
        continue
      }
      try Submission.require(rows: lines.count, at: reader.place)
      let line = try Self.line(&reader, separator)
      if line.contains(where: { !$0.text.isEmpty }) { lines.append(line) }
    }
    if var comment, let first = lines.first,
      first.contains(where: { PrintedNumber($0.text) != nil })
    {
      // NumPy's savetxt makes a comment of the heading.
      while comment.skip("#") {}
      if let heading = try? Self.line(&comment, separator), heading.count == first.count {
        lines.insert(heading, at: 0)
      }
    }
  }

  /// The separator that a first line such as `sep=;` tells, which Excel reads and is no part of the table.
  private static func declaredSeparator(_ reader: inout ByteReader) -> Unicode.Scalar? {
    let line = reader.rest.prefix(8).map { Unicode.Scalar($0) }.prefix { !$0.isLineEnd }
    let text = line.filter { $0 != "\"" }.map(String.init).joined().lowercased()
    guard let separator = separators.first(where: { text == "sep=\($0)" }) else { return nil }
    reader.skipLine()
    return separator
  }

  /// The separator that a line has most of.
  private static func likelySeparator(of reader: ByteReader) -> Unicode.Scalar {
    let line = reader.rest.prefix(Submission.mostColumns * (Submission.longestText + 1))
      .lazy.map { Unicode.Scalar($0) }.prefix { !$0.isLineEnd }
    let counts = separators.map { separator in line.count { $0 == separator } }
    return zip(separators, counts).max { $0.1 < $1.1 }?.0 ?? ","
  }

  /// Reads the cells of a line and its end.
  private static func line(
    _ reader: inout ByteReader, _ separator: Unicode.Scalar
  ) throws -> [Submission.Cell] {
    var line: [Submission.Cell] = []
    repeat {
      try Submission.require(columns: line.count + 1, at: reader.place)
      line.append(try cell(&reader, until: separator))
    } while reader.skip(separator)
    reader.skipLineEnd()
    return line
  }

  /// Reads up to a separator or the end of the line.
  private static func cell(
    _ reader: inout ByteReader, until separator: Unicode.Scalar
  ) throws -> Submission.Cell {
    let place = reader.place
    var content: [UInt8] = []
    var isQuoted = false
    while let next = reader.next, isQuoted || next != separator && !next.isLineEnd {
      let byte = reader.advance()
      if next != "\"" || isQuoted && reader.skip("\"") {
        content.append(byte)
      } else {
        isQuoted.toggle()
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
    return Submission.Cell(text: try String(cell: content, at: place), place: place)
  }
}

extension ByteReader {
  /// Whether a line begins here that is a comment.
  fileprivate var isAtComment: Bool {
    rest.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "#")
  }

  /// Goes to the beginning of the next line.
  fileprivate mutating func skipLine() {
    while let next, !next.isLineEnd { advance() }
    skipLineEnd()
  }

  fileprivate mutating func skipLineEnd() {
    _ = skip("\r")
    _ = skip("\n")
  }
}
