import Drawing
import Fonts
import Foundation
import Raster

/// One for each process; in memory, where there is a folder for that.
private let path: String = {
  let inMemory = URL(filePath: "/dev/shm")
  let isThere = FileManager.default.fileExists(atPath: inMemory.path)
  return (isThere ? inMemory : FileManager.default.temporaryDirectory)
    .appending(path: "fuzz-\(ProcessInfo.processInfo.processIdentifier).ttf").path
}()

/// Each letter that the font has is drawn.
@Sendable func readFont(_ bytes: [UInt8]) {
  _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
  guard let font = try? FontFile(path: path) else { return }
  var canvas = RasterCanvas(width: 16, height: 16)
  var last: Unicode.Scalar = "A"
  for letter in "ABCŵ−中".unicodeScalars {
    _ = font.kerning(between: last, and: letter)
    last = letter
    guard let glyph = try? font.glyph(for: letter) else { continue }
    canvas.fill(
      glyph.outline.transformed(by: Transform.scale(12, 12).then(.translation(2, 14))), with: .black
    )
  }
}
