import Descent
import Drawing
import Lecture
import Plot
import TestSupport
import Testing
import TorchRandom
import Words

@testable import LessonBatches

@Suite struct BatchesLessonTests {
  private func tables(_ arguments: [String]) throws -> [String: ToldTable] {
    try BatchesLesson.document(arguments).tables
  }

  @Test func theMiniBatchRowIsPyTorchs() throws {
    for entry in EpochArithmetic.golden {
      let table = try #require(
        try tables([
          "--samples", "\(entry.samples)", "--batch-size", "\(entry.batch_size)", "--epochs",
          "\(entry.epochs)",
        ])["ways"])
      let numbers = table.columns.dropFirst().map { $0.numbers[1] }
      let golden = [entry.batch_size, entry.batches, entry.last_batch, entry.iterations]
      #expect(numbers == golden.map(Double.init))
    }
  }

  @Test(arguments: [
    (["--batch-size", "256"], [256.0, 250]), (["--batch-size", "250"], [250, 200]),
    (["--batch-size", "1"], [1]), (["--samples", "13"], [256, 13]),
    (["--samples", "999999937", "--batch-size", "1000000000"], [1e9, 999_999_937]),
  ])
  func theNextSmallerDivisorIsBesideTheBatchSize(arguments: [String], sizes: [Double]) throws {
    let table = try #require(try tables(arguments)["division"])
    #expect(table.columns[0].numbers == sizes)
    let counts = table.columns[3].numbers
    let courseRule = table.columns[4].numbers
    for (row, cell) in table.columns[2].cells.enumerated() {
      #expect((cell == .text("yes")) == (counts[row] != courseRule[row]))
    }
  }

  @Test func theMinimumIsWhereTheGradientIsZero() {
    for seed in 0..<30 {
      var torch = TorchGenerator(seed: seed)
      let data = NoisyLine(count: 20, from: &torch)
      let minimum = data.minimum
      let gradient = NoisyLine.gradient(at: minimum, of: data.samples)
      #expect(gradient.allSatisfy { abs($0) < 1e-12 })
      let least = NoisyLine.loss(minimum, of: data.samples)
      for point in [[0, 0], [-1, 2.5], [3, -0.7]] as [[Double]] {
        let excess = NoisyLine.loss(point, of: data.samples) - least
        #expect(abs(data.excess(at: point) - excess) < 1e-12)
      }
    }
  }

  /// The mean of all batches' gradients at a point is the gradient of all samples, where batches are of one size.
  @Test func smallBatchesEstimateTheWholeGradient() {
    var torch = TorchGenerator(seed: 5)
    let data = NoisyLine(count: 64, from: &torch)
    let point = [-0.7, 1.9]
    let whole = NoisyLine.gradient(at: point, of: data.samples)
    for size in [1, 4, 16, 64] {
      let parts = Batches(samples: 64, size: size).cut(data.samples)
        .map { NoisyLine.gradient(at: point, of: $0) }
      for i in whole.indices {
        let mean = parts.map { $0[i] }.reduce(0, +) / Double(parts.count)
        #expect(abs(mean - whole[i]) < 1e-12)
      }
    }
  }

  /// What the lesson's last paragraph says.
  @Test func thePathsAreAsDescribed() throws {
    let experiment = BatchExperiment(of: try BatchesLesson.parse([]))
    #expect(experiment.ways.map { $0.path.count - 1 } == [10, 80, 640])
    func excess(_ descent: BatchDescent) -> [Double] {
      descent.epochEnds.map(experiment.line.excess)
    }
    let (fullBatch, miniBatch, stochastic) = (
      experiment.ways[0], experiment.ways[1], experiment.ways[2]
    )
    #expect(excess(fullBatch)[10] > 0.3 * excess(fullBatch)[0])
    #expect(excess(miniBatch)[8] < 0.01)
    #expect(excess(stochastic)[1] < 0.02)
    let wandering = excess(stochastic).dropFirst()
    #expect(wandering.contains { $0 > 5 * excess(miniBatch)[10] })
  }

  /// Ways that are the same with the numbers as they are, are said to be.
  @Test(arguments: [
    (["--samples", "1", "--batch-size", "1"], ", and with a single sample not even in that"),
    (["--samples", "1"], ", and with a single sample not even in that"),
    (["--batch-size", "1"], "; with B = 1 the mini-batch is stochastic"),
    (["--samples", "256"], "; with B = N or more the mini-batch is the full batch"),
    ([], "."),
  ])
  func whatIsTheSameIsSaidToBe(arguments: [String], note: String) throws {
    let prose = try BatchesLesson.document(arguments).prose
    #expect(prose.contains("The three differ in the batch size alone" + note))
  }

  @Test func oneIsNoPlural() throws {
    let prose = try BatchesLesson.document(["--samples", "1", "--epochs", "1"]).prose
    #expect(prose.contains("N = 1 sample, batches of B = 256 and E = 1 epoch (course"))
  }

  @Test func theExampleSaysItsBatchSizes() throws {
    for language in Language.allCases {
      let prose = try BatchesLesson.document(in: language).prose
      for size in ["B = 64", "B = 8", "B = 1"] { #expect(prose.contains(size)) }
    }
  }

  /// The figure is of the options' numbers, as far as they are few enough to be drawn.
  @Test func theFigureObeysTheOptions() throws {
    let arguments = ["--samples", "100", "--batch-size", "10", "--epochs", "5"]
    let figure = try #require(BatchesLesson.document(arguments).figures.first)
    let headings = figure.columns.flatMap(\.self).compactMap(\.heading?.english)
    let expected = ["full batch: 5 steps", "stochastic: 500 steps", "mini-batch: 50 steps"]
    #expect(headings.prefix(3) == expected[...])
  }

  private static let extremes: [[String]] = [
    ["--samples", "1", "--batch-size", "1", "--epochs", "1"],
    ["--samples", "1000000000", "--batch-size", "1000000000", "--epochs", "1000000"],
    ["--samples", "10", "--batch-size", "32"],
  ]

  @Test(arguments: extremes)
  func extremesAreCounted(arguments: [String]) throws {
    for language in Language.allCases {
      let document = try BatchesLesson.document(arguments, in: language)
      #expect(document.figures.count == 1)
    }
  }

  @Test(arguments: [
    ["--samples", "0"], ["--batch-size", "0"], ["--epochs", "0"], ["--samples", "-5"],
    ["--batch-size", "1000000001"], ["--epochs", "1000001"], ["--samples", "2.5"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try BatchesLesson.parse(arguments) }
  }
}
