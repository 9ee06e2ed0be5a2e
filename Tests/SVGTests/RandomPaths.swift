import Drawing
import TestSupport

extension Path {
  /// One to three subpaths of lines and curves.
  init(random generator: inout SeededGenerator) {
    func point() -> Point {
      Point(
        .random(in: -2000...2000, using: &generator), .random(in: -2000...2000, using: &generator))
    }
    self.init()
    for _ in 0...generator.next() % 3 {
      move(to: point())
      for _ in 0...generator.next() % 5 {
        switch generator.next() % 3 {
        case 0: addLine(to: point())
        case 1: addQuadCurve(to: point(), control: point())
        default: addCurve(to: point(), control1: point(), control2: point())
        }
      }
      if generator.next() % 2 == 0 { closeSubpath() }
    }
  }
}

extension Path.Element {
  var points: [Point] {
    switch self {
    case .move(let p), .line(let p): [p]
    case .quadratic(let c, let p): [c, p]
    case .cubic(let c1, let c2, let p): [c1, c2, p]
    case .close: []
    }
  }
}
