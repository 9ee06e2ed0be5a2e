import Drawing
import Synchronization
import Words

/// Lines of equal height of a function of two variables, or the bands between them.
public struct ContourMark: Mark, Sendable {
  private let field: Field
  private let levels: [Double]
  private let colors: ColorMap?
  private let lineColor: Color?
  private let name: Mathematics?
  private let drawn = Drawn()

  /// For each level the lines, and the polygons above it where bands are filled.
  private typealias Contours = [(level: Double, lines: [[Datum]], regions: [[Datum]])]

  /// The contours that were drawn last, as the charts of small multiples have the same.
  private final class Drawn: Sendable {
    let last = Mutex<(x: Scale, y: Scale, contours: Contours)?>(nil)
  }

  /// - Parameters:
  ///   - field: the function's values on a grid.
  ///   - levels: the heights, rising.
  ///   - colors: fills the bands between lines, the lowest with the map's first colour; nil draws lines only.
  ///   - lineColor: nil draws no lines.
  ///   - name: the function's, for the heights that are written on two of the lines.
  public init(
    _ field: Field, levels: [Double], colors: ColorMap? = nil, lineColor: Color? = nil,
    name: Mathematics? = nil
  ) {
    self.field = field
    self.levels = levels
    self.colors = colors
    self.lineColor = lineColor
    self.name = name
  }

  private func contours(in frame: Frame) -> Contours {
    drawn.last.withLock { last in
      if let last, last.x == frame.x, last.y == frame.y { return last.contours }
      let contours = squares(in: frame).map { squares in
        (
          level: squares.level,
          lines: lineColor == nil ? [] : squares.lines.map { $0.map(squares.field.datum) },
          regions: colors == nil ? [] : squares.regionsAbove.map { $0.map(squares.field.datum) }
        )
      }
      last = (frame.x, frame.y, contours)
      return contours
    }
  }

  /// For each level a grid that is fine enough for it, at most four times as fine as that of the field: a narrow valley
  /// would fall apart on a coarse one.
  private func squares(in frame: Frame) -> [MarchingSquares] {
    var fields = [field.reaching(frame)]
    return levels.map { level in
      var squares = MarchingSquares(field: fields[0], level: level)
      for refinement in 1...2 where !squares.isResolved {
        if fields.count == refinement { fields.append(squares.field.refined()) }
        squares = MarchingSquares(field: fields[refinement], level: level)
      }
      return squares
    }
  }

  public var data: [Datum] { field.corners }

  public var margin: Margin { .none }

  public func lines(in frame: Frame) -> [[Point]] { [] }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    let style = frame.style
    let contours = contours(in: frame)
    if let colors { fillBands(on: &canvas, in: frame, colors, contours) }
    guard let lineColor else { return }
    let stroke = Stroke(width: style.hairline * 0.75, join: .round)
    let lines = contours.flatMap(\.lines).reduce(into: Path()) { path, line in
      path.addPath(Path(lines: line.map(frame.point)))
    }
    canvas.stroke(lines, with: style.color(lineColor).opacity(0.75), style: stroke)
  }

  /// The heights of two of the lines that are seen, on them.
  public func annotations(in frame: Frame) -> [Annotation] {
    let seen = contours(in: frame).compactMap { contour -> Annotation? in
      let places = contour.lines.flatMap(\.self).filter { frame.shows(frame.point($0)) }
      guard places.count > 8 else { return nil }
      let thinned = stride(from: 0, to: places.count, by: max(1, places.count / 40))
      let (whole, level) = (contour.level.rounded(), contour.level)
      let text = whole == level && whole.magnitude < 1e6 ? "\(Int(whole))" : "\(level)"
      let number = Mathematics.number(text.replacing("-", with: "−"))
      return Annotation(
        Words(math: name.map { .equation($0, number) } ?? number), on: thinned.map { places[$0] })
    }
    return seen.count < 3 ? seen : [seen[seen.count / 3], seen[2 * seen.count / 3]]
  }

  /// Fills all that is above each level over what was filled for the level below it, so that no gap shows between bands.
  private func fillBands(
    on canvas: inout some Canvas, in frame: Frame, _ colors: ColorMap, _ contours: Contours
  ) {
    let regions = contours.map { contour in
      contour.regions.reduce(into: Path()) { path, polygon in
        path.addPath(Path(lines: polygon.map(frame.point), closed: true))
      }
    }
    for (index, path) in ([Path(frame.area)] + regions).enumerated() {
      let height = Double(index) / Double(levels.count)
      canvas.fill(path, with: frame.style.ground(of: colors, at: height))
    }
  }
}
