import Drawing
import TestSupport
import Testing

@testable import Plot

@Suite struct WalkMarkTests {
  /// What a walk draws within a frame whose units are those of the canvas.
  private func drawn(_ steps: [Point]) -> (lines: [Path], dots: [Point], heads: [Path]) {
    let area = Rect(x: 0, y: 0, width: 600, height: 400)
    let frame = Frame(
      area: area, x: Scale(.linear, Domain(0, 600)), y: Scale(.linear, Domain(0, 400)),
      style: Style(regular: BoxTypeface(), bold: BoxTypeface()))
    var canvas = Recording()
    let data = steps.map { Datum(x: $0.x, y: 400 - $0.y) }
    let walk = WalkMark(data, color: Palette.blue)
    walk.draw(on: &canvas, in: frame)
    walk.drawPoints(on: &canvas, in: frame)
    var (lines, dots, heads) = ([Path](), [Point](), [Path]())
    for call in canvas.calls {
      switch call {
      case .fill(let path, Palette.blue, _):
        if path.isRound, let bounds = path.controlBounds {
          dots.append(bounds.center)
        } else {
          heads.append(path)
        }
      case .stroke(let path, let color, _, _) where color != Palette.blue: lines.append(path)
      default: break
      }
    }
    return (lines, dots, heads)
  }

  private func randomWalk(
    steps: Int, length: Double, using random: inout SeededGenerator
  ) -> [Point] {
    var place = Point(300, 200)
    return (0...steps).map { _ in
      defer {
        let way = Vector(.random(in: -1...1, using: &random), .random(in: -1...1, using: &random))
        place = place + way * length
      }
      return place
    }
  }

  /// Dots that come closer mean steps that become shorter, so there is one every first, second, fifth or tenth step, all along.
  @Test func dotsHaveAFixedStride() throws {
    var random = SeededGenerator(seed: 1)
    for number in 0..<300 {
      let length = [5.0, 20, 60, 300][number % 4]
      let walk = randomWalk(steps: 1 + number % 40, length: length, using: &random)
      let (_, dots, _) = drawn(walk)
      let area = Rect(x: 0, y: 0, width: 600, height: 400).inset(by: -0.5)
      let isStride = [1, 2, 5, 10, 20, 50].contains { every in
        // Start and end are drawn larger, and last.
        let seen = (stride(from: 0, to: walk.count, by: every) + [walk.count - 1]).map { walk[$0] }
          .filter(area.contains)
        return dots.count == seen.count
          && zip(dots, seen).allSatisfy { ($0 - $1).length < 0.01 }
      }
      #expect(isStride)
    }
  }

  @Test func arrowheadsKeepADistanceFromEachOtherAndFromTheEnds() {
    var random = SeededGenerator(seed: 2)
    for number in 0..<300 {
      let walk = randomWalk(
        steps: 1 + number % 60, length: [5.0, 20, 60][number % 3], using: &random)
      let (_, _, heads) = drawn(walk)
      var taken = [walk[0], walk[walk.count - 1]]
      for head in heads.compactMap({ $0.controlBounds?.center }) {
        for other in taken { #expect((other - head).length > 24 - 12) }
        taken.append(head)
      }
    }
  }

  @Test func aStepOutOfTheFrameHasAnArrowheadWithin() throws {
    let (lines, _, heads) = drawn([Point(300, 300), Point(-1e9, -2e9), Point(1e200, 1e300)])
    let bounds = try #require(heads.first?.controlBounds)
    #expect(Rect(x: 0, y: 0, width: 600, height: 400).contains(bounds))
    // It points up and to the left.
    guard case .move(let tip)? = heads.first?.elements.first else {
      Issue.record("An arrowhead starts at its tip.")
      return
    }
    #expect(tip.x < bounds.center.x && tip.y < bounds.center.y)
    for line in lines {
      let ink = try #require(line.controlBounds)
      #expect(Rect(x: -100, y: -100, width: 800, height: 600).contains(ink))
    }
  }

  @Test func thousandsOfStepsAreThinnedOut() {
    let (lines, dots, heads) = drawn((0..<10_000).map { Point(0.05 * Double($0), 100) })
    #expect(lines.map(\.elements.count).reduce(0, +) < 600)
    #expect(dots.count < 60)
    #expect(heads.isEmpty)
  }
}

extension Path {
  fileprivate var isRound: Bool {
    elements.contains { if case .cubic = $0 { true } else { false } }
  }
}
