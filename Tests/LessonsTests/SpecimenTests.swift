import Drawing
import Fonts
import Foundation
import Lecture
import Plot
import Specimens
import Testing

@Suite struct SpecimenTests {
  private func expectSoundLayout(_ name: String, _ theme: Theme, _ size: Figure.Size) throws {
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
    let page = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    #expect(canvas.texts.count > 10)
    for (index, text) in canvas.texts.enumerated() {
      #expect(page.contains(text.ink), "\(text)")
      for other in canvas.texts[..<index] {
        #expect(!text.ink.overlaps(other.ink), "\(text) and \(other)")
      }
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
