/// A function of several numbers and its partial derivatives, derived once and calculated as often as wanted.
///
///     let square = Double.function(of: 1) { .pow($0[0], 2) }
///     square.value([3])       // 9
///     square.gradient([3])    // [6]
public struct DifferentiableFunction<Number>: Sendable {
  /// The function's value at a point.
  public let value: @Sendable (_ point: [Number]) -> Number
  /// The partial derivatives at a point, one for each variable.
  public let gradient: @Sendable (_ point: [Number]) -> [Number]
}
