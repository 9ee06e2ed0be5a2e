import Drawing
import TestSupport
import Testing

@testable import Plot

@Suite struct VisibilityTests {
  private let box = Rect(x: -1, y: -2, width: 3, height: 4)

  /// Points along a segment, counted where they lie in the box.
  private func sampled(_ from: Point, _ to: Point) -> [Point] {
    (0...2000).map { from + (to - from) * (Double($0) / 2000) }.filter(box.contains)
  }

  @Test func thePartOfASegmentIsWhatLiesInTheBox() {
    var random = SeededGenerator(seed: 1)
    var seen = 0
    for _ in 0..<3000 {
      func point() -> Point {
        Point(.random(in: -6...6, using: &random), .random(in: -6...6, using: &random))
      }
      let (from, to) = (point(), point())
      let inside = sampled(from, to)
      let step = (to - from).length / 2000
      guard let part = box.part(from: from, to: to) else {
        #expect(inside.isEmpty)
        continue
      }
      seen += 1
      #expect(box.inset(by: -1e-9).contains(part.from) && box.inset(by: -1e-9).contains(part.to))
      guard let first = inside.first, let last = inside.last else { continue }
      #expect((part.from - first).length <= step && (part.to - last).length <= step)
    }
    #expect(seen > 500)
  }

  @Test func levelAndUprightSegmentsAreCutToo() {
    #expect(
      box.part(from: Point(-9, 0), to: Point(9, 0)).map { [$0.from, $0.to] } == [
        Point(-1, 0), Point(2, 0),
      ])
    #expect(
      box.part(from: Point(0, 9), to: Point(0, 0)).map { [$0.from, $0.to] } == [
        Point(0, 2), Point(0, 0),
      ])
    #expect(box.part(from: Point(-9, 3), to: Point(9, 3)) == nil)
    #expect(
      box.part(from: Point(1e9, 0), to: Point(-1e9, 0)).map { [$0.from.y, $0.to.y] } == [0, 0])
  }

  /// In a theme whose lines differ by dashes, on a curve that leaves the frame by many times its size.
  @Test func dashesAreOnTheVisiblePart() throws {
    let data = (0...100).map {
      Datum(x: Double($0), y: $0 < 20 ? Double($0) : .exp2(Double($0) / 4))
    }
    let chart = Chart(
      x: Axis("x"), y: Axis("y", domain: Domain(0, 30)),
      marks: [LineMark(data, name: "line", color: Palette.vermilion, dash: [18, 7])])
    var canvas = Recording()
    let style = Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: .print)
    try Figure(title: "T", subtitle: "S", columns: [[chart]]).draw(on: &canvas, style: style)
    var dashed = 0
    for call in canvas.calls {
      if case .stroke(let path, _, let stroke, let clip?) = call, !stroke.dash.isEmpty {
        dashed += 1
        #expect(clip.inset(by: -20).contains(try #require(path.controlBounds)))
      }
    }
    #expect(dashed == 1)
  }
}
