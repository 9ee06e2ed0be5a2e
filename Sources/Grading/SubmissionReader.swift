extension Submission {
  /// Files of more bytes are refused: ten thousand steps of the network with all its quantities have 11 million.
  public static let mostBytes = 16_000_000
  /// Longer tables are refused, so that reading takes neither long nor much memory.
  static let mostRows = 100_000
  /// More columns than any exercise has quantities, by far.
  static let mostColumns = 1000
  /// More cells than these are refused too: a short row counts as many as a long one.
  static let mostCells = 1_000_000
  /// A number has at most 24 bytes as programs print it, and headings are names.
  static let longestText = 200

  /// Reads a table from the bytes of a CSV or JSON file.
  ///
  /// JSON may be a list of rows, `[{"step": 1, "w": 0.99}, …]`, or lists of numbers, `{"w": [0.99, …]}`, either of them
  /// perhaps a member of an object whose others are a name and the like.
  ///
  /// - Throws: `SubmissionError`.
  public init(bytes: [UInt8]) throws {
    guard bytes.count <= Self.mostBytes else {
      throw SubmissionError(
        en: "it has more than \(Self.mostBytes / 1_000_000) MB.",
        zh: "超过 \(Self.mostBytes / 1_000_000) MB。")
    }
    var reader = ByteReader(bytes[...])
    try reader.skipMark()
    while let byte = reader.next, byte.isSpace { reader.advance() }
    switch reader.next {
    case nil: throw Self.emptiness
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      self.init(columns: try JSONValue(bytes[...]).columns())
    default: try self.init(SeparatedValues(bytes[...]))
    }
  }

  private init(_ values: SeparatedValues) throws {
    guard let heading = values.lines.first else { throw Self.emptiness }
    for cell in heading where PrintedNumber(cell.text) != nil {
      throw SubmissionError(
        cell.place, en: "\(cell.text) is a number; the first line must name the columns.",
        zh: "\(cell.text) 是数；第一行应当是各列的名称。")
    }
    let rows = values.lines.dropFirst()
    for row in rows {
      if let cell = row.dropFirst(heading.count).first(where: { !$0.text.isEmpty }) {
        // The tables of a lesson have their names above them.
        guard heading.count > 1 else {
          throw SubmissionError(
            heading[0].place,
            en:
              "“\(heading[0].text)” stands alone above a table. Keep one table only, with the names of its columns in the first line.",
            zh: "表格上方单独有一行“\(heading[0].text)”。请只保留一个表格，第一行是各列的名称。")
        }
        throw SubmissionError(
          cell.place, en: "there are \(row.count) cells under \(heading.count) headings.",
          zh: "有 \(row.count) 个单元格，而标题只有 \(heading.count) 个。")
      }
    }
    try Self.requireFewCells(rows: rows.count, columns: heading.count)
    // A column without a name is nobody's: a separator at the end of the lines, or the row numbers of pandas.
    let named = heading.indices.filter { !heading[$0].text.isEmpty }
    self.init(
      columns: named.map { index in
        Column(heading: heading[index].text, at: heading[index].place, ownCount: rows.count) {
          add in
          for row in rows {
            let cell = row.count > index ? row[index] : nil
            add(cell?.text ?? "", cell?.place)
          }
        }
      })
  }

  fileprivate static func requireFewCells(rows: Int, columns: Int) throws {
    guard rows * columns <= mostCells else {
      throw SubmissionError(
        en: "\(rows) rows of \(columns) columns are more than \(mostCells) cells.",
        zh: "\(rows) 行 \(columns) 列，超过 \(mostCells) 个单元格。")
    }
  }

  private static let emptiness = SubmissionError(en: "it is empty.", zh: "文件是空的。")
}

extension SubmissionError {
  static func tooManyRows(_ place: Place) -> SubmissionError {
    SubmissionError(
      place, en: "there are more than \(Submission.mostRows) rows.",
      zh: "超过 \(Submission.mostRows) 行。")
  }

  static func tooManyColumns(_ place: Place) -> SubmissionError {
    SubmissionError(
      place, en: "there are more than \(Submission.mostColumns) columns.",
      zh: "超过 \(Submission.mostColumns) 列。")
  }
}

