import Drawing
import TestSupport
import Testing

@testable import SVG

@Suite struct RectangleFieldTests {
  @Test func rectanglesThatAreTakenNeverOverlap() {
    var generator = SeededGenerator(seed: 3)
    var taken = 0
    for _ in 0..<300 {
      var field = RectangleField()
      var rects: [Rect] = []
      for _ in 0..<20 {
        func random(_ bound: Int) -> Double { Double(Int.random(in: 0..<bound, using: &generator)) }
        let rect = Rect(x: random(20), y: random(20), width: 1 + random(5), height: 1 + random(5))
        let overlaps = rects.contains(where: rect.overlaps)
        guard field.append(rect, .black) else { continue }
        #expect(!overlaps, "\(rect) \(rects)")
        rects.append(rect)
      }
      #expect(field.count == rects.count)
      taken += rects.count
    }
    #expect(taken > 900)
  }

  @Test func aFieldRowByRowIsTakenWhole() {
    var field = RectangleField()
    for row in 0..<20 {
      for column in 0..<30 {
        let rect = Rect(x: Double(3 * column), y: Double(-2 * row), width: 3, height: 2)
        let isTaken = field.append(rect, Color(hex: UInt32(row * column % 5)))
        #expect(isTaken)
      }
    }
    #expect(field.count == 600)
    #expect(field.layers.map(\.path.elements.count).reduce(0, +) == 3000)
    #expect(field.layers.count == 5)
  }

  @Test(arguments: [
    (Path(Rect(x: 1, y: 2, width: 3, height: 4)), true),
    (Path(Rect(x: 1, y: 2.5, width: 3, height: 4)), false),
    (Path(Rect(x: 1, y: 2, width: 0, height: 4)), false),
    (Path(Rect(x: 1, y: 2, width: -3, height: 4)), false),
    (Path(Rect(x: 1, y: 2, width: .infinity, height: 4)), false),
    (Path(Rect(x: 1, y: .nan, width: 1, height: 4)), false),
    (Path(lines: [Point(0, 0), Point(2, 1), Point(3, 3), Point(0, 3)], closed: true), false),
    (Path(lines: [Point(0, 0), Point(3, 0), Point(3, 3), Point(0, 3)]), false),
    (Path(), false),
  ])
  func rectanglesOnWholeUnitsAreFound(path: Path, isFound: Bool) {
    #expect((Rect(wholeUnits: path) != nil) == isFound)
  }
}
