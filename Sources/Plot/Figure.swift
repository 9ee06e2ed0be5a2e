import Drawing
import Words

/// A titled picture of charts: columns side by side, in each column charts above each other.
public struct Figure {
  /// What stands above all charts.
  public var title: Words
  /// A line below the title, such as the values of the hyperparameters; two where it is long.
  public var subtitle: Words
  /// The columns from the left, each with its charts from the top.
  public var columns: [[Chart]]
  /// Whether all charts show the same ranges, written once at the left and at the bottom: small multiples.
  public var sharesAxes = false
  /// How large the figure is.
  public var size: Size

  public init(
    title: Words, subtitle: Words, columns: [[Chart]], size: Size = .standard
  ) {
    self.title = title
    self.subtitle = subtitle
    self.columns = columns
    self.size = size
  }

  /// Draws the figure.
  ///
  /// - Throws: `MissingGlyph` where the style's typefaces lack a letter.
  public func draw(on canvas: inout some Canvas, style: Style) throws {
    let style = style.scaled(by: size.typeScale)
    let page = size.page.inset(by: 36 * min(1, size.typeScale))
    var bottom = page.minY
    let title = try style.lines(
      title.label(in: style.language), size: style.titleSize, bold: true, fitting: page.width,
      orScaledBy: Style.leastScale)
    let titleSize = try style.commonSize(
      of: title, size: style.titleSize, bold: true, fitting: page.width)
    // A page writes both itself.
    for label in title where !label.runs.isEmpty {
      let line = try style.line(label, size: titleSize, bold: true)
      let start = Point(page.center.x - line.width / 2, bottom + line.ascent)
      canvas.draw(line, at: start, with: style.text)
      bottom += line.height
    }
    let subtitle = try style.lines(
      subtitle.label(in: style.language), size: style.textSize, fitting: page.width)
    let subtitleSize = try style.commonSize(
      of: subtitle, size: style.textSize, fitting: page.width)
    for label in subtitle where !label.runs.isEmpty {
      let line = try style.line(label, size: subtitleSize)
      let start = Point(page.center.x - line.width / 2, bottom + line.height)
      canvas.draw(line, at: start, with: style.secondaryText)
      bottom = start.y + line.descent
    }

    let body = page.inset(top: bottom + 20 - page.minY)
    let grids = gridsOnPage
    // A row alone has more than its share, as texts around charts take as much as in a taller grid.
    let rows = grids.map { Double($0[0].count + 2) }
    var top = body.minY
    for (columns, count) in zip(grids, rows) {
      let height = body.height * count / rows.reduce(0, +)
      let grid = ChartGrid(columns: columns, sharesAxes: sharesAxes, theme: style.theme)
      let part = Rect(x: body.minX, y: top, width: body.width, height: height)
      for layout in try grid.layouts(in: part, style: style) { try layout.draw(on: &canvas) }
      top += height
    }
  }

  /// The columns as the size has room for them, in grids above each other. On a narrow page charts stand above each other as they
  /// are read along the rows; small multiples and what would be too flat two by two; and tall columns side by side.
  private var gridsOnPage: [[[Chart]]] {
    guard size.isNarrow else { return [columns] }
    let rows = columns.map(\.count).max() ?? 0
    let charts = (0..<rows).flatMap { row in
      columns.filter { row < $0.count }.map { $0[row] }
    }
    guard sharesAxes || charts.count > 4 else { return [[charts]] }
    let tall = columns.filter { $0.count > 2 }
    if !sharesAxes, tall.count == 2 {
      let others = columns.filter { $0.count <= 2 }.flatMap(\.self)
      return [tall] + (others.isEmpty ? [] : [[others]])
    }
    let pairs = (0..<min(2, charts.count)).map { column in
      stride(from: column, to: charts.count, by: 2).map { charts[$0] }
    }
    return [pairs]
  }
}
