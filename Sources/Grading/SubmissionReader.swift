import Words

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
    let megabytes = Self.mostBytes / 1_000_000
    guard bytes.count <= Self.mostBytes else {
      throw SubmissionError(en: "it has more than \(megabytes) MB.", zh: "超过 \(megabytes) MB。")
    }
    let reader = try ByteReader(bytes)
    var start = reader
    start.skipSpaces()
    switch start.next {
    case nil: throw Self.emptiness
    case "{", "[": self.init(columns: try JSONValue(start).columns())
    default: try self.init(SeparatedValues(reader))
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
        Column(heading[index], rows.map { $0.count > index ? $0[index] : nil })
      })
  }

  fileprivate static func requireFewCells(rows: Int, columns: Int) throws {
    guard rows * columns <= mostCells else {
      throw SubmissionError(
        en: "\(rows) rows of \(columns) columns are more than \(mostCells) cells.",
        zh: "\(rows) 行 \(columns) 列，超过 \(mostCells) 个单元格。")
    }
  }

  /// - Throws: `SubmissionError` where there are more rows or columns than any table needs.
  static func require(rows: Int = 0, columns: Int = 0, at place: SubmissionError.Place) throws {
    guard rows > mostRows || columns > mostColumns else { return }
    let limit =
      rows > mostRows
      ? Words(en: "\(mostRows) rows", zh: "\(mostRows) 行")
      : Words(en: "\(mostColumns) columns", zh: "\(mostColumns) 列")
    throw SubmissionError(place, en: "there are more than \(limit).", zh: "超过 \(limit)。")
  }

  private static let emptiness = SubmissionError(en: "it is empty.", zh: "文件是空的。")
}

extension Submission.Column {
  /// A column of texts: numbers, empty ones, and perhaps others.
  fileprivate init(
    _ heading: Submission.Cell, _ cells: [Submission.Cell?], ownCount: Int? = nil
  ) {
    let numbers = cells.map { $0.flatMap { PrintedNumber($0.text) } }
    self.init(heading: heading.text, numbers: numbers, ownCount: ownCount)
    place = heading.place
    places = cells.map { $0?.place }
    let others = zip(cells, numbers).lazy.compactMap { $1 == nil ? $0 : nil }
    strange = others.first { !Self.wordsForNothing.contains($0.text.lowercased()) }
  }

  /// What programs print where there is no number. `nan` is one of floating point.
  private static let wordsForNothing: Set = ["", "na", "n/a", "none", "null", "-", "–", "—"]
}

extension JSONValue {
  /// The columns of a table in one of the forms that are understood.
  fileprivate func columns() throws -> [Submission.Column] {
    switch content {
    case .cell: throw notATable
    case .list(let rows): return try columns(rows: rows)
    case .object(let members):
      // A table among what else the student tells, such as a name.
      let tables = members.map(\.value).filter { !$0.isCell }
      if tables.count == 1, !tables[0].isListOfCells { return try tables[0].columns() }
      return try columns(lists: members)
    }
  }

  private func columns(rows: [JSONValue]) throws -> [Submission.Column] {
    var names: [Submission.Cell] = []
    var known: Set<String> = []
    let rows = try rows.map { row in
      guard case .object(let members) = row.content else { throw row.notATable }
      for (name, value) in members where known.insert(name).inserted {
        names.append(Submission.Cell(text: name, place: value.place))
      }
      try Submission.require(columns: names.count, at: row.place)
      return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
    }
    guard !names.isEmpty else { throw notATable }
    try Submission.requireFewCells(rows: rows.count, columns: names.count)
    return try names.map { name in
      Submission.Column(name, try rows.map { try $0[name.text]?.cell })
    }
  }

  private func columns(lists members: [Member]) throws -> [Submission.Column] {
    let lists = try members.compactMap { name, value -> (Submission.Cell, cells: [JSONValue])? in
      switch value.content {
      case .cell: nil
      case .list(let list): (Submission.Cell(text: name, place: value.place), list)
      case .object: throw value.notATable
      }
    }
    let rows = lists.map(\.cells.count).max() ?? 0
    guard rows > 0 else { throw (members.first?.value ?? self).notATable }
    try Submission.requireFewCells(rows: rows, columns: lists.count)
    return try lists.map { name, list in
      let cells = try list.map { try $0.cell } + Array(repeating: nil, count: rows - list.count)
      return Submission.Column(name, cells, ownCount: list.count)
    }
  }

  private var isCell: Bool {
    if case .cell = content { true } else { false }
  }

  private var isListOfCells: Bool {
    if case .list(let list) = content { list.allSatisfy(\.isCell) } else { false }
  }

  private var cell: Submission.Cell {
    get throws {
      guard case .cell(let text) = content else { throw notATable }
      return Submission.Cell(text: text, place: place)
    }
  }

  private var notATable: SubmissionError {
    SubmissionError(
      place,
      en:
        "this JSON is no table: give a list of rows, [{\"step\": 1, \"w\": 0.99}, …], or a list for each quantity, {\"w\": [0.99, …]}.",
      zh: "这份 JSON 不是表格：请给出行的列表 [{\"step\": 1, \"w\": 0.99}, …]，或每个量一个列表 {\"w\": [0.99, …]}。")
  }
}
