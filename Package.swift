// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "stepwise",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1")
  ],
  targets: [
    .target(
      name: "Formulas", dependencies: [.product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "Descent", dependencies: ["Formulas"]),

    .target(name: "Drawing"),
    .target(name: "Raster", dependencies: ["Drawing"]),

    .target(name: "TestSupport", path: "Tests/Support"),
    .testTarget(
      name: "FormulasTests",
      dependencies: [
        "Formulas", "TestSupport", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "DescentTests", dependencies: ["Descent", "Formulas", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"]),
  ]
)
