extension Field {
  /// The field on a grid twice as fine. Between four neighbours it is taken to be a cubic, which joins smoothly
  /// (Deslauriers and Dubuc, Symmetric iterative interpolation processes, 1989).
  func refined() -> Field {
    let (width, height) = (2 * columns - 1, 2 * rows - 1)
    let refinedRows = (0..<rows).map { row in Self.refined((0..<columns).map { self[$0, row] }) }
    let refinedColumns = (0..<width).map { column in Self.refined(refinedRows.map { $0[column] }) }
    let values = (0..<height).flatMap { row in refinedColumns.map { $0[row] } }
    return Field(x: x, y: y, columns: width, rows: height, values: values)
  }

  /// Equally spaced values, with one more between each two.
  private static func refined(_ values: [Double]) -> [Double] {
    var refined: [Double] = []
    refined.reserveCapacity(2 * values.count)
    for index in 0..<(values.count - 1) {
      let (a, b) = (values[index], values[index + 1])
      refined.append(a)
      // Beyond the ends the field goes on as it came.
      let before = index > 0 ? values[index - 1] : 2 * a - b
      let after = index + 2 < values.count ? values[index + 2] : 2 * b - a
      let middle = (9 * (a + b) - before - after) / 16
      refined.append(middle.isFinite ? middle : (a + b) / 2)
    }
    refined.append(values[values.count - 1])
    return refined
  }
}
