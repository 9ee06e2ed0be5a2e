import Formulas

/// Flats with their areas in m², their distances from the centre in km and their prices in thousands.
enum Flats {
  static let areas = Declaration.scaling["x"].course
  static let distances: [Double] = [3, 1, 6, 2, 4]
  /// About 3 a m² less 10 a km.
  static let prices: [Double] = [92, 153, 151, 248, 321]
  /// The areas of flats that the model has not seen.
  static let testAreas = Declaration.scaling["x_test"].course
}
