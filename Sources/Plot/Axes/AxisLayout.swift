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
  private let style: Style
  private let ticks: Ticks
  /// The labels of the ticks and the lines of the title; none where a neighbour has them.
  private let labels: [TextLine]
  private let title: [Label]
  /// In how many rows the labels below a frame stand by turns: two where names are too wide for their places.
  private let rows: Int

  private static let tickLength = 8.0
  private static let labelDistance = tickLength + Style.gap / 2

  private var isUpright: Bool { side != .below }

  /// - Parameters:
  ///   - length: that of the frame's side.
  ///   - isLabelled: whether there are tick labels and a title.
  init(
    _ axis: Axis, on scale: Scale, _ side: Side, length: Double, isLabelled: Bool = true,
    style: Style
  ) throws {
    let isUpright = side != .below
    let ticks = try axis.ticks(on: scale, atMost: isUpright ? 8 : 10, in: style.language) {
      let width = try style.greatestWidth(of: $0.labels, size: style.tickSize)
      let needed = style.tickSize + (isUpright ? style.tickSize : width)
      return $0.smallestStep(on: scale) * length >= needed
    }
    (self.side, self.scale, self.style, self.ticks) = (side, scale, style, ticks)
    let label = ticks.title(axis.label).label(in: style.language)
    let title =
      isUpright
      ? [label]
      : try style.lines(
        label, size: style.textSize, fitting: length, orScaledBy: Style.leastScale)
    let titleBreadth = try title.map {
      try style.line($0, size: style.textSize, stacksFractions: isUpright).height
    }.reduce(0, +)
    let tickHeight = style.lineHeight(style.tickSize)
    guard isLabelled else {
      (labels, self.title, rows) = ([], [], 1)
      breadth = (isUpright ? titleBreadth : tickHeight) / 2
      return
    }
    let widest = try style.greatestWidth(of: ticks.labels, size: style.tickSize)
    let place = isUpright ? .infinity : ticks.smallestStep(on: scale) * length
    rows = widest * Style.leastScale > place - Style.gap ? 2 : 1
    // All labels have one size: names that are too long for their places make all of them smaller.
    let size = style.tickSize * min(1, (place * Double(rows) - Style.gap) / max(widest, 1))
    labels = try ticks.labels.map { try style.line($0, size: size) }
    self.title = title
    breadth =
      Self.labelDistance + (isUpright ? widest : Double(rows) * tickHeight) + side.titleDistance
      + titleBreadth
  }

  /// How large the title can be set along a length.
  func titleSize(along length: Double) throws -> Double {
    try style.commonSize(
      of: title, size: style.textSize, fitting: length, stacksFractions: isUpright)
  }

  /// The texts of an axis beside a frame.
  ///
  /// - Parameter rect: what the frame and its axes take, to whose edge the title reaches.
  func texts(beside frame: Rect, in rect: Rect, titleSize: Double) throws -> [PlacedText] {
    let lines = try title.map {
      try style.line(
        $0, size: titleSize, fitting: isUpright ? rect.height : frame.width,
        stacksFractions: isUpright)
    }
    return labelTexts(beside: frame)
      + (isUpright ? upright(lines, beside: frame, in: rect) : level(lines, below: frame, in: rect))
  }

  private func labelTexts(beside frame: Rect) -> [PlacedText] {
    let distance = Self.labelDistance
    return zip(ticks.values, labels).enumerated().map { index, tick in
      let (place, line) = (place(of: tick.0, on: frame), tick.1)
      let middle = place + line.middleToBaseline
      let start =
        switch side {
        case .below:
          Point(
            place - line.width / 2,
            frame.maxY + distance + line.ascent + Double(index % rows) * line.height)
        case .left: Point(frame.minX - distance - line.width, middle)
        case .right: Point(frame.maxX + distance, middle)
        }
      return PlacedText(line, at: start, color: style.secondaryText)
    }
  }

  private func level(_ title: [TextLine], below frame: Rect, in rect: Rect) -> [PlacedText] {
    title.reversed().enumerated().map { index, line in
      let start = Point(
        frame.center.x - line.width / 2, rect.maxY - line.descent - Double(index) * line.height)
      return PlacedText(line, at: start, color: style.text)
    }
  }

  private func upright(_ title: [TextLine], beside frame: Rect, in rect: Rect) -> [PlacedText] {
    title.map { line in
      // Centred beside the frame, or as near to that as a long title can be.
      let half = line.width / 2
      let middle = min(max(frame.center.y, rect.minY + half), rect.maxY - half)
      let baseline = side == .left ? rect.minX + line.ascent : rect.maxX - line.descent
      return PlacedText(
        line: line, transform: .quarterTurn.then(.translation(baseline, middle + half)),
        color: style.text)
    }
  }

  /// Where a value lies along the side of a frame.
  private func place(of value: Double, on frame: Rect) -> Double {
    let part = scale.fraction(value)
    return isUpright ? frame.maxY - part * frame.height : frame.minX + part * frame.width
  }

  /// Lines across a frame at the ticks, on whole pixels.
  func gridLines(across frame: Rect, on canvas: some Canvas) -> Path {
    let otherAxis = canvas.crisp(isUpright ? frame.maxY : frame.minX, width: style.hairline)
    let (from, to) = isUpright ? (frame.minX, frame.maxX) : (frame.minY, frame.maxY)
    return lines(at: ticks.values, along: frame, from: from, to: to, on: canvas) {
      // A line almost on the other axis would look like a second one.
      abs($0 - otherAxis) > Self.tickLength
    }
  }

  /// The marks of the ticks beside a frame, on whole pixels; those of values without labels are shorter.
  func tickMarks(beside frame: Rect, on canvas: some Canvas) -> Path {
    let edges: [Side: Double] = [.below: frame.maxY, .left: frame.minX, .right: frame.maxX]
    let edge = canvas.crisp(edges[side, default: 0], width: style.hairline)
    let end = edge + (side == .left ? -Self.tickLength : Self.tickLength)
    var marks = lines(at: ticks.values, along: frame, from: edge, to: end, on: canvas)
    // A colour bar marks only what it names.
    if side != .right {
      marks.addPath(
        lines(at: ticks.minorValues, along: frame, from: edge, to: (edge + end) / 2, on: canvas))
    }
    return marks
  }

  /// Lines across the axis at values along a frame, on whole pixels.
  private func lines(
    at values: [Double], along frame: Rect, from: Double, to: Double, on canvas: some Canvas,
    where isShown: (Double) -> Bool = { _ in true }
  ) -> Path {
    var path = Path()
    for value in values {
      let place = canvas.crisp(place(of: value, on: frame), width: style.hairline)
      guard isShown(place) else { continue }
      path.addPath(Path(lines: [from, to].map { isUpright ? Point($0, place) : Point(place, $0) }))
    }
    return path
  }
}
