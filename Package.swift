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
    // Homebrew's folders are found by asking pkg-config. On Linux the libraries are where the compiler looks anyway, and
    // there would be a warning at each build where pkg-config is not installed.
    .systemLibrary(name: "libpng", pkgConfig: "libpng", providers: [.brew(["libpng"])]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"]),
    .testTarget(name: "PNGTests", dependencies: ["PNG", "Raster", "TestSupport"]),
    .target(name: "TestSupport", dependencies: ["PNG", "Raster"], path: "Tests/Support"),
  ]
)
