import Drawing
import Foundation
import Plot
import SVG
import Specimens
import TestSupport
import Testing
import Words

@Suite struct FigureTests {
  private static let names = Specimen.all.map(\.name)

  private func draw(_ name: String, _ theme: Theme) throws -> (SVGCanvas, Recording) {
    let specimen = try #require(Specimen.all.first { $0.name == name })
    let figure = specimen.figure
    let style = Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: theme)
    var canvas = SVGCanvas(
      width: figure.size.width, height: figure.size.height, background: style.background,
      title: figure.title.english, description: figure.subtitle.english)
    var recording = Recording()
    try figure.draw(on: &canvas, style: style)
    try figure.draw(on: &recording, style: style)
    return (canvas, recording)
  }

  @Test(arguments: names)
  func everyCallIsDrawnWithFiniteNumbersAndDefinedReferences(name: String) throws {
    // Print has dashes and markers besides.
    let (canvas, recording) = try draw(name, .print)
    let file = try ReadFile(canvas.bytes)
    expectShortNumbers(in: file)

    // A heatmap's rectangles of one colour are one path.
    if name == "heatmaps" {
      #expect(file.drawn.count < recording.calls.count)
    } else {
      #expect(file.drawn.count == recording.calls.count)
    }
    #expect(file.drawn.compactMap { $0.attributes["aria-label"] } == recording.texts.map(\.string))

    let ids = file.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    var used: Set<String> = ["title", "desc"]
    // A line of text has a name even where it comes once.
    for line in file.all("g") { if let name = line.attributes["id"] { used.insert(name) } }
    for element in file.elements {
      if let target = element.attributes["href"] { used.insert(String(target.dropFirst())) }
      if let clip = element.attributes["clip-path"] {
        used.insert(String(clip.dropFirst("url(#".count).dropLast()))
      }
    }
    if !ids.contains("desc") { used.remove("desc") }
    #expect(used == Set(ids))
  }

  /// Finite numbers with two decimals at most.
  private func expectShortNumbers(in file: ReadFile) {
    for element in file.elements {
      for (attribute, value) in element.attributes {
        let others = ["aria-label", "fill-opacity", "stroke-opacity", "transform", "xmlns"]
        guard !others.contains(attribute) else { continue }
        #expect(!value.contains("nan") && !value.contains("inf"))
        #expect(value.firstMatch(of: /\.\d{3}/) == nil, "\(attribute): \(value.prefix(80))")
      }
    }
  }

  @Test func theSameFigureHasTheSameBytes() throws {
    for name in ["lines", "network"] {
      let (first, second) = (try draw(name, .light).0, try draw(name, .light).0)
      #expect(first.bytes == second.bytes)
    }
  }
}
