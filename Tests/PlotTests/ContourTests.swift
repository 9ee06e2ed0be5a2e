import Drawing
import RealModule
import TestSupport
import Testing

@testable import Plot

@Suite struct ContourTests {
  private func area(_ polygon: [GridPlace]) -> Double {
    zip(polygon, polygon.dropFirst() + polygon.prefix(1))
      .reduce(0) { $0 + ($1.0.column * $1.1.row - $1.1.column * $1.0.row) / 2 }
  }

  @Test func linesLieWhereAFlatFunctionHasTheLevel() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let (a, b) = (
        Double.random(in: -2...2, using: &generator), Double.random(in: -2...2, using: &generator)
      )
      let level = Double.random(in: -5...5, using: &generator)
      let field = Field(x: 0...10, y: 0...10, columns: 11, rows: 11) { a * $0 + b * $1 - 3 }
      for place in MarchingSquares(field: field, level: level).lines.flatMap(\.self) {
        let value = a * place.column + b * place.row - 3
        #expect(abs(value - level) < 1e-9)
      }
    }
  }

  @Test func regionsAboveAndBelowALevelFillTheGrid() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<50 {
      let values = (0..<64).map { _ in Double.random(in: -1...1, using: &generator) }
      let field = Field(x: 0...7, y: 0...7, columns: 8, rows: 8) { values[Int($1) * 8 + Int($0)] }
      let negative = Field(x: 0...7, y: 0...7, columns: 8, rows: 8) {
        -values[Int($1) * 8 + Int($0)]
      }
      let level = Double.random(in: -0.9...0.9, using: &generator)
      let above = MarchingSquares(field: field, level: level).regionsAbove.map(area)
      let below = MarchingSquares(field: negative, level: -level).regionsAbove.map(area)
      #expect(above.allSatisfy { $0 >= 0 })
      let total = (above + below).reduce(0, +)
      #expect(abs(total - 49) < 1e-9)
    }
  }

  @Test func aCircleIsOneClosedLineOfTheRightArea() throws {
    let field = Field(x: -1.5...1.5, y: -1.5...1.5, columns: 121, rows: 121) { $0 * $0 + $1 * $1 }
    let lines = MarchingSquares(field: field, level: 1).lines
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.first == line.last)
    let cell = 3.0 / 120
    let enclosed = abs(area(line)) * cell * cell
    #expect(abs(enclosed - Double.pi) < 1e-3)
  }

  @Test func aRefinedFieldKeepsItsValuesAndFollowsACubic() {
    let field = Field(x: 0...9, y: 0...9, columns: 10, rows: 10) { x, y in
      x * x * x - 4 * x * y + y * y * y - y * y
    }
    let refined = field.refined()
    #expect(refined.columns == 19 && refined.rows == 19)
    for row in 3..<16 {
      for column in 3..<16 {
        let (x, y) = (Double(column) / 2, Double(row) / 2)
        #expect(abs(refined[column, row] - (x * x * x - 4 * x * y + y * y * y - y * y)) < 1e-9)
      }
    }
    for index in 0..<10 { #expect(refined[2 * index, 4] == field[index, 2]) }
  }

  /// On the field's own grid the lowest contours of Rosenbrock's valley are rows of islands.
  @Test func aNarrowValleyIsAsGoodAsOneLine() {
    let field = Field(x: -2...2, y: -1...3, columns: 121, rows: 121) { x, y in
      100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    }
    for level in [0.1, 0.2] {
      #expect(MarchingSquares(field: field, level: level).lines.count > 3)
      let mark = ContourMark(field, levels: [level], lineColor: Palette.black)
      var canvas = Recording()
      let frame = Frame(
        area: Rect(x: 0, y: 0, width: 600, height: 600), x: Scale(.linear, Domain(-2, 2)),
        y: Scale(.linear, Domain(-1, 3)), style: Style(regular: BoxTypeface(), bold: BoxTypeface()))
      mark.draw(on: &canvas, in: frame)
      let lengths = canvas.calls.compactMap { call in
        if case .stroke(let path, _, _, _) = call { path.elements.count } else { nil }
      }
      // At the sharp ends of the valley it may still leave a few cells behind.
      let (longest, all) = (lengths.max() ?? 0, lengths.reduce(0, +))
      #expect(longest > 300 && Double(longest) > 0.95 * Double(all), "\(lengths)")
    }
  }

  @Test func whatIsNotFiniteIsLeftOut() {
    let field = Field(x: 0...4, y: 0...4, columns: 5, rows: 5) { $0 < 2 ? .nan : $1 }
    let lines = MarchingSquares(field: field, level: 1.5).lines
    #expect(lines.flatMap(\.self).allSatisfy { $0.column >= 2 })
    let covered = MarchingSquares(field: field, level: -1).regionsAbove.map(area).reduce(0, +)
    #expect(abs(covered - 8) < 1e-9)
  }

  @Test func levelsAreRoundNumbers() {
    let ravine = Field(x: -4...4, y: -2...2, columns: 9, rows: 9) { ($0 * $0 + 25 * $1 * $1) / 2 }
    #expect(ravine.logarithmicLevels(powers: 1) == [1, 2, 5, 10, 20, 50])
    #expect(ravine.linearLevels(6) == [0, 10, 20, 30, 40, 50])
    let negative = Field(x: 0...1, y: 0...1, columns: 2, rows: 2) { _, _ in -1 }
    #expect(negative.logarithmicLevels().isEmpty)
    let labels = ([0.05, 200, 5e-6, 1e20, -2, 0] as [Double]).map { Ticks.label(of: $0).string }
    #expect(labels == ["0.05", "200", "5·10⁻⁶", "10²⁰", "−2", "0"])
  }
}
