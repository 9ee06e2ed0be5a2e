// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "stepwise",
  platforms: [.macOS(.v13)],
  targets: [
    .target(name: "Drawing"),
    .target(name: "Raster", dependencies: ["Drawing"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"]),
    .testTarget(name: "RasterTests", dependencies: ["Raster"]),
  ]
)
