/// Room around data, in parts of the axes.
public struct Margin: Hashable, Sendable {
  public var x: Double
  public var y: Double

  /// For lines: they may end at the frame, but do not touch it on their way.
  public static let line = Margin(x: 0, y: 0.06)
  /// For points: they are whole.
  public static let point = Margin(x: 0.03, y: 0.06)
  /// For what fills the frame.
  public static let none = Margin(x: 0, y: 0)
}
