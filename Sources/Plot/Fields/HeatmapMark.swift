import Drawing

/// A function of two variables as colours: a rectangle around each grid point.
public struct HeatmapMark: Mark {
  /// The function's values on a grid.
  public var field: Field
  /// The colours, from the least value to the greatest.
  public var colors: ColorMap
  /// What the map's ends stand for.
  public var scale: Scale

  public init(_ field: Field, colors: ColorMap, scale: Scale) {
    self.field = field
    self.colors = colors
    self.scale = scale
  }

  /// The corners of the rectangles of the outermost grid points.
  public var data: [Datum] {
    [
      field.datum(GridPlace(-0.5, -0.5)),
      field.datum(GridPlace(Double(field.columns) - 0.5, Double(field.rows) - 0.5)),
    ]
  }

  /// Neighbours of one colour in a row are one rectangle; what is not finite is left out.
  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    for row in 0..<field.rows {
      let colors = (0..<field.columns).map { color(column: $0, row: row, frame.style) }
      let bottom = canvas.crisp(y(row, in: frame), width: 0)
      let top = canvas.crisp(y(row + 1, in: frame), width: 0)
      var start = 0
      for column in 1...field.columns
      where column == field.columns || colors[column] != colors[start] {
        if let color = colors[start] {
          let left = canvas.crisp(x(start, in: frame), width: 0)
          let right = canvas.crisp(x(column, in: frame), width: 0)
          canvas.fill(
            Path(Rect(minX: left, minY: top, maxX: right, maxY: bottom)), with: color)
        }
        start = column
      }
    }
    if frame.style.hidesSign(of: colors) { drawSigns(on: &canvas, in: frame) }
  }

  /// Marks every few of the cells in the lower half of the map.
  private func drawSigns(on canvas: inout some Canvas, in frame: Frame) {
    var signs = MinusSigns()
    func cells(_ places: [Double]) -> [Int] {
      let size = abs((places.last ?? 0) - (places.first ?? 0)) / Double(places.count - 1)
      let every = max(1, Int((MinusSigns.distance / size).rounded()))
      return Array(stride(from: every / 2, to: places.count - 1, by: every))
    }
    let lefts = (0...field.columns).map { x($0, in: frame) }
    let bottoms = (0...field.rows).map { y($0, in: frame) }
    for row in cells(bottoms) {
      for column in cells(lefts) where scale.fraction(field[column, row]) < 0.5 {
        guard let ground = color(column: column, row: row, frame.style) else { continue }
        let middle = Point(
          (lefts[column] + lefts[column + 1]) / 2, (bottoms[row] + bottoms[row + 1]) / 2)
        signs.add(at: middle, on: ground)
      }
    }
    signs.draw(on: &canvas, style: frame.style)
  }

  public var margin: Margin { .none }

  public func lines(in frame: Frame) -> [[Point]] { [] }

  private func color(column: Int, row: Int, _ style: Style) -> Color? {
    let value = field[column, row]
    // What has no place on a logarithmic scale lies below it; a map takes it for the lower end.
    return value.isFinite ? style.color(of: colors, at: scale.fraction(value)) : nil
  }

  /// The left edge of a column's rectangles and the lower edge of a row's.
  private func x(_ column: Int, in frame: Frame) -> Double {
    frame.x(field.datum(GridPlace(Double(column) - 0.5, 0)).x)
  }

  private func y(_ row: Int, in frame: Frame) -> Double {
    frame.y(field.datum(GridPlace(0, Double(row) - 0.5)).y)
  }
}
