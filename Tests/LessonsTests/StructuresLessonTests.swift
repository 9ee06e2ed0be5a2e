import Drawing
import Formulas
import Networks
import Plot
import TestSupport
import Testing
import Words

@testable import LessonStructures

@Suite struct StructuresLessonTests {
  private func columns(_ table: String, _ arguments: [String] = []) throws -> [ToldTable.Column] {
    try #require(StructuresLesson.document(arguments).tables[table]).columns
  }

  /// Szegedy et al. 2015, as the course's lecture on 1 × 1 convolutions works it out, and Krizhevsky et al. 2012, section 4.1.
  @Test func theNumbersAreThoseThatWerePrinted() throws {
    let prose = try StructuresLesson.document().prose
    #expect(prose.contains("12,443,648 multiplications instead of 120,422,400"))
    #expect(prose.contains("counted 32 · 32 · 2 = 2048"))
    #expect(Augmentation.crops(of: (0..<256).map { _ in Array(0..<256) }, 224).count == 33 * 33)
  }

  /// Wherever the image turns bright, the filter answers there with 3 and nowhere else.
  @Test(arguments: 1...5)
  func theFilterFindsTheEdge(edge: Int) {
    let image = EdgeImage(edge: edge)
    #expect(image.found.count == 4 && image.pooled.count == 2)
    for row in image.found {
      for (column, y) in row.enumerated() {
        // The window covers the columns from `column` to `column + 2`.
        #expect(y.value == (column + 1 == edge || column + 2 == edge ? 3 : 0))
      }
    }
    #expect(image.pooled[0].map(\.value).max() == 3)
    #expect(image.parameters == (10, 36 * 16 + 16))
  }

  /// All crops and flips of an image without repetitions differ.
  @Test func flipsAndCropsAreDifferentImages() {
    let image = (0..<6).map { row in (0..<6).map { 10 * row + $0 } }
    let crops = Augmentation.crops(of: image, 4)
    #expect(crops.count == 9)
    #expect(Set(crops + crops.map(Augmentation.flipped)).count == 18)
    #expect(Augmentation.flipped(Augmentation.flipped(image)) == image)
  }

  /// A derivative through several layers is the product of those of the layers.
  @Test(arguments: 0..<10)
  func derivativesAreProducts(seed: Int) throws {
    let paths = GradientPaths(try StructuresLesson.parse(["--seed", "\(seed)", "--layers", "6"]))
    for path in [paths.plain, paths.residual, paths.recurrent] {
      let factors = zip(path.values, path.values.dropFirst()).map { before, after in
        after.gradient(by: [before])[0].value
      }
      #expect(abs(factors.reduce(1, *) - path.whole) <= 1e-12 * max(1, path.whole.magnitude))
    }
    // Without the shortcut each factor is 1 less, at the same place: the first layers start alike.
    let first = [paths.plain, paths.residual].map {
      $0.values[1].gradient(by: [$0.values[0]])[0].value
    }
    #expect(abs(first[1] - first[0] - 1) <= 1e-15)
  }

  /// What the default numbers are chosen to show.
  @Test func shortcutAndGateKeepTheGradient() throws {
    let paths = GradientPaths(try StructuresLesson.parse([]))
    #expect(paths.plain.whole.magnitude < 0.001 && paths.residual.whole.magnitude > 0.05)
    #expect(paths.recurrent.whole.magnitude < 0.001 && paths.cell.whole.magnitude > 0.05)
    let transfer = try columns("transfer")[1].numbers.compactMap(\.self)
    #expect(transfer[0] > transfer[1])
  }

  /// No code is better than the best possible one, and the training comes near it.
  @Test(arguments: 0..<5)
  func theAutoencoderNearsTheBestPossible(seed: Int) throws {
    let above = try columns("autoencoder", ["--seed", "\(seed)"])[2].numbers.compactMap(\.self)
    #expect(above.count == 4)
    #expect(above.allSatisfy { $0 >= -1e-12 })
    #expect((above.last ?? 1) < 0.01 * (above.first ?? 0))
  }

  private static let extremes: [[String]] = [
    ["--edge", "1", "--layers", "1", "--steps", "2"],
    ["--edge", "5", "--layers", "50", "--steps", "50", "--weight", "2"],
    ["--weight", "0.001", "--forget-bias", "-5", "--samples", "1", "--seed", "-9"],
    ["--forget-bias", "10", "--samples", "50"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try StructuresLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--edge", "0"], ["--edge", "6"], ["--layers", "0"], ["--layers", "51"], ["--steps", "1"],
    ["--weight", "0"], ["--weight", "nan"], ["--forget-bias", "11"], ["--forget-bias", "nan"],
    ["--samples", "0"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try StructuresLesson.parse(arguments) }
  }
}
