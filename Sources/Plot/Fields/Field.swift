import RealModule

/// A function of two variables, known on a grid.
public struct Field: Sendable {
  /// The ranges that the grid covers; its outer points lie on their ends.
  public let x: ClosedRange<Double>
  /// The values of y at the first row and at the last.
  public let y: ClosedRange<Double>
  /// How many grid points lie in a row, and how many rows there are.
  public let columns: Int
  /// The samples from the bottom to the top.
  public let rows: Int
  /// The values row by row, from the lower end of y, in each row from the lower end of x.
  public let values: [Double]
  /// The function that it was made of; nil where it was made finer between its points.
  private(set) var function: (@Sendable (Double, Double) -> Double)?

  public subscript(column: Int, row: Int) -> Double { values[row * columns + column] }
}

extension Field {
  /// The function at the points of a grid.
  ///
  /// - Precondition: there are at least two columns and two rows.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 161, rows: Int = 161,
    _ function: @escaping @Sendable (Double, Double) -> Double
  ) {
    precondition(columns > 1 && rows > 1, "A grid has at least two points on each side.")
    let values = (0..<rows).flatMap { row in
      (0..<columns).map { column in
        function(x.place(Double(column), of: columns), y.place(Double(row), of: rows))
      }
    }
    self.init(x: x, y: y, columns: columns, rows: rows, values: values, function: function)
  }

  /// The same function over what a frame shows, as fine as before, where that is more than the grid covers.
  func reaching(_ frame: Frame) -> Field {
    func reach(_ range: ClosedRange<Double>, _ domain: Domain) -> ClosedRange<Double> {
      min(range.lowerBound, domain.lower)...max(range.upperBound, domain.upper)
    }
    let (wide, tall) = (reach(x, frame.x.domain), reach(y, frame.y.domain))
    guard let function, wide != x || tall != y else { return self }
    func finer(_ count: Int, _ reach: ClosedRange<Double>, _ range: ClosedRange<Double>) -> Int {
      Int((Double(count) * (reach.length / range.length)).rounded())
    }
    return Field(
      x: wide, y: tall, columns: finer(columns, wide, x), rows: finer(rows, tall, y), function)
  }

  /// Where a place on the grid lies.
  func datum(_ place: GridPlace) -> Datum {
    Datum(x: x.place(place.column, of: columns), y: y.place(place.row, of: rows))
  }

  /// The corners of what the grid covers.
  var corners: [Datum] {
    [Datum(x: x.lowerBound, y: y.lowerBound), Datum(x: x.upperBound, y: y.upperBound)]
  }

  /// Round values that cut the field's range into about the given number of bands of equal height.
  public func linearLevels(_ count: Int) -> [Double] {
    Ticks(on: Scale(.linear, around: values), atMost: count) { _ in true }.values
  }

  /// The values 1, 2 and 5 times powers of ten from the largest value down over some powers: for a function whose
  /// valley would vanish between equally spaced levels, as Rosenbrock's does. Only positive values have levels.
  public func logarithmicLevels(powers: Int = 4) -> [Double] {
    guard let largest = values.filter(\.isFinite).max(), largest > 0 else { return [] }
    let last = Int(Double.log10(largest).rounded(.down))
    return (last - powers...last).flatMap { exponent in
      [1, 2, 5].map { .decimal($0, power: exponent) }
    }.filter { $0 < largest }
  }
}

extension ClosedRange<Double> {
  fileprivate var length: Double { upperBound - lowerBound }

  /// The place of one of some equally spaced points from end to end.
  fileprivate func place(_ index: Double, of count: Int) -> Double {
    lowerBound + (upperBound - lowerBound) * index / Double(count - 1)
  }
}
