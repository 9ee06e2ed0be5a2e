// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "stepwise", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: ["Drawing", "Fonts", "Grading", "PNG", "Raster"].map {
        .product(name: $0, package: "stepwise")
      })
  ]
)
