import Drawing
import TestSupport
import Testing

extension SeededGenerator {
  fileprivate mutating func rect() -> Rect {
    // Few whole numbers, so that edges often touch and sides are often 0 long.
    let (x, y) = (Int.random(in: 0...4, using: &self), Int.random(in: 0...4, using: &self))
    let (w, h) = (Int.random(in: 0...3, using: &self), Int.random(in: 0...3, using: &self))
    return Rect(x: Double(x), y: Double(y), width: Double(w), height: Double(h))
  }
}

@Suite struct GeometryTests {
  /// Rectangles of whole numbers are what unit squares they hold.
  @Test func rectanglesAreSetsOfSquares() {
    var random = SeededGenerator(seed: 40)
    func squares(_ r: Rect) -> Set<[Int]> {
      Set(
        (Int(r.minX)..<max(Int(r.minX), Int(r.maxX))).flatMap { x in
          (Int(r.minY)..<max(Int(r.minY), Int(r.maxY))).map { [x, $0] }
        })
    }
    for _ in 0..<2000 {
      let (a, b) = (random.rect(), random.rect())
      #expect(a.isEmpty == squares(a).isEmpty)
      #expect(Double(squares(a).count) == a.width * a.height)
      // A flat one within another shares no area with it; that it lies across its middle is no matter.
      if !a.isEmpty && !b.isEmpty {
        #expect(a.overlaps(b) == !squares(a).isDisjoint(with: squares(b)))
        #expect(a.contains(b) == squares(b).isSubset(of: squares(a)))
        let common = a.intersection(b)
        #expect(common.isEmpty == !a.overlaps(b))
        if !common.isEmpty { #expect(squares(common) == squares(a).intersection(squares(b))) }
      }
      let both = a.union(b)
      #expect(both.contains(a) && both.contains(b))
      #expect(both == b.union(a))
      let corners = a.corners + b.corners
      #expect(both.minX == corners.map(\.x).min() && both.maxX == corners.map(\.x).max())
      #expect(both.minY == corners.map(\.y).min() && both.maxY == corners.map(\.y).max())
      #expect(a.corners.allSatisfy(a.contains))
      #expect(!a.contains(Point(a.maxX + 1, a.minY)) && !a.contains(Point(a.minX, a.minY - 1)))
    }
    #expect(!Rect(x: 0, y: 0, width: 2, height: 0).overlaps(Rect(x: 0, y: 0, width: 2, height: 2)))
    let inset = Rect(x: 10, y: 20, width: 30, height: 40)
      .inset(left: 1, top: 2, right: 3, bottom: 4)
    #expect(inset == Rect(minX: 11, minY: 22, maxX: 37, maxY: 56))
    #expect(inset.center == Point(24, 39))
    #expect(inset.inset(by: -1) == Rect(minX: 10, minY: 21, maxX: 38, maxY: 57))
    #expect(
      inset.corners == [Point(11, 22), Point(37, 22), Point(37, 56), Point(11, 56)])
  }

  @Test func oneMapAfterAnotherIsThatOfBoth() {
    var random = SeededGenerator(seed: 41)
    func number() -> Double { Double(Int.random(in: -4...4, using: &random)) }
    for _ in 0..<200 {
      let maps = (0..<2).map { _ in
        Transform(a: number(), b: number(), c: number(), d: number(), tx: number(), ty: number())
      }
      let p = Point(number(), number())
      #expect(maps[0].then(maps[1])(p) == maps[1](maps[0](p)))
      #expect(Transform.identity.then(maps[0]) == maps[0])
    }
    let p = Point(3, 5)
    #expect(Transform.translation(2, -1)(p) == Point(5, 4))
    #expect(Transform.scale(2, -1)(p) == Point(6, -5))
    #expect(Transform.slant(0.2)(p) == Point(2, 5))
    // What goes to the right goes up then, which is towards smaller y.
    #expect(Transform.quarterTurn(p) == Point(5, -3))
  }

  @Test(arguments: [UInt8(0), 1, 127, 128, 254, 255])
  func aPixelHasItsChannelsTimesItsAlphaRoundedToNearest(alpha: UInt8) {
    for channel in UInt8.min...UInt8.max {
      let pixel = Color(red: channel, green: 255 - channel, blue: 7, alpha: alpha).premultiplied
      for (shift, value) in [(0, channel), (8, 255 - channel), (16, 7)] {
        let exact = Double(value) * Double(alpha) / 255
        #expect(abs(Double(pixel >> UInt32(shift) & 0xFF) - exact) <= 0.5)
      }
      #expect(pixel >> 24 == UInt32(alpha))
    }
  }

  @Test func colorsAreWhatTheyAreWrittenAs() {
    #expect(Color(hex: 0x123456) == Color(red: 0x12, green: 0x34, blue: 0x56, alpha: 255))
    #expect(Color.white.opacity(0.5).alpha == 128)
    #expect(Color.white.opacity(0.5).opacity(0.5).alpha == 64)
    #expect(Color.black.opacity(-1).alpha == 0)
    #expect(Color.black.opacity(2) == .black)
  }

  @Test func aCircleIsRoundAndOnItsRadius() {
    let path = Path(circleAt: Point(2, 3), radius: 5)
    #expect(path.controlBounds == Rect(x: -3, y: -2, width: 10, height: 10))
    var current = Point(0, 0)
    for element in path.elements {
      guard case .cubic(let a, let b, let end) = element else {
        if case .move(let p) = element { current = p }
        if case .line(let p) = element { current = p }
        continue
      }
      for t in stride(from: 0.0, through: 1, by: 0.125) {
        func mix(_ v: KeyPath<Point, Double>) -> Double {
          let s = 1 - t
          let (first, second) = (s * s * s * current[keyPath: v], 3 * s * s * t * a[keyPath: v])
          return first + second + 3 * s * t * t * b[keyPath: v] + t * t * t * end[keyPath: v]
        }
        let radius = (Point(mix(\.x), mix(\.y)) - Point(2, 3)).length
        #expect(abs(radius / 5 - 1) < 3e-4)
      }
      current = end
    }
    #expect(path.elements.count { if case .cubic = $0 { true } else { false } } == 4)
  }
}
