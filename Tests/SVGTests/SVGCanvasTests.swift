import Drawing
import Foundation
import TestSupport
import Testing
import Words

@testable import SVG

@Suite struct SVGCanvasTests {
  @Test func aSmallDrawing() throws {
    var canvas = SVGCanvas(
      width: 100, height: 50, magnification: 2, title: "A & B", description: "1 < 2",
      metadata: "made by \"hand\"")
    let dot = Path(lines: [Point(-1, -1), Point(1, -1), Point(0, 1)], closed: true)
    let red = Color(hex: 0xFF0000)
    canvas.clipped(to: Rect(x: 10, y: 10.4, width: 80, height: 30)) { canvas in
      canvas.stroke(
        Path(lines: [Point(0, 0), Point(100, 50.125)]), with: Color(hex: 0x0072B2).opacity(0.5),
        style: Stroke(width: 3.5, cap: .round, join: .round, dash: [18, 7.5]))
      canvas.fill(dot, at: Point(20, 20), with: red)
      canvas.fill(dot, at: Point(30, 20.255), with: red)
    }
    canvas.fill(Path(Rect(x: 1, y: 2, width: 3, height: 4)), with: .black)
    canvas.fill(Path(lines: [Point(0, 0), Point(9, 9), Point(9, 0)]), with: red)
    let label = ("a\(math: "b2")" as Words).label(in: .english)
    let line = try TextLine(label, in: BoxTypeface(), size: 10)
    canvas.draw(line, at: Point(5, 45), with: .black)
    canvas.draw(line, with: .black, transform: .quarterTurn.then(.translation(9, 40)))
    canvas.draw(line, at: Point(15, 25), with: .black)
    #expect(
      canvas.text == """
        <svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 100 50" role="img" aria-labelledby="title desc">
        <title id="title">A &amp; B</title>
        <desc id="desc">1 &lt; 2</desc>
        <metadata>made by &quot;hand&quot;</metadata>
        <defs>
        <clipPath id="c1"><rect x="10" y="10" width="80" height="30"/></clipPath>
        <path id="a" d="M-1-1h2L0 1z"/>
        <path id="b" d="M0-250h250V0H0z"/>
        <path id="c" d="M50-250h250L250 0H0z"/>
        <path id="d" d="M0-175h175V0H0z"/>
        </defs>
        <rect width="100" height="50" fill="#fff"/>
        <g clip-path="url(#c1)">
        <path fill="none" stroke="#0072b2" stroke-opacity=".5" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="18 7.5" d="M0 0l100 50.13"/>
        <g fill="#f00">
        <use href="#a" x="20" y="20"/>
        <use href="#a" x="30" y="20.3"/>
        </g>
        </g>
        <path fill="#000" d="M1 2h3v4H1z"/>
        <path fill="#f00" d="M0 0l9 9V0"/>
        <g fill="#000">
        <g id="e" aria-label="ab₂" transform="translate(5 45)scale(.02)"><use href="#b"/><use href="#c" x="250"/><use href="#d" x="500" y="80"/></g>
        <g id="f" aria-label="ab₂" transform="matrix(0 -.02 .02 0 9 40)"><use href="#b"/><use href="#c" x="250"/><use href="#d" x="500" y="80"/></g>
        <use aria-label="ab₂" href="#e" x="10" y="-20"/>
        </g>
        </svg>

        """)
  }

  @Test func whatDoesNotShowIsNotWritten() throws {
    var canvas = SVGCanvas(
      width: 10, height: 10, background: Color(red: 0, green: 0, blue: 0, alpha: 0), title: "")
    let path = Path(lines: [Point(1, 1), Point(5, 7), Point(2, 8)])
    canvas.fill(path, with: Color.black.opacity(0))
    canvas.stroke(path, with: .black, style: Stroke(width: 0))
    canvas.stroke(path, with: .black, style: Stroke(width: .nan))
    canvas.fill(Path(), with: .black)
    canvas.fill(path, at: Point(.nan, 2), with: .black)
    canvas.draw(try TextLine("  ", in: BoxTypeface(), size: 9), at: Point(1, 1), with: .black)
    canvas.clipped(to: Rect(x: 5, y: 5, width: 0, height: 3)) { $0.fill(path, with: .black) }
    canvas.clipped(to: Rect(minX: .nan, minY: 0, maxX: 5, maxY: 5)) { $0.fill(path, with: .black) }
    #expect(
      canvas.text == """
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10" role="img">
        </svg>

        """)
  }

  @Test(arguments: [
    (Stroke(width: 1), #"stroke-width="1""#),
    (Stroke(width: 0.0001), #"stroke-width=".01""#),
    (Stroke(width: 2, cap: .square), #"stroke-width="2" stroke-linecap="square""#),
    (Stroke(width: 2, join: .bevel), #"stroke-width="2" stroke-linejoin="bevel""#),
    (Stroke(width: 2, dash: [1, -1]), #"stroke-width="2""#),
    (Stroke(width: 2, dash: [0, 0.001]), #"stroke-width="2""#),
    (Stroke(width: 2, dash: [.infinity]), #"stroke-width="2""#),
    (Stroke(width: 2, dash: [3]), #"stroke-width="2" stroke-dasharray="3""#),
  ])
  func strokesAreWrittenWithoutDefaults(stroke: Stroke, attributes: String) {
    var canvas = SVGCanvas(width: 10, height: 10, title: "")
    canvas.stroke(Path(lines: [Point(1, 1), Point(5, 7)]), with: .black, style: stroke)
    #expect(canvas.text.contains(##"stroke="#000" \##(attributes) d="M1 1l4 6"/>"##))
  }

  @Test func everyOpacityReadsBackAsItWas() throws {
    var canvas = SVGCanvas(width: 10, height: 10, title: "")
    let path = Path(lines: [Point(1, 1), Point(5, 7), Point(2, 8)])
    for alpha in 1...254 {
      canvas.fill(path, with: Color(red: 1, green: 2, blue: 3, alpha: UInt8(alpha)))
    }
    let read = try ReadFile(canvas.bytes).all("path").map { path in
      let opacity = try #require(path.attributes["fill-opacity"])
      #expect(opacity.count <= 4)
      return Int(((Double(opacity) ?? 0) * 255).rounded())
    }
    #expect(read == Array(1...254))
  }

  @Test func aHeatmapIsSmallAndSharp() throws {
    var canvas = SVGCanvas(width: 1000, height: 1000, title: "")
    var generator = SeededGenerator(seed: 1)
    let side = 100
    for row in 0..<side {
      for column in 0..<side {
        canvas.fill(
          Path(Rect(x: Double(5 * column), y: Double(5 * row), width: 5, height: 5)),
          with: Color(hex: UInt32(generator.next() % 64)))
      }
    }
    #expect(canvas.bytes.count < 20 * side * side)
    let file = try ReadFile(canvas.bytes)
    #expect(file.all("path").count == 64)
    #expect(file.all("g").map(\.attributes) == [["shape-rendering": "crispEdges"]])
    let moves = try file.all("path").flatMap { try readPath($0.attributes["d"] ?? "") }.count {
      if case .move = $0 { true } else { false }
    }
    #expect(moves == side * side)
  }

  @Test func dotsOfOneLookAreOnePath() {
    var canvas = SVGCanvas(width: 100, height: 100, title: "")
    let dot = Path(circleAt: Point(0, 0), radius: 2)
    for x in [10.0, 20.25] { canvas.fill(dot, at: Point(x, 5), with: .black) }
    canvas.fill(dot, at: Point(30, 5), with: Color(hex: 0xFF0000))
    // Where two transparent ones meet, they are darker.
    for x in [40.0, 41] { canvas.fill(dot, at: Point(x, 5), with: .black.opacity(0.5)) }
    let look = #"stroke-width="4" stroke-linecap="round" d=""#
    #expect(canvas.text.contains(##"stroke="#000" \##(look)M10 5h0M20.3 5h0"/>"##))
    #expect(canvas.text.contains(##"stroke="#f00" \##(look)M30 5h0"/>"##))
    #expect(canvas.text.contains(#"<path d="M40 5h0"/>"#))
  }

  @Test func aLongLineIsWrittenOnce() throws {
    var canvas = SVGCanvas(width: 1000, height: 1000, title: "")
    for move in [0, 1.0 / 3, 100.7] {
      let wave = (0...2000).map { Point(Double($0) / 4 + move, 100 * sin(Double($0) / 300) - move) }
      canvas.stroke(Path(lines: wave), with: .black, style: Stroke(width: 1))
    }
    let file = try ReadFile(canvas.bytes)
    #expect(file.all("path").count == 1)
    #expect(file.all("use").count == 3)
    #expect(canvas.bytes.count < 1000)
  }

  @Test func whatCoversSomethingStaysAboveIt() throws {
    var canvas = SVGCanvas(width: 100, height: 100, title: "")
    for index in 0..<20 {
      let color = Color(hex: UInt32(index % 2) * 0x111111)
      canvas.fill(Path(Rect(x: Double(index), y: 0, width: 5, height: 5)), with: color)
    }
    let paths = try ReadFile(canvas.bytes).all("path").compactMap { $0.attributes["d"] }
    #expect(paths.count == 20)
    #expect(paths.first == "M0 0h5v5H0z")
    #expect(paths.last == "M19 0h5v5h-5z")
  }
}
