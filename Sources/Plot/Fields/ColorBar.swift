import Drawing
import Words

/// The legend of a colour map: a bar beside the frame with an axis of its own.
public struct ColorBar {
  private let colors: ColorMap
  private let axis: Axis
  private let scale: Scale

  /// A bar of colours that change gradually.
  ///
  /// - Parameters:
  ///   - label: what the colours stand for.
  ///   - colors: from the least value to the greatest.
  ///   - scale: what the map's ends stand for.
  public init(_ label: Words, colors: ColorMap, scale: Scale) {
    self.colors = colors
    self.scale = scale
    axis = Axis(label)
  }

  /// A bar for filled contours, whose bands it shows equally tall.
  ///
  /// - Parameter levels: the heights of the lines between bands, rising.
  public init(_ label: Words, colors: ColorMap, levels: [Double]) {
    self.colors = colors
    scale = Scale(.linear, Domain(0, Double(levels.count + 1)))
    axis = Axis(label, levels: levels)
  }

  /// The bar's own width, and its distance from the frame.
  private static let (width, distance) = (28.0, Style.gap * 1.5)

  private func axis(height: Double, style: Style) throws -> AxisLayout {
    try AxisLayout(axis, on: scale, .right, length: height, style: style)
  }

  /// How much room the bar takes to the right of a frame of a height, with its ticks and its title.
  func breadth(height: Double, style: Style) throws -> Double {
    Self.distance + Self.width + (try axis(height: height, style: style).breadth)
  }

  /// Draws the bar beside the area of a frame.
  func draw(on canvas: inout some Canvas, beside area: Rect, style: Style) throws {
    let left = area.maxX + Self.distance
    let bar = Rect(
      minX: canvas.crisp(left, width: 0), minY: area.minY,
      maxX: canvas.crisp(left + Self.width, width: 0), maxY: area.maxY)
    drawBands(on: &canvas, in: bar, style)
    if style.hidesSign(of: colors) { drawSigns(on: &canvas, in: bar, style) }
    canvas.stroke(Path(bar), with: style.axis, style: Stroke(width: style.hairline / 2))
    let axis = try axis(height: area.height, style: style)
    let marks = axis.tickMarks(beside: bar, on: canvas)
    canvas.stroke(marks, with: style.axis, style: Stroke(width: style.hairline))
    let rect = bar.inset(right: -axis.breadth)
    for text in try axis.texts(beside: bar, in: rect, titleSize: style.textSize) {
      text.draw(on: &canvas)
    }
  }

  private func drawBands(on canvas: inout some Canvas, in bar: Rect, _ style: Style) {
    let count = axis.levels.map { $0.count + 1 } ?? 128
    for band in 0..<count {
      let (low, high) = (Double(band) / Double(count), Double(band + 1) / Double(count))
      let rect = Rect(
        minX: bar.minX, minY: bar.maxY - high * bar.height, maxX: bar.maxX,
        maxY: bar.maxY - low * bar.height)
      let color =
        axis.levels == nil
        ? style.color(of: colors, at: (low + high) / 2)
        : style.ground(of: colors, at: Double(band) / Double(count - 1))
      canvas.fill(Path(canvas.crisp(rect)), with: color)
    }
  }

  private func drawSigns(on canvas: inout some Canvas, in bar: Rect, _ style: Style) {
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
