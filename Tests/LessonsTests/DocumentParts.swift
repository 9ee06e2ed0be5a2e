import Lecture
import Plot

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
