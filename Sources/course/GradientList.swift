import Classroom
import Grading
import Lecture
import Words

/// The gradients that an exercise gives in place of an objective.
enum GradientList {
  /// A list of coordinates for each step.
  ///
  /// - Parameters:
  ///   - argument: the numbers step after step, or a file of them.
  ///   - coordinates: how many numbers a gradient has where nothing else tells.
  /// - Throws: `Failure` where the last gradient is not complete, or for an unreadable file.
  static func read(_ argument: String, coordinates: Int) throws -> [[Double]] {
    if let list = NumberList(argument: argument) { return try cut(list.numbers, into: coordinates) }
    let path = FilePath(argument)
    let bytes = try Files.read(path, atMost: Submission.mostBytes)
    guard let lines = lines(of: String(decoding: bytes, as: UTF8.self)) else {
      return try columns(of: reading(path) { $0 }, from: path)
    }
    return lines.count == 1 ? try cut(lines[0], into: coordinates) : lines
  }

  private static func cut(_ numbers: [Double], into count: Int) throws -> [[Double]] {
    guard count > 0, numbers.count % count == 0 else {
      throw Failure(
        .usage, en: "Each gradient in --gradients needs \(count) numbers.",
        zh: "--gradients 中的每个梯度需要 \(count) 个数。")
    }
    return stride(from: 0, to: numbers.count, by: count).map { Array(numbers[$0..<$0 + count]) }
  }

  /// The numbers of each line, perhaps in brackets; nil where there are headings or anything else.
  private static func lines(of text: String) -> [[Double]]? {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split { " \t,;[]".contains($0) }
    }.filter { !$0.isEmpty }
    let numbers = lines.map { words in words.compactMap { PrintedNumber($0)?.value } }
    return numbers.isEmpty || numbers.map(\.count) != lines.map(\.count) ? nil : numbers
  }

  private static func columns(of table: Submission, from path: FilePath) throws -> [[Double]] {
    try (0..<table.rowCount).map { row in
      try table.quantities.map { column in
        guard let number = column.numbers[row]?.value, number.isFinite else {
          throw Failure(
            .data, en: "\(path): row \(row + 1) has no number under \(column.heading).",
            zh: "\(path): 第 \(row + 1) 行的 \(column.heading) 一列没有数。")
        }
        return number
      }
    }
  }
}
