import Descent
import Drawing
import Formulas
import Lecture
import Plot
import TestSupport
import Testing
import TorchRandom
import Words

@testable import LessonBatchSize

@Suite struct BatchSizeLessonTests {
  private func line(samples: Int = 256, seed: Int = 0) -> LineFit {
    var torch = TorchGenerator(seed: seed)
    return LineFit(samples: samples, from: &torch)
  }

  /// The network's gradient is the derivative of the formula that the lesson prints.
  @Test func gradientsAreThoseOfTheFormula() {
    let line = line(samples: 64)
    let point = zip(LineFit.start, ["w", "b"]).map { Traced($0).named(Symbol($1)) }
    for (place, ours) in line.gradients(at: LineFit.start).enumerated() {
      let (x, y) = (line.data.inputs.values[place], line.data.targets.values[place])
      let loss = LineFit.loss(point[0], point[1], x: Traced(x), y: Traced(y))
      for (a, b) in zip(ours, loss.gradient(by: point)) { #expect(abs(a - b.value) < 1e-12) }
    }
  }

  /// Where the gradient is 0 the loss is least; how far above it is elsewhere, and how steep.
  @Test(arguments: 0..<10)
  func theMinimumAndTheCurvatureAreTheLosss(seed: Int) {
    let line = line(samples: 64, seed: seed)
    func loss(_ point: [Double]) -> Double {
      zip(line.data.inputs.values, line.data.targets.values).map { x, y in
        LineFit.loss(point[0], point[1], x: x, y: y)
      }.reduce(0, +) / 64
    }
    for slope in line.gradient(at: line.minimum, of: 0..<64) { #expect(abs(slope) < 1e-12) }
    for point in [[0, 0], [-1, 2.5], [3, -0.7]] as [[Double]] {
      #expect(abs(line.excess(at: point) - (loss(point) - loss(line.minimum))) < 1e-10)
    }
    // Along no direction does the gradient grow faster.
    let h = line.largestCurvature
    let growths = (0..<180).map { degrees -> Double in
      let angle = Double(degrees) * .pi / 180
      let end = [line.minimum[0] + .cos(angle), line.minimum[1] + .sin(angle)]
      return 2 * (loss(end) - loss(line.minimum))
    }
    #expect(growths.allSatisfy { $0 <= h + 1e-9 } && (growths.max() ?? 0) > h * 0.999)
  }

  /// σ/√B·√((N − B)/(N − 1)), within six standard errors of a standard deviation, 1/√(2·count).
  @Test(arguments: 0..<8)
  func drawnBatchesSpreadAsTheFormulaSays(seed: Int) {
    let line = line(samples: 128, seed: seed)
    var torch = TorchGenerator(seed: seed + 100)
    for size in [1, 4, 16, 64] {
      let spread = GradientSpread(of: line, size: size, batches: 1000, from: &torch)
      #expect(abs(spread.measured / spread.expected - 1) < 6 / 2000.0.squareRoot(), "\(size)")
    }
    let whole = GradientSpread(of: line, size: 128, batches: 10, from: &torch)
    #expect(whole.expected == 0 && whole.measured < 1e-12)
  }

  /// Runs of the same η/B are as far above the minimum, and as far as the formula says.
  @Test(arguments: 0..<4)
  func theFloorGoesByRateOverSize(seed: Int) {
    let line = line(seed: seed)
    var torch = TorchGenerator(seed: seed + 7)
    for (η, size) in [(0.02, 1), (0.02, 4), (0.04, 2)] {
      let floor = StationaryNoise(on: line, size: size, η: η, from: &torch)
      #expect(abs(floor.measured / floor.expected - 1) < 0.4, "\(floor.measured)")
    }
  }

  /// What the lesson says of equal epochs, equal steps and scaled rates.
  @Test func runsAreAsTold() throws {
    let line = line()
    var torch = TorchGenerator(seed: 1)
    func run(_ size: Int, _ η: Double) -> BatchRun {
      BatchRun(on: line, size: size, η: η, epochs: 10, steps: 50, from: &torch)
    }
    let (small, middle, large) = (run(1, 0.025), run(16, 0.025), run(256, 0.025))
    #expect([small, middle, large].map(\.batches.count) == [256, 16, 1])
    #expect(middle.epochEnds[10] < 0.02 && large.epochEnds[10] > 0.1)
    #expect(large.excess[50] < 0.2 * large.epochEnds[10])
    // Twice the rate with twice the batch, epoch by epoch.
    let (one, two) = (run(8, 0.01), run(16, 0.02))
    for (a, b) in zip(one.epochEnds, two.epochEnds).prefix(4) { #expect(abs(a / b - 1) < 0.35) }
    // Above 2/h full batches go away from the minimum.
    let limit = BatchSizeLesson.limit(of: line)
    #expect(run(256, limit * 1.05).epochEnds[10] > run(256, limit * 0.9).epochEnds[10])
  }

  @Test func theBatchesAreCounted() throws {
    let table = try #require(try BatchSizeLesson.document().tables["powers"])
    #expect(table.columns.map { $0.numbers } == [[64, 60], [4, 5], [64, 16]])
    let noise = try #require(try BatchSizeLesson.document().tables["noise"])
    #expect(noise.columns[0].numbers == [1, 4, 16, 64, 256])
    #expect(noise.columns[3].numbers == [256, 64, 16, 4, 1])
  }

  private static let extremes: [[String]] = [
    ["--samples", "64", "--epochs", "1"], ["--samples", "2048", "--learning-rate", "0.1"],
    ["--samples", "257", "--epochs", "50", "--batches", "100"], ["--learning-rate", "0.001"],
    ["--seed", "-99", "--batches", "2000"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try BatchSizeLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--samples", "63"], ["--samples", "2049"], ["--learning-rate", "0"],
    ["--learning-rate", "0.2"], ["--epochs", "0"], ["--epochs", "51"], ["--batches", "99"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try BatchSizeLesson.parse(arguments) }
  }
}
