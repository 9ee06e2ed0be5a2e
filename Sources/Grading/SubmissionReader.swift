#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Submission {
  /// Files of more bytes are refused: ten thousand steps of ten quantities in full precision have half as many.
  public static let mostBytes = 4_000_000

  /// Reads a table from the bytes of a CSV or JSON file.
  ///
  /// JSON may be a list of rows, `[{"step": 1, "w": 0.99}, …]`, or lists of numbers, `{"w": [0.99, …]}`, either of them
  /// perhaps the only member of an object.
  ///
  /// - Throws: `SubmissionError`.
  public init(bytes: [UInt8]) throws {
    guard bytes.count <= Self.mostBytes else {
      throw SubmissionError(
        en: "it has more than \(Self.mostBytes / 1_000_000) MB.",
        zh: "超过 \(Self.mostBytes / 1_000_000) MB。")
    }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let content = bytes.drop { isSpace($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = content.first else {
      throw SubmissionError(en: "it is empty.", zh: "文件是空的。")
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      try self.init(json: Data(content))
    } else {
      try self.init(SeparatedValues(bytes[...]))
    }
  }

  private init(_ values: SeparatedValues) throws {
    let heading = values.lines[0]
    for cell in heading where PrintedNumber(cell.text) != nil {
      throw SubmissionError(
        cell.place, en: "\(cell.text) is a number; the first line must name the columns.",
        zh: "\(cell.text) 是数；第一行应当是各列的名称。")
    }
    for line in values.lines.dropFirst() where line.count > heading.count {
      throw SubmissionError(
        line[heading.count].place,
        en: "there are \(line.count) cells under \(heading.count) headings.",
        zh: "有 \(line.count) 个单元格，而标题只有 \(heading.count) 个。")
    }
    self.init(
      columns: heading.indices.map { index in
        let cells = values.lines.dropFirst().map { $0.count > index ? $0[index] : nil }
        let strange = cells.compactMap(\.self).first {
          $0.text != "" && PrintedNumber($0.text) == nil
        }
        return Column(
          heading: heading[index].text,
          numbers: cells.map { $0.flatMap { PrintedNumber($0.text) } },
          strange: strange.map { ($0.text, $0.place) }.map(Column.Strange.init))
      })
  }

  private init(json data: Data) throws {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: data)
    } catch let DecodingError.dataCorrupted(context) {
      throw SubmissionError(
        en: "this is not JSON: \(context.explanation)", zh: "不是合法的 JSON：\(context.explanation)")
    }
    self.init(columns: try value.columns())
  }
}

extension DecodingError.Context {
  /// What is wrong, and where, in the decoder's own words.
  fileprivate var explanation: String {
    underlyingError.map { "\($0)" } ?? debugDescription
  }
}

/// Any value of JSON.
private enum JSONValue: Decodable {
  case null
  case number(Double)
  case text(String)
  case truth(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The columns of a table in one of the forms that are understood.
  func columns() throws -> [Submission.Column] {
    switch self {
    case .object(let members) where members.count == 1:
      if case .some(.list(let list)) = members.values.first, list.allSatisfy(\.isScalar) {
        return try Self.columns(lists: members)
      }
      return try members.values.first?.columns() ?? []
    case .object(let members): return try Self.columns(lists: members)
    case .list(let rows):
      let objects = rows.compactMap { if case .object(let row) = $0 { row } else { nil } }
      guard objects.count == rows.count, !rows.isEmpty else { throw Self.notATable }
      let names = Set(objects.flatMap(\.keys)).sorted()
      return try names.map { name in
        try Self.column(name, objects.map { $0[name] ?? .null })
      }
    default: throw Self.notATable
    }
  }

  private static func columns(lists: [String: JSONValue]) throws -> [Submission.Column] {
    let lists = try lists.sorted { $0.key < $1.key }.compactMap { name, value in
      switch value {
      case .list(let list): (name, list)
      case .number, .text, .null, .truth: nil as (String, [JSONValue])?
      case .object: throw notATable
      }
    }
    let rows = lists.map(\.1.count).max() ?? 0
    guard rows > 0 else { throw notATable }
    return try lists.map { name, list in
      try column(name, list + Array(repeating: .null, count: rows - list.count))
    }
  }

  private static func column(_ name: String, _ values: [JSONValue]) throws -> Submission.Column {
    var strange: String?
    let numbers = try values.map { value -> PrintedNumber? in
      switch value {
      case .null: return nil
      case .number(let number): return PrintedNumber(number)
      case .text(let text):
        let number = PrintedNumber(text)
        if number == nil && text != "" { strange = strange ?? text }
        return number
      case .truth(let truth):
        strange = strange ?? "\(truth)"
        return nil
      case .list, .object: throw notATable
      }
    }
    return Submission.Column(
      heading: name, numbers: numbers, strange: strange.map { .init(text: $0, place: nil) })
  }

  private var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }

  private static let notATable = SubmissionError(
    en:
      "this JSON is no table: give a list of rows, [{\"step\": 1, \"w\": 0.99}, …], or a list for each quantity, "
      + "{\"w\": [0.99, …]}.",
    zh: "这份 JSON 不是表格：请给出行的列表 [{\"step\": 1, \"w\": 0.99}, …]，或每个量一个列表 {\"w\": [0.99, …]}。")
}
