import Drawing

/// A function of two variables as colours: a rectangle around each grid point.
public struct HeatmapMark: Mark {
  private let field: Field
  private let colors: ColorMap
  private let scale: Scale

  /// - Parameters:
  ///   - field: the function's values on a grid.
  ///   - colors: from the least value to the greatest.
  ///   - scale: what the map's ends stand for.
  public init(_ field: Field, colors: ColorMap, scale: Scale) {
    self.field = field
    self.colors = colors
    self.scale = scale
  }

  /// The corners of the rectangles of the outermost grid points.
  public var data: [Datum] { [corner(0, 0), corner(field.columns, field.rows)] }

  public var margin: Margin { .none }

  public func lines(in frame: Frame) -> [[Point]] { [] }

  /// Neighbours of one colour in a row are one rectangle; what is not finite is left out.
  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    for row in 0..<field.rows {
      let colors = (0..<field.columns).map { color(column: $0, row: row, frame.style) }
      var start = 0
      for column in 1...field.columns
      where column == field.columns || colors[column] != colors[start] {
        if let color = colors[start] {
          let rect = rect(from: start, to: column, row: row, in: frame)
          canvas.fill(Path(canvas.crisp(rect)), with: color)
        }
        start = column
      }
    }
    if frame.style.hidesSign(of: colors) { drawSigns(on: &canvas, in: frame) }
  }

  /// Marks every few of the cells in the lower half of the map.
  private func drawSigns(on canvas: inout some Canvas, in frame: Frame) {
    func marked(_ count: Int, along length: Double) -> StrideTo<Int> {
      let every = max(1, Int((MinusSigns.distance / (length / Double(count))).rounded()))
      return stride(from: every / 2, to: count, by: every)
    }
    let whole = frame.rect(from: data[0], to: data[1])
    var signs = MinusSigns()
    for row in marked(field.rows, along: whole.height) {
      for column in marked(field.columns, along: whole.width)
      where scale.fraction(field[column, row]) < 0.5 {
        guard let ground = color(column: column, row: row, frame.style) else { continue }
        signs.add(at: rect(from: column, to: column + 1, row: row, in: frame).center, on: ground)
      }
    }
    signs.draw(on: &canvas, style: frame.style)
  }

  private func color(column: Int, row: Int, _ style: Style) -> Color? {
    let value = field[column, row]
    // What has no place on a logarithmic scale lies below it; a map takes it for the lower end.
    return value.isFinite ? style.color(of: colors, at: scale.fraction(value)) : nil
  }

  /// What the rectangles of some columns take in a row.
  private func rect(from start: Int, to end: Int, row: Int, in frame: Frame) -> Rect {
    frame.rect(from: corner(start, row), to: corner(end, row + 1))
  }

  /// The lower left corner of a grid point's rectangle.
  private func corner(_ column: Int, _ row: Int) -> Datum {
    field.datum(GridPlace(Double(column) - 0.5, Double(row) - 0.5))
  }
}
