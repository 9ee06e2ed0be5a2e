import Formulas
import Networks
import TestSupport
import Testing

/// What PyTorch 2.13 calculated of the course's network.
private struct Golden: Decodable {
  struct Start: Decodable {
    var i: [Double]
    var w: [Double]
    var b: [Double]
    var target: [Double]
    var lr: Double
  }
  struct Gradient: Decodable {
    var w: [Double]
    var b: [Double]
  }
  struct After: Decodable {
    var E: Double
    var out_o1: Double
    var out_o2: Double
    var w: [Double]
    var b: [Double]
  }
  struct Run: Decodable {
    var error_first_21: [Double]
    /// By the number of steps.
    var after_steps: [String: After]
  }

  var network: Start
  /// By the names of quantities, such as net_h1.
  var forward: [String: Double]
  /// By the names of derivatives, such as dE_dout_o1.
  var chain: [String: Double]
  var gradient: Gradient
  /// weights_only, and weights_and_biases.
  var training: [String: Run]

  static let course: Golden = GoldenFile.read("backprop")

  func parameters<Number: Scalar>() -> Parameters<Number> {
    Parameters(weights: network.w.map { Number($0) }, biases: network.b.map { Number($0) })
  }
  func sample<Number: Scalar>() -> Sample<Number> {
    Sample(
      inputs: network.i.map { Number($0) }, targets: network.target.map { Number($0) })
  }
}

