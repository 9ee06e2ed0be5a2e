import Foundation

/// The indented lines in front of a declaration's doc comment, such as formulas and examples.
///
/// - Parameters:
///   - declaration: how the line of the declaration begins: `public struct Adam<`.
///   - path: the file, from the folder of sources.
public func docComment(above declaration: String, in path: String) throws -> [String] {
  let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources")
  let source = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
  let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.trimmingCharacters(in: .whitespaces) }
  guard let end = lines.firstIndex(where: { $0.hasPrefix(declaration) }) else { return [] }
  return lines[..<end].reversed().prefix { $0.hasPrefix("///") }.reversed()
    .filter { $0.hasPrefix("///     ") }.map { String($0.dropFirst(8)) }
}

/// The formulas among the lines of a doc comment, without what is said behind them.
public func formulas(in lines: [String]) -> [String] {
  lines.filter { $0.contains(" = ") && !$0.hasPrefix("var ") }.map { line in
    let sides = line.components(separatedBy: " = ").map { $0.trimmingCharacters(in: .whitespaces) }
    return sides.joined(separator: " = ").components(separatedBy: "  ")[0]
  }
}
