/// A displacement in the plane.
public struct Vector: Hashable, Sendable {
  public var dx: Double
  public var dy: Double

  @inlinable
  public init(_ dx: Double, _ dy: Double) {
    self.dx = dx
    self.dy = dy
  }

  /// The Euclidean length; coordinates beyond 1e154 overflow it to infinity.
  @inlinable
  public var length: Double { (dx * dx + dy * dy).squareRoot() }

  /// The vector turned by a quarter, from the x axis towards the y axis.
  @inlinable
  public var perpendicular: Vector { Vector(-dy, dx) }

  @inlinable
  public static func + (a: Vector, b: Vector) -> Vector { Vector(a.dx + b.dx, a.dy + b.dy) }
  @inlinable
  public static func - (a: Vector, b: Vector) -> Vector { Vector(a.dx - b.dx, a.dy - b.dy) }
  @inlinable
  public static prefix func - (v: Vector) -> Vector { Vector(-v.dx, -v.dy) }
  @inlinable
  public static func * (v: Vector, k: Double) -> Vector { Vector(v.dx * k, v.dy * k) }
  @inlinable
  public static func / (v: Vector, k: Double) -> Vector { Vector(v.dx / k, v.dy / k) }

  /// The dot product: |a|·|b|·cos of the angle between them.
  @inlinable
  public static func dot(_ a: Vector, _ b: Vector) -> Double { a.dx * b.dx + a.dy * b.dy }

  /// The cross product: |a|·|b|·sin of the angle from `a` to `b`.
  @inlinable
  public static func cross(_ a: Vector, _ b: Vector) -> Double { a.dx * b.dy - a.dy * b.dx }
}
