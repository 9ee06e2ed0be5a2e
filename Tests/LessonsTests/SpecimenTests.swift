import Drawing
import Fonts
import Foundation
import Lecture
import Plot
import Specimens
import Testing

@Suite struct SpecimenTests {
  @Test(arguments: Specimen.all.map(\.name), Theme.allCases)
  func noTextOverlapsAnotherOrLeavesThePage(name: String, theme: Theme) throws {
    let specimen = try #require(Specimen.all.first { $0.name == name })
    let home = ProcessInfo.processInfo.environment["HOME"]
    let fonts = InstalledFonts(folders: InstalledFonts.standardFolders(home: home))
    let style = Style(
      regular: try fonts.typeface(for: .latin),
      bold: try fonts.typeface(for: .latin, weight: .bold), theme: theme)
    var canvas = Recording()
    try specimen.figure(.english).draw(on: &canvas, style: style)
    let texts = canvas.texts
    #expect(texts.count > 20)
    for (index, text) in texts.enumerated() {
      #expect(Rect(x: 0, y: 0, width: 1600, height: 1000).contains(text.ink), "\(text)")
      for other in texts[..<index] {
        #expect(!text.ink.overlaps(other.ink), "\(text) and \(other)")
      }
    }
  }
}
