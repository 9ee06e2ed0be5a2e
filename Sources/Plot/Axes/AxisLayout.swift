import Drawing
import Words

/// An axis along a frame of a known size: its ticks, and the texts beside them.
struct AxisLayout {
  /// Where an axis stands: a chart has one below and one to the left, a colour bar one to the right.
  enum Side {
    case below, left, right

    /// From the labels of the ticks to the title.
    var titleDistance: Double {
      switch self {
      case .below: Style.gap * 0.75
      case .left: Style.gap
      case .right: Style.gap / 2
      }
    }
  }

  /// How much room the axis takes beside the frame.
  let breadth: Double

  private let side: Side
  private let scale: Scale
  private let ticks: Ticks
  /// The labels of the ticks and the lines of the title; none where a neighbour has them.
  private let labels: [TextLine]
  private let title: [Label]
  /// In how many rows the labels below a frame stand by turns: two where names are too wide for their places.
  private let rows: Int

  private var isUpright: Bool { side != .below }

  private static let tickLength = 8.0
  private static let labelDistance = tickLength + Style.gap / 2

  /// - Parameters:
  ///   - length: that of the frame's side.
  ///   - isLabelled: whether there are tick labels and a title.
  init(
    _ axis: Axis, on scale: Scale, _ side: Side, length: Double, isLabelled: Bool = true,
    style: Style
  ) throws {
    let tickHeight = style.lineHeight(style.tickSize)
    let ticks = try axis.ticks(on: scale, atMost: side == .below ? 10 : 8, in: style.language) {
      let widest = try style.greatestWidth(of: $0.labels, size: style.tickSize)
      let size = side == .below ? widest : style.tickSize
      return $0.smallestStep(on: scale) * length >= size + style.tickSize
    }
    let widest = try style.greatestWidth(of: ticks.labels, size: style.tickSize)
    var title = [ticks.title(axis.label).label(in: style.language)]
    var (rows, labelSize, labelsBreadth) = (1, style.tickSize, widest)
    if side == .below {
      title = try style.lines(
        title[0], size: style.textSize, fitting: length, orScaledBy: Style.leastScale)
      let place = ticks.smallestStep(on: scale) * length
      rows = widest * Style.leastScale > place - Style.gap ? 2 : 1
      // All labels have one size: names that are too long for their places make all of them smaller.
      labelSize *= min(1, (place * Double(rows) - Style.gap) / max(widest, 1))
      labelsBreadth = Double(rows) * tickHeight
    }
    let titleBreadth = try title.map {
      try style.line($0, size: style.textSize, stacksFractions: side != .below).height
    }.reduce(0, +)
    (self.side, self.scale, self.ticks, self.rows) = (side, scale, ticks, rows)
    guard isLabelled else {
      (labels, self.title) = ([], [])
      breadth = (side == .below ? tickHeight : titleBreadth) / 2
      return
    }
    labels = try ticks.labels.map { try style.line($0, size: labelSize) }
    self.title = title
    breadth = Self.labelDistance + labelsBreadth + side.titleDistance + titleBreadth
  }

  /// How large the title can be set along a length.
  func titleSize(along length: Double, style: Style) throws -> Double {
    try style.commonSize(
      of: title, size: style.textSize, fitting: length, stacksFractions: isUpright)
  }

  /// The texts of an axis beside a frame.
  ///
  /// - Parameter rect: what the frame and its axes take, to whose edge the title reaches.
  func texts(
    beside frame: Rect, in rect: Rect, titleSize: Double, style: Style
  ) throws -> [PlacedText] {
    let titleTexts =
      isUpright
      ? try titleBeside(frame, in: rect, size: titleSize, style)
      : try titleBelow(frame, in: rect, size: titleSize, style)
    return labelTexts(beside: frame, style) + titleTexts
  }

  private func labelTexts(beside frame: Rect, _ style: Style) -> [PlacedText] {
    zip(ticks.values, labels).enumerated().map { index, tick in
      let (place, line) = (place(of: tick.0, on: frame), tick.1)
      let start =
        switch side {
        case .below:
          Point(
            place - line.width / 2,
            frame.maxY + Self.labelDistance + line.ascent + Double(index % rows) * line.height)
        case .left:
          Point(frame.minX - Self.labelDistance - line.width, place + line.middleToBaseline)
        case .right: Point(frame.maxX + Self.labelDistance, place + line.middleToBaseline)
        }
      return PlacedText(line, at: start, color: style.secondaryText)
    }
  }

  private func titleBelow(
    _ frame: Rect, in rect: Rect, size: Double, _ style: Style
  ) throws -> [PlacedText] {
    var bottom = rect.maxY
    return try title.reversed().map { label in
      let line = try style.line(label, size: size, fitting: frame.width)
      defer { bottom -= line.height }
      return PlacedText(
        line, at: Point(frame.center.x - line.width / 2, bottom - line.descent), color: style.text)
    }
  }

  private func titleBeside(
    _ frame: Rect, in rect: Rect, size: Double, _ style: Style
  ) throws -> [PlacedText] {
    try title.map { label in
      let line = try style.line(label, size: size, fitting: rect.height, stacksFractions: true)
      // Centred beside the frame, or as near to that as a long title can be.
      let half = line.width / 2
      let middle = min(max(frame.center.y, rect.minY + half), rect.maxY - half)
      let baseline = side == .left ? rect.minX + line.ascent : rect.maxX - line.descent
      return PlacedText(
        line: line, transform: .quarterTurn.then(.translation(baseline, middle + half)),
        color: style.text)
    }
  }

  /// Lines across a frame at the ticks, on whole pixels.
  func gridLines(across frame: Rect, on canvas: some Canvas, style: Style) -> Path {
    let (from, to) = isUpright ? (frame.minX, frame.maxX) : (frame.minY, frame.maxY)
    let otherAxis = canvas.crisp(isUpright ? frame.maxY : frame.minX, width: style.hairline)
    var path = Path()
    for value in ticks.values {
      let place = canvas.crisp(place(of: value, on: frame), width: style.hairline)
      // A line almost on an axis would look like a second one.
      guard abs(place - otherAxis) > Self.tickLength else { continue }
      path.addPath(line(at: place, from: from, to: to))
    }
    return path
  }

  /// The marks of the ticks beside a frame, on whole pixels; those of values without labels are shorter.
  func tickMarks(beside frame: Rect, on canvas: some Canvas, style: Style) -> Path {
    let edges: [Side: Double] = [.below: frame.maxY, .left: frame.minX, .right: frame.maxX]
    let edge = canvas.crisp(edges[side, default: 0], width: style.hairline)
    let outwards = side == .left ? -1.0 : 1
    var path = Path()
    // A colour bar marks only what it names.
    let minorValues = side == .right ? [] : ticks.minorValues
    for (values, length) in [(ticks.values, 1.0), (minorValues, 0.5)] {
      for value in values {
        let place = canvas.crisp(place(of: value, on: frame), width: style.hairline)
        path.addPath(line(at: place, from: edge, to: edge + outwards * length * Self.tickLength))
      }
    }
    return path
  }

  /// Where a value lies along the side of a frame.
  private func place(of value: Double, on frame: Rect) -> Double {
    let part = scale.fraction(value)
    return isUpright ? frame.maxY - part * frame.height : frame.minX + part * frame.width
  }

  /// A line across the axis at a place along it.
  private func line(at place: Double, from: Double, to: Double) -> Path {
    Path(lines: [from, to].map { isUpright ? Point($0, place) : Point(place, $0) })
  }
}
