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

  private let slices: [Slice]
  public let name: Words?
  private let color: Color

  /// - Parameter color: that of the area's lines; what is drawn earlier shows through the area.
  public init(_ slices: [Slice], name: Words? = nil, color: Color) {
    self.slices = slices
    self.name = name
    self.color = color.opacity(0.25)
  }

  public var data: [Datum] {
    slices.flatMap { [Datum(x: $0.x, y: $0.lower), Datum(x: $0.x, y: $0.upper)] }
  }

  /// The area, in one piece for each run of slices that are finite.
  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    let ends = slices.map { slice in
      [slice.upper, slice.lower].map { frame.point(Datum(x: slice.x, y: $0)) }
    }
    var path = Path()
    for run in ends.split(whereSeparator: { !$0.allSatisfy(\.isFinite) }) where run.count > 1 {
      let outline = run.map { $0[0] } + run.reversed().map { $0[1] }
      path.addPath(Path(lines: outline, closed: true))
    }
    canvas.fill(path, with: frame.style.color(color))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.fill(Path(rect), with: style.color(color))
  }

  /// A label may stand on an area.
  public func lines(in frame: Frame) -> [[Point]] { [] }
}
