import Formulas
import Networks
import TestSupport
import Testing

/// Numbers of PyTorch 2.13, in float64.
private struct Extras: Decodable {
  var activations: Table

  struct Table: Decodable {
    var x: [Double]
    var functions: [Function]
  }

  struct Function: Decodable {
    var name: String
    var value: [Double]
    var derivative: [Double]
  }

  static let table = (GoldenFile.read("extras") as Extras).activations
}

private struct Lessons: Decodable {
  var activations: Cases

  struct Cases: Decodable {
    var relu: Case
    var leaky_relu_0_01: Case
    var rrelu_eval: Case
    var tanh: Case
    var sigmoid: Case
    var prelu: Case
    var maxout: Neurons
  }

  struct Case: Decodable {
    var inputs: [String: [Double]]
    var value: [Double]
    var grad: [String: [Double]]
  }

  struct Neurons: Decodable {
    var inputs: Maps
    var value: [Double]
    var grad: Maps
  }

  /// Linear maps of one input, each with a row of weights and a bias for each neuron.
  struct Maps: Decodable {
    var x: [Double]
    var w: [[[Double]]]
    var b: [[Double]]
  }

  static let cases = (GoldenFile.read("lessons") as Lessons).activations
}

@Suite struct ActivationTests {
  private func expect(_ ours: Double, _ theirs: Double, _ comment: Comment) {
    #expect(abs(ours - theirs) <= max(1e-12 * abs(theirs), 2e-16), comment)
  }

  @Test(arguments: [
    ("sigmoid", Activation.sigmoid), ("tanh", .tanh), ("relu", .relu),
    ("leaky_relu", .leakyReLU(0.01)), ("leaky_relu_0.2", .leakyReLU(0.2)),
    ("prelu", .leakyReLU(0.25)),
  ])
  func valuesAndSlopesArePyTorchs(name: String, activation: Activation) throws {
    let table = Extras.table
    let golden = try #require(table.functions.first { $0.name == name })
    for (i, x) in table.x.enumerated() {
      expect(activation(x), golden.value[i], "\(name) at \(x)")
      expect(activation.slope(at: x), golden.derivative[i], "slope of \(name) at \(x)")
      // What knows its formula gives the same numbers.
      let traced = Traced(x).named("x")
      #expect(activation(traced).value == activation(x))
      #expect(activation.slope(at: traced).value == activation.slope(at: x))
    }
  }

  @Test func slopesAtZeroArePyTorchs() {
    let cases = Lessons.cases
    for (golden, activation) in [
      (cases.relu, Activation.relu), (cases.leaky_relu_0_01, .leakyReLU(0.01)),
      (cases.rrelu_eval, .leakyReLU(LeakyReLU<Double>.ofMeanSlope.a)), (cases.tanh, .tanh),
      (cases.sigmoid, .sigmoid),
    ] {
      let x = golden.inputs["x"] ?? []
      #expect(x.contains(0))
      for i in x.indices {
        expect(activation(x[i]), golden.value[i], "\(activation) at \(x[i])")
        expect(activation.slope(at: x[i]), golden.grad["x"]?[i] ?? .nan, "slope at \(x[i])")
      }
    }
  }

  /// The derivative by the slope sums over the inputs, as PReLU has one slope for all.
  @Test func theLearnedSlopeIsPyTorchs() throws {
    let golden = Lessons.cases.prelu
    let (x, a) = (try #require(golden.inputs["x"]), try #require(golden.inputs["a"]?.first))
    let prelu = LeakyReLU(a: a)
    for i in x.indices {
      expect(prelu(x[i]), golden.value[i], "\(x[i])")
      expect(prelu.slope(at: x[i]), golden.grad["x"]?[i] ?? .nan, "\(x[i])")
    }
    let byA = x.map { prelu.slopeBySlope(at: $0) }.reduce(0, +)
    expect(byA, golden.grad["a"]?.first ?? .nan, "by a")
  }

  @Test func maxoutIsPyTorchs() throws {
    let (inputs, golden) = (Lessons.cases.maxout.inputs, Lessons.cases.maxout)
    var byX = inputs.x.map { _ in 0.0 }
    for neuron in golden.value.indices {
      let z = inputs.w.indices.map { k in
        zip(inputs.w[k][neuron], inputs.x).reduce(inputs.b[k][neuron]) { $0 + $1.0 * $1.1 }
      }
      expect(Maxout.largest(of: z), golden.value[neuron], "\(neuron)")
      for (k, slope) in Maxout.slopes(at: z).enumerated() {
        expect(slope, golden.grad.b[k][neuron], "bias \(k)")
        for j in inputs.x.indices {
          expect(slope * inputs.x[j], golden.grad.w[k][neuron][j], "weight \(k)")
          byX[j] += slope * inputs.w[k][neuron][j]
        }
      }
    }
    for j in byX.indices { expect(byX[j], golden.grad.x[j], "x \(j)") }
  }

  /// One input, three straight lines.
  @Test func maxoutOfLinesIsPyTorchs() throws {
    let golden = try #require(Extras.table.functions.first { $0.name == "maxout" })
    let pieces = [(0.5, 1.0), (-1.0, 0.0), (2.0, -3.0)]
    for (i, x) in Extras.table.x.enumerated() {
      let z = pieces.map { $0.0 * x + $0.1 }
      expect(Maxout.largest(of: z), golden.value[i], "\(x)")
      let slope = zip(Maxout.slopes(at: z), pieces).reduce(0) { $0 + $1.0 * $1.1.0 }
      expect(slope, golden.derivative[i], "slope at \(x)")
    }
  }

  /// Of equal sums the first has the slope, and all slopes sum to 1.
  @Test(arguments: [[2.0], [1, 1], [0, 3, 3], [3, 0, 3], [-1, -1, -1]])
  func oneSumHasTheSlope(z: [Double]) {
    let slopes = Maxout.slopes(at: z)
    #expect(slopes.firstIndex(of: 1) == z.firstIndex(of: z.max() ?? 0))
    #expect(slopes.reduce(0, +) == 1)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func slopesAreThoseOfTheFormulas(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let x = Traced(Double.random(in: -4...4, using: &generator)).named("x")
    let a = Traced(Double.random(in: 0..<1, using: &generator)).named("a")
    for activation in [Activation.identity, .sigmoid, .tanh, .relu, .leakyReLU(0.3)] {
      let slope = activation(x).gradient(by: [x])[0].value
      #expect(abs(activation.slope(at: x).value - slope) <= 1e-15)
    }
    let leaky = LeakyReLU(a: a)
    let gradient = leaky(x).gradient(by: [x, leaky.a]).map(\.value)
    #expect(abs(leaky.slope(at: x).value - gradient[0]) <= 1e-15)
    #expect(abs(leaky.slopeBySlope(at: x).value - gradient[1]) <= 1e-15)
  }

  @Test func theMeanOfTheDrawnSlopesIsPyTorchs() {
    #expect(LeakyReLU<Double>.ofMeanSlope.a == 0.22916666666666666)
  }
}