extension Submission.Column {
  /// A column of texts: numbers, empty ones, and perhaps others.
  fileprivate init(
    heading: String, at place: SubmissionError.Place?, ownCount: Int,
    texts: (_ add: (String, SubmissionError.Place?) -> Void) -> Void
  ) {
    self.init(heading: heading, numbers: [], ownCount: ownCount)
    self.place = place
    texts { text, place in
      let number = text.isEmpty ? nil : PrintedNumber(text)
      if number == nil && !text.isEmpty && !Self.wordsForNothing.contains(text.lowercased()) {
        strange = strange ?? Strange(text: text, place: place)
      }
      numbers.append(number)
      places.append(place)
    }
  }

  /// What programs print where there is no number. `nan` is one of floating point.
  private static let wordsForNothing: Set = ["na", "n/a", "none", "null", "-", "–", "—"]
}

extension JSONValue {
  /// The columns of a table in one of the forms that are understood.
  func columns() throws -> [Submission.Column] {
    switch content {
    case .object(let members):
      // A table among what else the student tells, such as a name.
      let tables = members.map(\.value).filter { !$0.isScalar }
      if tables.count == 1, !tables[0].isListOfScalars { return try tables[0].columns() }
      return try Self.columns(lists: members, at: place)
    case .list(let rows): return try Self.columns(rows: rows, at: place)
    default: throw Self.notATable(place)
    }
  }

  private static func columns(
    rows: [JSONValue], at place: SubmissionError.Place
  ) throws -> [Submission.Column] {
    var names: [String] = []
    var cells: [String: [Int: JSONValue]] = [:]
    for (index, row) in rows.enumerated() {
      guard case .object(let members) = row.content else { throw notATable(row.place) }
      for (name, value) in members {
        if cells[name] == nil { names.append(name) }
        guard names.count <= Submission.mostColumns else {
          throw SubmissionError.tooManyColumns(row.place)
        }
        cells[name, default: [:]][index] = value
      }
    }
    guard !names.isEmpty else { throw notATable(place) }
    try Submission.requireFewCells(rows: rows.count, columns: names.count)
    return try names.map { name in
      let values = rows.indices.map { cells[name]?[$0] }
      let place = values.lazy.compactMap(\.self).first?.place
      return try column(name, at: place, values, ownCount: rows.count)
    }
  }

  private static func columns(
    lists members: [(name: String, value: JSONValue)], at place: SubmissionError.Place
  ) throws -> [Submission.Column] {
    let lists = try members.compactMap {
      name, value
        -> (name: String, list: [JSONValue], place: SubmissionError.Place)? in
      switch value.content {
      case .list(let list): (name, list, value.place)
      case .number, .text, .null, .truth: nil
      case .object: throw notATable(value.place)
      }
    }
    let rows = lists.map(\.list.count).max() ?? 0
    guard rows > 0 else { throw notATable(members.first?.value.place ?? place) }
    try Submission.requireFewCells(rows: rows, columns: lists.count)
    return try lists.map { name, list, place in
      try column(
        name, at: place, list + Array(repeating: nil, count: rows - list.count),
        ownCount: list.count)
    }
  }

  private static func column(
    _ name: String, at place: SubmissionError.Place?, _ values: [JSONValue?], ownCount: Int
  ) throws -> Submission.Column {
    if let value = values.lazy.compactMap(\.self).first(where: { !$0.isScalar }) {
      throw notATable(value.place)
    }
    return Submission.Column(heading: name, at: place, ownCount: ownCount) { add in
      for value in values { add(value?.text ?? "", value?.place) }
    }
  }

  private var isScalar: Bool {
    switch content {
    case .list, .object: false
    case .null, .truth, .number, .text: true
    }
  }

  private var isListOfScalars: Bool {
    if case .list(let list) = content { list.allSatisfy(\.isScalar) } else { false }
  }

  /// What would stand in a cell of a table.
  private var text: String {
    switch content {
    case .truth(let truth): "\(truth)"
    case .number(let number): number.text
    case .text(let text): text
    case .null, .list, .object: ""
    }
  }

  private static func notATable(_ place: SubmissionError.Place?) -> SubmissionError {
    SubmissionError(
      place,
      en:
        "this JSON is no table: give a list of rows, [{\"step\": 1, \"w\": 0.99}, …], or a list for each quantity, {\"w\": [0.99, …]}.",
      zh: "这份 JSON 不是表格：请给出行的列表 [{\"step\": 1, \"w\": 0.99}, …]，或每个量一个列表 {\"w\": [0.99, …]}。")
  }
}
