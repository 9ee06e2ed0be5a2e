import Drawing
import Lecture
import LessonAdam
import Plot
import TestSupport
import Testing
import Words

@Suite struct AdamFigureTests {
  private func document(_ arguments: [String]) throws -> ToldDocument {
    try AdamLesson.document(arguments)
  }

  private func figure(_ arguments: [String]) throws -> Figure {
    let figures = try document(arguments).blocks.compactMap { block in
      if case .figure(let figure, name: "adam") = block { figure } else { nil }
    }
    #expect(figures.count == 1)
    return try #require(figures.first)
  }

  @Test func theWalkStartsAndEndsWhereTheTraceDoes() throws {
    let walk = try #require(try figure([]).columns[0][0].marks.last)
    #expect(walk.data.count == 101)
    #expect(walk.data.first == Datum(x: 1, y: 0.5))
    let end = try #require(walk.data.last)
    #expect(abs(end.x - 0.208581) < 1e-6)
    #expect(end.y == end.x * end.x / 2)
  }

  @Test func legendsAreMathematics() throws {
    let marks = try figure([]).columns[1].flatMap(\.marks)
    #expect(marks.compactMap(\.name) == ["w", "m̂", .root("ŝ")].map { Words(math: $0) })
    #expect(try figure([]).columns[1][1].y.label.english == "η·m̂/(√ŝ + ε)")
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
    let charts = try figure([]).columns.flatMap(\.self)
    #expect(charts.map(\.x.label.chinese) == ["w", "步数 t", "步数 t"])
    #expect(charts[0].heading?.chinese == "沿损失曲线下降")
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
