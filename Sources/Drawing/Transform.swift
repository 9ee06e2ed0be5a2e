/// An affine map of the plane: (x, y) ↦ (a·x + c·y + tx, b·x + d·y + ty).
public struct Transform: Hashable, Sendable {
  /// The x that a unit of x becomes.
  public var a: Double
  /// The y that a unit of x becomes.
  public var b: Double
  /// The x that a unit of y becomes.
  public var c: Double
  /// The y that a unit of y becomes.
  public var d: Double
  /// The x that the origin becomes.
  public var tx: Double
  /// The y that the origin becomes.
  public var ty: Double

  @inlinable
  public init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.tx = tx
    self.ty = ty
  }

  /// The map that leaves every point where it is.
  public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)

  public static func translation(_ dx: Double, _ dy: Double) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, tx: dx, ty: dy)
  }

  public static func scale(_ sx: Double, _ sy: Double) -> Transform {
    Transform(a: sx, b: 0, c: 0, d: sy, tx: 0, ty: 0)
  }

  /// A quarter turn against the clock as seen on the screen, so that text reads upwards.
  public static let quarterTurn = Transform(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 0)

  /// The map that slants upright letters to the right by the given tangent.
  public static func slant(_ tangent: Double) -> Transform {
    Transform(a: 1, b: 0, c: -tangent, d: 1, tx: 0, ty: 0)
  }

  /// This map first, then the other.
  public func then(_ next: Transform) -> Transform {
    Transform(
      a: next.a * a + next.c * b, b: next.b * a + next.d * b,
      c: next.a * c + next.c * d, d: next.b * c + next.d * d,
      tx: next.a * tx + next.c * ty + next.tx, ty: next.b * tx + next.d * ty + next.ty)
  }

  @inlinable
  public func callAsFunction(_ p: Point) -> Point {
    Point(a * p.x + c * p.y + tx, b * p.x + d * p.y + ty)
  }
}
