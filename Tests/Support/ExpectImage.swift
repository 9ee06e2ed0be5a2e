import Drawing
import Foundation
import PNG
import Testing

/// Expects a picture to equal the PNG file of the given name in the folder `Golden` beside the test's file.
///
/// Where it does not, the issue tells by how much and where to find the picture and a map of the differences. With the
/// environment variable `STEPWISE_RECORD=1` the file is written anew; the test fails then too, so that a run which
/// compares nothing is not taken for a success.
///
/// - Parameters:
///   - name: The file's name without its extension.
///   - tolerance: By how much of 255 a channel of a pixel may differ without the pixel counting as different. A file is
///     recorded with so much, too.
///   - allowedPixels: How many pixels may be different.
///   - testFile: The file that the golden file is beside of.
public func expectImage(
  _ actual: Pixmap, matches name: String, tolerance: Int = 0, allowedPixels: Int = 0,
  testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
  expectImage(
    actual, matches: folder.appendingPathComponent("Golden/\(name).png"), tolerance: tolerance,
    allowedPixels: allowedPixels, sourceLocation: sourceLocation)
}

/// Expects a picture to equal a PNG file, which may be anywhere.
public func expectImage(
  _ actual: Pixmap, matches golden: URL, tolerance: Int = 0, allowedPixels: Int = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let isRecording = ProcessInfo.processInfo.environment["STEPWISE_RECORD"] == "1"
  do {
    let problem = try compare(
      actual, with: golden, isRecording: isRecording, tolerance: tolerance,
      allowedPixels: allowedPixels)
    if let problem { Issue.record("\(problem)", sourceLocation: sourceLocation) }
  } catch {
    Issue.record(error, "\(golden.lastPathComponent)", sourceLocation: sourceLocation)
  }
}

/// What is to be said about the picture: nil if it is near enough to the golden file.
private func compare(
  _ actual: Pixmap, with golden: URL, isRecording: Bool, tolerance: Int, allowedPixels: Int
) throws -> String? {
  if isRecording {
    try write(actual, to: golden, tolerance: tolerance)
    return "Recorded \(golden.path). Run again without STEPWISE_RECORD to compare."
  }
  guard let bytes = try? Data(contentsOf: golden) else {
    return """
      There is no \(golden.path); STEPWISE_RECORD=1 records it. \
      The picture is \(try keep(actual, "actual", of: golden)).
      """
  }
  let expected = try PNG.decode(Array(bytes))
  guard (actual.width, actual.height) == (expected.width, expected.height) else {
    return """
      The picture has \(actual.width) × \(actual.height) pixels, \(golden.lastPathComponent) has \
      \(expected.width) × \(expected.height). The picture is \(try keep(actual, "actual", of: golden)).
      """
  }
  let difference = Difference(actual, expected, tolerance: tolerance)
  guard difference.count > allowedPixels else { return nil }
  return """
    \(difference.count) of \(actual.pixels.count) pixels differ from \(golden.lastPathComponent), a channel by up to \
    \(difference.largest) of 255. The picture is \(try keep(actual, "actual", of: golden)), where it differs \
    \(try keep(difference.map, "difference", of: golden)).
    """
}

/// Where two pictures of the same size differ.
public struct Difference {
  /// How many pixels differ by more than the tolerance.
  public var count = 0
  /// The greatest difference of a channel.
  public var largest = 0
  /// White where the pictures are equal, red where a pixel counts as different, grey where it is tolerated.
  public var map: Pixmap

  public init(_ a: Pixmap, _ b: Pixmap, tolerance: Int) {
    var pixels = [UInt32](repeating: 0xFFFF_FFFF, count: a.pixels.count)
    for i in pixels.indices where a.pixels[i] != b.pixels[i] {
      let difference = distance(a.pixels[i], b.pixels[i])
      largest = max(largest, difference)
      if difference > tolerance { count += 1 }
      pixels[i] = difference > tolerance ? 0xFF00_00FF : 0xFFC0_C0C0
    }
    map = Pixmap(width: a.width, height: a.height, pixels: pixels)
  }
}

/// The greatest difference of a channel of two pixels.
private func distance(_ a: UInt32, _ b: UInt32) -> Int {
  var greatest = 0
  for shift: UInt32 in [0, 8, 16, 24] {
    let difference = Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF)
    greatest = max(greatest, abs(difference))
  }
  return greatest
}

/// Writes a picture into the temporary folder; its path.
private func keep(_ pixmap: Pixmap, _ role: String, of golden: URL) throws -> String {
  let name = golden.deletingPathExtension().lastPathComponent
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("stepwise-images").appendingPathComponent("\(name)-\(role).png")
  try write(pixmap, to: file)
  return file.path
}

private func write(_ pixmap: Pixmap, to file: URL, tolerance: Int = 0) throws {
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(PNG.encode(pixmap, tolerance: tolerance)).write(to: file)
}
