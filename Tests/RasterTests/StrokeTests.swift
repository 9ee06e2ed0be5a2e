import Drawing
import TestSupport
import Testing

@testable import Raster

/// The area of a disc.
private func disc(_ radius: Double) -> Double { .pi * radius * radius }

/// How much chords take from a round end or corner, at most.
private func arcError(_ radius: Double) -> Double { 2 * .pi * radius * Polylines.tolerance }

@Suite struct StrokeTests {
  @Test func lineOnTheGridCoversItsRectangle() {
    for width in [1.0, 2, 3] {
      let middle = 20 + width.truncatingRemainder(dividingBy: 2) / 2
      let style = Stroke(width: width)
      let across = Coverages(Path(lines: [Point(5, middle), Point(50, middle)]), style)
      let down = Coverages(Path(lines: [Point(middle, 5), Point(middle, 50)]), style)
      let low = middle - width / 2
      #expect(across == Coverages(Path(Rect(x: 5, y: low, width: 45, height: width))))
      #expect(down == Coverages(Path(Rect(x: low, y: 5, width: width, height: 45))))
      #expect(across.area == 45 * width)
    }
  }

  @Test(arguments: [Stroke.Cap.butt, .round, .square])
  func aSegmentsAreaIsLengthTimesWidthAndItsCaps(cap: Stroke.Cap) {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<100 {
      let (a, b) = (random.point(12...52), random.point(12...52))
      let width = random.number(0.2...12)
      let coverage = Coverages(Path(lines: [a, b]), Stroke(width: width, cap: cap))
      var area = (b - a).length * width
      switch cap {
      case .butt: break
      case .round: area += disc(width / 2)
      case .square: area += width * width
      }
      let error = coverage.areaError + (cap == .round ? arcError(width / 2) : 0)
      #expect(abs(coverage.area - area) <= error)
    }
  }

  @Test func reversedLinesLookTheSame() {
    var random = SeededGenerator(seed: 2)
    for join in [Stroke.Join.miter, .round, .bevel] {
      for closed in [false, true] {
        for _ in 0..<50 {
          let points = (0..<6).map { _ in random.point(8...56) }
          let style = Stroke(width: random.number(0.5...6), cap: .round, join: join)
          let forwards = Coverages(Path(lines: points, closed: closed), style)
          let backwards = Coverages(Path(lines: points.reversed(), closed: closed), style)
          #expect(forwards.difference(backwards) <= 1)
        }
      }
    }
  }

  @Test func joinsHaveTheirAreas() {
    // A right angle: the corner's outer square, a quarter disc in it, or half of it.
    let corner = Path(lines: [Point(10, 40), Point(40, 40), Point(40, 10)])
    func area(_ join: Stroke.Join) -> Double {
      Coverages(corner, Stroke(width: 8, join: join)).area
    }
    let legs = 2 * 30.0 * 8 - 16
    #expect(area(.miter) == legs + 16)
    #expect(abs(area(.bevel) - (legs + 8)) < 0.02)
    #expect(abs(area(.round) - (legs + disc(4) / 4)) < 0.1)
  }

  @Test func aMiterBeyondItsLimitIsABevel() {
    // A miter ends 1/sin of half the angle between the edges away from its corner, in half widths.
    func look(_ ratio: Double, _ join: Stroke.Join) -> Coverages {
      let (sine, cosine) = (1 / ratio, (1 - 1 / (ratio * ratio)).squareRoot())
      let ends = [1, -1].map { Point(50 - 40 * cosine, 30 + 40 * sine * $0) }
      return Coverages(
        Path(lines: [ends[0], Point(50, 30), ends[1]]), Stroke(width: 3, join: join))
    }
    #expect(look(4.01, .miter) == look(4.01, .bevel))
    #expect(look(3.99, .miter).area > look(3.99, .bevel).area + 1)
  }

