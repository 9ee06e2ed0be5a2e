import Drawing

/// What is written once and drawn from several places: shapes, such as letters and markers, and clip rectangles.
///
/// Names count from 1 in the order of first use, so that the same drawing always has the same names.
struct Definitions {
  private(set) var text = ""
  private var shapes: [Shape: Int?] = [:]
  private var shapeCount = 0
  private var clips: [Rect: Int] = [:]
  /// The shape that was asked for last. Comparing with it is much faster than hashing.
  private var last: (shape: Shape, number: Int?)?

  private struct Shape: Hashable {
    var path: Path
    var transform: Transform
  }

  /// The number of a transformed path, nil where it draws nothing.
  mutating func number(of path: Path, transform: Transform) -> Int? {
    let shape = Shape(path: path, transform: transform)
    if let last, last.shape == shape { return last.number }
    let number = shapes[shape] ?? define(shape)
    last = (shape, number)
    return number
  }

  private mutating func define(_ shape: Shape) -> Int? {
    let data = PathData(shape.path.transformed(by: shape.transform))
    var number: Int?
    if !data.isEmpty {
      shapeCount += 1
      number = shapeCount
      text += "  <path id=\"s\(shapeCount)\" d=\"\(data.text)\"/>\n"
    }
    shapes[shape] = .some(number)
    return number
  }

  mutating func number(ofClip rect: Rect) -> Int {
    if let number = clips[rect] { return number }
    let number = clips.count + 1
    clips[rect] = number
    text += "  <clipPath id=\"c\(number)\"><rect" + attribute("x", Number(rect.minX))
    text += attribute("y", Number(rect.minY)) + attribute("width", Number(rect.width))
    text += attribute("height", Number(rect.height)) + "/></clipPath>\n"
    return number
  }
}
