import Drawing
import Words

/// A straight line across the whole frame, such as a threshold or a minimum.
public struct RuleMark: Mark {
  private enum Place {
    case x(Double)
    case y(Double)
  }

  private let place: Place
  public var name: Words?
  public var color: Color
  public var dash: [Double]

  /// An upright line at a value of the x axis.
  public init(x: Double, name: Words? = nil, color: Color, dash: [Double] = [10, 7]) {
    self.init(.x(x), name, color, dash)
  }

  /// A level line at a value of the y axis.
  public init(y: Double, name: Words? = nil, color: Color, dash: [Double] = [10, 7]) {
    self.init(.y(y), name, color, dash)
  }

  private init(_ place: Place, _ name: Words?, _ color: Color, _ dash: [Double]) {
    self.place = place
    self.name = name
    self.color = color
    self.dash = dash
  }

  /// The value has no partner on the other axis, which needs no room for it.
  public var data: [Datum] {
    switch place {
    case .x(let x): [Datum(x: x, y: .nan)]
    case .y(let y): [Datum(x: .nan, y: y)]
    }
  }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    guard let ends = ends(in: frame, of: canvas) else { return }
    canvas.stroke(Path(lines: ends), with: frame.style.color(color), style: stroke(frame.style))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    let y = canvas.crisp(rect.center.y, width: style.hairline)
    let line = Path(lines: [Point(rect.minX, y), Point(rect.maxX, y)])
    canvas.stroke(line, with: style.color(color), style: stroke(style))
  }

  public func lines(in frame: Frame) -> [[Point]] {
    ends(in: frame, of: Recording()).map { [$0] } ?? []
  }

  private func ends(in frame: Frame, of canvas: some Canvas) -> [Point]? {
    let area = frame.area
    switch place {
    case .x(let value):
      let x = canvas.crisp(frame.x(value), width: frame.style.hairline)
      return x.isFinite ? [Point(x, area.minY), Point(x, area.maxY)] : nil
    case .y(let value):
      let y = canvas.crisp(frame.y(value), width: frame.style.hairline)
      return y.isFinite ? [Point(area.minX, y), Point(area.maxX, y)] : nil
    }
  }

  private func stroke(_ style: Style) -> Stroke { Stroke(width: style.hairline, dash: dash) }
}
