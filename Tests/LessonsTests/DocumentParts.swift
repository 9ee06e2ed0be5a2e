import Foundation
import Lecture
import Plot
import Words

extension Lesson {
  /// What the lesson says with some options. It is made once, however many tests look at it.
  static func document(
    _ arguments: [String] = [], in language: Language = .english
  ) throws -> Document {
    try documents.value(for: "\(name) \(arguments) \(language)") {
      try parse(arguments).document(in: language)
    }
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

extension Document {
  /// The tables by their names.
  var tables: [String: Table] {
    var tables: [String: Table] = [:]
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
