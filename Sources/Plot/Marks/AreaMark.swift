import Drawing
import Words

/// The area between two lines, such as an error band around a mean or what lies under a curve.
public struct AreaMark: Mark {
  /// A place on the x axis and the two values between which the area lies there.
  public struct Slice: Hashable, Sendable {
    public var x: Double
    public var lower: Double
    public var upper: Double

    public init(x: Double, lower: Double, upper: Double) {
      self.x = x
      self.lower = lower
      self.upper = upper
    }
  }

  public var slices: [Slice]
  public var name: Words?
  public var color: Color
  /// From 0 to 1; below 1 what is drawn earlier shows through.
  public var opacity: Double

  public init(_ slices: [Slice], name: Words? = nil, color: Color, opacity: Double = 0.25) {
    self.slices = slices
    self.name = name
    self.color = color
    self.opacity = opacity
  }

  public var data: [Datum] {
    slices.flatMap { [Datum(x: $0.x, y: $0.lower), Datum(x: $0.x, y: $0.upper)] }
  }

  /// The area, in one piece for each run of slices that are finite.
  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    var path = Path()
    var run: [(lower: Point, upper: Point)] = []
    func close() {
      if run.count > 1 {
        path.addPath(
          Path(lines: run.map(\.upper) + run.reversed().map(\.lower), closed: true))
      }
      run = []
    }
    for slice in slices {
      let lower = frame.point(Datum(x: slice.x, y: slice.lower))
      let upper = frame.point(Datum(x: slice.x, y: slice.upper))
      if lower.isFinite, upper.isFinite { run.append((lower, upper)) } else { close() }
    }
    close()
    canvas.fill(path, with: frame.style.color(color.opacity(opacity)))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.fill(Path(rect), with: style.color(color.opacity(opacity)))
  }

  /// A label may stand on an area.
  public func lines(in frame: Frame) -> [[Point]] { [] }
}
