/// How a path is drawn as a line.
public struct Stroke: Hashable, Sendable {
  /// What an open end looks like: cut at the end point, a half circle, or half a square beyond it.
  public enum Cap: Hashable, Sendable { case butt, round, square }

  /// What a corner looks like: the edges prolonged until they meet, an arc, or cut off.
  public enum Join: Hashable, Sendable { case miter, round, bevel }

  /// The line's width, in units of the canvas.
  public var width: Double
  public var cap: Cap
  public var join: Join
  /// A mitered corner reaching further than this many half widths is beveled instead.
  public var miterLimit: Double
  /// Lengths of dashes and gaps in turn, in units of the canvas; empty for a solid line.
  public var dash: [Double]
  /// Where in the dash pattern the line starts.
  public var dashPhase: Double

  public init(
    width: Double, cap: Cap = .butt, join: Join = .miter, miterLimit: Double = 4,
    dash: [Double] = [], dashPhase: Double = 0
  ) {
    self.width = width
    self.cap = cap
    self.join = join
    self.miterLimit = miterLimit
    self.dash = dash
    self.dashPhase = dashPhase
  }
}
