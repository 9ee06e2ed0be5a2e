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
    _ axis: Axis, on scale: Scale, _ side: Side, length: Double,
    isLabelled: Bool = true, style: Style
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
    let widest = try style.greatestWidth(of: ticks.labels, size: style.tickSize)
    let place = isUpright ? .infinity : ticks.smallestStep(on: scale) * length
    rows = widest * Style.leastScale > place - Style.gap ? 2 : 1
    // All labels have one size: names that are too long for their places make all of them smaller.
    let room = place * Double(rows) - Style.gap
    let size = style.tickSize * min(1, room / max(widest, 1))
    labels = isLabelled ? try ticks.labels.map { try style.line($0, size: size) } : []
    self.title = isLabelled ? title : []
    let tickHeight = style.lineHeight(style.tickSize)
    let labelsBreadth = isUpright ? widest : Double(rows) * tickHeight
    breadth =
      isLabelled
      ? Self.labelDistance + labelsBreadth + side.titleDistance + titleBreadth
      : (isUpright ? titleBreadth : tickHeight) / 2
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
    labelTexts(beside: frame) + (try titleTexts(beside: frame, in: rect, size: titleSize))
  }

  private func labelTexts(beside frame: Rect) -> [PlacedText] {
    let distance = Self.labelDistance
    return zip(ticks.values, labels).enumerated().map { index, tick in
      let (place, line) = (place(of: tick.0, along: frame), tick.1)
      let start =
        switch side {
        case .below:
          Point(
            place - line.width / 2,
            frame.maxY + distance + line.ascent + Double(index % rows) * line.height)
        case .left: Point(frame.minX - distance - line.width, place + line.middleToBaseline)
        case .right: Point(frame.maxX + distance, place + line.middleToBaseline)
        }
      return PlacedText(line, at: start, color: style.secondaryText)
    }
  }

  private func titleTexts(
    beside frame: Rect, in rect: Rect, size: Double
  ) throws -> [PlacedText] {
    try title.reversed().enumerated().map { index, label in
      let line = try style.line(
        label, size: size, fitting: isUpright ? rect.height : frame.width,
        stacksFractions: isUpright)
      let half = line.width / 2
      guard isUpright else {
        let baseline = rect.maxY - line.descent - Double(index) * line.height
        return PlacedText(line, at: Point(frame.center.x - half, baseline), color: style.text)
      }
      // Centred beside the frame, or as near to that as a long title can be.
      let middle = min(max(frame.center.y, rect.minY + half), rect.maxY - half)
      let baseline = side == .left ? rect.minX + line.ascent : rect.maxX - line.descent
      return PlacedText(
        line: line, transform: .quarterTurn.then(.translation(baseline, middle + half)),
        color: style.text)
    }
  }

  /// Where a value lies along the side of a frame.
  private func place(of value: Double, along frame: Rect) -> Double {
    let part = scale.fraction(value)
    return isUpright ? frame.maxY - part * frame.height : frame.minX + part * frame.width
  }

  /// Lines across a frame at the ticks, on whole pixels.
  func gridLines(across frame: Rect, on canvas: some Canvas) -> Path {
    let otherAxis = canvas.crisp(isUpright ? frame.maxY : frame.minX, width: style.hairline)
    let (from, to) = isUpright ? (frame.minX, frame.maxX) : (frame.minY, frame.maxY)
    // A line almost on the other axis would look like a second one.
    let places = crispPlaces(of: ticks.values, along: frame, on: canvas)
      .filter { abs($0 - otherAxis) > Self.tickLength }
    return lines(at: places, from: from, to: to)
  }

  /// The marks of the ticks beside a frame, on whole pixels; those of values without labels are shorter.
  func tickMarks(beside frame: Rect, on canvas: some Canvas) -> Path {
    let edges: [Side: Double] = [.below: frame.maxY, .left: frame.minX, .right: frame.maxX]
    let edge = canvas.crisp(edges[side, default: 0], width: style.hairline)
    let end = edge + (side == .left ? -Self.tickLength : Self.tickLength)
    let places = crispPlaces(of: ticks.values, along: frame, on: canvas)
    // A colour bar marks only what it names.
    let minorValues = side == .right ? [] : ticks.minorValues
    let minorPlaces = crispPlaces(of: minorValues, along: frame, on: canvas)
    var marks = lines(at: places, from: edge, to: end)
    marks.addPath(lines(at: minorPlaces, from: edge, to: (edge + end) / 2))
    return marks
  }

  private func crispPlaces(
    of values: [Double], along frame: Rect, on canvas: some Canvas
  ) -> [Double] {
    values.map { canvas.crisp(place(of: $0, along: frame), width: style.hairline) }
  }

  /// Lines across the axis at places along it.
  private func lines(at places: [Double], from: Double, to: Double) -> Path {
    places.reduce(into: Path()) { path, place in
      path.addPath(Path(lines: [from, to].map { isUpright ? Point($0, place) : Point(place, $0) }))
    }
  }
}
