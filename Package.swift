// swift-tools-version: 6.1
import PackageDescription

/// A lesson: the word after `lesson-` in the name of its command, its folder under Lessons, and the rooms of numbers that it
/// needs besides Descent.
typealias Lesson = (command: String, folder: String, numbers: [Target.Dependency])

/// The lessons in the order of the course.
let lessons: [Lesson] = [
  ("batches", "Batches", ["TorchRandom"]),
  ("backprop", "Backprop", ["Networks"]),
  ("ewa", "Ewa", ["TorchRandom"]),
  ("momentum", "Momentum", []),
  ("nesterov", "Nesterov", []),
  ("adagrad", "AdaGrad", []),
  ("rmsprop", "RMSProp", []),
  ("adam", "Adam", []),
  ("optimizers", "Optimizers", []),
  ("learning-rate", "LearningRate", []),
  ("schedules", "Schedules", ["TorchRandom"]),
  ("dropout", "Dropout", ["Networks", "TorchRandom"]),
  ("batchnorm", "Batchnorm", ["Networks"]),
  ("activations", "Activations", ["Networks", "TorchRandom"]),
  ("initialization", "Initialization", ["Networks", "Perceptrons", "TorchRandom"]),
  ("gradient-check", "GradientCheck", ["Networks"]),
  ("scaling", "Scaling", ["Networks"]),
  ("losses", "Losses", ["Networks"]),
  ("softmax", "Softmax", ["Networks", "Perceptrons", "TorchRandom"]),
  ("penalties", "Penalties", []),
  ("regularization", "Regularization", ["Networks", "Perceptrons", "TorchRandom"]),
  ("batch-size", "BatchSize", ["Networks", "Perceptrons", "TorchRandom"]),
  ("search", "Search", ["Networks", "Perceptrons", "TorchRandom"]),
  ("results", "Results", ["Networks", "Perceptrons", "TorchRandom"]),
  ("structures", "Structures", ["Networks", "Perceptrons", "TorchRandom"]),
]

/// The library of each lesson's content, which `course` shows too.
let contents = lessons.map { Target.Dependency.target(name: "Lesson\($0.folder)") }

