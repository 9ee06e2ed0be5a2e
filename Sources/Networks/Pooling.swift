import Formulas

/// Pooling of an image's channel: one number for each square of pixels, so that what follows has less to calculate and cares
/// less for where something is: course document 003, section 6; `torch.nn.MaxPool2d` and `torch.nn.AvgPool2d`.
public enum Pooling: Hashable, Sendable {
  /// The largest number of each square.
  case maximum
  /// The mean of each square.
  case average

  /// - Parameters:
  ///   - x: rows of numbers.
  ///   - size: the rows and the columns of a square; what is left over at the edges is left out.
  public func callAsFunction<Number: Scalar>(_ x: [[Number]], size: Int) -> [[Number]] {
    (0..<x.count / size).map { row in
      (0..<x[0].count / size).map { column in
        let square = x[(row * size)..<(row + 1) * size].flatMap {
          $0[(column * size)..<(column + 1) * size]
        }
        return pooled(square).named(Symbol("p\(row + 1)\(column + 1)"))
      }
    }
  }

  private func pooled<Number: Scalar>(_ square: [Number]) -> Number {
    switch self {
    case .maximum: square.dropFirst().reduce(square[0]) { .maximum($0, $1) }
    case .average: sum(square) / Number(Double(square.count))
    }
  }
}
