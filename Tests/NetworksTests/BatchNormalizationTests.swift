import Formulas
import Networks
import TestSupport
import Testing

/// What PyTorch 2.13 calculated: batches through `BatchNorm1d` and `BatchNorm2d`, in training and in evaluation.
private struct Golden: Decodable, CustomTestStringConvertible {
  struct Training: Decodable {
    var input: Nested
    var mean: [Double]
    var var_biased: [Double]
    var output: Nested
    /// The gradient that came from above.
    var upstream: Nested
    var grad_input: Nested
    var grad_gamma: [Double]?
    var grad_beta: [Double]?
    /// After the batch.
    var running_mean: [Double]
    var running_var: [Double]
  }
  struct Evaluation: Decodable {
    var input: Nested
    var output: Nested
  }

  /// Samples, channels, and places where there are any.
  var shape: [Int]
  var eps: Double
  var momentum: Double?
  var gamma: [Double]?
  var beta: [Double]?
  var dtype: String
  var train: [Training]
  var eval: Evaluation

  static let cases: [Golden] = GoldenFile.cases("batchnorm")

  var testDescription: String {
    "\(shape) ε \(eps) momentum \(momentum.map { "\($0)" } ?? "cumulative") \(dtype)"
  }

  /// PyTorch's float32 has 24 bits, of which a sum of a few numbers loses some.
  var tolerance: Double { dtype == "float64" ? 1e-12 : 2e-6 }

  /// The numbers of a channel of a tensor of this shape.
  func channel(_ channel: Int, of tensor: Nested) -> [Double] {
    let places = shape.dropFirst(2).reduce(1, *)
    return (0..<shape[0]).flatMap { sample in
      let start = (sample * shape[1] + channel) * places
      return tensor.numbers[start..<(start + places)]
    }
  }
}

/// Numbers in lists in lists, read row by row.
private struct Nested: Decodable {
  var numbers: [Double]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      numbers = [number]
    } else {
      numbers = try container.decode([Nested].self).flatMap(\.numbers)
    }
  }
}

@Suite struct BatchNormalizationTests {
  private func expect(
    _ ours: [Double], _ theirs: [Double], within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(ours.count == theirs.count, sourceLocation: sourceLocation)
    for (ours, theirs) in zip(ours, theirs) {
      #expect(
        abs(ours - theirs) <= tolerance * max(1, abs(theirs)), sourceLocation: sourceLocation)
    }
  }

  private func layer<Number: Scalar>(_ golden: Golden, _ channel: Int) -> BatchNormalization<Number>
  {
    BatchNormalization(
      γ: Number(golden.gamma?[channel] ?? 1), β: Number(golden.beta?[channel] ?? 0),
      ε: Number(golden.eps), α: golden.momentum.map { Number($0) })
  }

  @Test(arguments: Golden.cases)
  private func trainingAndEvaluationAreThoseOfPyTorch(golden: Golden) {
    for channel in 0..<golden.shape[1] {
      var layer: BatchNormalization<Double> = layer(golden, channel)
      for batch in golden.train {
        let ours = layer.train(golden.channel(channel, of: batch.input))
        expect(
          [ours.mean, ours.variance, layer.runningMean, layer.runningVariance],
          [
            batch.mean[channel], batch.var_biased[channel], batch.running_mean[channel],
            batch.running_var[channel],
          ], within: golden.tolerance)
        expect(
          ours.outputs, golden.channel(channel, of: batch.output), within: golden.tolerance)
      }
      let ours = layer.evaluate(golden.channel(channel, of: golden.eval.input)).outputs
      expect(ours, golden.channel(channel, of: golden.eval.output), within: golden.tolerance)
    }
  }

  /// The gradient of Σ uᵢ·yᵢ, u being what comes from above, by the inputs and by γ and β.
  @Test(arguments: Golden.cases)
  private func gradientsThroughTheBatchAreThoseOfPyTorch(golden: Golden) {
    for channel in 0..<golden.shape[1] {
      for batch in golden.train {
        var layer: BatchNormalization<Traced> = layer(golden, channel)
        let x = golden.channel(channel, of: batch.input).map(\.traced)
        let upstream = golden.channel(channel, of: batch.upstream)
        let terms = zip(upstream, layer.train(x).outputs).map { Traced($0) * $1 }
        let gradient = terms.reduce(0, +).gradient(by: x + [layer.γ, layer.β]).map(\.value)
        expect(
          Array(gradient.prefix(x.count)), golden.channel(channel, of: batch.grad_input),
          within: golden.tolerance)
        guard let γ = batch.grad_gamma, let β = batch.grad_beta else { continue }
        expect(
          Array(gradient.suffix(2)), [γ[channel], β[channel]], within: golden.tolerance)
      }
    }
  }

  @Test func outputsHaveTheMeanβAndNearlyTheDeviationγ() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      func random(_ range: ClosedRange<Double>) -> Double {
        .random(in: range, using: &generator)
      }
      let (γ, β) = (random(-3...3), random(-3...3))
      var layer = BatchNormalization<Double>(γ: γ, β: β)
      let scale = random(1...10)
      let count = Int.random(in: 2...40, using: &generator)
      let batch = layer.train((0..<count).map { _ in scale * random(-1...1) })
      let y = batch.outputs
      let mean = y.reduce(0, +) / Double(count)
      let variance = y.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count)
      #expect(abs(mean - β) < 1e-12)
      // ε takes a little of the variance away.
      let expected = γ * γ * batch.variance / (batch.variance + 1e-5)
      #expect(abs(variance - expected) < 1e-12)
    }
  }

  @Test func theCumulativeAverageGivesAllBatchesTheSameWeight() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      var layer = BatchNormalization<Double>(α: nil)
      let batches = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        (0..<4).map { _ in Double.random(in: -3...3, using: &generator) }
      }
      let results = batches.map { layer.train($0) }
      let count = Double(batches.count)
      let mean = results.map(\.mean).reduce(0, +) / count
      let variance = results.map(\.unbiasedVariance).reduce(0, +) / count
      #expect(abs(layer.runningMean - mean) < 1e-12)
      #expect(abs(layer.runningVariance - variance) < 1e-12)
    }
  }

  @Test func aConstantBatchIsAllShift() {
    var layer = BatchNormalization<Double>(γ: 2, β: 0.25)
    #expect(layer.train([3, 3, 3]).outputs == [0.25, 0.25, 0.25])
  }

  @Test func itExplainsItself() {
    var layer = BatchNormalization<Traced>()
    let x = [1.0, 2, 4].enumerated().map { Traced($1).named(Symbol("x\($0 + 1)")) }
    let batch = layer.train(x)
    #expect("\(batch.mean.derivation())" == "μ = (x₁ + x₂ + x₃)/3 = (1 + 2 + 4)/3 = 2.33333")
    #expect(
      "\(batch.normalized[0].derivation())"
        == "x̂₁ = (x₁ − μ)/√(σ² + ε) = (1 − 2.33333)/√(1.55556 + 1e−5) = −1.06904")
    #expect(batch.outputs[0].derivation().symbols.text == "γ·x̂₁ + β")
    #expect(
      "\(layer.runningMean.derivation())"
        == "μ̄₁ = (1 − α)·μ̄₀ + α·μ = (1 − 0.1)·0 + 0.1·2.33333 = 0.233333")
    #expect(layer.runningVariance.derivation().symbols.text == "(1 − α)·σ̄²₀ + α·s²")
    #expect(batch.unbiasedVariance.derivation().symbols.text == "3/(3 − 1)·σ²")
  }
}
