import Formulas
import Networks
import TestSupport
import Testing

@Suite struct SoftmaxTests {
  /// What PyTorch 2.13 calculated: `softmax`, and `cross_entropy` with its gradient.
  private struct Extras: Decodable {
    var softmax_cross_entropy: [Case]
  }

  private struct Case: Decodable {
    var logits: [[Double]]
    var target: [Int]
    var softmax: [[Double]]
    var cross_entropy_mean: Double
    var cross_entropy_each: [Double]
    var grad_logits_of_mean: [[Double]]
  }

  private static let cases = (GoldenFile.read("extras") as Extras).softmax_cross_entropy

  private func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(1, abs(b)) }

  @Test func probabilitiesAndLossesArePyTorchs() {
    #expect(Self.cases.count == 5)
    for example in Self.cases {
      for (row, z) in example.logits.enumerated() {
        let softmax = Softmax(z)
        for (ours, theirs) in zip(softmax.probabilities, example.softmax[row]) {
          #expect(close(ours, theirs))
        }
        #expect(close(softmax.loss(right: example.target[row]), example.cross_entropy_each[row]))
      }
    }
  }

  /// With a weight of 1 for each score and nothing else, the regression's scores are its inputs.
  @Test func gradientsArePyTorchs() {
    for example in Self.cases {
      let classes = example.logits[0].count
      let identity = (0..<classes).map { k in (0..<classes).map { $0 == k ? 1.0 : 0 } }
      var regression = SoftmaxRegression(
        inputs: example.logits, classes: example.target, weights: identity,
        biases: Array(repeating: 0.0, count: classes), η: 1)
      let pass = regression.step(at: 1)
      #expect(close(pass.loss, example.cross_entropy_mean))
      for (ours, theirs) in zip(pass.byScores.joined(), example.grad_logits_of_mean.joined()) {
        #expect(close(ours, theirs))
      }
    }
  }

  private struct Lessons: Decodable {
    var softmax_regression: Regression
  }

  private struct Regression: Decodable {
    struct Step: Decodable { var loss: Double }
    /// A matrix of weights, or a list of biases.
    enum Values: Decodable {
      case rows([[Double]])
      case row([Double])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let rows = try? container.decode([[Double]].self) {
          self = .rows(rows)
        } else {
          self = .row(try container.decode([Double].self))
        }
      }
    }

    var hyper: [String: Double]
    var weights: [[[Double]]]
    var inputs: [[Double]]
    var target: [Int]
    var steps: [Step]
    var final: [Values]
  }

  /// 50 steps of PyTorch's SGD on `Linear` and `CrossEntropyLoss`.
  @Test func theTrainingIsPyTorchs() throws {
    let golden = (GoldenFile.read("lessons") as Lessons).softmax_regression
    var regression = SoftmaxRegression(
      inputs: golden.inputs, classes: golden.target, weights: golden.weights[0],
      biases: [0, 0, 0], η: try #require(golden.hyper["lr"]))
    #expect(golden.steps.count == 50)
    for (index, step) in golden.steps.enumerated() {
      #expect(close(regression.step(at: Step(index + 1)).loss, step.loss))
    }
    guard case .rows(let weights) = golden.final[0], case .row(let biases) = golden.final[1] else {
      Issue.record("weights, then biases")
      return
    }
    for (ours, theirs) in zip(regression.weights.joined(), weights.joined()) {
      #expect(close(ours, theirs))
    }
    for (ours, theirs) in zip(regression.biases, biases) { #expect(close(ours, theirs)) }
  }

  /// Probabilities add up to 1, whatever is added to all scores; the derivatives of the code are p − y.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func softmaxHasItsProperties(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...7, using: &generator)
    let z = (0..<count).map { _ in Double.random(in: -20...20, using: &generator) }
    let p = Softmax(z).probabilities
    #expect(abs(p.reduce(0, +) - 1) < 1e-14)
    for c in [-1e5, -700, 300, 1e5] {
      for (a, b) in zip(Softmax(z.map { $0 + c }).probabilities, p) {
        #expect(abs(a - b) < 1e-9)
      }
    }
    let y = Int.random(in: 0..<count, using: &generator)
    let scores = z.enumerated().map { Traced($1).named(Symbol("z\($0 + 1)")) }
    let gradient = Softmax(scores).loss(right: y).gradient(by: scores)
    for k in z.indices { #expect(abs(gradient[k].value - (p[k] - (k == y ? 1 : 0))) < 1e-14) }
  }

  @Test func aProbabilityTooSmallForANumberHasALoss() {
    #expect(Softmax([0, -2000]).probabilities == [1, 0])
    #expect(Softmax([0, -2000]).loss(right: 1) == 2000)
    #expect(Softmax([1e308, -1e308, 0]).probabilities == [1, 0, 0])
  }

  @Test func ofTwoClassesOneIsTheSigmoid() {
    for z in stride(from: -30.0, through: 30, by: 0.7) {
      #expect(close(Softmax([z, 0]).probabilities[0], .sigmoid(z)))
    }
  }
}
