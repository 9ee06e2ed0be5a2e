/// What a place in the graph of a formula is.
enum Operation: Hashable {
  /// A number without a formula.
  case constant
  /// One operand, known by a name.
  case named(Symbol, Step?)
  /// One operand, which is written as it is, and in a product without parentheses.
  case part
  case calculation(Calculation)
}
