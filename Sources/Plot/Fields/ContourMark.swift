import Drawing

/// Lines of equal height of a function of two variables, or the bands between them.
public struct ContourMark: Mark, Sendable {
  private let field: Field
  private let colors: ColorMap?
  private let lineColor: Color?
  /// For each level the lines, and the polygons above it where bands are filled.
  private let contours: [(lines: [[Datum]], regions: [[Datum]])]

  /// - Parameters:
  ///   - field: the function's values on a grid.
  ///   - levels: the heights, rising.
  ///   - colors: fills the bands between lines, the lowest with the map's first colour; nil draws lines only.
  ///   - lineColor: nil draws no lines.
  public init(_ field: Field, levels: [Double], colors: ColorMap? = nil, lineColor: Color? = nil) {
    self.field = field
    self.colors = colors
    self.lineColor = lineColor
    contours = Self.squares(of: field, levels: levels).map { squares in
      (
        lines: lineColor == nil ? [] : squares.lines.map { $0.map(squares.field.datum) },
        regions: colors == nil ? [] : squares.regionsAbove.map { $0.map(squares.field.datum) }
      )
    }
  }

  /// For each level a grid that is fine enough for it, at most four times as fine as that of the field: a narrow valley
  /// would fall apart on a coarse one.
  private static func squares(of field: Field, levels: [Double]) -> [MarchingSquares] {
    var fields = [field]
    return levels.map { level in
      var squares = MarchingSquares(field: field, level: level)
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
    if let colors { fillBands(on: &canvas, in: frame, colors) }
    guard let lineColor else { return }
    let stroke = Stroke(width: style.hairline * 0.75, join: .round)
    for line in contours.flatMap(\.lines) {
      canvas.stroke(
        Path(lines: line.map(frame.point)), with: style.color(lineColor).opacity(0.75),
        style: stroke)
    }
  }

  /// Fills all that is above each level over what was filled for the level below it, so that no gap shows between bands.
  private func fillBands(on canvas: inout some Canvas, in frame: Frame, _ colors: ColorMap) {
    let whole = Path(frame.rect(from: field.corners[0], to: field.corners[1]))
    let regions = contours.map { contour in
      contour.regions.reduce(into: Path()) { path, polygon in
        path.addPath(Path(lines: polygon.map(frame.point), closed: true))
      }
    }
    for (index, path) in ([whole] + regions).enumerated() {
      let height = Double(index) / Double(contours.count)
      canvas.fill(path, with: frame.style.ground(of: colors, at: height))
    }
  }
}
