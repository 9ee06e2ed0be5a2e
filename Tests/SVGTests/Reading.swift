import Drawing
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG file as an XML parser reads it.
struct ReadFile {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// The names of the elements that it lies in.
    var path: [String]
  }

  var elements: [Element] = []

  init(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let parser = XMLParser(data: Data(bytes))
    let reader = Reader()
    parser.delegate = reader
    let isWellFormed = parser.parse()
    try #require(
      isWellFormed, "\(String(describing: parser.parserError))", sourceLocation: sourceLocation)
    elements = reader.elements
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The elements that are drawn, without the background and the letters of texts; each of several dots.
  var drawn: [Element] {
    elements.flatMap { element -> [Element] in
      guard !element.path.contains("defs") else { return [] }
      switch element.name {
      case "path":
        let dots = (element.attributes["d"] ?? "").matches(of: /h0(?=M|$)/).count
        return Array(repeating: element, count: max(1, dots))
      case "use": return element.path.contains("text") ? [] : [element]
      case "g": return element.attributes["id"] == nil ? [] : [element]
      default: return []
      }
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var path: [String] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append(Element(name: name, attributes: attributes, path: path))
      open.append(elements.count - 1)
      path.append(name == "g" && attributes["id"] != nil ? "text" : name)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
      path.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }
}

/// Path data as a renderer reads them: all coordinates absolute.
func readPath(_ data: String) throws -> [Path.Element] {
  // Numbers and letters apart from each other.
  let spaced = data.replacingOccurrences(of: "-", with: " -")
    .map { $0.isLetter ? " \($0) " : String($0) }.joined()
  let words = spaced.split(separator: " ").map(String.init)
  var elements: [Path.Element] = []
  var (at, start) = (Point(0, 0), Point(0, 0))
  var command: Character = "M"
  var index = 0
  func number() throws -> Double {
    defer { index += 1 }
    try #require(index < words.count, "\(data)")
    return try #require(Double(words[index]), "\(words[index]) in \(data)")
  }
  while index < words.count {
    if words[index].first?.isLetter == true {
      command = Character(words[index])
      index += 1
    } else {
      try #require(command != "z", "\(data)")
    }
    let origin = command.isLowercase ? at : Point(0, 0)
    func point() throws -> Point { Point(origin.x + (try number()), origin.y + (try number())) }
    switch command.lowercased() {
    case "m":
      at = try point()
      start = at
      elements.append(.move(at))
      command = command == "m" ? "l" : "L"
    case "l":
      at = try point()
      elements.append(.line(at))
    case "h":
      at.x = origin.x + (try number())
      elements.append(.line(at))
    case "v":
      at.y = origin.y + (try number())
      elements.append(.line(at))
    case "q":
      let control = try point()
      at = try point()
      elements.append(.quadratic(control: control, end: at))
    case "t":
      guard case .quadratic(let control, let joint)? = elements.last else {
        Issue.record("\(data)")
        return elements
      }
      at = try point()
      elements.append(.quadratic(control: joint + (joint - control), end: at))
    case "c":
      let (control1, control2) = (try point(), try point())
      at = try point()
      elements.append(.cubic(control1: control1, control2: control2, end: at))
    case "z":
      at = start
      elements.append(.close)
    default: Issue.record("\(command) in \(data)")
    }
  }
  return elements
}
