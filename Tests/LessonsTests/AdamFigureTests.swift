import Drawing
import Lecture
import Lessons
import Plot
import TestSupport
import Testing

@Suite struct AdamFigureTests {
  private func document(_ arguments: [String], _ language: Language = .english) throws -> Document {
    try AdamLesson.parse(arguments).document(in: language)
  }

  private func figure(_ arguments: [String], _ language: Language = .english) throws -> Figure {
    let figures = try document(arguments, language).blocks.compactMap { block in
      if case .figure(let figure, name: "adam") = block { figure } else { nil }
    }
    #expect(figures.count == 1)
    return try #require(figures.first)
  }

  private static let runs: [[String]] =
    [1, 2, 3, 10, 100, 1000, 10_000].map { ["--steps", "\($0)"] }
    + ["1e-12", "1e-6", "0.001", "-3", "7e5", "1e12", "0"].map { ["--start", $0] }
    + ["1e-300", "1e-5", "1", "50", "1e9", "1e200"].map { ["--learning-rate", $0] }
    + [
      ["--start", "1e12", "--learning-rate", "1e11", "--steps", "500"],
      ["--start", "-1e-12", "--learning-rate", "1e-13", "--steps", "37"],
      [
        "--start", "1.23456e-7", "--learning-rate", "9.87654e-9", "--beta1", "0.123456", "--beta2",
        "0.999999", "--epsilon", "1.23456e-10",
      ],
    ]

  @Test(arguments: runs)
  func nothingOverlapsOrIsCutOff(arguments: [String]) throws {
    let figure = try figure(arguments)
    let canvas = try Recording(of: figure)
    #expect(canvas.texts.count > 20)
    expectSoundLayout(canvas, on: figure.size.page)
    for call in canvas.calls {
      guard case .fill(let path, _, _, let clip) = call, clip != nil else { continue }
      let bounds = try #require(path.controlBounds)
      let edges = [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY]
      #expect(edges.allSatisfy { $0.isFinite })
    }
  }

  /// What is inside of a frame is cut off at its edge, so dots must keep away from there.
  @Test(arguments: runs)
  func dotsAreWhole(arguments: [String]) throws {
    for call in try Recording(of: figure(arguments)).calls {
      guard case .fill(let path, _, _, let clip?) = call else { continue }
      let bounds = try #require(path.controlBounds)
      #expect(clip.contains(bounds), "\(bounds) in \(clip)")
    }
  }

  @Test func theWalkStartsAndEndsWhereTheTraceDoes() throws {
    let walk = try #require(try figure([]).columns[0][0].marks.last)
    #expect(walk.data.count == 101)
    #expect(walk.data.first == Datum(x: 1, y: 0.5))
    let end = try #require(walk.data.last)
    #expect(abs(end.x - 0.208581) < 1e-6)
    #expect(end.y == end.x * end.x / 2)
  }

  @Test func aDivergingRunShowsItsFinitePart() throws {
    let charts = try figure(["--learning-rate", "1e200"]).columns.flatMap(\.self)
    for mark in charts.flatMap(\.marks) {
      #expect(mark.data.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
    #expect(charts[0].marks.last?.data == [Datum(x: 1, y: 0.5)])
  }

  @Test func legendsAreMathematics() throws {
    let marks = try figure([]).columns[1].flatMap(\.marks)
    #expect(marks.compactMap(\.name) == ["w", "m̂", "√ŝ", "η·m̂/(√ŝ + ε)"].map(Label.init(math:)))
    let texts = try Recording(of: figure([])).texts.map(\.string)
    #expect(texts.contains("w₀ = 1,   η = 0.01,   β₁ = 0.9,   β₂ = 0.99,   ε = 10⁻⁸"))
    #expect(texts.contains("w₁₀₀"))
  }

  @Test func aSymbolKeepsItsColour() throws {
    let columns = try figure([]).columns
    let line = try #require(columns[1][0].marks.first as? LineMark)
    let walk = try #require(columns[0][0].marks.last as? WalkMark)
    #expect(line.color == walk.color)
  }

  @Test func chineseFiguresHaveChineseTexts() throws {
    let charts = try figure([], .chinese).columns.flatMap(\.self)
    #expect(charts.map(\.x.label.string) == ["w", "步数 t", "步数 t"])
    #expect(charts[0].heading?.string == "沿损失曲线下降")
  }

  @Test func theTableKeepsFullPrecision() throws {
    let tables = try document(["--steps", "2"]).blocks.compactMap { block in
      if case .table(let table, name: "adam") = block { table } else { nil }
    }
    let columns = try #require(tables.first).columns
    #expect(
      columns.map(\.heading) == ["step", "g", "m", "s", "m̂", "ŝ", "effective step", "w", "L(w)"])
    // PyTorch's trajectory "Adam/course/half_sq/float64/2/course".
    let pyTorch: [(Int, [Double?])] = [
      (1, [nil, 1.0, 0.9900000001]),
      (2, [nil, 0.09999999999999998, 0.18900000000999995]),
      (3, [nil, 0.010000000000000009, 0.019701000001980017]),
      (7, [1.0, 0.9900000001, 0.9800025187749787]),
      (8, [0.5, 0.490050000099, 0.48020246840265124]),
    ]
    for (index, values) in pyTorch {
      for (ours, theirs) in zip(columns[index].numbers, values) {
        #expect((ours == nil) == (theirs == nil))
        if let ours, let theirs { #expect(abs(ours - theirs) <= 1e-12) }
      }
    }
  }
}
