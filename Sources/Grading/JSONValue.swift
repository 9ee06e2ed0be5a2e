/// A value of JSON (RFC 8259) with its place in the text.
///
/// Numbers keep their digits as they are printed. NaN, Infinity and -Infinity are numbers too, as Python prints them.
struct JSONValue {
  indirect enum Content {
    case null
    case truth(Bool)
    case number(PrintedNumber)
    case text(String)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])
  }

  let content: Content
  let place: SubmissionError.Place

  /// A table needs three levels.
  private static let mostLevels = 16

  /// Reads a text that is one value.
  ///
  /// - Throws: `SubmissionError` where it is no JSON, or larger or deeper than a table of numbers is.
  init(_ bytes: ArraySlice<UInt8>) throws {
    var reader = ByteReader(bytes)
    try reader.skipMark()
    self = try Self.value(&reader, level: 0)
    reader.skipSpaces()
    if reader.next != nil {
      throw SubmissionError(
        reader.place, en: "there is more behind the end of the JSON value.",
        zh: "JSON 值之后还有多余的内容。")
    }
  }

  private init(_ content: Content, _ place: SubmissionError.Place) {
    self.content = content
    self.place = place
  }

  private static func value(_ reader: inout ByteReader, level: Int) throws -> JSONValue {
    reader.skipSpaces()
    let place = reader.place
    guard level < mostLevels else {
      throw SubmissionError(place, en: "it is nested too deeply.", zh: "嵌套太深。")
    }
    switch reader.next {
    case UInt8(ascii: "{"): return JSONValue(.object(try members(&reader, level)), place)
    case UInt8(ascii: "["): return JSONValue(.list(try elements(&reader, level)), place)
    case .quote: return JSONValue(.text(try reader.text()), place)
    default: return JSONValue(try word(&reader), place)
    }
  }

  private static func elements(_ reader: inout ByteReader, _ level: Int) throws -> [JSONValue] {
    reader.advance()
    reader.skipSpaces()
    var elements: [JSONValue] = []
    if reader.skip(UInt8(ascii: "]")) { return elements }
    repeat {
      guard elements.count <= Submission.mostRows else {
        throw SubmissionError.tooManyRows(reader.place)
      }
      elements.append(try value(&reader, level: level + 1))
      reader.skipSpaces()
    } while reader.skip(UInt8(ascii: ","))
    guard reader.skip(UInt8(ascii: "]")) else { throw reader.expected("“,” / “]”") }
    return elements
  }

  private static func members(
    _ reader: inout ByteReader, _ level: Int
  ) throws -> [(name: String, value: JSONValue)] {
    reader.advance()
    reader.skipSpaces()
    var members: [(name: String, value: JSONValue)] = []
    var names: Set<String> = []
    if reader.skip(UInt8(ascii: "}")) { return members }
    repeat {
      reader.skipSpaces()
      let place = reader.place
      guard members.count < Submission.mostColumns else {
        throw SubmissionError.tooManyColumns(place)
      }
      guard reader.next == .quote else { throw reader.expected("“\"”") }
      let name = try reader.text()
      guard names.insert(name).inserted else {
        throw SubmissionError(
          place, en: "there are two members “\(name)” in one object.",
          zh: "同一个对象里有两个“\(name)”。")
      }
      reader.skipSpaces()
      guard reader.skip(UInt8(ascii: ":")) else { throw reader.expected("“:”") }
      members.append((name, try value(&reader, level: level + 1)))
      reader.skipSpaces()
    } while reader.skip(UInt8(ascii: ","))
    guard reader.skip(UInt8(ascii: "}")) else { throw reader.expected("“,” / “}”") }
    return members
  }

  /// A number, or one of the words that JSON has.
  private static func word(_ reader: inout ByteReader) throws -> Content {
    let start = reader
    var bytes: [UInt8] = []
    while let byte = reader.next, byte.isOfWord, bytes.count <= Submission.longestText {
      bytes.append(byte)
      reader.advance()
    }
    let word = String(decoding: bytes, as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .truth(true)
    case "false": return .truth(false)
    default:
      guard let number = PrintedNumber(word) else {
        throw start.expected("1.5 / \"…\" / [ / {")
      }
      return .number(number)
    }
  }
}

extension ByteReader {
  fileprivate mutating func skipSpaces() {
    while let byte = next, byte.isSpace { advance() }
  }

  fileprivate func expected(_ what: String) -> SubmissionError {
    next == nil
      ? SubmissionError(
        place, en: "this is not JSON: it ends before it is complete.",
        zh: "不是合法的 JSON：内容不完整。")
      : SubmissionError(
        place, en: "this is not JSON: \(what) is expected here.", zh: "不是合法的 JSON：此处应当是 \(what)。")
  }

  /// A text in quotation marks.
  fileprivate mutating func text() throws -> String {
    let start = place
    advance()
    var content: [UInt8] = []
    while !skip(.quote) {
      guard let byte = next else { throw expected("“\"”") }
      guard byte >= 0x20 else { throw expected("“\"”") }
      guard content.count < Submission.longestText else {
        throw SubmissionError(
          start, en: "a text has more than \(Submission.longestText) bytes.",
          zh: "文本超过 \(Submission.longestText) 个字节。")
      }
      if byte == UInt8(ascii: "\\") {
        advance()
        content += String(try escaped()).utf8
      } else {
        content.append(byte)
        advance()
      }
    }
    return try String(cell: content, at: start)
  }

  /// What follows a backslash.
  private mutating func escaped() throws -> Character {
    let escapes: [UInt8: Character] = [
      .quote: "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{c}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r",
      UInt8(ascii: "t"): "\t",
    ]
    if skip(UInt8(ascii: "u")) {
      // Beyond 16 bits a character is written as two halves (RFC 8259, section 7).
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code), skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second) else { throw expected("\\uDC00–\\uDFFF") }
        code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw expected("\\uDC00–\\uDFFF") }
      return Character(scalar)
    }
    guard let byte = next, let character = escapes[byte] else { throw expected("\\n / \\u0000") }
    advance()
    return character
  }

  private mutating func fourDigits() throws -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw expected("0–9, a–f")
      }
      code = code << 4 + UInt32(digit)
      advance()
    }
    return code
  }
}

extension UInt8 {
  /// Whether it may stand in a number, or in a word such as null.
  fileprivate var isOfWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
