/// How a path is drawn as a line.
public struct Stroke: Hashable, Sendable {
  /// What an open end looks like: cut at the end point, a half circle, or half a square beyond it.
  public enum Cap: Hashable, Sendable { case butt, round, square }

  /// What a corner looks like: the edges prolonged until they meet, an arc, or cut off. A corner whose edges would meet more
  /// than four half widths away is cut off, too.
  public enum Join: Hashable, Sendable { case miter, round, bevel }

  /// The line's width, in units of the canvas.
  public var width: Double
  public var cap: Cap
  public var join: Join
  /// Lengths of dashes and gaps in turn, in units of the canvas; empty for a solid line.
  public var dash: [Double]
  public init(width: Double, cap: Cap = .butt, join: Join = .miter, dash: [Double] = []) {
    self.width = width
    self.cap = cap
    self.join = join
    self.dash = dash
  }
}
