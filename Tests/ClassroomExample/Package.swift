// swift-tools-version: 6.1
import PackageDescription

/// How a classroom tests its own code with this project: as a package that depends on the product Grading.
let package = Package(
  name: "classroom-example",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "stepwise", path: "../..")],
  targets: [
    .target(name: "OurOptimizer"),
    .testTarget(
      name: "OurOptimizerTests",
      dependencies: ["OurOptimizer", .product(name: "Grading", package: "stepwise")]),
  ])
