import Drawing

/// The drawn elements in their order, one a line, in groups where they share a clip or a look.
struct Body {
  /// An element without its look, which its group may have.
  struct Element {
    var name: String
    /// The attributes of its own, and its end.
    var rest: String
  }

  private var written = ""
  /// The number of the clip whose group is open.
  private var clip: Int?
  /// Elements of one look that are not written yet.
  private var appearance: Appearance?
  private var elements: [Element] = []
  /// Rectangles after those elements.
  private var field = RectangleField()
  /// Dots after those.
  private var dots = (data: "", radius: 0.0, color: Color.black)

  /// Fewer rectangles than this are elements like others.
  private static let smallestField = 8

  /// All elements, as if drawing ended here.
  var text: String {
    var body = self
    body.change(clip: nil)
    body.flush()
    return body.written
  }

  /// Draws what follows within a clip; nil draws it everywhere.
  mutating func change(clip: Int?) {
    guard clip != self.clip else { return }
    flush()
    if self.clip != nil { written += "</g>\n" }
    if let clip { written += "<g clip-path=\"url(#c\(clip))\">\n" }
    self.clip = clip
  }

  mutating func append(_ element: Element, _ appearance: Appearance) {
    flushField()
    batch(element, appearance)
  }

  /// Draws a circle. Dots of one look are one path: lines without length, with round ends.
  mutating func appendDot(at point: Point, radius: Double, _ color: Color) {
    if radius != dots.radius || color != dots.color || color.alpha < 255 {
      flushField()
      (dots.radius, dots.color) = (radius, color)
    }
    dots.data += "M\(Number(point.x, grain: 10)) \(Number(point.y, grain: 10))h0"
  }

  private mutating func flushDots() {
    guard !dots.data.isEmpty else { return }
    let stroke = Stroke(width: 2 * dots.radius, cap: .round)
    let element = Element(name: "path", rest: attribute("d", dots.data) + "/>")
    dots.data = ""
    batch(element, .stroke(dots.color, stroke))
  }

  /// Draws a rectangle with its edges on whole units.
  mutating func append(_ rect: Rect, _ color: Color) {
    flushDots()
    if !field.append(rect, color) {
      flushField()
      _ = field.append(rect, color)
    }
  }

  private mutating func batch(_ element: Element, _ appearance: Appearance) {
    if appearance != self.appearance { flushElements() }
    self.appearance = appearance
    elements.append(element)
  }

  private mutating func flush() {
    flushField()
    flushElements()
  }

  /// Rectangles and dots never wait at the same time.
  private mutating func flushField() {
    flushDots()
    guard field.count > 0 else { return }
    let field = field
    self.field = RectangleField()
    if field.count < Self.smallestField {
      // The rectangles of a colour do not overlap those of another, so the order of colours will do.
      for (color, path) in field.layers { batch(.path(PathData(path)), .fill(color)) }
      return
    }
    flushElements()
    // Smooth edges would let the ground shine through between neighbours when the picture is zoomed.
    line("<g shape-rendering=\"crispEdges\">")
    for (color, path) in field.layers {
      line(Element.path(PathData(path)).text(Appearance.fill(color).attributes))
    }
    line("</g>")
  }

  private mutating func flushElements() {
    guard let attributes = appearance?.attributes else { return }
    if elements.count == 1 {
      line(elements[0].text(attributes))
    } else {
      line("<g\(attributes)>")
      for element in elements { line(element.text()) }
      line("</g>")
    }
    elements.removeAll()
    appearance = nil
  }

  private mutating func line(_ line: String) {
    written += line
    written += "\n"
  }
}

extension Body.Element {
  func text(_ attributes: String = "") -> String { "<\(name)\(attributes)\(rest)" }

  static func path(_ data: PathData) -> Body.Element {
    Body.Element(name: "path", rest: attribute("d", data.text) + "/>")
  }

  /// What is defined elsewhere, with its origin at the point.
  static func use(_ name: String, at point: Point, label: String? = nil) -> Body.Element {
    let place = [("x", Number(point.x, grain: 10)), ("y", Number(point.y, grain: 10))].filter {
      $0.1.count != 0
    }
    let attributes = place.map { attribute($0, $1) }.joined()
    return Body.Element(
      name: "use", rest: said(label) + attribute("href", "#\(name)") + attributes + "/>")
  }

  /// A line of text: its letters in a group that is moved into place and says what they spell, where it is to be read.
  static func text(
    _ name: String, _ label: String?, _ letters: String, _ transform: Transform
  ) -> Body.Element {
    Body.Element(
      name: "g",
      rest: attribute("id", name) + said(label) + attribute("transform", transform.function)
        + ">\(letters)</g>")
  }

  private static func said(_ label: String?) -> String {
    label.map { attribute("aria-label", $0.escapedForXML) } ?? ""
  }
}

extension Transform {
  fileprivate var function: String {
    let (linear, move) = ([a, b, c, d], "\(Number(tx)) \(Number(ty))")
    // Six decimals put the end of a text of a thousand units to a hundredth of a unit.
    let scale = Number(a, unit: 1_000_000)
    if linear == [a, 0, 0, a] { return "translate(\(move))scale(\(scale))" }
    return "matrix(\(linear.map { "\(Number($0, unit: 1_000_000)) " }.joined())\(move))"
  }
}
