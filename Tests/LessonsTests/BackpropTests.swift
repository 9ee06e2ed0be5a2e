import Drawing
import Formulas
import Lecture
import LessonBackprop
import Plot
import TestSupport
import Testing
import Words

@Suite struct BackpropTests {
  private typealias Blocks = [ToldDocument.Block]

  private func blocks(_ arguments: [String]) throws -> Blocks {
    try BackpropLesson.document(arguments).blocks
  }

  private func figures(_ blocks: Blocks) -> [(name: String, figure: Figure)] {
    blocks.compactMap { if case .figure(let figure, let name) = $0 { (name, figure) } else { nil } }
  }

  private func table(_ name: String, _ blocks: Blocks) throws -> ToldTable {
    let tables = blocks.compactMap { block in
      if case .table(let table, name: name) = block { table } else { nil }
    }
    return try #require(tables.first)
  }

  private func derivations(_ blocks: Blocks) -> [String] {
    blocks.flatMap { block -> [String] in
      if case .derivations(_, let derivations) = block { derivations.map { "\($0)" } } else { [] }
    }
  }

  /// What PyTorch 2.13 calculated.
  private struct Golden: Decodable {
    struct Gradient: Decodable {
      var w: [Double]
      var b: [Double]
    }
    struct After: Decodable {
      var E: Double
      var out_o1: Double
      var out_o2: Double
      var w: [Double]
    }
    struct Run: Decodable { var after_steps: [String: After] }
    var gradient: Gradient
    var training: [String: Run]
  }

  private let golden: Golden = GoldenFile.read("backprop")

  private func expect(_ ours: [Double?], _ theirs: [Double]) {
    #expect(ours.count == theirs.count)
    for (ours, theirs) in zip(ours, theirs) {
      #expect(ours.map { abs($0 - theirs) <= 1e-12 * max(1, abs(theirs)) } == true)
    }
  }

  @Test func gradientsAndUpdatesAreThoseOfPyTorch() throws {
    let columns = try table("backprop-updates", blocks(["--steps", "1"])).columns.map(\.numbers)
    let after = try #require(golden.training["weights_only"]?.after_steps["1"])
    expect(columns[2], golden.gradient.w + golden.gradient.b)
    expect(columns[3], after.w + [0.35, 0.6])
  }

  @Test func trainingIsThatOfPyTorch() throws {
    let columns = try table("backprop", blocks([])).columns.map(\.numbers)
    let steps = ["0", "1", "2", "10", "100", "1000", "10000"]
    #expect(columns[0] == steps.map { Double($0) })
    for (first, name) in [(1, "weights_only"), (4, "weights_and_biases")] {
      let run = try #require(golden.training[name])
      let rows = try steps.map { try #require(run.after_steps[$0]) }
      expect(columns[first], rows.map(\.E))
      expect(columns[first + 1], rows.map(\.out_o1))
      expect(columns[first + 2], rows.map(\.out_o2))
    }
  }

  /// Each weight's paths, by their number: an output's weight has one, a hidden neuron's has two.
  @Test(
    arguments: zip(
      ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2"],
      [2, 2, 2, 2, 1, 1, 1, 1, 4, 2]))
  func anyWeightIsExplained(weight: String, pathCount: Int) throws {
    let blocks = try blocks(["--weight", weight, "--steps", "1"])
    #expect(figures(blocks).map(\.name) == ["backprop-\(weight)", "backprop-training"])
    let symbol = Symbol(weight).text
    let titles = blocks.compactMap { block in
      if case .derivations(let title, _) = block { title } else { nil }
    }
    #expect(titles.count { $0.hasPrefix("\(symbol) → ") } == pathCount)
    // The derivative along all paths, and the same by the deltas.
    let values = derivations(blocks).filter { $0.hasPrefix("∂E/∂\(symbol) = ") }
      .map { $0.split(separator: " = ").last }
    #expect(values.count == 2)
    #expect(Set(values).count == 1)
  }

  @Test func theCoursesChainIsFilledIn() throws {
    let derivations = try derivations(blocks(["--steps", "1"]))
    for line in [
      "∂E/∂outₒ₁ = −(t₁ − outₒ₁) = −(0.01 − 0.751365) = 0.741365",
      "∂E/∂w₅ = ∂E/∂outₒ₁·∂outₒ₁/∂netₒ₁·∂netₒ₁/∂w₅ = 0.741365·0.186816·0.59327 = 0.082167",
      "∂E/∂w₁ = P₁ + P₂ = 0.000668396 + (−0.000229828) = 0.000438568",
      "w₅⁽¹⁾ = w₅ − η·∂E/∂w₅ = 0.4 − 0.5·0.082167 = 0.358916",
    ] {
      #expect(derivations.contains(line), "\(line)")
    }
  }

  @Test(
    arguments: [
      ["--weight", "b1", "--weight", "b2", "--weight", "w4", "--weight", "w8", "--steps", "9"],
      ["--steps", "1"], ["--steps", "2"], ["--steps", "37"],
      ["--learning-rate", "1e-9", "--steps", "100"], ["--learning-rate", "1000"],
      ["--learning-rate", "1000", "--steps", "3"],
    ], Language.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], language: Language) throws {
    for (_, figure) in figures(try blocks(arguments)) {
      let canvas = try Recording(of: figure, language: language)
      #expect(canvas.texts.count > 10)
      expectSoundLayout(canvas, on: figure.size.page)
    }
  }

