import Drawing

/// A canvas that becomes the text of an SVG file.
///
///     var canvas = SVGCanvas(width: 200, height: 100, title: "A dot")
///     canvas.fill(Path(circleAt: Point(50, 25), radius: 20), with: .black)
///     let file = canvas.text
///
/// The file needs no font to be viewed: letters are outlines, each defined once for all sizes and used wherever it stands, as
/// is each long line, since charts side by side may have the same. It reads as a list of what was drawn, an element a line;
/// elements that follow each other with the same clip or the same look are in a group. Coordinates have two decimals; lines of
/// many points have one, and no points that no one misses.
///
/// A path is broken at points that are not finite, as if it moved to the next finite one; what lies more than a million
/// units away is moved to there. The same calls make the same bytes.
public struct SVGCanvas: Canvas {
  /// A unit is a pixel where a viewer does not zoom, so lines are put between whole units.
  public let scale = 1.0
  /// The clip shows whole units, those whose centres lie in it, as a canvas of pixels does. Parts of units would leave a
  /// pale edge around what fills the clip.
  public var clip: Rect?

  private let head: String
  private let background: String
  private var definitions = Definitions()
  private var body = Body()
  /// The name of each line of text and where it stands first.
  private var lines: [Line: (name: String, place: Point)] = [:]

  /// A canvas of one colour.
  ///
  /// - Parameters:
  ///   - width: in units.
  ///   - height: in units.
  ///   - background: the colour of everything at first; a transparent one shows what is behind the picture.
  ///   - magnification: how large a viewer shows a unit at first, in pixels.
  ///   - title: what a screen reader reads aloud first.
  ///   - description: what it reads after that.
  ///   - metadata: what is kept in the file for people who read it, such as the command that made it.
  /// - Precondition: width, height and magnification are positive.
  public init(
    width: Int, height: Int, background: Color = .white, magnification: Int = 1, title: String,
    description: String = "", metadata: String = ""
  ) {
    precondition(width > 0 && height > 0 && magnification > 0, "A picture has a size.")
    let labels = (title.isEmpty ? [] : ["title"]) + (description.isEmpty ? [] : ["desc"])
    let size = attribute("width", width) + attribute("height", height)
    var head = "<svg xmlns=\"http://www.w3.org/2000/svg\""
    head += attribute("width", width * magnification) + attribute("height", height * magnification)
    head += attribute("viewBox", "0 0 \(width) \(height)") + attribute("role", "img")
    if !labels.isEmpty { head += attribute("aria-labelledby", labels.joined(separator: " ")) }
    head += ">\n"
    if !title.isEmpty { head += "<title id=\"title\">\(title.escapedForXML)</title>\n" }
    if !description.isEmpty { head += "<desc id=\"desc\">\(description.escapedForXML)</desc>\n" }
    if !metadata.isEmpty { head += "<metadata>\(metadata.escapedForXML)</metadata>\n" }
    self.head = head
    self.background =
      background.alpha > 0 ? "<rect\(size)\(background.attributes(as: "fill"))/>\n" : ""
  }

  /// The file with what has been drawn so far.
  public var text: String {
    let defined = definitions.text
    return head + (defined.isEmpty ? "" : "<defs>\n\(defined)</defs>\n") + background + body.text
      + "</svg>\n"
  }

  /// The same in UTF-8.
  public var bytes: [UInt8] { Array(text.utf8) }

  public mutating func fill(_ path: Path, with color: Color) {
    guard color.alpha > 0 else { return }
    if let rect = Rect(wholeUnits: path) {
      if applyClip() { body.append(rect, color) }
    } else {
      append(path, .fill(color))
    }
  }

  /// Draws a path as a line.
  ///
  /// A line whose width is not a positive finite number does not show. A dash pattern that holds a negative or
  /// non-finite length, or nothing that is a hundredth of a unit long, is not applied: the line is solid.
  public mutating func stroke(_ path: Path, with color: Color, style: Stroke) {
    guard color.alpha > 0, style.isVisible else { return }
    append(path, .stroke(color, style))
  }

  public mutating func fill(_ shape: Path, at point: Point, with color: Color) {
    guard color.alpha > 0, point.isFinite, applyClip() else { return }
    if let radius = shape.radius, point.isNear {
      return body.appendDot(at: point, radius: radius, color)
    }
    guard let name = definitions.name(of: shape)
    else { return }
    body.append(.use(name, at: point), .fill(color))
  }

  public mutating func draw(_ text: TextLine, with color: Color, transform: Transform) {
    guard color.alpha > 0 else { return }
    append(text, .fill(color), transform, label: text.string)
  }

