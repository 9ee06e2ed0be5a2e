import Drawing

/// A titled picture of charts: columns side by side, in each column charts above each other.
public struct Figure {
  public var title: Label
  /// A second line below the title, such as the values of the hyperparameters.
  public var subtitle: Label
  /// The columns from the left, each with its charts from the top.
  public var columns: [[Chart]]
  /// The size in units. At scale 1 a unit is a pixel.
  public var width = 1600.0
  public var height = 1000.0

  public init(title: Label, subtitle: Label, columns: [[Chart]]) {
    self.title = title
    self.subtitle = subtitle
    self.columns = columns
  }

  /// Draws the figure.
  ///
  /// - Throws: `MissingGlyph` where the style's typefaces lack a letter.
  public func draw(on canvas: inout some Canvas, style: Style) throws {
    let page = Rect(x: 0, y: 0, width: width, height: height).inset(by: 36)
    let title = try style.line(
      title, size: style.titleSize, bold: true, fitting: page.width)
    let subtitle = try style.line(subtitle, size: style.textSize, fitting: page.width)
    let titleBaseline = page.minY + title.ascent
    let subtitleBaseline = titleBaseline + title.descent + subtitle.height
    canvas.draw(
      title, at: Point(page.center.x - title.width / 2, titleBaseline), with: style.text)
    canvas.draw(
      subtitle, at: Point(page.center.x - subtitle.width / 2, subtitleBaseline),
      with: style.secondaryText)

    let body = page.inset(top: subtitleBaseline + subtitle.descent + 20 - page.minY)
    for layout in try layouts(in: body, style: style) { try layout.draw(on: &canvas) }
  }

  /// Gives columns equal widths, and the frames in a column equal heights and the same left edge.
  private func layouts(in body: Rect, style: Style) throws -> [ChartLayout] {
    let gutter = 44.0
    let spacing = 24.0
    let columnWidth = (body.width - gutter * Double(columns.count - 1)) / Double(columns.count)
    return try columns.enumerated().flatMap { index, charts in
      let rooms = try charts.map { try ChartRoom($0, width: columnWidth, style: style) }
      let margins = rooms.map { $0.top + $0.bottom }.reduce(0, +)
      let free = body.height - margins - spacing * Double(charts.count - 1)
      let frameHeight = free / Double(charts.count)
      let ticks = rooms.map { $0.yTicks(height: frameHeight, style: style) }
      let left = try zip(rooms, ticks).map { try $0.left(of: $1, style: style) }.max() ?? 0
      var top = body.minY
      return try zip(rooms, ticks).map { room, yTicks in
        let rect = Rect(
          x: body.minX + Double(index) * (columnWidth + gutter), y: top,
          width: columnWidth, height: room.top + frameHeight + room.bottom)
        top = rect.maxY + spacing
        return try ChartLayout(room, in: rect, yTicks: yTicks, left: left, style: style)
      }
    }
  }
}
