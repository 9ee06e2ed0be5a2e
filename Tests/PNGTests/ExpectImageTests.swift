import Drawing
import Foundation
import PNG
import Raster
import TestSupport
import Testing

private let golden = Pixmap(width: 4, height: 3, filledWith: .init(hex: 0x336699))

/// The golden picture with its first pixels' red brighter by the amount.
private func brighter(by amount: UInt32, pixels count: Int) -> Pixmap {
  let pixels = golden.pixels.enumerated().map { $0 < count ? $1 + amount : $1 }
  return Pixmap(width: 4, height: 3, pixels: pixels)
}

/// Tests of what other tests rely on: an issue that must appear is a known one.
@Suite struct ExpectImageTests {
  let testFile: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stepwise-golden-\(UUID().uuidString)")
    testFile = folder.appendingPathComponent("SomeTests.swift").path
    let images = folder.appendingPathComponent("Golden")
    try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
    try Data(PNG.encode(golden)).write(to: images.appendingPathComponent("blue.png"))
  }

  private func expectIssue(
    saying text: String, for pixmap: Pixmap, name: String = "blue"
  ) {
    withKnownIssue {
      expectImage(pixmap, matches: name, testFile: testFile)
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains(text) }
    }
  }

  @Test func anEqualPictureIsFine() {
    expectImage(golden, matches: "blue", testFile: testFile)
  }

  @Test func aDifferentPictureIsAnIssueThatTellsByHowMuch() throws {
    expectIssue(
      saying: "2 of 12 pixels differ from blue.png, a channel by up to 7 of 255.",
      for: brighter(by: 7, pixels: 2))
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("stepwise-images/blue-difference.png")
    let map = try PNG.decode(Array(Data(contentsOf: file))).pixels
    let red: UInt32 = 0xFF00_00FF
    let white: UInt32 = 0xFFFF_FFFF
    #expect(map == [red, red] + Array(repeating: white, count: 10))
  }

  @Test func differencesWithinTheToleranceAreFine() {
    expectImage(brighter(by: 7, pixels: 12), matches: "blue", tolerance: 7, testFile: testFile)
    expectImage(
      brighter(by: 99, pixels: 2), matches: "blue", allowedPixels: 2, testFile: testFile)
  }

  @Test func aPictureOfAnotherSizeIsAnIssue() {
    expectIssue(saying: "has 3 × 4 pixels", for: Pixmap(width: 3, height: 4))
  }

  @Test func aMissingGoldenFileIsAnIssueThatTellsHowToRecordIt() {
    expectIssue(saying: "STEPWISE_RECORD=1 records it", for: golden, name: "green")
  }
}
