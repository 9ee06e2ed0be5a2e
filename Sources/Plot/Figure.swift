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
    let page = size.page.inset(by: 36)
    let title = try style.line(
      title.label(in: style.language), size: style.titleSize, bold: true, fitting: page.width)
    canvas.draw(
      title, at: Point(page.center.x - title.width / 2, page.minY + title.ascent), with: style.text)
    var bottom = page.minY + title.height
    let subtitle = subtitle.label(in: style.language)
    for label in try style.lines(subtitle, size: style.textSize, fitting: page.width) {
      let line = try style.line(label, size: style.textSize, fitting: page.width)
      let start = Point(page.center.x - line.width / 2, bottom + line.height)
      canvas.draw(line, at: start, with: style.secondaryText)
      bottom = start.y + line.descent
    }

    let body = page.inset(top: bottom + 20 - page.minY)
    let grid = ChartGrid(columns: columnsOnPage, sharesAxes: sharesAxes)
    for layout in try grid.layouts(in: body, style: style) { try layout.draw(on: &canvas) }
  }

  /// The columns as the size has room for them. On a narrow page charts stand above each other; small multiples and what
  /// would be too flat two by two, read along the rows as before.
  private var columnsOnPage: [[Chart]] {
    guard size.isNarrow else { return columns }
    let charts = columns.flatMap(\.self)
    guard sharesAxes || charts.count > 4 else { return [charts] }
    let rows = columns.map(\.count).max() ?? 0
    let alongRows = (0..<rows).flatMap { row in
      columns.filter { row < $0.count }.map { $0[row] }
    }
    return (0..<min(2, charts.count)).map { column in
      stride(from: column, to: charts.count, by: 2).map { alongRows[$0] }
    }
  }
}

extension Figure {
  /// How large a figure is, in units. At scale 1 a unit is a pixel.
  public enum Size: String, CaseIterable, Sendable {
    /// 1600 × 1000.
    case standard
    /// 1600 × 900, the 16:9 of a slide.
    case slide
    /// 1000 × 1500, a column of a page: charts stand above each other, small multiples two by two.
    case column
    /// 1200 × 1200.
    case square

    /// In units, which are pixels at scale 1.
    public var width: Int { sides.width }
    public var height: Int { sides.height }

    private var sides: (width: Int, height: Int) {
      switch self {
      case .standard: (1600, 1000)
      case .slide: (1600, 900)
      case .column: (1000, 1500)
      case .square: (1200, 1200)
      }
    }

    var page: Rect { Rect(x: 0, y: 0, width: Double(width), height: Double(height)) }

    var isNarrow: Bool { self == .column }
  }
}
