import Words

/// A value of JSON (RFC 8259) with its place in the text.
///
/// Numbers keep their digits as they are printed. NaN, Infinity and -Infinity are numbers too, as Python prints them.
struct JSONValue {
  enum Content {
    /// A text, a number or a truth value as it would stand in a cell of a table, where null is empty.
    case cell(String)
    case list([JSONValue])
    case object([Member])
  }

  typealias Member = (name: String, value: JSONValue)

  let content: Content
  let place: SubmissionError.Place

  /// A table needs three levels.
  private static let mostLevels = 16

  /// Reads a text that is one value.
  ///
  /// - Throws: `SubmissionError` where it is no JSON, or larger or deeper than a table of numbers is.
  init(_ reader: ByteReader) throws {
    var reader = reader
    try self.init(&reader, level: 0)
    reader.skipSpaces()
    if reader.next != nil {
      throw SubmissionError(
        reader.place, en: "there is more behind the end of the JSON value.", zh: "JSON 值之后还有多余的内容。")
    }
  }

  private init(_ reader: inout ByteReader, level: Int) throws {
    reader.skipSpaces()
    place = reader.place
    guard level < Self.mostLevels else {
      throw SubmissionError(place, en: "it is nested too deeply.", zh: "嵌套太深。")
    }
    switch reader.next {
    case "{": content = .object(try Self.members(&reader, level: level + 1))
    case "[": content = .list(try Self.elements(&reader, level: level + 1))
    case "\"": content = .cell(try reader.text())
    default: content = .cell(try reader.word())
    }
  }

  private static func elements(_ reader: inout ByteReader, level: Int) throws -> [JSONValue] {
    var elements: [JSONValue] = []
    try reader.list(until: "]") { reader in
      try Submission.require(rows: elements.count, at: reader.place)
      elements.append(try JSONValue(&reader, level: level))
    }
    return elements
  }

  private static func members(_ reader: inout ByteReader, level: Int) throws -> [Member] {
    var members: [Member] = []
    var names: Set<String> = []
    try reader.list(until: "}") { reader in
      reader.skipSpaces()
      let place = reader.place
      try Submission.require(columns: members.count + 1, at: place)
      guard reader.next == "\"" else { throw reader.expected("“\"”") }
      let name = try reader.text()
      guard names.insert(name).inserted else {
        throw SubmissionError(
          place, en: "there are two members “\(name)” in one object.", zh: "同一个对象里有两个“\(name)”。")
      }
      reader.skipSpaces()
      guard reader.skip(":") else { throw reader.expected("“:”") }
      members.append((name, try JSONValue(&reader, level: level)))
    }
    return members
  }
}

extension ByteReader {
  fileprivate func expected(_ what: String) -> SubmissionError {
    let flaw =
      next == nil
      ? Words(en: "it ends before it is complete", zh: "内容不完整")
      : Words(en: "\(what) is expected here", zh: "此处应当是 \(what)")
    return SubmissionError(place, en: "this is not JSON: \(flaw).", zh: "不是合法的 JSON：\(flaw)。")
  }

  /// Reads what stands between two brackets, with commas between.
  fileprivate mutating func list(
    until end: Unicode.Scalar, _ readElement: (inout ByteReader) throws -> Void
  ) throws {
    advance()
    skipSpaces()
    if skip(end) { return }
    repeat {
      try readElement(&self)
      skipSpaces()
    } while skip(",")
    guard skip(end) else { throw expected("“,” / “\(end)”") }
  }

  /// A number, or one of the words that JSON has.
  fileprivate mutating func word() throws -> String {
    let start = self
    var bytes: [UInt8] = []
    while let next, next.isOfWord, bytes.count <= Submission.longestText { bytes.append(advance()) }
    let word = String(decoding: bytes, as: UTF8.self)
    if word == "null" { return "" }
    guard word == "true" || word == "false" || PrintedNumber(word) != nil else {
      throw start.expected("1.5 / \"…\" / [ / {")
    }
    return word
  }

  /// A text in quotation marks.
  fileprivate mutating func text() throws -> String {
    let start = place
    advance()
    var content: [UInt8] = []
    while !skip("\"") {
      guard let next, next >= " " else { throw expected("“\"”") }
      guard content.count < Submission.longestText else {
        throw SubmissionError(
          start, en: "a text has more than \(Submission.longestText) bytes.",
          zh: "文本超过 \(Submission.longestText) 个字节。")
      }
      if skip("\\") {
        content += String(try escaped()).utf8
      } else {
        content.append(advance())
      }
    }
    return try String(cell: content, at: start)
  }

  /// What follows a backslash.
  private mutating func escaped() throws -> Unicode.Scalar {
    if skip("u") {
      // Beyond 16 bits a character is written as two halves (RFC 8259, section 7).
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code), skip("\\"), skip("u") {
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second) else { throw expected("\\uDC00–\\uDFFF") }
        code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw expected("\\uDC00–\\uDFFF") }
      return scalar
    }
    let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{c}", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard let next, let scalar = escapes[next] else { throw expected("\\n / \\u0000") }
    advance()
    return scalar
  }

  private mutating func fourDigits() throws -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let next, let digit = Character(next).hexDigitValue else { throw expected("0–9, a–f") }
      code = code << 4 + UInt32(digit)
      advance()
    }
    return code
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a number, or in a word such as null.
  fileprivate var isOfWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": true
    default: false
    }
  }
}
