import Drawing
import Fonts
import Foundation

/// The path of a font file of this name in the folders where fonts are installed.
func installed(_ name: String) -> String? {
  InstalledFonts.standardFolders(home: NSHomeDirectory()).map { "\($0)/\(name)" }
    .first { FileManager.default.fileExists(atPath: $0) }
}

/// Thrown where a font that the tests need is not installed.
struct NeedsFont: Error {
  var package: String
}

func dejaVuSansPath(bold: Bool = false) throws -> String {
  guard let path = installed(bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf") else {
    throw NeedsFont(package: "fonts-dejavu-core")
  }
  return path
}

func dejaVuSans() throws -> FontFile { try FontFile(path: dejaVuSansPath()) }

/// All that the lessons' figures write.
let lettersOfFigures: [Unicode.Scalar] =
  (0x20...0x7E).compactMap { Unicode.Scalar($0) }
  + Array("αβγδεηθλμπρσστφωΔΣ∂∇√∞·×−±≤≥≈≠→←‖…–—’“”°ŝ\u{302}".unicodeScalars)

/// The areas that a path's subpaths enclose: positive where they wind from x towards y.
func signedAreas(of path: Path) -> [Double] {
  var areas: [Double] = []
  var start = Point(0, 0)
  var current = start
  func add(_ next: Point) {
    areas[areas.count - 1] += (current.x * next.y - current.y * next.x) / 2
    current = next
  }
  func add(steps: Int, _ curve: (Double) -> Point) {
    for step in 1...steps { add(curve(Double(step) / Double(steps))) }
  }
  for element in path.elements {
    let from = current
    switch element {
    case .move(let to):
      areas.append(0)
      start = to
      current = to
    case .line(let to): add(to)
    case .quadratic(let c, let to):
      add(steps: 32) { t in
        Point(
          mix(mix(from.x, c.x, t), mix(c.x, to.x, t), t),
          mix(mix(from.y, c.y, t), mix(c.y, to.y, t), t))
      }
    case .cubic(let c1, let c2, let to):
      add(steps: 32) { t in
        Point(cubic(from.x, c1.x, c2.x, to.x, t), cubic(from.y, c1.y, c2.y, to.y, t))
      }
    case .close: add(start)
    }
  }
  return areas
}

private func mix(_ a: Double, _ b: Double, _ t: Double) -> Double { a + t * (b - a) }

private func cubic(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
  let (ab, bc, cd) = (mix(a, b, t), mix(b, c, t), mix(c, d, t))
  return mix(mix(ab, bc, t), mix(bc, cd, t), t)
}