  @Test func aRoundPolylineIsTheUnionOfItsPieces() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let points = (0..<5).map { _ in random.point(12...52) }
      let width = random.number(0.5...10)
      let style = Stroke(width: width, cap: .round, join: .round)
      let whole = Coverages(Path(lines: points), style)
      let pieces = zip(points, points.dropFirst()).map { Coverages(Path(lines: [$0, $1]), style) }
      for i in whole.bytes.indices {
        let values = pieces.map { Int($0.bytes[i]) }
        #expect(Int(whole.bytes[i]) >= (values.max() ?? 0) - 12)
        #expect(Int(whole.bytes[i]) <= min(255, values.reduce(0, +) + 12))
      }
      let length = zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
      #expect(whole.area <= length * width + disc(width / 2) + whole.areaError)
    }
  }

  @Test func aStrokedCircleIsARing() {
    for (radius, width) in [(20.0, 1.0), (20, 4), (10, 0.5), (8, 16), (5, 10)] {
      for join in [Stroke.Join.miter, .bevel, .round] {
        let circle = Path(circleAt: Point(32.2, 31.7), radius: radius)
        let coverage = Coverages(circle, Stroke(width: width, join: join))
        let area = 2 * .pi * radius * width
        #expect(abs(coverage.area - area) <= coverage.areaError + 0.01 * area)
        // The join style does not show inside of a curve.
        let round = Coverages(circle, Stroke(width: width, join: .round))
        #expect(coverage.difference(round) <= 6)
      }
    }
  }

  @Test func aClosedRectangleHasFourCorners() {
    let rect = Path(Rect(x: 10, y: 12, width: 30, height: 20))
    let coverage = Coverages(rect, Stroke(width: 4))
    #expect(coverage.area == 34 * 24 - 26 * 16)
    #expect(coverage[8, 10] == 255)
    #expect(coverage[25, 20] == 0)
    #expect(Coverages(rect, Stroke(width: 50)).area == 64 * 57)
  }

  @Test func thinLinesAreLighter() {
    let line = Path(lines: [Point(10, 20.5), Point(50, 20.5)])
    for width in [0.1, 0.25, 0.5] {
      let coverage = Coverages(line, Stroke(width: width))
      #expect(coverage[30, 20] == UInt8((width * 255).rounded()))
      #expect(coverage[30, 19] == 0)
    }
  }

  @Test func theScaleWidensLinesAndDashes() {
    let path = Path(lines: [Point(2, 10), Point(28, 10), Point(20, 25)])
    let doubled = path.transformed(by: .scale(2, 2))
    let small = Stroke(width: 3, join: .round, dash: [4, 1])
    let large = Stroke(width: 6, join: .round, dash: [8, 2])
    #expect(Coverages(path, small, scale: 2) == Coverages(doubled, large))
  }

  // MARK: Lines without length

  @Test func aLineWithoutLengthIsADotIfItHasCaps() {
    let p = Point(30, 30)
    var closed = Path()
    closed.move(to: p)
    closed.closeSubpath()
    for path in [Path(lines: [p, p]), Path(lines: [p, p, p], closed: true), closed] {
      #expect(Coverages(path, Stroke(width: 10)).isEmpty)
      #expect(Coverages(path, Stroke(width: 10, cap: .square)).area == 100)
      let round = Coverages(path, Stroke(width: 10, cap: .round))
      #expect(abs(round.area - disc(5)) <= round.areaError + arcError(5))
    }
    var move = Path()
    move.move(to: p)
    #expect(Coverages(move, Stroke(width: 10, cap: .round)).isEmpty)
  }

  @Test func doubledPointsChangeNothing() {
    var random = SeededGenerator(seed: 4)
    for join in [Stroke.Join.miter, .round, .bevel] {
      for closed in [false, true] {
        let points = (0..<5).map { _ in random.point(8...56) }
        let doubled = points.flatMap { [$0, $0, $0] }
        let style = Stroke(width: 3, join: join)
        #expect(
          Coverages(Path(lines: doubled, closed: closed), style)
            == Coverages(Path(lines: points, closed: closed), style))
      }
    }
  }

  @Test func aCuspHasTheJoinAtItsTurn() {
    let there = Path(lines: [Point(10, 32), Point(50, 32), Point(10, 32)])
    #expect(Coverages(there, Stroke(width: 6)).area == 240)
    #expect(Coverages(there, Stroke(width: 6, join: .bevel)).area == 240)
    let round = Coverages(there, Stroke(width: 6, join: .round))
    #expect(abs(round.area - (240 + disc(3) / 2)) <= round.areaError + arcError(3))
    var cusp = Path()
    cusp.move(to: Point(10, 50))
    cusp.addCurve(to: Point(54, 50), control1: Point(54, 10), control2: Point(10, 10))
    #expect(Coverages(cusp, Stroke(width: 4))[32, 20] == 255)
  }

  // MARK: Dashes

  @Test func dashesCoverTheirShareOfTheLine() {
    let line = Path(lines: [Point(2, 30), Point(62, 30)])
    func row(_ dash: [Double]) -> [Bool] {
      let coverage = Coverages(line, Stroke(width: 2, dash: dash))
      #expect(coverage.bytes.allSatisfy { $0 == 0 || $0 == 255 })
      return (2..<62).map { coverage[$0, 30] == 255 }
    }
    func expected(_ isDash: (Int) -> Bool) -> [Bool] { (0..<60).map(isDash) }
    #expect(row([4, 2]) == expected { $0 % 6 < 4 })
    #expect(row([3]) == expected { $0 % 6 < 3 })
    #expect(row([1, 2, 3]) == expected { [0, 3, 4, 5, 7, 8].contains($0 % 12) })
    #expect(row([0, 2, 3, 1]) == expected { [2, 3, 4].contains($0 % 6) })
    #expect(row([100, 5]) == expected { _ in true })
  }

  @Test func dashesOfAPolylineHaveTheirTotalArea() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      // Far from itself and only slightly bent, so that no dash overlaps another.
      let points = (0..<6).map { Point(4 + 11 * Double($0), 32 + random.number(-3...3)) }
      let length = zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
      let dash = [random.number(0.5...5), random.number(2...5)]
      let coverage = Coverages(Path(lines: points), Stroke(width: 1, join: .round, dash: dash))
      let period = dash[0] + dash[1]
      let rest = length.truncatingRemainder(dividingBy: period)
      let drawn = (length / period).rounded(.down) * dash[0] + min(rest, dash[0])
      #expect(abs(coverage.area - drawn) <= coverage.areaError + 0.2)
    }
  }

  @Test func aDashGoesThroughTheClosingCorner() {
    let square = Path(Rect(x: 10, y: 10, width: 40, height: 40))
    let coverage = Coverages(square, Stroke(width: 4, dash: [10, 20, 10, 0]))
    #expect(coverage[8, 8] == 255)
    let solid = Coverages(square, Stroke(width: 4, dash: [1000, 1]))
    #expect(solid == Coverages(square, Stroke(width: 4)))
  }

  @Test func dashesWithoutLengthAreDotsAlongTheLine() {
    let line = Path(lines: [Point(5, 5), Point(55, 55)])
    #expect(Coverages(line, Stroke(width: 6, dash: [0, 12])).isEmpty)
    let squares = Coverages(line, Stroke(width: 6, cap: .square, dash: [0, 12]))
    #expect(abs(squares.area - 6 * 36) < 0.5)
    // They stand on their corners: one reaches 6/√2 below and to the right of its middle.
    #expect(squares[8, 5] > 0)
    #expect(squares[8, 8] == 0)
  }

  @Test(arguments: [
    [], [0], [0, 0], [-1, 2], [.nan, 1], [.infinity, 1], [1e-9, 1e-9], [1e308, 1e308],
  ])
  func aDashPatternThatCannotBeDrawnIsSolid(dash: [Double]) {
    let line = Path(lines: [Point(5, 30), Point(55, 35)])
    let solid = Coverages(line, Stroke(width: 3))
    #expect(Coverages(line, Stroke(width: 3, dash: dash)) == solid)
  }

  /// Lines that turn sharply, cross themselves and go back over themselves, straight and curved.
  @Test func strokesThatCrossThemselvesHaveNoHolesAndNoSeams() {
    var random = SeededGenerator(seed: 31)
    for i in 0..<1000 {
      let path =
        i % 2 == 0
        ? Path(lines: (0..<8).map { _ in random.point(16...48) }, closed: i % 4 == 0)
        : random.scribble(size: 64)
      let style = Stroke(width: random.number(2.9...12), cap: .round, join: .round)
      let coverage = Coverages(path, style)
      let lines = Polylines(path, transform: .identity)
      for subpath in lines.subpaths {
        let ends = lines.following(subpath)
        for (a, b) in zip([subpath.points.lowerBound] + ends, ends) {
          for step in 0...40 {
            let p = lines.points[a] + (lines.points[b] - lines.points[a]) * (Double(step) / 40)
            guard 0..<64 ~= p.x && 0..<64 ~= p.y else { continue }
            // A pixel's corners are within √2 of any of its points.
            #expect(coverage[Int(p.x), Int(p.y)] >= 254)
          }
        }
      }
    }
  }

  @Test func aTransparentStrokeThatCrossesItselfIsEven() {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<300 {
      let path = random.scribble(size: 64)
      let style = Stroke(width: random.number(3...12), cap: .round, join: .round)
      let opaque = Coverages(path, style)
      let sheer = Coverages(width: 64, height: 64) {
        $0.stroke(path, with: Color.black.opacity(0.5), style: style)
      }
      for (a, b) in zip(opaque.bytes, sheer.bytes) {
        #expect(abs(Int(b) - (Int(a) * 128 + 127) / 255) <= 1)
      }
    }
  }
}
