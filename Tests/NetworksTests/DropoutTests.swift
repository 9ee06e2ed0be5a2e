import Formulas
import Networks
import TestSupport
import Testing

@Suite struct DropoutTests {
  private struct Example: Decodable {
    var p: Double
    var relu: [[Double]]
    var dropped: [[Double]]
    var eval: [[Double]]
  }

  @Test func outputsArePyTorchs() throws {
    let examples: [Example] = GoldenFile.cases("dropout_example")
    #expect(examples.count == 4)
    for example in examples {
      let (x, y) = (try #require(example.relu.first), try #require(example.dropped.first))
      let mask = y.map { $0 == 0 ? 0.0 : 1 }
      #expect(mask.contains(0) && mask.contains(1))
      let ours = Dropout(p: example.p).train(x, mask: mask)
      let single = Dropout(p: Float(example.p)).train(x.map(Float.init), mask: mask.map(Float.init))
      for i in y.indices {
        #expect(abs(ours[i] - y[i]) <= 1e-6 * max(1, y[i]))
        #expect(abs(Double(single[i]) - y[i]) <= 1e-6 * max(1, y[i]))
      }
      #expect(Dropout(p: example.p).evaluate(x) == example.eval.first)
    }
  }

  /// Mean and deviation of a neuron are those over its two outputs, weighted with their probabilities.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func meanAndDeviationAreOverBothOutputs(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (p, x) = (
      Double.random(in: 0..<0.99, using: &generator), Double.random(in: -9...9, using: &generator)
    )
    let dropout = Dropout(p: p)
    let outputs = dropout.train([x, x], mask: [0, 1])
    let mean = p * outputs[0] + (1 - p) * outputs[1]
    let variance =
      p * (outputs[0] - mean) * (outputs[0] - mean)
      + (1 - p) * (outputs[1] - mean) * (outputs[1] - mean)
    #expect(abs(mean - x) <= 1e-14 * 9)
    #expect(abs(dropout.expectation(x) - x) <= 1e-14 * 9)
    #expect(abs(dropout.deviation(x) - variance.squareRoot()) <= 1e-12)
    #expect(dropout.evaluate([x]) == [x])
  }

  @Test func withoutProbabilityNothingChanges() {
    #expect(Dropout(p: 0).train([3, -2], mask: [1, 1]) == [3, -2])
    #expect(Dropout(p: 0).deviation(3) == 0)
  }

  @Test func theFormulaIsTheCourses() {
    let y = Dropout(p: Traced(0.4)).train(
      [Traced(1.8033).named("x1")], mask: [Traced(1).named("m1")])
    #expect("\(y[0].derivation())" == "y₁ = m₁/(1 − p)·x₁ = 1/(1 − 0.4)·1.8033 = 3.0055")
  }
}
