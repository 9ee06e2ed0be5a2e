// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "stepwise", path: "../..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: ["Drawing", "Fonts", "PNG", "Raster", "Words"].map {
        .product(name: $0, package: "stepwise")
      })
  ]
)
