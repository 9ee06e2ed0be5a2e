import Drawing
import Words

/// The legend of a colour map: a bar beside the frame with an axis of its own.
public struct ColorBar {
  /// What the colours stand for.
  public var label: Words
  /// The colours, from the least value to the greatest.
  public var colors: ColorMap
  /// What the map's ends stand for; where there are levels, their numbers.
  private let scale: Scale
  /// The heights between bands of one colour each; empty where colours change gradually.
  private let levels: [Double]

  /// A bar of colours that change gradually.
  public init(_ label: Words, colors: ColorMap, scale: Scale) {
    self.label = label
    self.colors = colors
    self.scale = scale
    levels = []
  }

  /// A bar for filled contours, whose bands it shows equally tall.
  ///
  /// - Parameter levels: the heights of the lines between bands, rising.
  public init(_ label: Words, colors: ColorMap, levels: [Double]) {
    self.label = label
    self.colors = colors
    self.levels = levels
    scale = Scale(.linear, Domain(0, Double(levels.count + 1)))
  }

  /// The bar's own width.
  private static let width = 28.0

  func ticks(height: Double, style: Style) -> Ticks {
    func haveRoom(_ ticks: Ticks) -> Bool {
      ticks.smallestStep(on: scale) * height >= style.tickSize * 2
    }
    guard !levels.isEmpty else { return Ticks(on: scale, atMost: 8, where: haveRoom) }
    var every = 1
    while every < levels.count, !haveRoom(Ticks(levels: levels, every: every)) { every += 1 }
    return Ticks(levels: levels, every: every)
  }

  /// How much room the bar takes to the right of a frame, with its ticks and its title.
  func room(for ticks: Ticks, style: Style) throws -> Double {
    let widths = try ticks.labels.map { try style.line($0, size: style.tickSize).width }
    let title = try style.line("0", size: style.textSize)
    return Spacing.gap * 1.5 + Self.width + Spacing.tickLength + Spacing.gap / 2
      + (widths.max() ?? 0) + Spacing.gap / 2 + title.height
  }

  /// Draws the bar beside the area of a frame.
  func draw(on canvas: inout some Canvas, beside area: Rect, ticks: Ticks, style: Style) throws {
    let bar = Rect(
      minX: canvas.crisp(area.maxX + Spacing.gap * 1.5, width: 0), minY: area.minY,
      maxX: canvas.crisp(area.maxX + Spacing.gap * 1.5 + Self.width, width: 0),
      maxY: area.maxY)
    drawBands(on: &canvas, in: bar, style)
    canvas.stroke(Path(bar), with: style.axis, style: Stroke(width: style.hairline / 2))
    var right = bar.maxX
    for (value, label) in zip(ticks.values, ticks.labels) {
      let y = bar.maxY - scale.fraction(value) * bar.height
      let mark = canvas.crisp(y, width: style.hairline)
      canvas.stroke(
        Path(lines: [Point(bar.maxX, mark), Point(bar.maxX + Spacing.tickLength, mark)]),
        with: style.axis, style: Stroke(width: style.hairline))
      let line = try style.line(label, size: style.tickSize)
      let start = Point(
        bar.maxX + Spacing.tickLength + Spacing.gap / 2, y + 0.36 * line.size)
      canvas.draw(line, at: start, with: style.secondaryText)
      right = max(right, start.x + line.width)
    }
    let title = try style.line(
      of: ticks.title(label), size: style.textSize, fitting: area.height)
    let place = Transform.quarterTurn.then(
      .translation(
        right + Spacing.gap / 2 + title.ascent, area.center.y + title.width / 2))
    canvas.draw(title, with: style.text, transform: place)
  }

  private func drawBands(on canvas: inout some Canvas, in bar: Rect, _ style: Style) {
    let bands = levels.isEmpty ? 128 : levels.count + 1
    for band in 0..<bands {
      let (low, high) = (Double(band) / Double(bands), Double(band + 1) / Double(bands))
      let rect = Rect(
        minX: bar.minX, minY: canvas.crisp(bar.maxY - high * bar.height, width: 0),
        maxX: bar.maxX, maxY: canvas.crisp(bar.maxY - low * bar.height, width: 0))
      let color =
        levels.isEmpty
        ? style.color(of: colors, at: (low + high) / 2)
        : style.ground(of: colors, at: Double(band) / Double(levels.count))
      canvas.fill(Path(rect), with: color)
    }
    guard style.hidesSign(of: colors) else { return }
    var signs = MinusSigns()
    let half = bar.height / 2
    for height in stride(from: MinusSigns.distance / 2, to: half, by: MinusSigns.distance) {
      signs.add(
        at: Point(bar.center.x, bar.maxY - height),
        on: style.color(of: colors, at: height / bar.height))
    }
    signs.draw(on: &canvas, style: style)
  }
}

extension Ticks {
  /// The title of an axis with these ticks: with the power of ten that their labels leave out.
  func title(_ label: Words) -> Words {
    exponent == 0 ? label : "\(label)  ×\(math: .power(ofTen: exponent))"
  }
}
