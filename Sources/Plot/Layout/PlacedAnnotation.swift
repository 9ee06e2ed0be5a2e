import Drawing

/// An annotation with its place in a frame.
struct PlacedAnnotation {
  private let line: TextLine
  private let color: Color
  private let place: Placement.Place
  private var isOnLine = false

  /// Places for all annotations of a frame with these marks; one that has no place is left out.
  static func all(_ annotations: [Annotation], in frame: Frame, over marks: [any Mark]) throws
    -> [PlacedAnnotation]
  {
    let style = frame.style
    let shown = annotations.map { (annotation: $0, points: $0.data.map(frame.point)) }
      .filter { $0.points.allSatisfy(\.isFinite) }
    let beside = shown.filter { !$0.annotation.isOnLine }
    var placement = Placement(
      area: frame.area, around: marks.flatMap { $0.lines(in: frame) },
      owners: beside.map { Placement.Owner($0.points) })
    let placed = try beside.enumerated().compactMap { index, shown in
      let line = try style.line(of: shown.annotation.label, size: style.textSize)
      return placement.place(width: line.width, height: line.size, for: index).map {
        PlacedAnnotation(line: line, color: style.textColor(shown.annotation.color), place: $0)
      }
    }
    let onLines = try shown.filter(\.annotation.isOnLine).compactMap { shown in
      let line = try style.line(of: shown.annotation.label, size: style.tickSize * 0.85)
      return placement.place(width: line.width, height: line.size, on: shown.points).map {
        PlacedAnnotation(line: line, color: style.secondaryText, place: $0, isOnLine: true)
      }
    }
    return placed + onLines
  }

  /// Draws the text, and the line that leads to what it belongs to where that is far.
  func draw(on canvas: inout some Canvas, style: Style) {
    if let leader = place.leader {
      canvas.stroke(
        Path(lines: [leader.from, leader.to]), with: color.opacity(0.7),
        style: Stroke(width: style.hairline * 0.75))
    }
    // Digits and capitals are about 0.72 em tall, and letters reach about 0.2 em below the baseline.
    let start = Point(place.rect.minX, place.rect.minY + 0.78 * line.size)
    if isOnLine {
      canvas.draw(line, at: start, with: color, plateIn: style)
    } else {
      canvas.draw(line, at: start, with: color, seamIn: style)
    }
  }
}
