import Drawing

/// What is written once and drawn from several places: shapes, such as letters and markers, and clip rectangles.
///
/// Names are letters in the order of first use, so that the same drawing always has the same names.
struct Definitions {
  private(set) var text = ""
  private var shapes: [Shape: String?] = [:]
  private var names: [String: String] = [:]
  private var nameCount = 0
  private var clips: [Rect: Int] = [:]
  /// The shape that was asked for last. Comparing with it is much faster than hashing.
  private var last: (shape: Shape, name: String?)?

  private struct Shape: Hashable {
    var path: Path
    var transform: Transform
    var grain: Int
  }

  /// A name that nothing has yet: a, b, …, z, ba and so on.
  mutating func newName() -> String {
    var (rest, name) = (nameCount, "")
    nameCount += 1
    repeat {
      name = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + name
      rest /= 26
    } while rest > 0
    return name
  }

  /// The name of a transformed path, nil where it draws nothing.
  ///
  /// - Parameter grain: how many hundredths its coordinates are rounded to.
  mutating func name(of path: Path, transform: Transform = .identity, grain: Int = 1) -> String? {
    let shape = Shape(path: path, transform: transform, grain: grain)
    if let last, last.shape == shape { return last.name }
    let name = shapes[shape] ?? define(shape)
    last = (shape, name)
    return name
  }

  private mutating func define(_ shape: Shape) -> String? {
    let data = PathData(shape.path.transformed(by: shape.transform), grain: shape.grain)
    let name = data.isEmpty ? nil : names[data.text] ?? define(data)
    shapes[shape] = .some(name)
    return name
  }

  private mutating func define(_ data: PathData) -> String {
    let name = newName()
    names[data.text] = name
    text += "<path id=\"\(name)\" d=\"\(data.text)\"/>\n"
    return name
  }

  mutating func number(ofClip rect: Rect) -> Int {
    if let number = clips[rect] { return number }
    let number = clips.count + 1
    clips[rect] = number
    text += "<clipPath id=\"c\(number)\"><rect" + attribute("x", Number(rect.minX))
    text += attribute("y", Number(rect.minY)) + attribute("width", Number(rect.width))
    text += attribute("height", Number(rect.height)) + "/></clipPath>\n"
    return number
  }
}
