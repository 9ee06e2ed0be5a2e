import Drawing
import Words

/// A straight line across the whole frame, such as a threshold or a minimum.
public struct RuleMark: Mark {
  /// The value on one axis; on the other one it has no partner, so that this needs no room for it.
  private let value: Datum
  public let name: Words?
  private let color: Color
  private let dash: [Double]

  public var data: [Datum] { [value] }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    guard let ends = ends(in: frame, of: canvas) else { return }
    canvas.stroke(Path(lines: ends), with: frame.style.lineColor(color), style: stroke(frame.style))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.drawSampleLine(in: rect, with: style.lineColor(color), style: stroke(style))
  }

  public func lines(in frame: Frame) -> [[Point]] {
    ends(in: frame, of: Recording()).map { [$0] } ?? []
  }

  private func ends(in frame: Frame, of canvas: some Canvas) -> [Point]? {
    let area = frame.area
    let x = canvas.crisp(frame.x(value.x), width: frame.style.hairline)
    if x.isFinite { return [Point(x, area.minY), Point(x, area.maxY)] }
    let y = canvas.crisp(frame.y(value.y), width: frame.style.hairline)
    return y.isFinite ? [Point(area.minX, y), Point(area.maxX, y)] : nil
  }

  private func stroke(_ style: Style) -> Stroke { Stroke(width: style.hairline, dash: dash) }
}

extension RuleMark {
  /// An upright line at a value of the x axis.
  public init(x: Double, name: Words? = nil, color: Color, dash: [Double] = [10, 7]) {
    self.init(value: Datum(x: x, y: .nan), name: name, color: color, dash: dash)
  }

  /// A level line at a value of the y axis.
  public init(y: Double, name: Words? = nil, color: Color, dash: [Double] = [10, 7]) {
    self.init(value: Datum(x: .nan, y: y), name: name, color: color, dash: dash)
  }
}
