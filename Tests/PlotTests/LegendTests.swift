import Drawing
import TestSupport
import Testing
import Words

@testable import Plot

/// Legends and names at the ends of lines.
@Suite struct LegendTests {
  @Test func aLongLegendTakesMoreRows() throws {
    let marks = (1...9).map {
      LineMark([Datum(x: 0, y: 0)], name: Words("series \(String($0))"), color: Palette.blue)
    }
    let chart = Chart(x: Axis("x"), y: Axis("y"), marks: marks)
    let names = try recording(of: Figure(title: "T", subtitle: "S", columns: [[chart], [chart]]))
      .texts.filter { $0.string.hasPrefix("series") }
    #expect(names.count == 18)
    #expect(Set(names.map(\.ink.maxY)).count > 1)
    #expect(Set(names.map(\.ink.height)).count == 1)
  }

  @Test func aLegendHasOneSizeOfLetters() throws {
    let marks = [3, 100].map {
      LineMark(
        [Datum(x: 0, y: 0)], name: Words(String(repeating: "n", count: $0)), color: Palette.blue)
    }
    let chart = Chart(x: Axis("x"), y: Axis("y"), marks: marks)
    let names = try recording(of: Figure(title: "T", subtitle: "S", columns: [[chart], [chart]]))
      .texts.filter { $0.string.hasPrefix("nnn") }
    #expect(names.count == 4)
    #expect(Set(names.map(\.size)).count == 1)
  }

  @Test func aLegendIsNoWiderThanItsFrame() throws {
    func named(_ names: [String], _ legend: Chart.LegendPlace) -> Chart {
      Chart(
        heading: "H", x: Axis("x"), y: Axis("y"), legend: legend,
        marks: names.map {
          LineMark([Datum(x: 0, y: 0), Datum(x: 1, y: 1)], name: Words($0), color: Palette.blue)
        })
    }
    // The long name beside one frame makes all frames narrow.
    let wide = named(["a name so long that it takes half of the page"], .atLineEnds)
    let legend = named(["aaaa", "bbbb", "cccc", "dddd"], .above)
    let canvas = try recording(
      of: Figure(title: "T", subtitle: "S", columns: [[legend], [wide]]))
    let frame = canvas.calls.compactMap { call in
      if case .stroke(_, Palette.blue, _, let clip?) = call { clip } else { nil }
    }.first
    let names = canvas.texts.filter { ["aaaa", "bbbb", "cccc", "dddd"].contains($0.string) }
    #expect(names.count == 4)
    let right = try #require(frame).maxX
    for name in names { #expect(name.ink.maxX <= right) }
  }

  @Test func namesAtLineEndsKeepApart() throws {
    let marks = (1...6).map { index in
      LineMark(
        [Datum(x: 0, y: 0), Datum(x: 1, y: 1 + Double(index) / 1000)],
        name: Words("n" + String(repeating: "n", count: index)), color: Palette.blue)
    }
    let chart = Chart(x: Axis("x"), y: Axis("y"), legend: .atLineEnds, marks: marks)
    let canvas = try recording(of: Figure(title: "T", subtitle: "S", columns: [[chart]]))
    let names = canvas.texts.filter { $0.string.hasPrefix("nn") }
    #expect(names.count == 6)
    for (index, name) in names.enumerated() {
      for other in names[..<index] { #expect(!name.ink.overlaps(other.ink)) }
    }
  }
}
