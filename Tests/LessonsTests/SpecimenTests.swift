import Classroom
import Drawing
import Foundation
import Plot
import Specimens
import TestSupport
import Testing
import Words

@Suite struct SpecimenTests {
  private func figure(_ name: String, _ size: Figure.Size) throws -> Figure {
    var figure = try #require(Specimen.all.first { $0.name == name }).figure
    figure.size = size
    return figure
  }

  private func recording(
    _ name: String, _ theme: Theme = .light, _ size: Figure.Size = .standard
  ) throws -> Recording {
    try Recording(of: figure(name, size), theme: theme)
  }

  /// At half size on a projector, a text of 17 units is 8 or 9 pixels tall, the least that is read with ease; in a column of
  /// print 14 are 5 points.
  @Test(arguments: Specimen.all.map(\.name), Figure.Size.allCases)
  func textsAreReadableAtHalfSize(name: String, size: Figure.Size) throws {
    let texts = try recording(name, .light, size).texts
    #expect(texts.count > 10)
    for text in texts { #expect(text.size >= (size == .column ? 14 : 17), "\(text)") }
  }

  @Test(arguments: Specimen.all.map(\.name), Figure.Size.allCases)
  func noTextOverlapsAnotherOrLeavesThePage(name: String, size: Figure.Size) throws {
    expectSoundLayout(try recording(name, .light, size), on: size.page)
  }

  @Test(arguments: Specimen.all.map(\.name), [Theme.dark, .print])
  func themesKeepTheLayout(name: String, theme: Theme) throws {
    expectSoundLayout(try recording(name, theme), on: Figure.Size.standard.page)
  }

  private static let gallery = ProcessInfo.processInfo.environment["STEPWISE_SPECIMENS"]

  /// For looking: with the environment variable `STEPWISE_SPECIMENS=folder` a folder gets all specimens as PNG files, in
  /// both languages, in all themes, and in the usual theme in all other sizes.
  @Test(.enabled(if: gallery != nil), arguments: Specimen.all.map(\.name), Language.allCases)
  func theGalleryIsDrawn(name: String, language: Language) throws {
    let folder = try #require(Self.gallery)
    let looks: [(Theme, Figure.Size)] =
      Theme.allCases.map { ($0, .standard) }
      + Figure.Size.allCases.filter { $0 != .standard }.map { (.light, $0) }
    for (theme, size) in looks {
      let picture = FigurePicture(figure: try figure(name, size), language: language, theme: theme)
      _ = try picture.write(
        named: "\(name)-\(theme)-\(size)-\(language.rawValue)", into: folder,
        command: "STEPWISE_SPECIMENS=\(folder) swift test --filter SpecimenTests")
    }
  }
}
