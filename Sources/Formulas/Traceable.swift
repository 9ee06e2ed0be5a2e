/// A number type that formulas can be differentiated for.
public protocol Traceable: Scalar {
  /// The number as a variable: unlike a literal, it is not multiplied out in a derivative.
  var traced: Traced { get }

  /// A formula of some variables as a function of this number type, with its gradient.
  static func function(
    of variables: Int, _ formula: @escaping @Sendable ([Traced]) -> Traced
  ) -> DifferentiableFunction<Self>
}

extension Traced: Traceable {
  public var traced: Traced { self }

  /// Both are formulas of the very point that they are given.
  public static func function(
    of variables: Int, _ formula: @escaping @Sendable ([Traced]) -> Traced
  ) -> DifferentiableFunction<Traced> {
    DifferentiableFunction(value: formula) { formula($0).gradient(by: $0) }
  }
}

extension Double: Traceable {
  public var traced: Traced { Traced(self).named("x") }

  public static func function(
    of variables: Int, _ formula: @escaping @Sendable ([Traced]) -> Traced
  ) -> DifferentiableFunction<Double> {
    let point = (0..<variables).map { _ in 1.0.traced }
    let result = formula(point)
    let value = Tape([result], of: point)
    let gradient = Tape(result.gradient(by: point, isGeneral: true), of: point)
    return DifferentiableFunction(
      value: { value.results(at: $0)[0] },
      gradient: {
        let general = gradient.results(at: $0)
        guard general.contains(where: \.isNaN) else { return general }
        let point = $0.map(\.traced)
        return formula(point).gradient(by: point).map(\.value)
      })
  }
}

extension Float: Traceable {
  public var traced: Traced { Double(self).traced }

  /// Both are calculated in double precision and rounded once.
  public static func function(
    of variables: Int, _ formula: @escaping @Sendable ([Traced]) -> Traced
  ) -> DifferentiableFunction<Float> {
    let double = Double.function(of: variables, formula)
    return DifferentiableFunction(
      value: { Float(double.value($0.map(Double.init))) },
      gradient: { double.gradient($0.map(Double.init)).map(Float.init) })
  }
}
