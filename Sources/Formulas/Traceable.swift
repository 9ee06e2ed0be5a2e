/// A number that can be handed to a `Traced` calculation and taken back, which is how a gradient is found at a point
/// of any number type.
public protocol Traceable: Scalar {
  init(_ traced: Traced)
  /// The number as a variable: unlike a literal, it is not multiplied out in a derivative.
  var traced: Traced { get }
}

extension Traced: Traceable {
  public init(_ traced: Traced) { self = traced }
  public var traced: Traced { self }
}

extension Double: Traceable {
  public init(_ traced: Traced) { self = traced.value }
  public var traced: Traced { Traced(self).named("x") }
}

extension Float: Traceable {
  /// The gradient is found in double precision and rounded once.
  public init(_ traced: Traced) { self = Float(traced.value) }
  public var traced: Traced { Traced(Double(self)).named("x") }
}
