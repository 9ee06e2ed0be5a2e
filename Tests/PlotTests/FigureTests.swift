import Drawing
import TestSupport
import Testing
import Words

@testable import Plot

/// Layout, examined without pixels: what a figure draws is recorded.
@Suite struct FigureTests {
  private let style = Style(regular: BoxTypeface(), bold: BoxTypeface())

  private func figure(_ data: [Datum], annotated: Bool = true) -> Figure {
    let chart = Chart(
      heading: "Heading", x: Axis("x axis"), y: Axis("y axis"),
      marks: [
        LineMark(data, name: "line", color: Palette.blue),
        WalkMark(data, color: Palette.vermilion),
      ],
      annotations: annotated
        ? [data.first, data.last].compactMap(\.self).map {
          Annotation("w₀", at: $0, color: Palette.blue)
        } : [])
    return Figure(title: "Title", subtitle: "Subtitle", columns: [[chart], [chart, chart]])
  }

  private static let data: [[Datum]] = [
    [],
    [Datum(x: 0, y: 0)],
    [Datum(x: 1e12, y: 5e23)],
    [Datum(x: 3, y: 7), Datum(x: 3, y: 7)],
    [Datum(x: 0, y: 1), Datum(x: 10_000, y: 1)],
    [Datum(x: -1e300, y: -1e308), Datum(x: 1e300, y: 1e308)],
    [Datum(x: 1e-12, y: 5e-25), Datum(x: -1e-2, y: 5e-5)],
    [Datum(x: 0, y: .nan), Datum(x: 1, y: .infinity), Datum(x: 2, y: 1)],
    (0..<1000).map { Datum(x: Double($0), y: Double($0 * 7919 % 1000) - 500) },
  ]

  @Test(arguments: data)
  func noTextOverlapsAnotherOrLeavesThePage(data: [Datum]) throws {
    let canvas = try recording(of: figure(data))
    #expect(canvas.texts.count > 10)
    expectSoundLayout(canvas, on: Rect(x: 0, y: 0, width: 1600, height: 1000))
  }

