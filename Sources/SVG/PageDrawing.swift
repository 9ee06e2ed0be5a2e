import Drawing
import Words

/// A drawing as a part of a page of HTML: one in both languages and for light and dark grounds, with text that a browser sets.
///
/// It is drawn for each language and ground. What all have in common, nearly everything, is written once.
package struct PageDrawing {
  /// An element with all that it shares with its neighbours.
  private struct Element: Hashable {
    var look: String
    var clip: Int?
    var content: Content
  }

  private enum Content: Hashable {
    case text(String)
    /// Where dots are, as a part of a path.
    case dot(String)
  }

  private let prefix: String
  private let typefaces: (regular: PageTypeface, bold: PageTypeface)
  private var definitions = ""
  private var names: [String: String] = [:]
  private var clips: [Rect: Int] = [:]
  package private(set) var svg = ""

  /// - Parameters:
  ///   - prefix: what names of its parts begin with, so that they are other than those of the page's other drawings.
  ///   - label: the name of the element that tells what it shows.
  ///   - draw: draws it in a language, for a light ground or a dark one, in letters of the typefaces.
  package init(
    width: Int, height: Int, prefix: String, label: String, regular: PageTypeface,
    bold: PageTypeface, paints: inout PaintClasses,
    draw: (inout PageCanvas, Language, _ isDark: Bool) throws -> Void
  ) rethrows {
    self.prefix = prefix
    typefaces = (regular, bold)
    let parts = try Language.allCases.map { language in
      let canvases = try [false, true].map { isDark in
        var canvas = PageCanvas()
        try draw(&canvas, language, isDark)
        return canvas
      }
      return zip(canvases[0].calls, canvases[1].calls).compactMap { light, dark in
        element(light, Paint(light: light.color, dark: dark.color), &paints)
      }
    }
    let body = Self.merged(parts[0], parts[1]).map { text($0.elements, in: $0.language) }.joined()
    svg =
      "<svg role=\"img\" aria-labelledby=\"\(label)\" viewBox=\"0 0 \(width) \(height)\">"
      + (definitions.isEmpty ? "" : "<defs>\(definitions)</defs>") + body + "</svg>"
  }

  private mutating func element(
    _ call: PageCanvas.Call, _ paint: Paint, _ paints: inout PaintClasses
  ) -> Element? {
    guard paint.light.alpha > 0 else { return nil }
    func look(_ stroke: Stroke?) -> String {
      let name = paints.name(of: paint, fills: stroke == nil)
      return attribute("class", stroke == nil ? name : "n \(name)") + (stroke?.attributes ?? "")
    }
    var clip: Int?
    if let rect = call.clip { clip = number(ofClip: rect.wholeUnits) }
    func element(_ content: String, _ stroke: Stroke? = nil) -> Element? {
      content.isEmpty
        ? nil : Element(look: look(stroke), clip: clip, content: .text(content))
    }
    switch call.shape {
    case .fill(let path): return element(shape(path))
    case .line(let path, let stroke):
      return stroke.isVisible ? element(shape(path), stroke) : nil
    case .dot(let path, let point):
      guard let radius = path.radius else {
        return element(shape(path.transformed(by: .translation(point.x, point.y))))
      }
      let place = "M\(Number(point.x, grain: 10)) \(Number(point.y, grain: 10))h0"
      let stroke = Stroke(width: 2 * radius, cap: .round)
      return Element(look: look(stroke), clip: clip, content: .dot(place))
    case .text(let line, let transform): return element(text(line, transform))
    case .seam(let line, let stroke, let transform): return element(text(line, transform), stroke)
    }
  }

  /// A path, or a reference to one that was written before, as charts side by side have the same.
  private mutating func shape(_ path: Path) -> String {
    let isLong = path.elements.count > 16
    let shown = isLong ? path.simplified(within: 0.25) : path
    let data = PathData(shown, grain: 10).text
    guard data.utf8.count > 80, case .move(let start)? = shown.elements.first else {
      return data.isEmpty ? "" : "<path d=\"\(data)\"/>"
    }
    let moved = shown.transformed(by: .translation(1e-6 - start.x, 1e-6 - start.y))
    let key = PathData(moved, grain: 10).text
    let name = names[key] ?? "\(prefix)\(names.count)"
    if names[key] == nil {
      names[key] = name
      definitions += "<path id=\"\(name)\" d=\"\(key)\"/>"
    }
    let (x, y) = (Number(start.x, grain: 10), Number(start.y, grain: 10))
    return "<use href=\"#\(name)\" x=\"\(x)\" y=\"\(y)\"/>"
  }

  private mutating func number(ofClip rect: Rect) -> Int {
    if let number = clips[rect] { return number }
    let number = clips.count
    clips[rect] = number
    definitions +=
      "<clipPath id=\"\(prefix)c\(number)\"><path d=\"\(PathData(Path(rect)).text)\"/></clipPath>"
    return number
  }

  // MARK: Text

  /// Letters of one size on one line.
  private struct Run {
    var letters: String
    var start: Point
    var end: Double
    var size: Double
    var isSlanted: Bool
    var isBold: Bool
  }

  /// A line of text, and what is drawn between its letters.
  private func text(_ line: TextLine, _ transform: Transform) -> String {
    var (runs, drawn): ([Run], Path) = ([], Path())
    for glyph in line.glyphs {
      let shape = glyph.transform
      guard let scalar = glyph.scalar, shape.b == 0, abs(shape.a - shape.d) < 1e-6 else {
        drawn.addPath(glyph.outline, transform: shape.then(transform))
        continue
      }
      if scalar.properties.generalCategory == .nonspacingMark, !runs.isEmpty {
        runs[runs.count - 1].letters.unicodeScalars.append(scalar)
        continue
      }
      let face = isBold(glyph, scalar) ? typefaces.bold : typefaces.regular
      let advance = ((try? face.glyph(for: scalar).advance) ?? 0) * shape.a
      let run = Run(
        letters: String(Character(scalar)), start: Point(shape.tx, shape.ty),
        end: shape.tx + advance, size: shape.a, isSlanted: shape.c != 0,
        isBold: isBold(glyph, scalar))
      if let last = runs.last, last.size == run.size, last.isSlanted == run.isSlanted,
        last.start.y == run.start.y, abs(last.end - run.start.x) < 0.08 * run.size,
        last.isBold == run.isBold || scalar == " "
      {
        runs[runs.count - 1].letters += run.letters
        runs[runs.count - 1].end = run.end
      } else if scalar != " " {
        runs.append(run)
      }
    }
    let texts = runs.map { text($0, transform) }.joined()
    return texts
      + (drawn.elements.isEmpty ? "" : "<path d=\"\(PathData(drawn, grain: 10).text)\"/>")
  }

  private func isBold(_ glyph: PlacedGlyph, _ scalar: Unicode.Scalar) -> Bool {
    let outline = glyph.outline
    return (try? typefaces.bold.glyph(for: scalar).outline) == outline
      && (try? typefaces.regular.glyph(for: scalar).outline) != outline
  }

  private func text(_ run: Run, _ transform: Transform) -> String {
    let start = transform(run.start)
    var attributes = attribute("x", Number(start.x, grain: 10))
    attributes += attribute("y", Number(start.y, grain: 10))
    if transform.b != 0 {
      attributes += attribute("transform", "rotate(-90 \(Number(start.x)) \(Number(start.y)))")
    }
    attributes += attribute("font-size", Number(run.size, grain: 10))
    if run.isBold { attributes += attribute("font-weight", "bold") }
    if run.isSlanted { attributes += attribute("font-style", "italic") }
    // Another font than the one that was measured takes the same room.
    if run.letters.count > 3 {
      attributes += attribute("textLength", Number(run.end - run.start.x, grain: 10))
    }
    return "<text\(attributes)>\(run.letters.escapedForXML)</text>"
  }

  // MARK: Both languages

  /// Elements that both languages have, and those that one has, in order.
  private static func merged(
    _ english: [Element], _ chinese: [Element]
  ) -> [(language: Language?, elements: [Element])] {
    let changes = chinese.difference(from: english)
    let removed = Set(
      changes.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { -1 } })
    let inserted = Set(
      changes.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { -1 } })
    var parts: [(language: Language?, elements: [Element])] = []
    func append(_ language: Language?, _ element: Element) {
      if let last = parts.last, last.language == language {
        parts[parts.count - 1].elements.append(element)
      } else {
        parts.append((language, [element]))
      }
    }
    var (i, j) = (0, 0)
    while i < english.count || j < chinese.count {
      if i < english.count, removed.contains(i) {
        append(.english, english[i])
        i += 1
      } else if j < chinese.count, inserted.contains(j) {
        append(.chinese, chinese[j])
        j += 1
      } else {
        append(nil, english[i])
        (i, j) = (i + 1, j + 1)
      }
    }
    return parts
  }

  /// Elements in groups of one clip and one look.
  private func text(_ elements: [Element], in language: Language?) -> String {
    let clipped = elements.runs { $0.clip == $1.clip }.map { part in
      let looks = part.runs { $0.look == $1.look }.map { group in
        "<g\(group[group.startIndex].look)>\(Self.contents(of: group))</g>"
      }.joined()
      guard let clip = part[part.startIndex].clip else { return looks }
      return "<g clip-path=\"url(#\(prefix)c\(clip))\">\(looks)</g>"
    }.joined()
    return language.map { "<g lang=\"\($0.rawValue)\">\(clipped)</g>" } ?? clipped
  }

  private static func contents(of group: ArraySlice<Element>) -> String {
    group.runs {
      if case .dot = $0.content, case .dot = $1.content { true } else { false }
    }.map { run in
      let contents = run.map { element in
        switch element.content {
        case .text(let text), .dot(let text): text
        }
      }.joined()
      guard case .dot = run[run.startIndex].content else { return contents }
      return "<path d=\"\(contents)\"/>"
    }.joined()
  }
}

extension Collection {
  /// Neighbours that belong together.
  fileprivate func runs(_ belong: (Element, Element) -> Bool) -> [SubSequence] {
    var runs: [SubSequence] = []
    var start = startIndex
    var last = startIndex
    for index in indices.dropFirst() {
      if !belong(self[last], self[index]) {
        runs.append(self[start..<index])
        start = index
      }
      last = index
    }
    if start < endIndex { runs.append(self[start..<endIndex]) }
    return runs
  }
}
