/// A rectangle with its sides along the axes, given by its edges.
public struct Rect: Hashable, Sendable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  @inlinable
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  @inlinable
  public var width: Double { maxX - minX }
  @inlinable
  public var height: Double { maxY - minY }
  @inlinable
  public var center: Point { Point((minX + maxX) / 2, (minY + maxY) / 2) }

  /// From the top left one on, with the clock as seen on the screen.
  public var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
  }

  /// Whether the rectangle has no area.
  @inlinable
  public var isEmpty: Bool { !(minX < maxX && minY < maxY) }

  /// The rectangle with each edge moved inwards by the given amount; a negative amount moves it outwards.
  public func inset(
    left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0
  ) -> Rect {
    Rect(minX: minX + left, minY: minY + top, maxX: maxX - right, maxY: maxY - bottom)
  }

  /// The rectangle with all four edges moved inwards by the same amount.
  public func inset(by amount: Double) -> Rect {
    inset(left: amount, top: amount, right: amount, bottom: amount)
  }

  public func contains(_ p: Point) -> Bool {
    minX <= p.x && p.x <= maxX && minY <= p.y && p.y <= maxY
  }

  public func contains(_ other: Rect) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// Whether the two rectangles share an area; touching edges do not count.
  public func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// The common part of both rectangles, empty where they do not overlap.
  public func intersection(_ other: Rect) -> Rect {
    Rect(
      minX: max(minX, other.minX), minY: max(minY, other.minY),
      maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
  }

  /// The smallest rectangle that holds both.
  public func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY),
      maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
  }
}