  public mutating func stroke(
    _ text: TextLine, with color: Color, style: Stroke, transform: Transform
  ) {
    guard color.alpha > 0, style.isVisible else { return }
    append(text, .stroke(color, style.scaled(by: Self.em / text.size)), transform, label: nil)
  }

  /// How many units the em of letters has, which are defined once for all sizes; whole ones are fine enough.
  private static let em = 500.0

  private mutating func append(
    _ text: TextLine, _ appearance: Appearance, _ transform: Transform, label: String?
  ) {
    guard transform.isFinite, text.size > 0, applyClip() else { return }
    let toEm = Transform.scale(Self.em / text.size, Self.em / text.size)
    let letters = text.glyphs.compactMap { glyph -> String? in
      var shape = glyph.transform.then(toEm).rounded
      let place = Point(shape.tx.rounded(), shape.ty.rounded())
      (shape.tx, shape.ty) = (0, 0)
      return definitions.name(of: glyph.outline, transform: shape, grain: 100).map {
        Body.Element.use($0, at: place).text()
      }
    }.joined()
    guard !letters.isEmpty else { return }
    let placed = Transform.scale(text.size / Self.em, text.size / Self.em).then(transform)
    let line = Line(
      letters: letters, linear: [placed.a, placed.b, placed.c, placed.d], appearance: appearance)
    if let first = lines[line] {
      let way = Point(placed.tx - first.place.x, placed.ty - first.place.y)
      body.append(.use(first.name, at: way, label: label), appearance)
    } else {
      let name = definitions.newName()
      lines[line] = (name, Point(placed.tx, placed.ty))
      body.append(.text(name, label, letters, placed), appearance)
    }
  }

  /// A line of text wherever it stands. Charts side by side have the same numbers at their axes.
  private struct Line: Hashable {
    var letters: String
    var linear: [Double]
    var appearance: Appearance
  }

  /// Lines of more points are written without those that no one misses, and in tenths of a unit.
  private static let fewPoints = 16
  /// What keeps coordinates off the middle between two tenths, where their last digits would decide.
  private static let tiny = 1e-6
  /// A path of so many letters is defined, as charts side by side may have the same.
  private static let longPath = 60

  private mutating func append(_ path: Path, _ appearance: Appearance) {
    let isLong = path.elements.count > Self.fewPoints
    let shown = isLong ? path.simplified(within: 0.1) : path
    let data = PathData(shown, grain: isLong ? 10 : 1)
    guard !data.isEmpty, applyClip() else { return }
    if data.text.utf8.count > Self.longPath, case .move(let start)? = shown.elements.first,
      start.isNear,
      let name = definitions.name(
        of: shown, transform: .translation(Self.tiny - start.x, Self.tiny - start.y), grain: 10)
    {
      body.append(.use(name, at: start), appearance)
    } else {
      body.append(.path(data), appearance)
    }
  }

  /// Lets the clip apply to what is drawn next, and tells whether anything can show.
  private mutating func applyClip() -> Bool {
    guard let clip else {
      body.change(clip: nil)
      return true
    }
    let units = clip.wholeUnits
    guard !units.isEmpty else { return false }
    body.change(clip: definitions.number(ofClip: units))
    return true
  }
}

extension Rect {
  /// The units whose centres lie in the rectangle.
  package var wholeUnits: Rect {
    func first(_ edge: Double) -> Double { (edge - 0.5).rounded(.up) }
    return Rect(minX: first(minX), minY: first(minY), maxX: first(maxX), maxY: first(maxY))
  }
}

extension Path {
  /// The radius of a circle around the origin; nil for anything else.
  package var radius: Double? {
    guard case .move(let start)? = elements.first else { return nil }
    let radius = -start.y
    return radius > 0 && self == Path(circleAt: Point(0, 0), radius: radius) ? radius : nil
  }
}

extension Transform {
  fileprivate var isFinite: Bool { [a, b, c, d, tx, ty].allSatisfy(\.isFinite) }

  /// The transform without the last digits, by which letters of two sizes differ.
  fileprivate var rounded: Transform {
    func round(_ x: Double) -> Double { (x * 1e6).rounded() / 1e6 }
    return Transform(a: round(a), b: round(b), c: round(c), d: round(d), tx: tx, ty: ty)
  }
}

extension Stroke {
  /// The stroke of something that is drawn in another size.
  fileprivate func scaled(by factor: Double) -> Stroke {
    var stroke = self
    stroke.width *= factor
    stroke.dash = dash.map { $0 * factor }
    return stroke
  }
}
