import Drawing
import Fonts
import Foundation
import Lecture
import Plot
import Specimens
import Testing

@Suite struct SpecimenTests {
  private func recording(_ name: String, _ theme: Theme, _ size: Figure.Size) throws -> Recording {
    let specimen = try #require(Specimen.all.first { $0.name == name })
    let home = ProcessInfo.processInfo.environment["HOME"]
    let fonts = InstalledFonts(folders: InstalledFonts.standardFolders(home: home))
    let style = Style(
      regular: try fonts.typeface(for: .latin),
      bold: try fonts.typeface(for: .latin, weight: .bold), theme: theme)
    var canvas = Recording()
    var figure = specimen.figure(.english)
    figure.size = size
    try figure.draw(on: &canvas, style: style)
    return canvas
  }

  private func expectSoundLayout(_ name: String, _ theme: Theme, _ size: Figure.Size) throws {
    let canvas = try recording(name, theme, size)
    let page = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    #expect(canvas.texts.count > 10)
    for (index, text) in canvas.texts.enumerated() {
      #expect(page.contains(text.ink), "\(text)")
      for other in canvas.texts[..<index] {
        #expect(!text.ink.overlaps(other.ink), "\(text) and \(other)")
      }
    }
  }

  /// At half size on a projector, a text of 17 units is 8 or 9 pixels tall, the least that is read with ease.
  @Test(arguments: Specimen.all.map(\.name))
  func textsAreReadableAtHalfSize(name: String) throws {
    for text in try recording(name, .light, .standard).texts {
      #expect(text.size >= 17, "\(text)")
    }
  }

  @Test(arguments: Specimen.all.map(\.name), Figure.Size.allCases)
  func noTextOverlapsAnotherOrLeavesThePage(name: String, size: Figure.Size) throws {
    try expectSoundLayout(name, .light, size)
  }

  @Test(arguments: Specimen.all.map(\.name), [Theme.dark, .print])
  func themesKeepTheLayout(name: String, theme: Theme) throws {
    try expectSoundLayout(name, theme, .standard)
  }
}
