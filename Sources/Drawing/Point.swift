/// A position in the plane: x grows to the right and y downwards, as on a screen.
///
/// A position is not a displacement: two points can be subtracted, which gives a `Vector`, but not added.
public struct Point: Hashable, Sendable {
  public var x: Double
  public var y: Double

  @inlinable
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers that can be drawn.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }

  @inlinable
  public static func - (a: Point, b: Point) -> Vector { Vector(a.x - b.x, a.y - b.y) }
  @inlinable
  public static func + (p: Point, v: Vector) -> Point { Point(p.x + v.dx, p.y + v.dy) }
  @inlinable
  public static func - (p: Point, v: Vector) -> Point { Point(p.x - v.dx, p.y - v.dy) }
}
