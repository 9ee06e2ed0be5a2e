// Times the rasterizer on the scene that `peers.py` gives to other renderers.
//
//     swift run -c release benchmarks         # all workloads
//     swift run -c release benchmarks B C     # some of them

import Drawing
import Fonts
import Foundation
import PNG
import Raster
import Words

let chosen = Set(CommandLine.arguments.dropFirst())
let page = Path(Rect(x: 0, y: 0, width: Double(Scene.width), height: Double(Scene.height)))
var canvas = RasterCanvas(width: Scene.width, height: Scene.height)

@MainActor func report(
  _ name: String, _ what: String, isCold: Bool = false, _ draw: (inout RasterCanvas) -> Void
) {
  let time = Measurement(
    prepare: {
      if isCold { canvas = RasterCanvas(width: Scene.width, height: Scene.height) }
      canvas.fill(page, with: .white)
    }, workload: { draw(&canvas) })
  let label = "\(name)  \(what)"
  print(
    label + String(repeating: " ", count: max(1, 52 - label.count)) + column(time.median)
      + column(time.least))
}
@MainActor func isChosen(_ name: String) -> Bool { chosen.isEmpty || chosen.contains(name) }

print("milliseconds" + String(repeating: " ", count: 42) + " median    least")

if isChosen("A") {
  let line = Path(lines: Scene.polyline())
  report("A", "polyline of 1,000,000 points") {
    $0.stroke(line, with: Scene.colors[0], style: Stroke(width: 1.5, join: .round))
  }
}

if isChosen("B") {
  let centers = Scene.centers()
  let circle = Path(circleAt: Point(0, 0), radius: 3)
  report("B", "100,000 circles, one marker") {
    for (i, center) in centers.enumerated() {
      $0.fill(circle, at: center, with: Scene.colors[i % 10])
    }
  }
  report("B'", "100,000 circles, a path each") {
    for (i, center) in centers.enumerated() {
      $0.fill(Path(circleAt: center, radius: 3), with: Scene.colors[i % 10])
    }
  }
}

if isChosen("C") {
  let polygons = Scene.polygons().map { Path(lines: $0, closed: true) }
  let colors = Scene.colors.map { $0.opacity(0.6) }
  report("C", "10,000 polygons, alpha 0.6") {
    for (i, polygon) in polygons.enumerated() { $0.fill(polygon, with: colors[i % 10]) }
  }
}

if isChosen("D") {
  let field = Scene.field()
  // Any 256 colours take as long as any others.
  let table = (0...255).map { Color(hex: 0x440154 + 0x010101 * $0 / 2) }
  report("D", "field of 1,600,000 values, range and colours") { _ in
    guard let range = Pixmap.range(of: field) else { return }
    keep(
      Pixmap(width: Scene.width, height: Scene.height, values: field, in: range, colors: table))
  }
}

if isChosen("E") {
  let fonts = InstalledFonts(folders: InstalledFonts.standardFolders(home: nil))
  let typeface = try fonts.typeface(for: .latin)
  let lines = try Scene.labels().map { label in
    (try TextLine(Label(label.text), in: typeface, size: 12), label.start)
  }
  report("E", "2,000 labels") {
    for (line, start) in lines { $0.draw(line, at: start, with: .black) }
  }
  report("E'", "2,000 labels on a canvas that has no letters yet", isCold: true) {
    for (line, start) in lines { $0.draw(line, at: start, with: .black) }
  }
}

if isChosen("F") {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../output/adam.png")
  let figure = try PNG.decode(Array(Data(contentsOf: file)))
  let size = try PNG.encode(figure).count
  report("F", "README's first figure as PNG, \(size) bytes") { _ in keep(try? PNG.encode(figure)) }
}
