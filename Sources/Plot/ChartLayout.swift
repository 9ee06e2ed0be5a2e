import Drawing

/// A chart with all its texts set and all places decided: laid out once, then drawn.
struct ChartLayout {
  private typealias PlacedText = (line: TextLine, transform: Transform, color: Color)

  private let room: ChartRoom
  private let chart: Chart
  private let frame: Frame
  private let xTicks: Ticks
  private let yTicks: Ticks
  private var texts: [PlacedText] = []
  private var annotations: [PlacedAnnotation] = []
  private var samples: [(mark: any Mark, rect: Rect)] = []
  private var insets: [(rect: Rect, layouts: [ChartLayout])] = []

  /// Sets a chart in a rectangle, its frame being the area within.
  init(_ room: ChartRoom, in rect: Rect, area: Rect, yTicks: Ticks, style: Style) throws {
    self.room = room
    chart = room.chart
    frame = Frame(area: area, x: room.x, y: room.y, style: style)
    xTicks = try room.xTicks(width: area.width, style: style)
    self.yTicks = yTicks
    if chart.showsAxes {
      try setTickLabels()
      try setAxisTitles(in: rect)
    }
    let legendTop = try setHeading(top: rect.minY)
    switch chart.legend {
    case .above: try set(room.legend, at: Point(area.minX, legendTop))
    case .atLineEnds: try setNamesAtLineEnds()
    case .elsewhere: break
    }
    annotations = try PlacedAnnotation.all(chart.annotations, in: frame, over: chart.marks)
    insets = try chart.insets.map { inset in
      let rect = Rect(
        minX: area.minX + inset.x.lowerBound * area.width,
        minY: area.maxY - inset.y.upperBound * area.height,
        maxX: area.minX + inset.x.upperBound * area.width,
        maxY: area.maxY - inset.y.lowerBound * area.height)
      let grid = ChartGrid(columns: [[inset.chart]], sharesAxes: false)
      let layouts = try grid.layouts(in: rect.inset(by: Spacing.gap), style: style.scaled(by: 0.8))
      return (rect, layouts)
    }
  }

  private mutating func setTickLabels() throws {
    if chart.x.isLabelled { try setXTickLabels() }
    if chart.y.isLabelled { try setYTickLabels() }
  }

  private mutating func setXTickLabels() throws {
    let style = frame.style
    // All labels of an axis have one size: names that are too long for their places make all of them smaller.
    let rows = room.nameRows
    let width =
      frame.area.width * xTicks.smallestStep(on: frame.x) * Double(rows) - Spacing.gap
    let widths = try xTicks.labels.map { try style.line($0, size: style.tickSize).width }
    let size = style.tickSize * min(1, width / max(widths.max() ?? 1, 1))
    for (index, (value, label)) in zip(xTicks.values, xTicks.labels).enumerated() {
      let line = try style.line(label, size: size)
      let x = frame.x(value) - line.width / 2
      let y =
        frame.area.maxY + Spacing.tickLength + Spacing.gap / 2 + line.ascent
        + Double(index % rows) * line.height
      add(line, at: Point(x, y), style.secondaryText)
    }
  }

