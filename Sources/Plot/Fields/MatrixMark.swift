import Drawing
import Words

/// A table of numbers as coloured cells with texts in them, such as a confusion matrix. Columns lie at 0, 1, 2 and so on from
/// the left, rows from the bottom; the first row is the topmost.
public struct MatrixMark: Mark {
  private let values: [[Double]]
  private let labels: [[Words]]
  private let colors: ColorMap
  private let scale: Scale

  /// - Parameters:
  ///   - values: row by row from the top.
  ///   - labels: what is written in the cells.
  ///   - colors: from the least value to the greatest.
  ///   - scale: what the map's ends stand for.
  /// - Precondition: there is a label for each value, and all rows are equally long.
  public init(_ values: [[Double]], labels: [[Words]], colors: ColorMap, scale: Scale) {
    precondition(values.map(\.count) == labels.map(\.count), "A label for each value.")
    precondition(Set(values.map(\.count)).count == 1, "Rows of one length.")
    (self.values, self.labels, self.colors, self.scale) = (values, labels, colors, scale)
  }

  public var data: [Datum] {
    let (columns, rows) = (Double(values[0].count), Double(values.count))
    return [Datum(x: -0.5, y: -0.5), Datum(x: columns - 0.5, y: rows - 0.5)]
  }

  public var margin: Margin { .none }

  public func lines(in frame: Frame) -> [[Point]] { [] }

  public func draw(on canvas: inout some Canvas, in frame: Frame) throws {
    let style = frame.style
    let cell = rect(row: 0, column: 0, in: frame)
    // All labels have one size; digits and capitals are about 0.72 em tall.
    let size = try style.commonSize(
      of: labels.joined().map { $0.label(in: style.language) },
      size: min(1.5 * style.textSize, 0.6 * cell.height), fitting: 0.8 * cell.width)
    for (row, values) in values.enumerated() {
      for (column, value) in values.enumerated() {
        let rect = rect(row: row, column: column, in: frame)
        let ground = style.color(of: colors, at: scale.fraction(value))
        canvas.fill(Path(canvas.crisp(rect)), with: ground)
        canvas.stroke(
          Path(canvas.crisp(rect)), with: style.axis, style: Stroke(width: style.hairline / 2))
        let line = try style.line(of: labels[row][column], size: size)
        let start = Point(rect.center.x - line.width / 2, rect.center.y + 0.36 * size)
        canvas.draw(line, at: start, with: ground.ofText)
      }
    }
  }

  private func rect(row: Int, column: Int, in frame: Frame) -> Rect {
    let (x, y) = (Double(column), Double(values.count - 1 - row))
    return frame.rect(from: Datum(x: x - 0.5, y: y - 0.5), to: Datum(x: x + 0.5, y: y + 0.5))
  }
}
