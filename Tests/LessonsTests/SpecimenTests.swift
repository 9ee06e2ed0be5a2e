import Drawing
import Plot
import Specimens
import TestSupport
import Testing

@Suite struct SpecimenTests {
  private func recording(
    _ name: String, _ theme: Theme = .light, _ size: Figure.Size = .standard
  ) throws -> Recording {
    let specimen = try #require(Specimen.all.first { $0.name == name })
    var figure = specimen.figure
    figure.size = size
    return try Recording(of: figure, theme: theme)
  }

  /// At half size on a projector, a text of 17 units is 8 or 9 pixels tall, the least that is read with ease.
  @Test(arguments: Specimen.all.map(\.name), Figure.Size.allCases)
  func textsAreReadableAtHalfSize(name: String, size: Figure.Size) throws {
    let texts = try recording(name, .light, size).texts
    #expect(texts.count > 10)
    for text in texts { #expect(text.size >= 17, "\(text)") }
  }

  @Test(arguments: Specimen.all.map(\.name), Figure.Size.allCases)
  func noTextOverlapsAnotherOrLeavesThePage(name: String, size: Figure.Size) throws {
    expectSoundLayout(try recording(name, .light, size), on: size.page)
  }

  @Test(arguments: Specimen.all.map(\.name), [Theme.dark, .print])
  func themesKeepTheLayout(name: String, theme: Theme) throws {
    expectSoundLayout(try recording(name, theme), on: Figure.Size.standard.page)
  }
}