  @Test func smallMultiplesOnANarrowPageAreReadAlongTheRowsAsBefore() throws {
    func chart(_ number: Int) -> Chart {
      Chart(
        heading: "\(String(number)).", x: Axis("x"), y: Axis("y"),
        marks: [LineMark([Datum(x: 0, y: 0), Datum(x: 1, y: 1)], color: Palette.blue)])
    }
    func order(_ columns: [[Int]], _ size: Figure.Size) throws -> [String] {
      var figure = Figure(
        title: "", subtitle: "", columns: columns.map { $0.map(chart) }, size: size)
      figure.sharesAxes = true
      return try recording(of: figure).texts.filter { $0.string.hasSuffix(".") }
        .sorted { ($0.ink.minY.rounded(), $0.ink.minX) < ($1.ink.minY.rounded(), $1.ink.minX) }
        .map(\.string)
    }
    for columns in [
      [[1, 4], [2, 5], [3, 6]], [[1, 5], [2, 6], [3, 7], [4, 8]], [[1], [2]], [[1]],
    ] {
      let numbers = (1...columns.flatMap(\.self).count).map { "\($0)." }
      for size in Figure.Size.allCases { #expect(try order(columns, size) == numbers) }
    }
  }

  @Test func longTextsShrinkToTheirRoom() throws {
    var figure = figure(Self.data[1])
    figure.title = Words(String(repeating: "long ", count: 60))
    figure.subtitle = Words(String(repeating: "longer ", count: 60))
    figure.columns[0][0].heading = Words(String(repeating: "heading ", count: 30))
    figure.columns[0][0].y.label = Words(String(repeating: "axis ", count: 60))
    figure.columns[0][0].marks = (0..<9).map {
      LineMark([], name: Words(String(repeating: "series ", count: $0)), color: Palette.blue)
    }
    let page = Rect(x: 0, y: 0, width: 1600, height: 1000)
    for text in try recording(of: figure).texts { #expect(page.contains(text.ink)) }
  }

  @Test func longSubtitlesAndHeadingsTakeTwoLines() throws {
    var figure = figure(Self.data[1])
    figure.subtitle = Words(
      String(repeating: "word ", count: 20) + "mid; " + String(repeating: "last ", count: 20))
    figure.columns[0][0].heading = Words(String(repeating: "part ", count: 12) + "end")
    let canvas = try recording(of: figure)
    expectSoundLayout(canvas, on: Rect(x: 0, y: 0, width: 1600, height: 1000))
    let subtitle = canvas.texts.filter { $0.string.contains("word") || $0.string.contains("last") }
    #expect(subtitle.map { $0.string.hasSuffix("mid;") } == [true, false])
    #expect(subtitle.map(\.size) == [style.textSize, style.textSize])
    let heading = canvas.texts.filter { $0.string.contains("part") }
    #expect(heading.count == 2)
    #expect(Set(heading.map(\.size)) == [style.textSize])
  }

  /// Texts that are too long for narrow frames take two lines before they become smaller than four fifths.
  @Test(arguments: Figure.Size.allCases)
  func textsOfAKindHaveOneSizeThatIsNotTooSmall(size: Figure.Size) throws {
    func chart(_ letter: String, repeated count: Int) -> Chart {
      func text(_ kind: String) -> Words {
        Words("\(kind)" + String(repeating: " " + letter, count: count))
      }
      return Chart(
        heading: text("heading"), x: Axis(text("level")), y: Axis(text("upright")),
        marks: [LineMark(Self.data[4], name: text("name"), color: Palette.blue)])
    }
    let charts = [[chart("a", repeated: 1)], [chart("b", repeated: 9)], [chart("c", repeated: 11)]]
    let texts = try recording(
      of: Figure(title: "T", subtitle: "", columns: charts, size: size)
    ).texts
    for kinds in [["heading"], ["level", "upright"], ["name"]] {
      let sizes = texts.filter { text in kinds.contains { text.string.hasPrefix($0) } }.map(\.size)
      #expect(sizes.count == 3 * kinds.count)
      #expect(Set(sizes).count == 1)
      #expect(sizes[0] >= 0.8 * style.textSize * size.typeScale, "\(kinds)")
    }
  }

  @Test(arguments: Figure.Size.allCases)
  func namesOfBarsStandInTwoRowsWhereTheyAreWide(size: Figure.Size) throws {
    let names = ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd", "eeeeeeee"]
    let bars = BarMark((0..<5).map { Datum(x: Double($0), y: 1) }, color: Palette.green)
    let chart = Chart(x: Axis("", categories: names.map { Words($0) }), y: Axis("y"), marks: [bars])
    let canvas = try recording(
      of: Figure(title: "T", subtitle: "", columns: [[chart], [chart]], size: size))
    let texts = canvas.texts.filter { names.contains($0.string) }
    #expect(texts.count == 10)
    for text in texts { #expect(text.size >= 0.8 * style.tickSize * size.typeScale) }
    expectSoundLayout(
      canvas, on: Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height)))
  }

  @Test(arguments: [1.0, 1.5, 2, 3])
  func gridAndAxesLieOnWholePixels(scale: Double) throws {
    let canvas = try recording(of: figure(Self.data[4]), scale: scale)
    let grid = canvas.calls.compactMap { call -> (Path, Stroke)? in
      guard case .stroke(let path, let color, let stroke, _) = call,
        [style.grid, style.axis].contains(color)
      else { return nil }
      return (path, stroke)
    }
    #expect(grid.count == 6)
    for (path, stroke) in grid {
      let half = (stroke.width * scale).rounded() / 2
      for (start, end) in zip(path.elements, path.elements.dropFirst()) {
        guard case .line(let b) = end, let a = start.end else { continue }
        let across = a.x == b.x ? a.x : a.y
        let edge = across * scale - half
        #expect(abs(edge - edge.rounded()) < 1e-9)
      }
    }
  }

  @Test func aGapInTheDataIsAGapInTheLine() throws {
    let data = [1, 2, .nan, 4, .infinity, 6, 7].enumerated()
      .map { Datum(x: Double($0.offset), y: $0.element) }
    let chart = Chart(
      x: Axis("x"), y: Axis("y"), marks: [LineMark(data, color: Palette.green)])
    let canvas = try recording(of: Figure(title: "T", subtitle: "S", columns: [[chart]]))
    let lines = canvas.calls.filter {
      if case .stroke(_, Palette.green, _, _) = $0 { true } else { false }
    }
    let dots = canvas.calls.filter {
      if case .fill(_, Palette.green, _) = $0 { true } else { false }
    }
    #expect(lines.count == 2)
    #expect(dots.count == 1)
  }

  @Test func linesAreClippedToTheirFrame() throws {
    var lines = 0
    for call in try recording(of: figure(Self.data[8], annotated: false)).calls {
      guard case .stroke(let path, Palette.blue, _, let clip) = call, path.elements.count > 2
      else { continue }
      lines += 1
      #expect(clip != nil)
    }
    #expect(lines == 3)
  }

  /// What lies on the frame's edge is drawn, and is not cut in half; what lies beyond is not.
  @Test(arguments: Theme.allCases)
  func markersInTheFrameAreWhole(theme: Theme) throws {
    let data = [-1, 0, 5, 10, 11].map { Datum(x: $0, y: $0) }
    let axis = Axis("a", domain: Domain(0, 10))
    for (mark, count) in [
      (PointMark(data, color: Palette.green), 3), (WalkMark(data, color: Palette.green), 3),
    ] as [(any Mark, Int)] {
      let chart = Chart(x: axis, y: axis, legend: .elsewhere, marks: [mark])
      let canvas = try recording(
        of: Figure(title: "T", subtitle: "", columns: [[chart]]), theme: theme)
      let fills = canvas.calls.compactMap { call in
        if case .fill(let path, _, let clip) = call { (path: path, clip: clip) } else { nil }
      }
      #expect(fills.allSatisfy { $0.clip == nil })
      #expect(fills.count >= count)
    }
  }

  @Test func noGridLineLiesAlmostOnAnAxis() throws {
    for lower in [-0.02, -0.01, 0, 0.1] {
      let axis = Axis("a", domain: Domain(lower, 10))
      let calls = try recording(
        of: Figure(title: "T", subtitle: "", columns: [[Chart(x: axis, y: axis, marks: [])]])
      ).calls
      func points(_ wanted: Color) -> [Point] {
        calls.flatMap { call -> [Point] in
          guard case .stroke(let path, wanted, _, _) = call else { return [] }
          return path.elements.compactMap(\.end)
        }
      }
      // The two axes come first: from the upper left corner over the lower left one to the lower right one.
      let corner = points(style.axis)[1]
      let grid = points(style.grid)
      #expect(grid.count > 12)
      for (start, end) in zip(grid, grid.dropFirst()) {
        if start.y == end.y { #expect(corner.y - start.y > 8) }
        if start.x == end.x { #expect(start.x - corner.x > 8) }
      }
    }
  }

  @Test func framesOfARowStandSideBySide() throws {
    func chart(_ names: [Words], heading: Words?) -> Chart {
      Chart(
        heading: heading, x: Axis("x"), y: Axis("y"),
        marks: [LineMark([Datum(x: 0, y: 0), Datum(x: 1, y: 1)], color: Palette.blue)]
          + names.map { LineMark([], name: $0, color: Palette.green) })
    }
    let figure = Figure(
      title: "T", subtitle: "S",
      columns: [
        [chart([], heading: nil), chart(["a", "b"], heading: "a heading")],
        [
          chart(["a name"], heading: "a heading"),
          chart([], heading: "a heading wider than its frame by far"),
        ],
      ])
    let canvas = try recording(of: figure)
    let frames = canvas.calls.compactMap { call in
      if case .stroke(_, Palette.blue, _, let clip?) = call { clip } else { nil }
    }
    #expect(frames.count == 4)
    #expect(Set(frames.map(\.minY)).count == 2)
    #expect(Set(frames.map(\.height)).count == 1)
    #expect(Set(frames.map(\.width)).count == 1)
    let headings = canvas.texts.filter { $0.string.hasPrefix("a heading") }
    #expect(headings.count == 3)
    #expect(Set(headings.map(\.size)).count == 1)
  }

  @Test func barsStandOnZero() throws {
    let bars = BarMark([Datum(x: 0, y: 3), Datum(x: 1, y: 5)], color: Palette.green)
    let chart = Chart(x: Axis("", categories: ["a", "b"]), y: Axis("y"), marks: [bars])
    let canvas = try recording(of: Figure(title: "T", subtitle: "S", columns: [[chart]]))
    let fills = canvas.calls.compactMap { call in
      if case .fill(let path, Palette.green, let clip) = call {
        (path.controlBounds, clip)
      } else {
        nil
      }
    }
    #expect(fills.count == 1)
    #expect(fills[0].0?.maxY == fills[0].1?.maxY)
  }

  /// Where a unit is as long upwards as sideways, a circle is round, whatever the figure's size.
  @Test(arguments: Figure.Size.allCases)
  func aCircleIsRoundOnEqualScales(size: Figure.Size) throws {
    let circle = (0...60).map { step in
      let angle = Double(step) / 60 * 2 * Double.pi
      return Datum(x: 3 * .cos(angle), y: 3 * .sin(angle))
    }
    var chart = Chart(
      heading: "h", x: Axis("x"), y: Axis("y", domain: Domain(-4, 4)),
      marks: [LineMark(circle, color: Palette.blue)])
    chart.hasEqualScales = true
    let other = Chart(x: Axis("x"), y: Axis("y"), marks: [LineMark(circle, color: Palette.green)])
    for columns in [[[chart]], [[chart, other], [chart]], [[chart, chart, chart], [other]]] {
      let canvas = try recording(
        of: Figure(title: "T", subtitle: "", columns: columns, size: size))
      let bounds = canvas.calls.compactMap { call in
        if case .stroke(let path, Palette.blue, _, .some) = call { path.controlBounds } else { nil }
      }
      #expect(bounds.count == columns.flatMap(\.self).count { $0.hasEqualScales })
      for circle in bounds { #expect(abs(circle.width / circle.height - 1) < 0.01) }
    }
  }

  /// Lines of a legend have dashes that differ; one alone is solid.
  @Test(arguments: Theme.allCases)
  func linesOfALegendAreToldApartByDashes(theme: Theme) throws {
    func dashes(_ colors: [Color]) throws -> [[Double]] {
      let lines = colors.map { color in
        LineMark([Datum(x: 0, y: 0), Datum(x: 1, y: 1)], name: "n", color: color)
      }
      let chart = Chart(x: Axis("x"), y: Axis("y"), marks: lines)
      let canvas = try recording(
        of: Figure(title: "T", subtitle: "", columns: [[chart]]), theme: theme)
      return canvas.calls.compactMap { call in
        if case .stroke(_, _, let stroke, .some) = call { stroke.dash } else { nil }
      }
    }
    #expect(try dashes([Palette.vermilion]) == [[]])
    let both = try dashes([Palette.vermilion, Palette.green, Palette.black])
    #expect(Set(both).count == 3)
  }

  @Test func nodesOfANetworkStandInTheirRows() throws {
    let network = NetworkMark(
      nodes: [
        NetworkMark.Node("a", value: "1", layer: 0, row: 0),
        NetworkMark.Node("b", value: "1", layer: 0, row: 1),
        NetworkMark.Node("c", value: "1", layer: 0.5, row: -0.75),
        NetworkMark.Node("d", value: "1", layer: 1, row: 0),
        NetworkMark.Node("e", value: "1", layer: 1, row: 1),
      ],
      edges: [
        NetworkMark.Edge(from: 0, to: 3, label: "level"),
        NetworkMark.Edge(from: 1, to: 3, label: "steep"),
      ], color: Palette.blue, highlight: Palette.vermilion)
    #expect(network.data.map(\.x) == [0, 0, 0.5, 1, 1])
    #expect(network.data.map(\.y) == [0, -1, 0.75, 0, -1])
  }

  @Test func aMissingLetterIsAnError() {
    var figure = figure(Self.data[1])
    figure.title = "漢"
    #expect(throws: MissingGlyph("漢")) { try recording(of: figure) }
  }
}

extension Path.Element {
  fileprivate var end: Point? {
    switch self {
    case .move(let p), .line(let p): p
    default: nil
    }
  }
}
