import Formulas
import Foundation
import Lecture
import Plot
import Words

extension Lesson {
  /// What the lesson says with some options. It is made once, however many tests look at it.
  static func document(
    _ arguments: [String] = [], in language: Language = .english
  ) throws -> ToldDocument {
    let document = try documents.value(for: "\(name) \(arguments)") {
      try parse(arguments).document
    }
    return ToldDocument(document, in: language)
  }
}

private let documents = Cache<Document>()

/// Values that were made before, by a key; tests run at the same time, so there is a lock.
private final class Cache<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [String: Value] = [:]

  func value(for key: String, make: () throws -> Value) rethrows -> Value {
    if let value = lock.withLock({ values[key] }) { return value }
    let value = try make()
    lock.withLock { values[key] = value }
    return value
  }
}

/// A document as it is told in one language. Its figures are still in both.
struct ToldDocument {
  enum Block {
    case heading(String)
    case prose(String)
    case formulas([(formula: String, meaning: String)])
    case derivations(title: String, [Derivation])
    case table(ToldTable, name: String)
    case figure(Figure, name: String)
  }

  var title: String
  var blocks: [Block]

  init(_ document: Document, in language: Language = .english) {
    title = document.title[language]
    blocks = document.blocks.compactMap { block -> Block? in
      switch block {
      case .heading(let text): return .heading(text[language])
      case .prose(let text): return .prose(text[language])
      case .formulas(let formulas):
        return .formulas(formulas.map { ($0.formula[language], $0.meaning[language]) })
      case .derivations(let title, let derivations):
        return .derivations(title: title[language], derivations)
      case .table(let table, let name): return .table(ToldTable(table, in: language), name: name)
      case .figure(let figure, let name): return .figure(figure, name: name)
      case .experiment: return nil
      }
    }
  }

  /// The tables by their names.
  var tables: [String: ToldTable] {
    var tables: [String: ToldTable] = [:]
    for case .table(let table, let name) in blocks { tables[name] = table }
    return tables
  }

  /// All sentences.
  var prose: String {
    blocks.compactMap { if case .prose(let text) = $0 { text } else { nil } }
      .joined(separator: "\n")
  }

  var figures: [Figure] {
    blocks.compactMap { if case .figure(let figure, _) = $0 { figure } else { nil } }
  }
}

/// A table as it is told in one language.
struct ToldTable {
  enum Cell: Equatable {
    case number(Double)
    case text(String)
    case empty
  }

  struct Column {
    var heading: String
    var cells: [Cell]

    /// The column's numbers; nil where a cell has none.
    var numbers: [Double?] {
      cells.map { if case .number(let number) = $0 { number } else { nil } }
    }
  }

  var columns: [Column]

  init(_ table: Table, in language: Language) {
    columns = table.columns.map { column in
      Column(
        heading: column.heading[language],
        cells: column.cells.map { cell in
          switch cell {
          case .number(let number): .number(number)
          case .text(let text): .text(text[language])
          case .empty: .empty
          }
        })
    }
  }
}
