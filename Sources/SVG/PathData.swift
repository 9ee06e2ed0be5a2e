import Drawing

/// A path as the text of a `d` attribute (SVG 2, section 9.3), as short as its commands allow.
///
/// Each piece is written with absolute or relative coordinates, whichever takes fewer letters, and a command that is
/// repeated is written once. As on a canvas of pixels, a line is broken at a point that is not finite, and a move on its
/// own leaves no mark. Lines that lead very far are bent there; curves are drawn with their handles moved nearer.
package struct PathData {
  package private(set) var text = ""

  private typealias Place = (x: Int, y: Int)

  /// Where the subpath began, to which closing it leads; nil before there is any.
  private var start: Point?
  /// The point reached last; nil where the line is broken.
  private var current: Point?
  /// Whether the current point was moved to but the move is not written yet.
  private var isMoved = false
  private var isBroken = false
  /// How many hundredths coordinates are rounded to.
  private let grain: Int
  /// The point that the text has reached so far, from which relative coordinates count.
  private var written: Place = (0, 0)
  /// Where the handle of a smooth curve would be: the reflection of that of the curve just written; nil after anything else.
  private var reflected: Place?
  /// The command that numbers without a letter would belong to.
  private var command: String?

  package init(_ path: Path, grain: Int = 1) {
    self.grain = grain
    for element in path.elements {
      switch element {
      case .move(let p): move(to: p)
      case .line(let p): line(to: p)
      case .quadratic(let c, let p): curve("q", [c, p])
      case .cubic(let c1, let c2, let p): curve("c", [c1, c2, p])
      case .close: close()
      }
    }
  }

  /// Whether nothing is drawn.
  package var isEmpty: Bool { text.isEmpty }

  private mutating func move(to point: Point) {
    isBroken = false
    start = point.isFinite ? point : nil
    current = start
    isMoved = true
  }

  private mutating func line(to end: Point) {
    guard end.isFinite else { return breakLine() }
    guard let from = current else { return resume(at: end) }
    for point in nearbyLine(from: from, to: end) { writeLine(to: place(point)) }
    current = end
  }

  private mutating func writeLine(to end: Place) {
    // A line without length is a dot if it is all there is, and nothing after another.
    if !isMoved && end == written { return }
    writeMove()
    if end.y == written.y {
      write("h", [end.x], from: [written.x])
    } else if end.x == written.x {
      write("v", [end.y], from: [written.y])
    } else {
      write("l", [end.x, end.y], from: [written.x, written.y])
    }
    written = end
  }

  /// Draws a Bézier curve over its handles to its end, the last of the points.
  private mutating func curve(_ letter: String, _ points: [Point]) {
    let end = points[points.count - 1]
    guard let from = current, points.allSatisfy(\.isFinite) else {
      breakLine()
      return line(to: end)
    }
    let places = points.map(place)
    let control = reflected
    if places.allSatisfy({ $0 == place(from) }) {
      writeLine(to: places[0])
    } else if letter == "q", let control, !isMoved, isNear(control, places[0]) {
      // Letters of TrueType fonts are chains of such curves, each handle the last one's reflection.
      write("t", [places[1].x, places[1].y], from: [written.x, written.y])
      reflected = (2 * places[1].x - control.x, 2 * places[1].y - control.y)
    } else {
      writeMove()
      write(letter, places.flatMap { [$0.x, $0.y] }, from: [written.x, written.y])
      if letter == "q" {
        reflected = (2 * places[1].x - places[0].x, 2 * places[1].y - places[0].y)
      }
    }
    written = place(end)
    current = end
  }

  /// Closes the subpath; one that was broken stays open there, but the line back to its start is drawn.
  private mutating func close() {
    guard let start else { return }
    if isBroken {
      if current != nil { line(to: start) }
      isMoved = true
    } else {
      if let current, !(current.isNear && start.isNear) { line(to: start) }
      writeMove()
      text += "z"
      (command, reflected) = (nil, nil)
      written = place(start)
    }
    isBroken = false
    current = start
  }

  private mutating func breakLine() {
    isBroken = start != nil
    current = nil
  }

  /// Goes on after a break, or begins where there was no move.
  private mutating func resume(at point: Point) {
    if start == nil { start = point }
    current = point
    isMoved = true
  }

  private mutating func writeMove() {
    guard isMoved, let current else { return }
    let place = place(current)
    command = nil
    write("m", [place.x, place.y], from: isEmpty ? nil : [written.x, written.y])
    isMoved = false
    written = place
  }

  /// Writes a command with absolute or relative coordinates.
  ///
  /// - Parameters:
  ///   - letter: of the relative command.
  ///   - coordinates: x and y in turn, or those of one axis.
  ///   - origin: what relative coordinates are measured from, one or both coordinates; nil where there is nothing.
  private mutating func write(_ letter: String, _ coordinates: [Int], from origin: [Int]?) {
    var shorter = letter.uppercased()
    var encoding = encoded(shorter, coordinates)
    if let origin {
      let relative = encoded(
        letter, coordinates.indices.map { coordinates[$0] - origin[$0 % origin.count] })
      if relative.utf8.count <= encoding.utf8.count { (shorter, encoding) = (letter, relative) }
    }
    text += encoding
    reflected = nil
    // Numbers after a move would be a line, which is hard to read.
    command = letter == "m" ? nil : shorter
  }

  private func encoded(_ letter: String, _ coordinates: [Int]) -> String {
    var needsSpace = letter == command
    var text = needsSpace ? "" : letter
    for coordinate in coordinates {
      if needsSpace && coordinate >= 0 { text += " " }
      text += Number(hundredths: coordinate).description
      needsSpace = true
    }
    return text
  }

  /// Whether two places differ by no more than rounding.
  private func isNear(_ a: Place, _ b: Place) -> Bool {
    abs(a.x - b.x) <= grain && abs(a.y - b.y) <= grain
  }

  /// The point in hundredths of a unit.
  private func place(_ point: Point) -> Place {
    (Number(point.x, grain: grain).count, Number(point.y, grain: grain).count)
  }
}
