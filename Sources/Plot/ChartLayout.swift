import Drawing

/// A chart with all its texts set and all places decided: laid out once, then drawn.
struct ChartLayout {
  private typealias PlacedText = (line: TextLine, transform: Transform, color: Color)

  private let chart: Chart
  private let frame: Frame
  private let xTicks: Ticks
  private let yTicks: Ticks
  private var texts: [PlacedText] = []
  private var samples: [(mark: any Mark, rect: Rect)] = []

  /// Sets a chart in a rectangle, with a left margin that may be wider than its own to be in line with others.
  init(_ room: ChartRoom, in rect: Rect, yTicks: Ticks, left: Double, style: Style) throws {
    // The last tick label may reach half its width beyond the frame.
    let right = try style.line("00", size: style.tickSize).width
    let area = rect.inset(left: left, top: room.top, right: right, bottom: room.bottom)
    chart = room.chart
    frame = Frame(area: area, x: room.x, y: room.y, style: style)
    xTicks = try Ticks(in: room.x, atMost: 10, wholeNumbers: chart.x.wholeNumbers) { ticks in
      let widths = try ticks.labels.map { try style.line(Label($0), size: style.tickSize).width }
      let distance = (ticks.values[1] - ticks.values[0]) / room.x.width * area.width
      return distance >= (widths.max() ?? 0) + style.tickSize
    }
    self.yTicks = yTicks
    try setTickLabels()
    try setAxisTitles(in: rect)
    try setHeadingAndLegend(top: rect.minY, right: rect.maxX)
    try setAnnotations()
  }

  private mutating func setTickLabels() throws {
    let style = frame.style
    for (value, label) in zip(xTicks.values, xTicks.labels) {
      let line = try style.line(Label(label), size: style.tickSize)
      let x = frame.point(Datum(x: value, y: frame.y.lower)).x - line.width / 2
      let y = frame.area.maxY + Spacing.tickLength + Spacing.gap / 2 + line.ascent
      add(line, at: Point(x, y), style.secondaryText)
    }
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      let line = try style.line(Label(label), size: style.tickSize)
      let x = frame.area.minX - Spacing.tickLength - Spacing.gap / 2 - line.width
      // Digits are about 0.72 em tall, so this centres them on the tick.
      let y = frame.point(Datum(x: frame.x.lower, y: value)).y + 0.36 * line.size
      add(line, at: Point(x, y), style.secondaryText)
    }
  }

  private mutating func setAxisTitles(in rect: Rect) throws {
    let style = frame.style
    let x = try style.line(
      Self.title(chart.x.label, xTicks), size: style.textSize, fitting: frame.area.width)
    add(
      x, at: Point(frame.area.center.x - x.width / 2, rect.maxY - x.descent), style.text)
    let y = try style.line(
      Self.title(chart.y.label, yTicks), size: style.textSize, fitting: frame.area.height)
    let transform = Transform.quarterTurn
      .then(.translation(rect.minX + y.ascent, frame.area.center.y + y.width / 2))
    texts.append((y, transform, style.text))
  }

  /// The axis title, with the power of ten that the tick labels leave out.
  private static func title(_ label: Label, _ ticks: Ticks) -> Label {
    ticks.exponent == 0 ? label : "\(label)  \(math: "×10\(superscript(ticks.exponent))")"
  }

  private static func superscript(_ number: Int) -> String {
    let small = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = "\(number.magnitude)".compactMap(\.wholeNumberValue).map { String(small[$0]) }
    return (number < 0 ? "⁻" : "") + digits.joined()
  }

  private mutating func setHeadingAndLegend(top: Double, right: Double) throws {
    let style = frame.style
    var y = top
    if let heading = chart.heading {
      let line = try style.line(
        heading, size: style.textSize, bold: true, fitting: right - frame.area.minX)
      add(line, at: Point(frame.area.minX, y + line.ascent), style.text)
      y += line.height * Spacing.headingLeading
    }
    let named = chart.marks.compactMap { mark in mark.name.map { (mark, $0) } }
    let sampleWidth = 52.0
    var lines = try named.map { try style.line($0.1, size: style.textSize) }
    let room = frame.area.width - Double(lines.count) * (sampleWidth + Spacing.gap * 3)
    let width = lines.map(\.width).reduce(0, +)
    if width > room {
      let size = style.textSize * room / width
      lines = try named.map { try style.line($0.1, size: size) }
    }
    var x = frame.area.minX
    for ((mark, _), line) in zip(named, lines) {
      let baseline = y + line.ascent
      let sample = Rect(
        x: x, y: baseline - 0.6 * line.size, width: sampleWidth, height: 0.6 * line.size)
      samples.append((mark, sample))
      add(line, at: Point(sample.maxX + Spacing.gap, baseline), style.text)
      x = sample.maxX + line.width + Spacing.gap * 3
    }
  }

  private mutating func setAnnotations() throws {
    let style = frame.style
    var placement = Placement(
      area: frame.area, around: chart.marks.flatMap { $0.lines(in: frame) })
    for annotation in chart.annotations {
      let line = try style.line(annotation.label, size: style.textSize)
      let point = frame.point(annotation.datum)
      guard point.isFinite,
        let rect = placement.place(width: line.width, height: line.height, near: point)
      else { continue }
      add(line, at: Point(rect.minX, rect.minY + line.ascent), annotation.color)
    }
  }

  private mutating func add(_ line: TextLine, at start: Point, _ color: Color) {
    texts.append((line, .translation(start.x, start.y), color))
  }

  func draw(on canvas: inout some Canvas) {
    drawGrid(on: &canvas)
    canvas.clipped(to: frame.area) { canvas in
      for mark in chart.marks { mark.draw(on: &canvas, in: frame) }
    }
    for (mark, rect) in samples {
      mark.drawSample(on: &canvas, in: rect, style: frame.style)
    }
    for (line, transform, color) in texts {
      canvas.draw(line, with: color, transform: transform)
    }
  }

  /// Grid lines at the ticks, the two axes with their tick marks, all on whole pixels.
  private func drawGrid(on canvas: inout some Canvas) {
    let style = frame.style
    let area = frame.area
    let width = style.hairline
    let xs = xTicks.values.map { value in
      canvas.crisp(frame.point(Datum(x: value, y: frame.y.lower)).x, width: width)
    }
    let ys = yTicks.values.map { value in
      canvas.crisp(frame.point(Datum(x: frame.x.lower, y: value)).y, width: width)
    }
    var grid = Path()
    for x in xs { grid.addLine(from: Point(x, area.minY), to: Point(x, area.maxY)) }
    for y in ys { grid.addLine(from: Point(area.minX, y), to: Point(area.maxX, y)) }
    canvas.stroke(grid, with: style.grid, style: Stroke(width: width))

    let left = canvas.crisp(area.minX, width: width)
    let bottom = canvas.crisp(area.maxY, width: width)
    var axes = Path(
      lines: [Point(left, area.minY), Point(left, bottom), Point(area.maxX, bottom)])
    for x in xs {
      axes.addLine(from: Point(x, bottom), to: Point(x, bottom + Spacing.tickLength))
    }
    for y in ys { axes.addLine(from: Point(left, y), to: Point(left - Spacing.tickLength, y)) }
    canvas.stroke(axes, with: style.axis, style: Stroke(width: width))
  }
}

extension Path {
  fileprivate mutating func addLine(from start: Point, to end: Point) {
    move(to: start)
    addLine(to: end)
  }
}
