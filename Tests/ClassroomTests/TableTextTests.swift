import Foundation
import Lecture
import Lessons
import Testing
import Words

@testable import Classroom

@Suite struct TableTextTests {
  private let awkward = TableText(
    of: Document(title: "") {
      Document.Block.table(
        Table([
          Table.Column("t", [0, 1, 2]), Table.Column("a,b", [nil, 0.1, -1e300]),
          Table.Column("said", texts: ["\"no\"", "", "a\\b\nc"]),
          Table.Column("x", [.nan, .infinity, -.infinity]),
        ]), name: "one")
      Document.Block.table(Table([Table.Column("m̂", [0.30000000000000004])]), name: "two")
    }, in: .english)

  @Test func tablesFollowEachOtherUnderTheirNames() {
    #expect(
      awkward.commaSeparated == """
        one
        t,"a,b",said,x
        0,,""\"no""\",nan
        1,0.1,,inf
        2,-1e+300,"a\\b
        c",-inf

        two
        m̂
        0.30000000000000004

        """)
  }

  /// A value of a row of JSON.
  private enum Value: Decodable, Equatable {
    case number(Double)
    case text(String)
    case null

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .number(try container.decode(Double.self))
      }
    }
  }

  private func decode(_ json: String) throws -> [String: [[String: Value]]] {
    try JSONDecoder().decode([String: [[String: Value]]].self, from: Data(json.utf8))
  }

  @Test func jsonIsReadBack() throws {
    let data = try decode(awkward.json)
    let rows = try #require(data["one"])
    #expect(rows.map { $0["t"] } == [.number(0), .number(1), .number(2)])
    #expect(rows.map { $0["a,b"] } == [.null, .number(0.1), .number(-1e300)])
    #expect(rows.map { $0["said"] } == [.text("\"no\""), .text(""), .text("a\\b\nc")])
    #expect(rows.map { $0["x"] } == [.text("nan"), .text("inf"), .text("-inf")])
    #expect(data["two"] == [["m̂": .number(0.30000000000000004)]])
  }

  /// Every number of every lesson comes back as the very same double.
  @Test(arguments: CourseLessons.names)
  func lessonsKeepFullPrecision(name: String) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    let text = TableText(of: try lesson.parse([]).document, in: .english)
    #expect(!text.tables.isEmpty)
    let data = try decode(text.json)
    #expect(data.count == text.tables.count, "Each table has a name of its own.")
    for (table, name) in text.tables {
      let rows = try #require(data[name])
      #expect(rows.count == table.rowCount)
      for column in table.columns {
        for (row, cell) in zip(rows, column.cells) {
          guard case .number(let number) = cell, number.isFinite else { continue }
          #expect(row[column.heading[.english]] == .number(number))
        }
      }
    }
    let lines = text.commaSeparated.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = text.tables.count > 1 ? 3 * text.tables.count - 1 : 1
    #expect(lines.count == text.tables.map(\.table.rowCount).reduce(headings + 1, +))
  }
}
