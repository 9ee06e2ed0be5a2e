import Drawing
import Words

/// A chart with all its texts set and all places decided: laid out once, then drawn.
struct ChartLayout {
  /// The charts within the frame, each with the rectangle that it takes.
  var insets: [(rect: Rect, layouts: [ChartLayout])] = []

  private let chart: Chart
  private let frame: Frame
  private let axes: [AxisLayout]
  private var texts: [PlacedText]
  private let samples: [Legend.Sample]
  private let annotations: [PlacedAnnotation]
  /// From the ends of lines to their names.
  private var leaders: [Path] = []

  /// Sets a chart in a rectangle, its frame being the area within.
  init(_ measured: MeasuredChart, uprightAxis: AxisLayout, in rect: Rect, area: Rect) throws {
    let style = measured.style
    chart = measured.chart
    frame = Frame(area: area, x: measured.x, y: measured.y, style: style)
    axes = [measured.levelAxis, uprightAxis]
    texts = try axes.flatMap {
      try $0.texts(beside: area, in: rect, titleSize: measured.sizes.title)
    }
    let (frame, ends) = (frame, Self.lineEnds(of: chart, in: frame))
    annotations = try PlacedAnnotation.all(
      chart.annotations + chart.marks.flatMap { $0.annotations(in: frame) }
        + ends.filter { !$0.isAtEdge }.map { Annotation($0.name, at: $0.datum, color: $0.color) },
      in: frame, over: chart.marks)

    var y = rect.minY
    for label in measured.heading {
      let line = try style.line(
        label, size: measured.sizes.heading, bold: true, fitting: rect.maxX - area.minX)
      texts.append(PlacedText(line, at: Point(area.minX, y + line.ascent), color: style.text))
      y += style.lineHeight(style.textSize) * MeasuredChart.headingLeading
    }
    let legend = measured.legend.placed(at: Point(area.minX, y))
    samples = legend.samples
    let names = try names(at: ends.filter(\.isAtEdge))
    texts += legend.texts + names.texts
    leaders = names.leaders
  }

  /// Where a line that has its name at its end is seen last.
  private struct LineEnd {
    var name: Words
    var color: Color
    var datum: Datum
    var y: Double
    /// Whether that is at the right edge of the frame. What leaves through another edge, or ends before, has its name there.
    var isAtEdge: Bool
  }

  private static func lineEnds(of chart: Chart, in frame: Frame) -> [LineEnd] {
    let area = frame.area
    return chart.named(.atLineEnds).compactMap { mark, name in
      let seen = mark.lines(in: frame).flatMap { line in
        zip(line, line.dropFirst()).compactMap { area.part(from: $0, to: $1)?.to }
          + line.filter(area.contains)
      }
      guard let end = seen.max(by: { $0.x < $1.x }) else { return nil }
      return LineEnd(
        name: name, color: mark.nameColor ?? Palette.black, datum: frame.datum(at: end), y: end.y,
        isAtEdge: area.maxX - end.x < 0.04 * area.width)
    }
  }

  /// Names beside the last points of lines, moved up or down where they would overlap, with a line from there to where it has
  /// been moved.
  private func names(at ends: [LineEnd]) throws -> (texts: [PlacedText], leaders: [Path]) {
    let (style, area) = (frame.style, frame.area)
    let ends = ends.sorted { $0.y < $1.y }
    let places = apart(
      ends.map(\.y), distance: style.textSize * 1.1,
      within: area.minY...max(area.minY, area.maxY - 0.2 * style.textSize))
    let texts = try zip(ends, places).map { end, y in
      let line = try style.line(of: end.name, size: style.textSize)
      return PlacedText(
        line, at: Point(area.maxX + MeasuredChart.leaderLength, y + line.middleToBaseline),
        color: style.textColor(end.color))
    }
    let leaders = zip(ends, places).map { end, y in
      Path(lines: [
        Point(area.maxX + 3, end.y), Point(area.maxX + MeasuredChart.leaderLength - 4, y),
      ])
    }
    return (texts, leaders)
  }

  func draw(on canvas: inout some Canvas) throws {
    let style = frame.style
    if chart.showsAxes { drawAxes(on: &canvas) }
    for mark in chart.marks {
      try canvas.clipped(to: frame.area) { try mark.draw(on: &$0, in: frame) }
      mark.drawPoints(on: &canvas, in: frame)
    }
    try chart.colorBar?.draw(on: &canvas, beside: frame.area, style: style)
    for (mark, rect) in samples { mark.drawSample(on: &canvas, in: rect, style: style) }
    for leader in leaders {
      canvas.stroke(leader, with: style.axis, style: Stroke(width: style.hairline * 0.75))
    }
    for text in texts { text.draw(on: &canvas) }
    for annotation in annotations { annotation.draw(on: &canvas, style: style) }
    for (rect, layouts) in insets {
      canvas.fill(Path(rect), with: style.background)
      let border = Stroke(width: style.hairline / 2)
      canvas.stroke(
        Path(canvas.crisp(rect, width: border.width)), with: style.axis, style: border)
      for layout in layouts { try layout.draw(on: &canvas) }
    }
  }

  /// Draws grid lines at the ticks, and the two axes with their tick marks, all on whole pixels.
  private func drawAxes(on canvas: inout some Canvas) {
    let (style, area) = (frame.style, frame.area)
    let stroke = Stroke(width: style.hairline)
    let corner = Point(
      canvas.crisp(area.minX, width: stroke.width), canvas.crisp(area.maxY, width: stroke.width))
    var grid = Path()
    var lines = Path(
      lines: [Point(corner.x, area.minY), corner, Point(area.maxX, corner.y)])
    for axis in axes {
      grid.addPath(axis.gridLines(across: area, on: canvas))
      lines.addPath(axis.tickMarks(beside: area, on: canvas))
    }
    canvas.stroke(grid, with: style.grid, style: stroke)
    canvas.stroke(lines, with: style.axis, style: stroke)
  }
}

/// Moves sorted places as little as needed to keep a distance from each other, within a range if there is room.
private func apart(
  _ places: [Double], distance: Double, within range: ClosedRange<Double>
) -> [Double] {
  var moved = places
  for i in moved.indices.dropFirst() { moved[i] = max(moved[i], moved[i - 1] + distance) }
  if let last = moved.last, last > range.upperBound { moved[moved.count - 1] = range.upperBound }
  for i in moved.indices.dropLast().reversed() {
    moved[i] = min(moved[i], moved[i + 1] - distance)
  }
  return moved
}
