/// The numbers that a rule is given, by the symbols that its declaration has.
///
///     Adam(Given { symbol in Declaration.adam[symbol].course })    // with the course's numbers
public struct Given<Number: Scalar> {
  private let values: (Symbol) -> [Double]
  private let number: (Double) -> Number

  /// - Parameters:
  ///   - number: makes a number of a double, where the number type does that in a way of its own.
  ///   - values: the values of a symbol, one or several.
  public init(
    number: @escaping (Double) -> Number = Number.init, _ values: @escaping (Symbol) -> [Double]
  ) {
    self.number = number
    self.values = values
  }

  /// A number.
  ///
  /// - Precondition: there is one.
  public subscript(symbol: Symbol) -> Number { number(values(symbol)[0]) }

  /// The numbers of a list.
  public func list(_ symbol: Symbol) -> [Number] { values(symbol).map(number) }

  /// A number to be counted with.
  ///
  /// - Precondition: there is one, and it is whole.
  public func count(_ symbol: Symbol) -> Int { Int(values(symbol)[0]) }

  /// A list of numbers to be counted with.
  public func counts(_ symbol: Symbol) -> [Int] { values(symbol).map { Int($0) } }

  /// A number to be compared with.
  public func value(_ symbol: Symbol) -> Double { values(symbol)[0] }
}