@Suite struct DenseNetworkTests {
  private let golden = Golden.course
  private let network = DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)])

  private func expect(
    _ ours: Double, _ theirs: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      abs(ours - theirs) <= 1e-12 * max(1, abs(theirs)), sourceLocation: sourceLocation)
  }

  /// The course's forward pass and all its quantities by their names in the file.
  private func course() -> (pass: ForwardPass<Traced>, quantities: [String: Traced]) {
    let parameters: Parameters<Traced> = network.named(golden.parameters())
    let pass = network.forward(network.named(golden.sample()), parameters)
    var quantities = ["E": pass.error]
    for (letter, layer) in [("h", 0), ("o", 1)] {
      for j in 0..<2 {
        quantities["net_\(letter)\(j + 1)"] = pass.net[layer][j]
        quantities["out_\(letter)\(j + 1)"] = pass.out[layer][j]
        quantities["E_o\(j + 1)"] = pass.errors[j]
      }
    }
    for (i, w) in parameters.weights.enumerated() { quantities["w\(i + 1)"] = w }
    for (i, b) in parameters.biases.enumerated() { quantities["b\(i + 1)"] = b }
    return (pass, quantities)
  }

  @Test func theForwardPassIsThatOfPyTorch() throws {
    let quantities = course().quantities
    #expect(golden.forward.count == 11)
    for (name, theirs) in golden.forward { expect(try #require(quantities[name]).value, theirs) }
  }

  @Test func eachFactorOfTheChainIsThatOfPyTorch() throws {
    let quantities = course().quantities
    #expect(golden.chain.count > 30)
    for (name, theirs) in golden.chain {
      // dE_o1_dout_h1 is the derivative of E_o1 by out_h1.
      let parts = name.dropFirst().split(separator: "_d").map(String.init)
      let result = try #require(quantities[parts[0]], "\(name)")
      let variable = try #require(quantities[parts[1]], "\(name)")
      expect(result.gradient(by: [variable])[0].value, theirs)
      expect(result.chainRule(by: variable).derivative.value, theirs)
    }
  }

  @Test func theGradientIsThatOfPyTorch() {
    let (sample, parameters): (Sample<Double>, Parameters<Double>) = (
      golden.sample(), golden.parameters()
    )
    let pass = network.forward(sample, parameters)
    let backward = network.backward(sample, parameters, from: pass)
    for (ours, theirs) in zip(backward.gradient.weights, golden.gradient.w) {
      expect(ours, theirs)
    }
    for (ours, theirs) in zip(backward.gradient.biases, golden.gradient.b) {
      expect(ours, theirs)
    }
  }

  @Test(arguments: [("weights_only", false), ("weights_and_biases", true)])
  func trainingIsThatOfPyTorch(name: String, updatesBiases: Bool) throws {
    let theirs = try #require(golden.training[name])
    let training = Training<Double>(
      network, sample: golden.sample(), η: golden.network.lr, updatesBiases: updatesBiases)
    let rows = training.run(from: golden.parameters(), steps: 10_000)
    #expect(rows.count == 10_001)
    for (row, error) in zip(rows, theirs.error_first_21) { expect(row.pass.error, error) }
    #expect(theirs.after_steps.count == 7)
    for (step, after) in theirs.after_steps {
      let row = rows[try #require(Int(step))]
      expect(row.pass.error, after.E)
      expect(row.pass.outputs[0], after.out_o1)
      expect(row.pass.outputs[1], after.out_o2)
      for (ours, theirs) in zip(row.parameters.weights, after.w) { expect(ours, theirs) }
      for (ours, theirs) in zip(row.parameters.biases, after.b) { expect(ours, theirs) }
    }
  }

  /// Backpropagation through networks of all shapes against the derivative of the forward pass' own graph.
  @Test func backpropagationIsTheGradientOfTheForwardPass() {
    var generator = SeededGenerator(seed: 7)
    func random(_ count: Int) -> [Traced] {
      (0..<count).map { _ in Double.random(in: -2...2, using: &generator).traced }
    }
    for _ in 0..<100 {
      let counts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Int.random(in: 1...4, using: &generator)
      }
      let network = DenseNetwork(
        inputs: Int.random(in: 1...3, using: &generator),
        layers: zip(["h", "k", "l", "o"], counts).map { ($0, $1) },
        sharesBiases: .random(using: &generator))
      let parameters = Parameters(
        weights: random(network.weights.count), biases: random(network.biases.count))
      let sample = Sample(
        inputs: random(network.inputCount), targets: random(network.targets.count))
      let pass = network.forward(sample, parameters)
      let ours = network.backward(sample, parameters, from: pass).gradient
      let theirs = pass.error.gradient(by: parameters.weights + parameters.biases)
      for (ours, theirs) in zip(ours.weights + ours.biases, theirs) {
        expect(ours.value, theirs.value)
      }
    }
  }

  @Test func itExplainsItself() {
    let (pass, quantities) = course()
    #expect(
      "\(pass.net[0][0].derivation())"
        == "netₕ₁ = w₁·i₁ + w₂·i₂ + b₁ = 0.15·0.05 + 0.2·0.1 + 0.35 = 0.3775")
    #expect(
      "\(pass.out[1][0].derivation())"
        == "outₒ₁ = 1/(1 + exp(−netₒ₁)) = 1/(1 + exp(−1.10591)) = 0.751365")
    #expect(
      "\(pass.errors[0].derivation())"
        == "Eₒ₁ = (t₁ − outₒ₁)²/2 = (0.01 − 0.751365)²/2 = 0.274811")
    #expect("\(pass.error.derivation())" == "E = Eₒ₁ + Eₒ₂ = 0.274811 + 0.02356 = 0.298371")
    let through = (pass.net + pass.out).flatMap(\.self)
    let rules = ["w5", "w1", "b1"].compactMap { quantities[$0] }.map {
      pass.error.chainRule(by: $0, through: through)
    }
    #expect(rules.map(\.paths.count) == [1, 2, 4])
    #expect(
      "\(rules[0].derivative.derivation())"
        == "∂E/∂w₅ = ∂E/∂outₒ₁·∂outₒ₁/∂netₒ₁·∂netₒ₁/∂w₅ = 0.741365·0.186816·0.59327 = 0.082167")
  }

  /// Parts have columns of their own in exercises; formulas show them whole.
  @Test func theWayBackExplainsItself() {
    let (pass, quantities) = course()
    let parameters = Parameters(
      weights: network.weights.compactMap { quantities[$0.name] },
      biases: network.biases.compactMap { quantities[$0.name] })
    let backward = network.backward(network.named(golden.sample()), parameters, from: pass)
    let formulas = [backward.δ[1][0], backward.δ[0][0], backward.gradient.weights[4]]
      .map { $0.derivation() }.map { "\($0.name[.english]) = \($0.symbols.text)" }
    #expect(
      formulas == [
        "δₒ₁ = (outₒ₁ − t₁)·outₒ₁·(1 − outₒ₁)", "δₕ₁ = (δₒ₁·w₅ + δₒ₂·w₇)·outₕ₁·(1 − outₕ₁)",
        "∂E/∂w₅ = δₒ₁·outₕ₁",
      ])
  }

  @Test func eachNeuronMayHaveABiasOfItsOwn() {
    let own = DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)], sharesBiases: false)
    #expect(own.biases.map(\.text) == ["bₕ₁", "bₕ₂", "bₒ₁", "bₒ₂"])
    let (sample, shared): (Sample<Double>, Parameters<Double>) = (
      golden.sample(), golden.parameters()
    )
    let parameters = Parameters(
      weights: shared.weights, biases: shared.biases.flatMap { [$0, $0] })
    let pass = own.forward(sample, parameters)
    #expect(pass.error == network.forward(sample, shared).error)
    let backward = own.backward(sample, parameters, from: pass)
    #expect(backward.gradient.biases == backward.δ.flatMap(\.self))
  }
}
