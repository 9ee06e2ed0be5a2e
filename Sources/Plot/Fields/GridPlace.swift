/// A place on a grid, in steps of it.
struct GridPlace: Hashable {
  var column: Double
  var row: Double

  init(_ column: Double, _ row: Double) {
    self.column = column
    self.row = row
  }
}
