import Drawing

/// Lines of equal height of a function of two variables, labelled with their heights, or the bands between them.
public struct ContourMark: Mark, Sendable {
  /// The function's values on a grid.
  public let field: Field
  /// The heights, rising.
  public let levels: [Double]
  /// Fills the bands between lines, the lowest with the map's first colour; nil draws lines only.
  public let colors: ColorMap?
  /// The colour of the lines; nil draws none.
  public let lineColor: Color?
  /// Whether lines that are long enough say how high they are.
  public let isLabelled: Bool

  /// What is drawn for each level: the lines, and the polygons above it where bands are filled.
  private let contours: [(lines: [[Datum]], regions: [[Datum]])]

  public init(
    _ field: Field, levels: [Double], colors: ColorMap? = nil, lineColor: Color? = nil,
    isLabelled: Bool = false
  ) {
    self.field = field
    self.levels = levels
    self.colors = colors
    self.lineColor = lineColor
    self.isLabelled = isLabelled
    contours = Self.squares(of: field, levels: levels).map { squares in
      (
        lines: lineColor == nil ? [] : squares.lines.map { $0.map(squares.field.datum) },
        regions: colors == nil ? [] : squares.regionsAbove.map { $0.map(squares.field.datum) }
      )
    }
  }

  public var data: [Datum] { field.corners }

  public func draw(on canvas: inout some Canvas, in frame: Frame) throws {
    if let colors { fillBands(on: &canvas, in: frame, colors) }
    guard let lineColor else { return }
    let color = frame.style.color(lineColor)
    let width = frame.style.hairline * 0.75
    var labels: [Rect] = []
    for (level, contour) in zip(levels, contours) {
      let lines = contour.lines.map { $0.map(frame.point) }
      for line in lines {
        canvas.stroke(
          Path(lines: line), with: color.opacity(0.75), style: Stroke(width: width, join: .round))
      }
      guard isLabelled, let longest = lines.max(by: { $0.count < $1.count }) else { continue }
      try label(longest, level, on: &canvas, in: frame, color, besides: &labels)
    }
  }

  /// Fills all that is above each level over what was filled for the level below it, so that no gap shows between bands.
  private func fillBands(
    on canvas: inout some Canvas, in frame: Frame, _ colors: ColorMap
  ) {
    let corners = field.corners.map(frame.point)
    let area = Rect(
      minX: corners[0].x, minY: corners[1].y, maxX: corners[1].x, maxY: corners[0].y)
    canvas.fill(Path(area), with: frame.style.ground(of: colors, at: 0))
    for (index, contour) in contours.enumerated() {
      var path = Path()
      for polygon in contour.regions {
        path.addPath(Path(lines: polygon.map(frame.point), closed: true))
      }
      canvas.fill(
        path, with: frame.style.ground(of: colors, at: Double(index + 1) / Double(levels.count)))
    }
  }

  /// Writes the height on the middle of a line, with a seam that keeps it readable on any ground, if there is room
  /// beside the labels written before.
  private func label(
    _ line: [Point], _ level: Double, on canvas: inout some Canvas, in frame: Frame,
    _ color: Color, besides labels: inout [Rect]
  ) throws {
    let label = try frame.style.line(Ticks.label(of: level), size: frame.style.tickSize * 0.9)
    let middle = line[line.count / 2]
    let start = Point(middle.x - label.width / 2, middle.y + label.middleToBaseline)
    let ink = Rect(
      x: start.x, y: middle.y - label.size / 2, width: label.width, height: label.size)
    let room = ink.inset(by: -6)
    guard line.count > 12, frame.area.contains(room), !labels.contains(where: room.overlaps)
    else { return }
    labels.append(room)
    canvas.draw(label, at: start, with: color, seamIn: frame.style)
  }

  public var margin: Margin { .none }

  public func lines(in frame: Frame) -> [[Point]] { [] }

  /// For each level a grid that is fine enough for it, at most four times as fine as that of the field: a narrow valley
  /// would fall apart on a coarse one.
  private static func squares(of field: Field, levels: [Double]) -> [MarchingSquares] {
    var fields = [field]
    return levels.map { level in
      var squares = MarchingSquares(field: field, level: level)
      var refinements = 0
      while !squares.isResolved && refinements < 2 {
        refinements += 1
        if fields.count == refinements { fields.append(squares.field.refined()) }
        squares = MarchingSquares(field: fields[refinements], level: level)
      }
      return squares
    }
  }
}
