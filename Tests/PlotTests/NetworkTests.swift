import Drawing
import TestSupport
import Testing
import Words

@testable import Plot

@Suite struct NetworkTests {
  private let style = Style(regular: BoxTypeface(), bold: BoxTypeface())

  /// Three layers of two nodes, each joined with all of the next, and a bias beside the first.
  private var network: NetworkMark {
    typealias Node = NetworkMark.Node
    let nodes: [Node] = (0..<6).map { index in
      let value: Words = index == 0 ? "5" : "0.123456"
      return Node(
        Words("n\(index)"), value: value, layer: Double(index / 2), row: Double(index % 2))
    }
    let bias = Node("b", value: "1", layer: 0.5, row: -0.6)
    let edges: [NetworkMark.Edge] = (0..<8).map { index in
      let first = index / 4 * 2
      let detail: Words? = index == 0 ? "d=0" : nil
      return NetworkMark.Edge(
        from: first + index % 2, to: first + 2 + index % 4 / 2, label: Words("w=\(index)"),
        detail: detail)
    }
    return NetworkMark(
      nodes: nodes + [bias],
      edges: edges + [NetworkMark.Edge(from: 6, to: 2), NetworkMark.Edge(from: 6, to: 3)],
      color: Palette.blue, highlight: Palette.vermilion)
  }

  private func drawn(_ size: Figure.Size) throws -> (canvas: Recording, ways: [[Point]]) {
    let domains = (Domain(-0.4, 2.4), Domain(-1.3, 0.9))
    var chart = Chart(
      x: Axis("", domain: domains.0), y: Axis("", domain: domains.1), marks: [network])
    chart.showsAxes = false
    var canvas = Recording()
    try Figure(title: "", subtitle: "", columns: [[chart]], size: size)
      .draw(on: &canvas, style: style)
    let clips = canvas.calls.compactMap { call in
      if case .stroke(_, _, _, let clip?) = call { clip } else { nil }
    }
    let area = try #require(clips.first)
    let frame = Frame(
      area: area, x: Scale(.linear, domains.0), y: Scale(.linear, domains.1), style: style)
    return (canvas, network.lines(in: frame))
  }

  @Test(arguments: Figure.Size.allCases)
  func aLabelStandsAtItsOwnEdgeAndHidesNoOther(size: Figure.Size) throws {
    let (canvas, ways) = try drawn(size)
    let page = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    expectSoundLayout(canvas, on: page)
    for (label, index) in (0..<8).map({ ("w=\($0)", $0) }) + [("d=0", 0)] {
      let ink = try #require(canvas.texts.first { $0.string == label }).ink
      for (other, way) in ways.enumerated() {
        let reach = ink.inset(by: other == index ? -14 * size.typeScale : -2)
        #expect((reach.part(from: way[0], to: way[1]) != nil) == (other == index), "\(label)")
      }
    }
  }

  @Test func allNamesHaveOneSizeAndAllValuesToo() throws {
    let texts = try drawn(.standard).canvas.texts
    for kind in [["n0", "n5", "b"], ["5", "0.123456", "1"]] {
      let sizes = texts.filter { kind.contains($0.string) }.map(\.size)
      #expect(sizes.count >= 3)
      #expect(Set(sizes).count == 1)
    }
  }

  @Test func layersFollowEachOtherDownwardsWhereTheFrameIsNotWide() throws {
    let wide = try drawn(.standard).ways
    let tall = try drawn(.column).ways
    for (wide, tall) in zip(wide, tall) {
      #expect(wide[1].x > wide[0].x)
      #expect(tall[1].y > tall[0].y)
    }
  }
}
