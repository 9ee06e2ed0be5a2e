/// A text of values separated by commas, semicolons or tabs (RFC 4180): cells with their places.
///
/// Lines may end in LF, CRLF or CR, cells may be quoted, a byte order mark at the start is skipped, lines without
/// content are too.
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
    let separator = Self.likelySeparator(of: reader.rest)
    while reader.next != nil {
      guard lines.count <= Submission.mostRows else {
        throw SubmissionError.tooManyRows(reader.place)
      }
      var line: [Cell] = []
      var isEmpty = true
      repeat {
        guard line.count < Submission.mostColumns else {
          throw SubmissionError.tooManyColumns(reader.place)
        }
        let cell = try Self.cell(&reader, until: separator)
        isEmpty = isEmpty && cell.text.isEmpty
        line.append(cell)
      } while reader.skip(separator)
      _ = reader.skip(.carriageReturn)
      _ = reader.skip(.lineFeed)
      if !isEmpty { lines.append(line) }
    }
  }

  /// The separator that the first line has most of.
  private static func likelySeparator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]
    var counts = [0, 0, 0]
    for byte in bytes.prefix(Submission.mostColumns * (Submission.longestText + 1)) {
      if byte == .lineFeed || byte == .carriageReturn { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    return zip(candidates, counts).max { $0.1 < $1.1 }?.0 ?? candidates[0]
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
