/// Numbers in rows and columns, row by row.
public struct Matrix: Equatable, Sendable {
  public let rows: Int
  public let columns: Int
  /// Row by row.
  public var values: [Double]

  /// - Precondition: there is a number for each place.
  public init(rows: Int, columns: Int, _ values: [Double]) {
    precondition(values.count == rows * columns, "A number for each place.")
    (self.rows, self.columns, self.values) = (rows, columns, values)
  }

  /// The same number everywhere.
  public init(rows: Int, columns: Int, repeating value: Double) {
    self.init(rows: rows, columns: columns, Array(repeating: value, count: rows * columns))
  }

  /// - Precondition: all rows have the same length.
  public init(_ rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows.first?.count ?? 0, rows.flatMap(\.self))
  }

  public subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// The numbers of a row.
  public func row(_ row: Int) -> [Double] { Array(values[row * columns..<(row + 1) * columns]) }

  /// Some of the rows, in the order asked for.
  public func rows(_ places: some Sequence<Int>) -> Matrix { Matrix(places.map(row)) }

  /// Rows and columns exchanged: Aᵀ.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows, repeating: 0)
    for i in 0..<rows {
      for j in 0..<columns { result.values[j * rows + i] = values[i * columns + j] }
    }
    return result
  }

  /// The mean of all numbers, and that of their squares.
  public var moments: (mean: Double, meanSquare: Double) {
    let count = Double(values.count)
    return (values.reduce(0, +) / count, values.reduce(0) { $0 + $1 * $1 } / count)
  }

  /// The same function of each number.
  public func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, values.map(transform))
  }

  /// Each number with the one in the same place.
  ///
  /// - Precondition: both have one shape.
  public func zip(_ other: Matrix, _ combine: (Double, Double) -> Double) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "Matrices of one shape.")
    return Matrix(
      rows: rows, columns: columns, values.indices.map { combine(values[$0], other.values[$0]) })
  }

  /// Each number times a factor.
  public static func * (factor: Double, matrix: Matrix) -> Matrix { matrix.map { factor * $0 } }

  /// The matrix product.
  ///
  /// - Precondition: the left one has as many columns as the right one has rows.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "Rows meet columns of the same length.")
    let columns = b.columns
    var result = Matrix(rows: a.rows, columns: columns, repeating: 0)
    // Row by row of b, so that neighbours are added at once. The bounds are those of the loops.
    result.values.withUnsafeMutableBufferPointer { result in
      b.values.withUnsafeBufferPointer { right in
        for i in 0..<a.rows {
          for k in 0..<a.columns {
            let factor = a.values[i * a.columns + k]
            for j in 0..<columns { result[i * columns + j] += factor * right[k * columns + j] }
          }
        }
      }
    }
    return result
  }
}