  @Test func thePathOfW5IsHighlightedWithItsFactors() throws {
    let figure = try #require(figures(try blocks(["--steps", "1"])).first?.figure)
    let network = try #require(figure.columns[0][0].marks.first as? NetworkMark)
    let names = network.nodes.filter(\.isHighlighted).map(\.name.english)
    #expect(names == ["outₕ₁", "netₒ₁", "outₒ₁", "E"])
    let labels = network.edges.filter(\.isHighlighted).compactMap(\.label?.english)
    #expect(labels == ["0.5933", "0.1868", "0.7414"])
    let details = network.edges.compactMap(\.detail?.english)
    #expect(details == ["w₅ = 0.4", "∂outₒ₁/∂netₒ₁", "∂E/∂outₒ₁"])
    #expect(network.edges.count == 2 * (4 + 2 + 2) + 2 + 2)
  }

  /// The numbers along the highlighted edges are the factors: multiplied along each path and added up, they give the
  /// derivative.
  @Test(arguments: BackpropLesson.Weight.allCases)
  func theHighlightedNumbersMultiplyToTheDerivative(weight: BackpropLesson.Weight) throws {
    let blocks = try blocks(["--weight", weight.rawValue, "--steps", "1"])
    let figure = try #require(figures(blocks).first?.figure)
    let network = try #require(figure.columns[0][0].marks.first as? NetworkMark)
    let edges = network.edges.filter(\.isHighlighted)
    func factor(_ edge: NetworkMark.Edge) throws -> Double {
      let text = try #require(edge.label?.english.split(separator: " ").last)
      return try #require(Double(text.replacing("−", with: "-")))
    }
    func derivative(from node: Int) throws -> Double {
      let next = edges.filter { $0.from == node }
      return next.isEmpty
        ? 1 : try next.reduce(0) { try $0 + factor($1) * derivative(from: $1.to) }
    }
    let starts = Set(edges.map(\.from)).subtracting(edges.map(\.to))
    let product = try derivative(from: try #require(starts.first))
    let updates = try table("backprop-updates", blocks).columns[2].numbers
    let place = try #require(BackpropLesson.Weight.allCases.firstIndex(of: weight))
    let gradient = try #require(updates[place])
    #expect(starts.count == 1)
    #expect(abs(product - gradient) <= 2e-3 * abs(gradient), "\(product), \(gradient)")
  }

  /// No label lies on a node that is not its own, or on the head of an arrow.
  @Test(arguments: BackpropLesson.Weight.allCases, Figure.Size.allCases)
  func labelsLeaveNodesAndArrowsFree(weight: BackpropLesson.Weight, size: Figure.Size) throws {
    var figure = try #require(
      figures(try blocks(["--weight", weight.rawValue, "--steps", "1"])).first?.figure)
    figure.size = size
    let canvas = try Recording(of: figure)
    let nodes = canvas.calls.compactMap { call -> Rect? in
      guard case .stroke(let path, _, _, _) = call, let bounds = path.controlBounds,
        bounds.width > 50, abs(bounds.width - bounds.height) < 1e-6
      else { return nil }
      return bounds
    }
    let heads = canvas.calls.compactMap { call -> Rect? in
      guard case .fill(let path, let color, _) = call, color != .white,
        let bounds = path.controlBounds, max(bounds.width, bounds.height) < 22,
        path.elements.count == 5
      else { return nil }
      return bounds
    }
    #expect(nodes.count == 15)
    #expect(heads.count == 20)
    for text in canvas.texts {
      for node in nodes where !node.contains(text.ink) {
        let corner = Point(
          min(max(node.center.x, text.ink.minX), text.ink.maxX),
          min(max(node.center.y, text.ink.minY), text.ink.maxY))
        #expect((corner - node.center).length > node.width / 2, "\(text)")
      }
      for head in heads { #expect(!text.ink.inset(by: -1).overlaps(head), "\(text)") }
    }
  }

  @Test(arguments: [1, 2, 3, 37, 400, 10_000])
  func theTrainingLineIsDrawnThroughFewSteps(last: Int) throws {
    let figure = try #require(figures(try blocks(["--steps", "\(last)"])).last?.figure)
    let lines = figure.columns[0][0].marks.compactMap { $0 as? LineMark }
    #expect(lines.count == 2)
    for line in lines {
      let steps = line.data.map(\.x)
      #expect(steps.first == 1)
      #expect(steps.last == Double(last))
      #expect(steps.count <= 401)
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $1 - $0 <= 1 + 0.03 * $1 })
    }
  }

  @Test func pyTorchIsQuotedForTheCoursesLearningRateOnly() throws {
    func prose(_ arguments: [String]) throws -> String {
      try blocks(arguments).map { if case .prose(let text) = $0 { text } else { "" } }.joined()
    }
    #expect(try prose([]).contains("the same digits"))
    #expect(try prose(["--steps", "1"]).contains("after 0, 1 steps"))
    #expect(try !prose(["--learning-rate", "0.4", "--steps", "5"]).contains("PyTorch"))
  }

  @Test(arguments: [
    ["--learning-rate", "0"], ["--learning-rate", "1001"], ["--learning-rate", "nan"],
    ["--steps", "0"], ["--steps", "10001"], ["--weight", "w9"],
    ["--weight", "w1", "--weight", "w1"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try BackpropLesson.parse(arguments) }
  }
}
