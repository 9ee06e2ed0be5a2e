import ArgumentParser
import Classroom
import Grading
import Words

/// Numbers separated by commas.
struct NumberList: ExpressibleByArgument {
  var numbers: [Double]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.map { PrintedNumber($0.drop { $0 == " " })?.value }
    guard !numbers.contains(nil) else { return nil }
    self.numbers = numbers.compactMap(\.self)
  }
}

/// The gradients that an exercise gives in place of an objective, a list of coordinates for each step.
struct GradientList {
  var gradients: [[Double]]

  /// - Parameters:
  ///   - argument: the numbers step after step, or a file of them.
  ///   - coordinates: how many numbers a gradient has where nothing else tells.
  /// - Throws: `Failure` where the last gradient is not complete, or for an unreadable file.
  init(_ argument: String, coordinates: Int) throws {
    if let list = NumberList(argument: argument) {
      gradients = try Self.cut(list.numbers, into: coordinates)
      return
    }
    let path = FilePath(argument)
    let bytes = try Files.read(path, atMost: Submission.mostBytes)
    let lines = Self.lines(of: String(decoding: bytes, as: UTF8.self))
    gradients =
      switch lines?.count {
      case nil: try Self.columns(of: readSubmission(path), from: path)
      case 1: try Self.cut(lines?[0] ?? [], into: coordinates)
      default: lines ?? []
      }
  }

  private static func cut(_ numbers: [Double], into count: Int) throws -> [[Double]] {
    guard count > 0, numbers.count % count == 0 else {
      throw Failure(
        .usage, en: "Each gradient in --gradients needs \(count) numbers.",
        zh: "--gradients 中的每个梯度需要 \(count) 个数。")
    }
    return stride(from: 0, to: numbers.count, by: count).map {
      Array(numbers[$0..<$0 + count])
    }
  }

  /// The numbers of each line, perhaps in brackets; nil where there are headings or anything else.
  private static func lines(of text: String) -> [[Double]]? {
    var lines: [[Double]] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { " \t,;[]".contains($0) }
      let numbers = words.compactMap { PrintedNumber($0)?.value }
      guard numbers.count == words.count else { return nil }
      if !numbers.isEmpty { lines.append(numbers) }
    }
    return lines.isEmpty ? nil : lines
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
