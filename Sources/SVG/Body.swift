import Drawing

/// The drawn elements in their order, one a line, in groups where they share a clip or a look.
struct Body {
  /// An element without its look, which its group may have.
  struct Element {
    var name: String
    /// The attributes of its own, and its end.
    var rest: Markup
  }

  private var markup = Markup()
  /// The number of the clip whose group is open.
  private var clip: Int?
  /// Elements of one look that are not written yet.
  private var appearance: Appearance?
  private var elements: [Element] = []
  /// Rectangles after those elements.
  private var field = RectangleField()

  /// Fewer rectangles than this are elements like others.
  private static let smallestField = 8

  /// All elements, as if drawing ended here.
  var text: Markup {
    var body = self
    body.change(clip: nil)
    body.flush()
    return body.markup
  }

  /// Draws what follows within a clip; nil draws it everywhere.
  mutating func change(clip: Int?) {
    guard clip != self.clip else { return }
    flush()
    if self.clip != nil { markup.append("</g>\n") }
    if let clip { markup.append("<g clip-path=\"url(#c\(clip))\">\n") }
    self.clip = clip
  }

  mutating func append(_ element: Element, _ appearance: Appearance) {
    flushField()
    batch(element, appearance)
  }

  /// Draws a rectangle with its edges on whole units.
  mutating func append(_ rect: Rect, _ color: Color) {
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

  private mutating func flushField() {
    guard field.count > 0 else { return }
    let field = field
    self.field = RectangleField()
    if field.count < Self.smallestField {
      // The rectangles of a colour do not overlap those of another, so the order of colours will do.
      for (color, path) in field.layers { batch(.path(PathData(path)), .fill(color, .nonZero)) }
      return
    }
    flushElements()
    // Smooth edges would let the ground shine through between neighbours when the picture is zoomed.
    line("<g shape-rendering=\"crispEdges\">")
    for (color, path) in field.layers {
      write(.path(PathData(path)), Appearance.fill(color, .nonZero).attributes, depth: 1)
    }
    line("</g>")
  }

  private mutating func flushElements() {
    guard let attributes = appearance?.attributes else { return }
    if elements.count == 1 {
      write(elements[0], attributes, depth: 0)
    } else {
      var group = Markup("<g")
      group.append(attributes)
      group.append(">")
      line(group)
      for element in elements { write(element, Markup(), depth: 1) }
      line("</g>")
    }
    elements.removeAll()
    appearance = nil
  }

  private mutating func write(_ element: Element, _ attributes: Markup, depth: Int) {
    var line = Markup(String(repeating: "  ", count: depth) + "<\(element.name)")
    line.append(attributes)
    line.append(element.rest)
    self.line(line)
  }

  private mutating func line(_ text: String) { line(Markup(text)) }

  private mutating func line(_ line: Markup) {
    if clip != nil { markup.append("  ") }
    markup.append(line)
    markup.append("\n")
  }
}

extension Body.Element {
  static func path(_ data: PathData) -> Body.Element {
    var rest = Markup(" d=\"")
    rest.append(data.markup)
    rest.append("\"/>")
    return Body.Element(name: "path", rest: rest)
  }

  /// A shape that is defined elsewhere, with its origin at the point.
  static func use(_ shape: Int, at point: Point) -> Body.Element {
    var rest = Markup(" href=\"#s\(shape)\"")
    if Number(point.x).count != 0 { rest.append(attribute: "x", point.x) }
    if Number(point.y).count != 0 { rest.append(attribute: "y", point.y) }
    rest.append("/>")
    return Body.Element(name: "use", rest: rest)
  }

  /// A line of text: its letters in a group that is moved into place and says what they spell.
  static func text(_ string: String, _ letters: [Body.Element], _ transform: Transform)
    -> Body.Element
  {
    var rest = Markup(" aria-label=\"\(string.escapedForXML)\"")
    rest.append(transform)
    rest.append(">")
    for letter in letters {
      rest.append("<\(letter.name)")
      rest.append(letter.rest)
    }
    rest.append("</g>")
    return Body.Element(name: "g", rest: rest)
  }
}

extension Markup {
  fileprivate mutating func append(_ transform: Transform) {
    let linear = [transform.a, transform.b, transform.c, transform.d]
    let isMove = linear == [1, 0, 0, 1]
    append(isMove ? " transform=\"translate(" : " transform=\"matrix(")
    // Four decimals put the end of a text of a thousand units to a tenth of a unit.
    if !isMove {
      for value in linear {
        append(Number(value, unit: 10_000))
        append(" ")
      }
    }
    append(Number(transform.tx))
    append(" ")
    append(Number(transform.ty))
    append(")\"")
  }
}