/// A library with the content of a lesson and an executable that presents it. Each lesson has its own, so that the first
/// build of one does not wait for the others. The executable has a folder of its own within that of the lesson.
func targets(of lesson: Lesson) -> [Target] {
  [
    .target(
      name: "Lesson\(lesson.folder)",
      dependencies: [
        "Descent", "Drawing", "Formulas", "Lecture", "LessonsShared", "Plot", "Words",
        argumentParser,
      ] + lesson.numbers,
      path: "Lessons/\(lesson.folder)", exclude: ["Command"]),
    .executableTarget(
      name: "lesson-\(lesson.command)",
      dependencies: ["Classroom", .target(name: "Lesson\(lesson.folder)")],
      path: "Lessons/\(lesson.folder)/Command"),
  ]
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

/// For rooms that are optimized in debug builds too: without that, vectors are two hundred times slower and each figure is
/// waited for. They compile faster as whole modules.
let optimized: [SwiftSetting] = [
  .unsafeFlags(
    ["-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"],
    .when(configuration: .debug))
]

let package = Package(
  name: "stepwise",
  platforms: [.macOS(.v15)],
  products: [
    // For tests of a classroom's own code.
    .library(name: "Grading", targets: ["Grading", "GradingExpectations"])
  ]
    // What the package of benchmarks in Tests draws and writes with.
    + ["Drawing", "Fonts", "PNG", "Raster", "Words"].map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // Texts in two languages.
    .target(name: "Words"),

    // Numbers.
    .target(name: "Formulas", dependencies: ["Words", realModule]),
    .target(name: "Descent", dependencies: ["Formulas", "Words"]),
    .target(name: "Networks", dependencies: ["Formulas", "Words"]),
    .target(name: "TorchRandom", dependencies: [realModule]),
    // Networks at a size that is waited for. Apart from Networks, as Grading is for other packages, too, which refuse to be
    // built with such flags.
    .target(
      name: "Perceptrons",
      dependencies: ["Descent", "Formulas", "Networks", "TorchRandom", realModule],
      swiftSettings: optimized),

    // Pictures.
    .target(name: "Drawing", dependencies: ["Words"]),
    .target(name: "Plot", dependencies: ["Drawing", "Words", realModule]),
    .target(
      name: "Raster", dependencies: ["Drawing"],
      swiftSettings: optimized),
    .target(name: "SVG", dependencies: ["Drawing", "Words"], swiftSettings: optimized),
    .target(
      name: "CPNG",
      dependencies: [
        .target(name: "libdeflate", condition: .when(platforms: [.macOS])),
        .target(name: "libpng", condition: .when(platforms: [.macOS])),
      ],
      linkerSettings: [
        .linkedLibrary("deflate", .when(platforms: [.linux])),
        .linkedLibrary("png", .when(platforms: [.linux])),
      ]),
    .target(
      name: "PNG", dependencies: ["CPNG", "Drawing"],
      swiftSettings: optimized),
    .target(
      name: "CFreeType",
      dependencies: [.target(name: "libfreetype", condition: .when(platforms: [.macOS]))],
      // FreeType's headers include each other as <freetype/…>, so this folder must be searched.
      cSettings: [.unsafeFlags(["-I/usr/include/freetype2"], .when(platforms: [.linux]))],
      linkerSettings: [.linkedLibrary("freetype", .when(platforms: [.linux]))]),
    .target(name: "Fonts", dependencies: ["CFreeType", "Drawing"]),
    // Homebrew's folders are found by asking pkg-config. On Linux the libraries are where the compiler looks anyway, and
    // there would be a warning at each build where pkg-config is not installed.
    .systemLibrary(
      name: "libdeflate", pkgConfig: "libdeflate", providers: [.brew(["libdeflate"])]),
    .systemLibrary(name: "libpng", pkgConfig: "libpng", providers: [.brew(["libpng"])]),
    .systemLibrary(name: "libfreetype", pkgConfig: "freetype2", providers: [.brew(["freetype"])]),

    // Lessons: what they are, what they share, and all of them.
    .target(
      name: "Lecture", dependencies: ["Drawing", "Formulas", "Plot", "Words", argumentParser]),
    .target(
      name: "LessonsShared",
      dependencies: [
        "Descent", "Drawing", "Formulas", "Lecture", "Plot", "Words", argumentParser,
      ],
      path: "Lessons/Shared"),
    .target(name: "Lessons", dependencies: ["Lecture"] + contents, path: "Lessons/All"),
    .target(
      name: "Pages",
      dependencies: ["Drawing", "Formulas", "Grading", "Lecture", "Plot", "SVG", "Words"],
      swiftSettings: optimized),
    .target(
      name: "Classroom",
      dependencies: [
        "Drawing", "Fonts", "Formulas", "Lecture", "PNG", "Pages", "Plot", "Raster", "SVG", "Words",
        argumentParser,
      ]),

    .executableTarget(
      name: "course",
      dependencies: [
        "Classroom", "Descent", "Formulas", "Grading", "Lecture", "Lessons", "Plot", "Words",
        argumentParser,
      ]),

    // Grading: what a classroom calculated, against what is right.
    .target(
      name: "Grading",
      dependencies: ["Descent", "Formulas", "Networks", "TorchRandom", "Words", realModule]),

    // Apart from Grading, because it needs the library of tests.
    .target(name: "GradingExpectations", dependencies: ["Grading", "Words"]),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Drawing", "PNG"], path: "Tests/Support"),
    .target(
      name: "Specimens",
      dependencies: ["Descent", "Drawing", "Formulas", "Plot", "Words", realModule],
      path: "Tests/Specimens"),
    .testTarget(
      name: "FormulasTests", dependencies: ["Formulas", "TestSupport", "Words", realModule]),
    .testTarget(
      name: "DescentTests", dependencies: ["Descent", "Formulas", "TestSupport"]),
    .testTarget(
      name: "NetworksTests", dependencies: ["Formulas", "Networks", "TestSupport"]),
    .testTarget(
      name: "PerceptronsTests",
      dependencies: [
        "Descent", "Formulas", "Networks", "Perceptrons", "TestSupport", "TorchRandom",
      ]),
    .testTarget(
      name: "TorchRandomTests", dependencies: ["TestSupport", "TorchRandom", realModule]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "TestSupport", "Words"]),
    .testTarget(
      name: "PlotTests", dependencies: ["Drawing", "Plot", "TestSupport", "Words", realModule]),
    .testTarget(
      name: "LessonsTests",
      dependencies: [
        "Classroom", "Descent", "Drawing", "Fonts", "Formulas", "Lecture", "Lessons", "Networks",
        "Perceptrons", "Plot", "Specimens", "TestSupport", "TorchRandom", "Words", realModule,
      ] + contents),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "Classroom", "Grading", "Lecture", "LessonAdam", "Lessons", "PNG", "Plot", "TestSupport",
        "Words", "course", "lesson-adam",
      ],
      exclude: ["Texts"]),
    .testTarget(
      name: "GradingTests",
      dependencies: [
        "Descent", "Formulas", "Grading", "Networks", "TestSupport", "Words", realModule,
      ]),
    .testTarget(name: "FontsTests", dependencies: ["Drawing", "Fonts"]),
    .testTarget(
      name: "RasterTests", dependencies: ["Drawing", "Raster", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Descent", "Drawing", "Formulas", "Grading", "Lecture", "Lessons", "Networks", "Pages",
        "TestSupport", "Words", realModule,
      ],
      exclude: ["browser.py"]),
    .testTarget(
      name: "SVGTests",
      dependencies: ["Drawing", "Plot", "SVG", "Specimens", "TestSupport", "Words"]),
    .testTarget(name: "PNGTests", dependencies: ["Drawing", "PNG", "Raster", "TestSupport"]),
  ]
    + lessons.flatMap(targets)
)
