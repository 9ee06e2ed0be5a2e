import Formulas
import Networks
import TestSupport
import Testing

/// Numbers of PyTorch 2.13's `torch.nn.init`.
private struct Extras: Decodable {
  var initialisation: [Case]

  struct Case: Decodable {
    var fan_in: Double
    var fan_out: Double
    var nonlinearity: String
    var param: Double?
    var gain: Double
    var xavier_std: Double
    var xavier_bound: Double
    var he_std_fan_in: Double
    var he_bound_fan_in: Double
    var he_std_fan_out: Double
    var he_bound_fan_out: Double

    var activation: Activation? {
      switch nonlinearity {
      case "linear": .identity
      case "sigmoid": .sigmoid
      case "tanh": .tanh
      case "relu": .relu
      case "leaky_relu": param.map { .leakyReLU($0) }
      default: nil
      }
    }
  }
}

/// The recursion by SciPy's quadrature.
private struct Lessons: Decodable {
  var signal: [Case]

  struct Case: Decodable {
    var `case`: String
    var layers: [Layer]
  }

  struct Layer: Decodable {
    var preactivation_std: Double
    var rms: Double
    var mean: Double
    var std: Double
  }
}

@Suite struct InitializationTests {
  private func expect(_ ours: Double, _ theirs: Double, _ comment: Comment) {
    #expect(abs(ours - theirs) <= 1e-12 * max(abs(theirs), 1e-3), comment)
  }

  @Test func deviationsAndBoundsArePyTorchs() {
    let cases = (GoldenFile.read("extras") as Extras).initialisation
    #expect(cases.count > 20)
    for golden in cases {
      let (fanIn, fanOut, gain) = (golden.fan_in, golden.fan_out, golden.gain)
      let name: Comment = "\(golden.nonlinearity)"
      if let activation = golden.activation { expect(activation.gain, gain, name) }
      let σ = Initialization.xavier(inputs: fanIn, outputs: fanOut, gain: gain)
      expect(σ, golden.xavier_std, name)
      expect(Initialization.bound(σ), golden.xavier_bound, name)
      let (ofInputs, ofOutputs) = (
        Initialization.he(fan: fanIn, gain: gain), Initialization.he(fan: fanOut, gain: gain)
      )
      expect(ofInputs, golden.he_std_fan_in, name)
      expect(Initialization.bound(ofInputs), golden.he_bound_fan_in, name)
      expect(ofOutputs, golden.he_std_fan_out, name)
      expect(Initialization.bound(ofOutputs), golden.he_bound_fan_out, name)
      if golden.nonlinearity == "relu" { expect(Initialization.he(fan: fanIn), ofInputs, name) }
    }
  }

  @Test func theRecursionIsSciPys() throws {
    let n = 500.0
    let setups: [(String, Activation, Double)] = [
      ("tanh, 0.01 randn, 500 units", .tanh, 0.01),
      ("tanh, Xavier", .tanh, Initialization.xavier(inputs: n, outputs: n)),
      ("relu, Xavier (variance 1/n)", .relu, Initialization.xavier(inputs: n, outputs: n)),
      ("relu, He", .relu, Initialization.he(fan: n)), ("tanh, randn, 500 units", .tanh, 1),
    ]
    let cases = (GoldenFile.read("lessons") as Lessons).signal
    #expect(cases.count == setups.count)
    for (name, activation, σ) in setups {
      let golden = try #require(cases.first { $0.case == name })
      let layers = SignalSize.layers(10, width: 500, σ: σ, activation)
      for (ours, theirs) in zip(layers, golden.layers) {
        let name: Comment = "\(name)"
        // SciPy's quadrature has an absolute error, which shows where little is left of the signal.
        expect(ours.variance.squareRoot(), theirs.preactivation_std, name)
        expect(ours.meanSquare.squareRoot(), theirs.rms, name)
        expect(ours.mean, theirs.mean, name)
        expect(ours.deviation, theirs.std, name)
      }
    }
  }

  /// What issue and papers print of the recursion, to the digits that they print.
  @Test func theRecursionGivesWhatIsPrinted() {
    func deviations(_ activation: Activation, _ σ: Double) -> [Double] {
      SignalSize.layers(10, width: 500, σ: σ, activation).map(\.deviation)
    }
    // q ← E[φ²(√q·z)], for the network of CS231n 2017, lecture 6: tanh and 0.01·randn.
    let small = deviations(.tanh, 0.01)
    for (ours, printed) in zip(small, [0.213546, 0.047642, 0.010652, 0.002382, 0.000533]) {
      #expect(abs(ours - printed) <= 5e-7)
    }
    // The same network with Xavier’s weights.
    let xavier = deviations(.tanh, Initialization.xavier(inputs: 500, outputs: 500))
    for (ours, printed) in zip(xavier, [0.627929, 0.486262, 0.408236]) {
      #expect(abs(ours - printed) <= 5e-7)
    }
    #expect(abs(xavier[9] - 0.228473) <= 5e-7)
    // He et al. 2015: each layer is as the one before, 1/√π and √(1 − 1/π).
    for layer in SignalSize.layers(10, width: 500, σ: Initialization.he(fan: 500), .relu) {
      #expect(abs(layer.mean - 0.564) <= 5e-4)
      #expect(abs(layer.deviation - 0.825645) <= 5e-7)
      #expect(abs(layer.gradientMeanSquare - 0.5) <= 1e-12)
    }
  }

  /// Without an activation everything is multiplied by n·σ².
  @Test func aLinearNetworkMultiplies() {
    let layers = SignalSize.layers(4, width: 300, σ: 0.1, .identity)
    for (index, layer) in layers.enumerated() {
      #expect(abs(layer.meanSquare / .pow(3, index + 1) - 1) <= 1e-12)
      #expect(abs(layer.gradientMeanSquare / .pow(3, 3 - index) - 1) <= 1e-12)
    }
  }

  @Test func meansOverNormalNumbersAreKnown() {
    let known: [(Double, (Double) -> Double)] = [
      (1, { _ in 1 }), (1, { $0 * $0 }), (3, { .pow($0, 4) }), (0, { .pow($0, 3) }),
      (1 / .sqrt(2 * .pi), { .maximum(0, $0) }), (.sqrt(2 / .pi), { $0.magnitude }),
      (.exp(0.5), { .exp($0) }), (0.5, { .positive($0) }), (0.5, { .sigmoid($0) }),
    ]
    for (mean, f) in known { #expect(abs(normalMean(of: f) - mean) <= 1e-14 * 4) }
  }

  @Test func theDocCommentHasTheFormulas() throws {
    let (inputs, outputs) = (Traced(2).named("n_in"), Traced(3).named("n_out"))
    let σ = [
      Initialization.xavier(inputs: inputs, outputs: outputs), Initialization.he(fan: inputs),
    ]
    let known = σ.map { "σ = \($0.formula(Notation(.bare)))" }
    let comment = formulas(
      in: try docComment(above: "public enum Initialization", in: "Networks/Initialization.swift"))
    #expect(comment == known)
  }
}
