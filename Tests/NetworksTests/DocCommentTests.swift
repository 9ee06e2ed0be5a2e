import Formulas
import Networks
import TestSupport
import Testing

/// The formulas in the rules' doc comments are those of their code.
@Suite struct DocCommentTests {
  private func expect(
    _ formulas: [String], among quantities: [Traced], at t: Step = 1, longestSum: Int = .max,
    _ rewritten: (String) -> String = { $0 }
  ) {
    let notation = Notation(.general(t: t), longestSum: longestSum)
    let known = Set(
      quantities.map { rewritten("\($0.name(notation)) = \($0.formula(notation))") })
    #expect(!formulas.isEmpty)
    for formula in formulas { #expect(known.contains(formula), "\(formula) of \(known)") }
  }

  @Test func theNetworkHasTheFormulasOfItsCode() throws {
    let network = DenseNetwork.course
    let parameters = network.named(
      Parameters<Traced>(weights: (1...8).map { Traced(Double($0)) }, biases: [0.1, 0.2]))
    let sample = network.named(Sample<Traced>(inputs: [0.1, 0.2], targets: [0, 1]))
    let pass = network.forward(sample, parameters)
    expect(
      formulas(
        in: try docComment(above: "public struct DenseNetwork", in: "Networks/DenseNetwork.swift")),
      among: (pass.net + pass.out).flatMap(\.self))
    let backward = network.backward(sample, parameters, from: pass)
    expect(
      formulas(
        in: try docComment(above: "public func backward<", in: "Networks/BackwardPass.swift")),
      among: backward.δ.flatMap(\.self) + backward.gradient.weights)
  }

  @Test func normalisationHasTheFormulasOfItsCode() throws {
    var layer = BatchNormalization<Traced>()
    let x = (1...12).map { Traced(Double($0)).named(Symbol("x\($0)")) }
    let batch = layer.train(x)
    expect(
      formulas(
        in: try docComment(
          above: "public struct BatchNormalization<", in: "Networks/BatchNormalization.swift")),
      among: [
        batch.mean, batch.variance, batch.unbiasedVariance, batch.normalized[4], batch.outputs[4],
        layer.runningMean, layer.runningVariance,
      ], longestSum: 3
    ) { $0.replacing("₁₂", with: "ₘ").replacing("12", with: "m").replacing("₅", with: "ᵢ") }
  }

  @Test func dropoutHasTheFormulasOfItsCode() throws {
    let layer = Dropout<Traced>(p: 0.4)
    let x = Traced(3).named("x", 1)
    let outputs = layer.train([x], mask: [Traced(1).named("m", 1)]) + layer.evaluate([x])
    expect(
      formulas(in: try docComment(above: "public struct Dropout<", in: "Networks/Dropout.swift")),
      among: outputs
    ) { $0.replacing("ₜ", with: "ᵢ").replacing("yₑᵥₐₗ⁽ᵗ⁾", with: "yᵢ") }
  }

  @Test func leakyReLUHasTheFormulasOfItsCode() throws {
    let (leaky, x) = (LeakyReLU<Traced>(a: 0.1), Traced(3).named("x"))
    expect(
      formulas(
        in: try docComment(above: "public struct LeakyReLU<", in: "Networks/LeakyReLU.swift")),
      among: [
        leaky(x).named("y"), leaky.slope(at: x).named("y′"),
        leaky.slopeBySlope(at: x).named(Symbol(derivativeOf: "y", by: "a")),
      ])
  }

  @Test func maxoutHasTheFormulaOfItsCode() throws {
    let z = (1...3).map { Traced(Double($0)).named(Symbol("z\($0)")) }
    expect(
      formulas(in: try docComment(above: "public enum Maxout", in: "Networks/Maxout.swift")),
      among: [Maxout.largest(of: z).named("y")])
  }

  @Test func layersForSequencesHaveTheFormulasOfTheirCode() throws {
    func named(_ name: Symbol) -> [[Traced]] { [[Traced(1).named(name)]] }
    let (W, U, b) = (named("W"), named("U"), [Traced(1).named("b")])
    let (x, h) = ([Traced(1).named("x", 1)], [Traced(1).named("h", 0)])
    expect(
      formulas(
        in: try docComment(above: "public struct Recurrent<", in: "Networks/Recurrent.swift")),
      among: Recurrent(W: W, U: U, b: b).step(x, from: h, at: 1))
    let gate = LSTM.Gate(W: W, U: U, b: b)
    let state = LSTM(i: gate, f: gate, g: gate, o: gate)
      .step(x, from: LSTM.State(h: h, c: [Traced(1).named("c", 0)]), at: 1)
    expect(
      formulas(in: try docComment(above: "public struct LSTM<", in: "Networks/LSTM.swift")),
      among: state.c + state.h)
    expect(
      formulas(in: try docComment(above: "public struct Residual<", in: "Networks/Residual.swift")),
      among: Residual(W: W)([Traced(1).named("x", 0)]))
  }

  @Test func scalingHasTheFormulasOfItsCode() throws {
    let scaling = FeatureScaling(
      fitting: (1...12).map { Traced(Double($0)).named(Symbol("x\($0)")) })
    let (x, a, b) = (Traced(3).named("x", 1), Traced(-1).named("a"), Traced(1).named("b"))
    let u = scaling.minMax(x, at: 1)
    expect(
      formulas(
        in: try docComment(
          above: "public struct FeatureScaling<", in: "Networks/FeatureScaling.swift")),
      among: [
        scaling.minimum, scaling.maximum, scaling.mean, scaling.variance, scaling.deviation, u,
        scaling.ranged(u, from: a, to: b, at: 1), scaling.standardized(x, at: 1),
      ], longestSum: 3
    ) {
      $0.replacing("₁₂", with: "ₙ").replacing("12", with: "n").replacing("ₜ", with: "ᵢ")
    }
    let robust = RobustScaling(fittingSorted: [1, 2, 4, 8].map { Traced($0) })
    expect(
      formulas(
        in: try docComment(
          above: "public struct RobustScaling<", in: "Networks/RobustScaling.swift")),
      among: [robust(x, at: 1)]
    ) { $0.replacing("ₜ", with: "ᵢ") }
  }

  @Test func theConfusionMatrixHasTheFormulasOfItsCode() throws {
    let measures = ConfusionMatrix<Traced>([[1, 1], [1, 1]]).measures(of: 1)
    expect(
      formulas(
        in: try docComment(
          above: "public struct ConfusionMatrix<", in: "Networks/ConfusionMatrix.swift")),
      among: [measures.precision, measures.recall, measures.f1]
    ) { $0.replacing("ₜ", with: "ₖ") }
  }

  @Test func theLogarithmicScaleHasTheFormulaOfItsCode() throws {
    let scale = LogUniform(from: Traced(0.1), to: Traced(1))
    expect(
      formulas(
        in: try docComment(above: "public struct LogUniform<", in: "Networks/LogUniform.swift")),
      among: [scale(Traced(0.5).named("u"))])
  }

  @Test func numericalDerivativesHaveTheFormulasOfTheirCode() throws {
    let x = Traced(1).named("x")
    let n = NumericalGradient<Traced>(h: 0.1).central({ .pow($0, 3) }, at: x)
    expect(
      formulas(
        in: try docComment(
          above: "public struct NumericalGradient<", in: "Networks/NumericalGradient.swift")),
      among: [n])
    let file = "Networks/GradientError.swift"
    let (a, b) = (Traced(3).named("a"), Traced(3.1).named("n"))
    expect(
      formulas(in: try docComment(above: "public static func relative<", in: file)),
      among: [GradientError.relative(a, b)])
    expect(
      formulas(in: try docComment(above: "public static func ofNorms<", in: file)),
      among: [GradientError.ofNorms([a], [b])])
  }

  @Test func softmaxHasTheFormulasOfItsCode() throws {
    let z = [2, 1, 0.5].enumerated().map { Traced($1).named(Symbol("z\($0 + 1)")) }
    let softmax = Softmax(z)
    expect(
      formulas(in: try docComment(above: "public struct Softmax<", in: "Networks/Softmax.swift")),
      among: [
        softmax.shifted[1], softmax.powers[1], softmax.sum, softmax.probabilities[1],
        softmax.loss(right: 1),
      ]
    ) {
      let general = $0.replacing("₃", with: "…").replacing("z…", with: "…").replacing(
        "e…", with: "…")
      guard !general.hasPrefix("Σ") else { return general }
      let name = general.replacing("s₂", with: "sᵢ").replacing("p₂", with: "pᵢ")
        .replacing("e₂", with: "eᵢ")
      return name.hasPrefix("L")
        ? name.replacing("sᵢ", with: "sᵧ")
        : name.replacing("= z₂", with: "= zᵢ")
    }
  }

  @Test func softmaxRegressionHasTheFormulasOfItsCode() throws {
    var regression = SoftmaxRegression<Traced>(
      inputs: [[1, 2]], classes: [1], weights: [[1, 2], [3, 4], [5, 6]], biases: [0, 1, 2], η: 0.1)
    let pass = regression.step(at: 1)
    expect(
      formulas(
        in: try docComment(
          above: "public struct SoftmaxRegression<", in: "Networks/SoftmaxRegression.swift")),
      among: [
        pass.scores[0][0], pass.byScores[0][0], pass.byWeights[0][0], pass.byBiases[0],
        regression.weights[0][0],
      ]
    ) { $0.replacing("⁽ᵗ⁻¹⁾", with: "").replacing("⁽ᵗ⁾", with: "") }
  }

  @Test func lossesHaveTheFormulasOfTheirCode() throws {
    func numbers(_ letter: String, _ count: Int) -> [Traced] {
      (1...count).map { Traced(Double($0)).named(Symbol("\(letter)\($0)")) }
    }
    func named(_ symbol: Symbol) -> Traced { Traced(0.5).named(symbol) }
    let (x, t) = (numbers("x", 3), numbers("t", 3))
    let (score, target) = ([named("x")], [named("t")])
    let q = BinaryCrossEntropy.probabilities(score)
    let softmax = Softmax(x)
    let h = HingeLoss.violations(x, right: 2, margin: named("Δ"))
    let huber = HuberLoss.value(Array(x.prefix(2)), Array(t.prefix(2)), δ: named("δ"))
    let losses: [(name: String, quantities: [Traced])] = [
      ("SquaredError", [SquaredError.value(x, t)] + SquaredError.gradient(x, t)),
      ("AbsoluteError", [AbsoluteError.value(x, t)]),
      (
        "BinaryCrossEntropy",
        q + [BinaryCrossEntropy.value(score, target)] + BinaryCrossEntropy.gradient(q, target)
      ),
      (
        "CrossEntropy",
        [CrossEntropy.value(softmax, right: 2)] + CrossEntropy.gradient(softmax.probabilities, t)
      ),
      ("HingeLoss", [h[0], HingeLoss.value(h, right: 2)] + HingeLoss.gradient(h, right: 2)),
      ("CenterLoss", [CenterLoss.value(numbers("a", 2), center: numbers("c", 2))]),
      (
        "ContrastiveLoss",
        [ContrastiveLoss.value(same: named("y"), distance: named("d"), margin: named("m"))]
      ),
      (
        "TripletLoss",
        [TripletLoss.value(near: named("d_ap"), far: named("d_an"), margin: named("m"))]
      ),
    ]
    for (name, quantities) in losses {
      expect(
        formulas(
          in: try docComment(above: "public enum \(name)", in: "Networks/Losses/\(name).swift")),
        among: quantities)
    }
    let documented = formulas(
      in: try docComment(above: "public enum HuberLoss", in: "Networks/Losses/HuberLoss.swift"))
    #expect(documented.contains("huber = \(huber.formula(Notation(.bare)))"))
  }
}