  private mutating func setYTickLabels() throws {
    let style = frame.style
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      let line = try style.line(label, size: style.tickSize)
      let x = frame.area.minX - Spacing.tickLength - Spacing.gap / 2 - line.width
      // Digits are about 0.72 em tall, so this centres them on the tick.
      let y = frame.y(value) + 0.36 * line.size
      add(line, at: Point(x, y), style.secondaryText)
    }
  }

  private mutating func setAxisTitles(in rect: Rect) throws {
    let style = frame.style
    let size = room.sizes.title
    for (index, label) in room.xTitle.reversed().enumerated() {
      let line = try style.line(label, size: size, fitting: frame.area.width)
      let x = frame.area.center.x - line.width / 2
      add(line, at: Point(x, rect.maxY - line.descent - Double(index) * line.height), style.text)
    }
    if chart.y.isLabelled {
      let line = try style.uprightTitle(
        yTicks.title(chart.y.label), size: size, fitting: rect.height)
      // Centred beside the frame, or as near to that as a long title can be.
      let half = line.width / 2
      let middle = min(max(frame.area.center.y, rect.minY + half), rect.maxY - half)
      let transform = Transform.quarterTurn
        .then(.translation(rect.minX + line.ascent, middle + half))
      texts.append((line, transform, style.text))
    }
  }

  /// Sets the lines of the heading and tells where the legend below them starts.
  private mutating func setHeading(top: Double) throws -> Double {
    let style = frame.style
    var y = top
    for label in room.heading {
      let line = try style.line(
        label, size: room.sizes.heading, bold: true, fitting: frame.area.width)
      add(line, at: Point(frame.area.minX, y + line.ascent), style.text)
      y += try style.line(label, size: style.textSize).height * Spacing.headingLeading
    }
    return y
  }

  private mutating func set(_ legend: Legend, at corner: Point) throws {
    for (entry, sample, names) in try legend.places(at: corner, style: frame.style) {
      samples.append((entry.mark, sample))
      for (line, start) in zip(entry.lines, names) { add(line, at: start, frame.style.text) }
    }
  }

  /// Sets the name of each mark beside its last point, moved up or down where names would overlap.
  private mutating func setNamesAtLineEnds() throws {
    let style = frame.style
    let area = frame.area
    let ends = try chart.named.compactMap { mark, name in
      try mark.lines(in: frame).last?.last.map { end in
        (y: end.y, line: try style.line(of: name, size: style.textSize), mark: mark)
      }
    }.sorted { $0.y < $1.y }
    let places = apart(
      ends.map { min(max($0.y, area.minY), area.maxY) },
      distance: style.textSize * 1.1, within: area.minY...area.maxY)
    for (end, y) in zip(ends, places) {
      add(
        end.line, at: Point(area.maxX + Spacing.gap, y + 0.36 * end.line.size),
        end.mark.nameColor.map(style.color) ?? style.text)
    }
  }

  private mutating func add(_ line: TextLine, at start: Point, _ color: Color) {
    texts.append((line, .translation(start.x, start.y), color))
  }

  func draw(on canvas: inout some Canvas) throws {
    if chart.showsAxes { drawGrid(on: &canvas) }
    for mark in chart.marks {
      try canvas.clipped(to: frame.area) { try mark.draw(on: &$0, in: frame) }
      mark.drawPoints(on: &canvas, in: frame)
    }
    if let bar = chart.colorBar {
      try bar.draw(
        on: &canvas, beside: frame.area,
        ticks: bar.ticks(height: frame.area.height, style: frame.style), style: frame.style)
    }
    for (mark, rect) in samples {
      mark.drawSample(on: &canvas, in: rect, style: frame.style)
    }
    for (line, transform, color) in texts {
      canvas.draw(line, with: color, transform: transform)
    }
    for annotation in annotations { annotation.draw(on: &canvas, style: frame.style) }
    for (rect, layouts) in insets {
      canvas.fill(Path(rect), with: frame.style.background)
      canvas.stroke(
        Path(crispEdges(of: rect, on: canvas)), with: frame.style.axis,
        style: Stroke(width: frame.style.hairline / 2))
      for layout in layouts { try layout.draw(on: &canvas) }
    }
  }

  /// The rectangle, moved so that a thin line around it covers whole pixels.
  private func crispEdges(of rect: Rect, on canvas: some Canvas) -> Rect {
    func crisp(_ place: Double) -> Double {
      canvas.crisp(place, width: frame.style.hairline / 2)
    }
    return Rect(
      minX: crisp(rect.minX), minY: crisp(rect.minY), maxX: crisp(rect.maxX),
      maxY: crisp(rect.maxY))
  }

  /// Grid lines at the ticks, the two axes with their tick marks, all on whole pixels.
  private func drawGrid(on canvas: inout some Canvas) {
    let style = frame.style
    let area = frame.area
    let width = style.hairline
    let xs = xTicks.values.map { value in
      canvas.crisp(frame.x(value), width: width)
    }
    let ys = yTicks.values.map { value in
      canvas.crisp(frame.y(value), width: width)
    }
    let left = canvas.crisp(area.minX, width: width)
    let bottom = canvas.crisp(area.maxY, width: width)
    var grid = Path()
    // A line almost on an axis would look like a second one.
    for x in xs where x - left > Spacing.tickLength {
      grid.addLine(from: Point(x, area.minY), to: Point(x, area.maxY))
    }
    for y in ys where bottom - y > Spacing.tickLength {
      grid.addLine(from: Point(area.minX, y), to: Point(area.maxX, y))
    }
    canvas.stroke(grid, with: style.grid, style: Stroke(width: width))

    var axes = Path(
      lines: [Point(left, area.minY), Point(left, bottom), Point(area.maxX, bottom)])
    for x in xs {
      axes.addLine(from: Point(x, bottom), to: Point(x, bottom + Spacing.tickLength))
    }
    for y in ys { axes.addLine(from: Point(left, y), to: Point(left - Spacing.tickLength, y)) }
    for value in xTicks.minorValues {
      let x = canvas.crisp(frame.x(value), width: width)
      axes.addLine(from: Point(x, bottom), to: Point(x, bottom + Spacing.tickLength / 2))
    }
    for value in yTicks.minorValues {
      let y = canvas.crisp(frame.y(value), width: width)
      axes.addLine(from: Point(left, y), to: Point(left - Spacing.tickLength / 2, y))
    }
    canvas.stroke(axes, with: style.axis, style: Stroke(width: width))
  }
}

extension Path {
  fileprivate mutating func addLine(from start: Point, to end: Point) {
    move(to: start)
    addLine(to: end)
  }
}

/// Moves sorted places as little as needed to keep a distance from each other, within a range if there is room.
func apart(
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
