import Drawing
import Words

/// Level arrows in rows from the top, each below a text of its own, such as what it was calculated from.
public struct ArrowRowsMark: Mark {
  /// Where an arrow begins and where its head is, on the level axis.
  public typealias Row = (label: Words, from: Double, to: Double, color: Color)

  private let rows: [Row]

  public init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The axis of the rows, which has no numbers.
  public static func axis(rows: Int) -> Axis {
    Axis("", domain: Domain(0, Double(rows))).unlabelled
  }

  public var data: [Datum] {
    rows.enumerated().flatMap { index, row in
      [row.from, row.to].map { Datum(x: $0, y: height(of: index)) }
    }
  }

  public var margin: Margin { .point }

  /// An arrow lies in the lower half of its row.
  private func height(of row: Int) -> Double { Double(rows.count - row) - 0.8 }

  public func draw(on canvas: inout some Canvas, in frame: Frame) throws {
    let style = frame.style
    let labels = rows.map { $0.label.label(in: style.language) }
    let room = frame.area.width - 2 * Style.gap
    let rowHeight = frame.area.height / Double(max(1, rows.count))
    let size = try style.commonSize(
      of: labels, size: min(style.tickSize, 0.74 * rowHeight), fitting: room)
    for (index, row) in rows.enumerated() {
      let y = height(of: index)
      let arrow = ArrowMark([(Datum(x: row.from, y: y), Datum(x: row.to, y: y))], color: row.color)
      arrow.draw(on: &canvas, in: frame)
      let line = try style.line(labels[index], size: size)
      // Digits are about 0.72 em tall.
      let start = Point(
        frame.area.minX + Style.gap, frame.y(y + 0.44) + 0.36 * size)
      canvas.draw(line, at: start, with: style.textColor(row.color), seamIn: style)
    }
  }
}
