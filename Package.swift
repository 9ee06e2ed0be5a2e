// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "stepwise",
  platforms: [.macOS(.v13)],
  targets: [
    .target(name: "Drawing"),
    .target(name: "Raster", dependencies: ["Drawing"]),
    .target(
      name: "CPNG",
      dependencies: [.target(name: "libpng", condition: .when(platforms: [.macOS]))],
      linkerSettings: [.linkedLibrary("png", .when(platforms: [.linux]))]),
    .target(name: "PNG", dependencies: ["CPNG", "Raster"]),
    .target(
      name: "CFreeType",
      dependencies: [.target(name: "libfreetype", condition: .when(platforms: [.macOS]))],
      // FreeType's headers include each other as <freetype/…>, so this folder must be searched.
      cSettings: [.unsafeFlags(["-I/usr/include/freetype2"], .when(platforms: [.linux]))],
      linkerSettings: [.linkedLibrary("freetype", .when(platforms: [.linux]))]),
    .target(name: "Fonts", dependencies: ["CFreeType", "Drawing"]),
    // Homebrew's folders are found by asking pkg-config. On Linux the libraries are where the compiler looks anyway, and
    // there would be a warning at each build where pkg-config is not installed.
    .systemLibrary(name: "libpng", pkgConfig: "libpng", providers: [.brew(["libpng"])]),
    .systemLibrary(name: "libfreetype", pkgConfig: "freetype2", providers: [.brew(["freetype"])]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"]),
    .testTarget(name: "FontsTests", dependencies: ["Drawing", "Fonts"]),
    .testTarget(name: "PNGTests", dependencies: ["PNG", "Raster", "TestSupport"]),
    .target(name: "TestSupport", dependencies: ["PNG", "Raster"], path: "Tests/Support"),
  ]
)
