import Drawing
import Words

/// A walk from datum to datum: dots joined by lines, with arrowheads that show the direction.
///
/// The start is a ring, the end a full dot. Every step has a dot where there is room for all, else every second, fifth, tenth
/// and so on: dots that come closer show that steps become shorter. Arrowheads stand between the dots of long steps.
public struct WalkMark: Mark {
  public let data: [Datum]
  public let name: Words?
  public let color: Color
  /// What stands beside the dot of a step, by its number; nil writes nothing.
  private let label: ((Int) -> Words)?

  public init(
    _ data: [Datum], name: Words? = nil, color: Color, label: ((Int) -> Words)? = nil
  ) {
    self.data = data
    self.name = name
    self.color = color
    self.label = label
  }

  private static let dotRadius = 5.0
  private static let endRadius = 9.0
  private static let arrowLength = 24.0
  /// The way, along the walk, from one arrowhead to the next.
  private static let arrowDistance = 110.0
  /// How far dots lie apart on average where not every step has one, and how far those with a label do at least.
  private static let (dotDistance, labelDistance) = (13.0, 64.0)

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    let steps = frame.runs(data).flatMap(\.self)
    var line = Path()
    for piece in frame.visible(thinned(steps, distance: 1)) { line.addPath(Path(lines: piece)) }
    canvas.stroke(
      line, with: frame.style.lineColor(color).opacity(0.6),
      style: Stroke(width: frame.style.lineWidth, cap: .round, join: .round))
  }

  public func drawPoints(on canvas: inout some Canvas, in frame: Frame) {
    let steps = frame.runs(data).flatMap(\.self)
    guard let start = steps.first, let end = steps.last else { return }
    let color = frame.style.lineColor(color)
    // Small frames have small dots.
    let part = min(1, max(0.6, frame.area.height / 260))
    let (dotRadius, endRadius) = (Self.dotRadius * part, Self.endRadius * part)
    let dot = Path(circleAt: Point(0, 0), radius: dotRadius)
    for index in dotted(steps, in: frame) where frame.shows(steps[index]) {
      canvas.fill(dot, at: steps[index], with: color)
    }
    for head in arrowheads(along: steps, from: start, to: end, in: frame.area) {
      canvas.fill(head.path, with: color)
    }
    if frame.shows(end) {
      canvas.fill(Path(circleAt: end, radius: endRadius), with: color)
    }
    if frame.shows(start) {
      let ring = Path(circleAt: start, radius: endRadius)
      canvas.fill(ring, with: frame.style.background)
      canvas.stroke(ring, with: color, style: Stroke(width: frame.style.lineWidth))
    }
  }

  /// The labels of the start, the end and dots between, as far as they keep a distance; and which steps have dots, where not all
  /// have, in a free corner.
  public func annotations(in frame: Frame) -> [Annotation] {
    let steps = data.map(frame.point)
    guard let end = steps.indices.last else { return [] }
    let dotted = dotted(steps, in: frame)
    var annotations: [Annotation] = []
    if let label {
      var labelled = end == 0 ? [0] : [0, end]
      for index in dotted where frame.shows(steps[index]) {
        let isFree = labelled.allSatisfy {
          (steps[$0] - steps[index]).length >= Self.labelDistance
        }
        if isFree { labelled.append(index) }
      }
      annotations = labelled.map { Annotation(label($0), at: data[$0], color: color) }
    }
    let every = dotted.dropFirst().first(where: { $0 > 0 }) ?? 1
    guard every > 1 else { return annotations }
    let room = frame.area.inset(by: 16)
    let (half, height) = (4.2 * frame.style.tickSize, 0.5 * frame.style.tickSize)
    let corners = [room.minY + height, room.maxY - height].flatMap { y in
      [room.maxX - half, room.minX + half].map { frame.datum(at: Point($0, y)) }
    }
    return annotations + [
      Annotation(Words(en: "a dot every \(every) steps", zh: "每 \(every) 步一点"), on: corners)
    ]
  }

  /// The steps that have dots: every first, second, fifth, tenth and so on, the same all along.
  private func dotted(_ steps: [Point], in frame: Frame) -> StrideThrough<Int> {
    var way = 0.0
    for (from, to) in zip(steps, steps.dropFirst()) {
      if let seen = frame.area.part(from: from, to: to) { way += (seen.to - seen.from).length }
    }
    let room = max(1, way / Self.dotDistance)
    let every = NiceStep(atLeast: max(1, Double(steps.count) / room)).value
    return stride(from: 0, through: steps.count - 1, by: Int(every))
  }

  /// The points without those that are closer than a distance to the last one kept.
  private func thinned(_ points: [Point], distance: Double) -> [Point] {
    var kept: [Point] = []
    for point in points {
      if let last = kept.last, (point - last).length < distance { continue }
      kept.append(point)
    }
    return kept
  }

  /// Arrowheads on steps that are long enough for one between their dots, the first as early as there is room: its way is the
  /// length walked.
  private func arrowheads(
    along steps: [Point], from start: Point, to end: Point, in area: Rect
  ) -> [Arrowhead] {
    var heads: [Arrowhead] = []
    var taken = [start, end]
    var walked = Self.arrowDistance
    for (from, to) in zip(steps, steps.dropFirst()) {
      let way = (to - from).length
      walked += way
      guard way >= Self.arrowLength + 4 * Self.dotRadius, walked >= Self.arrowDistance,
        let seen = area.part(from: from, to: to)
      else { continue }
      let seenWay = seen.to - seen.from
      let middle = seen.from + seenWay * 0.5
      guard seenWay.length > 0, area.contains(middle),
        taken.allSatisfy({ ($0 - middle).length >= Self.arrowLength })
      else { continue }
      heads.append(
        Arrowhead(
          middle: middle, direction: seenWay / seenWay.length, length: Self.arrowLength))
      taken.append(middle)
      walked = 0
    }
    return heads
  }
}
