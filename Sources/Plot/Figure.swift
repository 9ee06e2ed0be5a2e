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
    for layout in try layouts(in: body, style: style) { layout.draw(on: &canvas) }
  }

  /// Gives columns equal widths and charts in a column equal heights, their frames aligned left and right.
  private func layouts(in body: Rect, style: Style) throws -> [ChartLayout] {
    let gutter = 44.0
    let spacing = 24.0
    let columnWidth = (body.width - gutter * Double(columns.count - 1)) / Double(columns.count)
    return try columns.enumerated().flatMap { index, charts in
      let rows = Double(charts.count)
      let rowHeight = (body.height - spacing * (rows - 1)) / rows
      let rects = charts.indices.map { row in
        Rect(
          x: body.minX + Double(index) * (columnWidth + gutter),
          y: body.minY + Double(row) * (rowHeight + spacing),
          width: columnWidth, height: rowHeight)
      }
      var margins = try zip(charts, rects)
        .map { try ChartLayout.margins(of: $0, in: $1, style: style) }
      let left = margins.map(\.left).max() ?? 0
      for row in margins.indices { margins[row].left = left }
      return try zip(zip(charts, rects), margins)
        .map { try ChartLayout($0.0, in: $0.1, margins: $1, style: style) }
    }
  }
}
