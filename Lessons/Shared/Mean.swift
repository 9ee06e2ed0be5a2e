extension [Double] {
  /// The sum divided by the count.
  package var mean: Double { reduce(0, +) / Double(count) }
}
