import Formulas
import Networks
import TestSupport
import Testing

/// Convolution, pooling, recurrent and residual layers against PyTorch 2.13 in float64: values and derivatives by autograd.
@Suite struct StructureTests {
  private typealias Image = [[[Double]]]

  private struct File: Decodable { var structures: Structures }

  private struct Structures: Decodable {
    var conv2d, conv1x1: Filtered
    var max_pool2d, avg_pool2d: Pooled
    var rnn: Sequence
    var lstm_cell: Cell
    var residual: Shortcut
  }

  private struct Filtered: Decodable {
    var inputs, grad: Values
    var value: [Image]

    struct Values: Decodable {
      var x: [Image]
      var w: [Image]
      var b: [Double]
    }
  }

  private struct Pooled: Decodable {
    var inputs, grad: Values
    var value: [Image]

    struct Values: Decodable { var x: [Image] }
  }

  private struct Sequence: Decodable {
    var inputs, grad: Values
    var value: Double
    var x, states: [[Double]]
    var gradient_norm_at_each_state: [Double]

    struct Values: Decodable {
      var wi, wh: [[Double]]
      var b, h0: [Double]
    }
  }

  private struct Cell: Decodable {
    var weights: Weights
    var x: [[Double]]
    var steps: [State]

    struct Weights: Decodable {
      var weight_ih, weight_hh: [[Double]]
      var bias_ih, bias_hh: [Double]
    }

    struct State: Decodable { var h, c: [Double] }
  }

  private struct Shortcut: Decodable {
    var inputs, grad: Values
    var value: [Double]

    struct Values: Decodable {
      var x: [Double]
      var w: [[Double]]
    }
  }

  private static let golden = (GoldenFile.read("lessons") as File).structures

  private func expect(
    _ ours: [Double], _ theirs: [Double], at location: SourceLocation = #_sourceLocation
  ) {
    #expect(ours.count == theirs.count, sourceLocation: location)
    for (a, b) in zip(ours, theirs) {
      #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), sourceLocation: location)
    }
  }

  private func traced(_ numbers: [Double]) -> [Traced] { numbers.map { Traced($0).named("x") } }
  private func traced(_ rows: [[Double]]) -> [[Traced]] { rows.map(traced) }
  private func total(_ numbers: [Traced]) -> Traced { numbers.dropFirst().reduce(numbers[0], +) }

  @Test func convolutionsArePyTorchs() {
    for (golden, padding) in [(Self.golden.conv2d, 1), (Self.golden.conv1x1, 0)] {
      let x = golden.inputs.x[0].map(traced)
      let (w, b) = (golden.inputs.w.map { $0.map(traced) }, traced(golden.inputs.b))
      let y = Convolution(weights: w, biases: b, padding: padding)(x).flatMap(\.self).flatMap(
        \.self)
      expect(y.map(\.value), golden.value.flatMap { $0.flatMap { $0.flatMap(\.self) } })
      func gradient(_ variables: [Traced]) -> [Double] {
        total(y).gradient(by: variables).map(\.value)
      }
      expect(
        gradient(x.flatMap { $0.flatMap(\.self) }), golden.grad.x[0].flatMap { $0.flatMap(\.self) })
      expect(
        gradient(w.flatMap { $0.flatMap { $0.flatMap(\.self) } }),
        golden.grad.w.flatMap { $0.flatMap { $0.flatMap(\.self) } })
      expect(gradient(b), golden.grad.b)
    }
  }

  /// Szegedy et al. 2015 as Andrew Ng's course works it out: 28 × 28 × 192, 32 filters of 5 × 5, 16 of 1 × 1 between.
  @Test func aBottleneckSavesMultiplications() {
    let cost = ConvolutionCost<Double>(rows: 28, columns: 28)
    #expect(cost.multiplications(filters: 32, side: 5, channels: 192) == 120_422_400)
    let between = cost.multiplications(filters: 16, side: 1, channels: 192)
    #expect(between + cost.multiplications(filters: 32, side: 5, channels: 16) == 12_443_648)
  }

  @Test func poolingIsPyTorchs() {
    for (golden, pooling) in [
      (Self.golden.max_pool2d, Pooling.maximum), (Self.golden.avg_pool2d, .average),
    ] {
      let x = traced(golden.inputs.x[0][0])
      let y = pooling(x, size: 2).flatMap(\.self)
      expect(y.map(\.value), golden.value[0][0].flatMap(\.self))
      expect(
        total(y).gradient(by: x.flatMap(\.self)).map(\.value), golden.grad.x[0][0].flatMap(\.self))
    }
  }

  @Test func recurrentStepsArePyTorchs() {
    let golden = Self.golden.rnn
    let (W, U) = (traced(golden.inputs.wi), traced(golden.inputs.wh))
    let (b, start) = (traced(golden.inputs.b), traced(golden.inputs.h0))
    let layer = Recurrent(W: W, U: U, b: b)
    var states = [start]
    for (t, x) in golden.x.enumerated() {
      states.append(layer.step(x.map { Traced($0) }, from: states[t], at: Step(t + 1)))
    }
    for (ours, theirs) in zip(states.dropFirst(), golden.states) {
      expect(ours.map(\.value), theirs)
    }
    let value = total(states[states.count - 1])
    expect([value.value], [golden.value])
    func gradient(_ variables: [Traced]) -> [Double] { value.gradient(by: variables).map(\.value) }
    expect(gradient(W.flatMap(\.self)), golden.grad.wi.flatMap(\.self))
    expect(gradient(U.flatMap(\.self)), golden.grad.wh.flatMap(\.self))
    expect(gradient(b), golden.grad.b)
    expect(gradient(start), golden.grad.h0)
    let norms = states.map { state in
      gradient(state).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    for (ours, theirs) in zip(norms, golden.gradient_norm_at_each_state) {
      #expect(abs(ours - theirs) <= 1e-12 * theirs)
    }
  }

  @Test func anLSTMCellIsPyTorchs() {
    let golden = Self.golden.lstm_cell
    let (weights, size) = (golden.weights, golden.steps[0].h.count)
    let gates = (0..<4).map { gate in
      let rows = (gate * size)..<(gate + 1) * size
      return LSTM<Double>.Gate(
        W: Array(weights.weight_ih[rows]), U: Array(weights.weight_hh[rows]),
        b: rows.map { weights.bias_ih[$0] + weights.bias_hh[$0] })
    }
    let layer = LSTM(i: gates[0], f: gates[1], g: gates[2], o: gates[3])
    var state = LSTM<Double>.State(
      h: Array(repeating: 0, count: size), c: Array(repeating: 0, count: size))
    for (t, (x, expected)) in zip(golden.x, golden.steps).enumerated() {
      state = layer.step(x, from: state, at: Step(t + 1))
      expect(state.h, expected.h)
      expect(state.c, expected.c)
    }
  }

  /// The cell's gradient is multiplied by the forget gate alone, where the state does not feed the gates.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func theForgetGateCarriesTheGradient(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func gate() -> LSTM<Traced>.Gate {
      LSTM.Gate(
        W: [[Traced(.random(in: -2...2, using: &generator))]], U: [[0]],
        b: [Traced(.random(in: -2...2, using: &generator))])
    }
    let layer = LSTM(i: gate(), f: gate(), g: gate(), o: gate())
    let start = LSTM<Traced>.State(h: [0], c: [Traced(0.5).named("c")])
    var (state, product) = (start, 1.0)
    for t in 1...5 {
      let x = [Traced(.random(in: -2...2, using: &generator))]
      let f = (layer.f.b[0].value + layer.f.W[0][0].value * x[0].value)
      product *= Double.sigmoid(f)
      state = layer.step(x, from: state, at: Step(t))
    }
    let derivative = state.c[0].gradient(by: start.c)[0].value
    #expect(abs(derivative - product) <= 1e-14)
  }

  @Test func aShortcutIsPyTorchs() {
    let golden = Self.golden.residual
    let (x, W) = (traced(golden.inputs.x), traced(golden.inputs.w))
    let y = Residual(W: W)(x)
    expect(y.map(\.value), golden.value)
    expect(total(y).gradient(by: x).map(\.value), golden.grad.x)
    expect(total(y).gradient(by: W.flatMap(\.self)).map(\.value), golden.grad.w.flatMap(\.self))
  }

  /// The derivative with a shortcut is that without one, and 1 more.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func aShortcutAddsOneToTheDerivative(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let x = [Traced(.random(in: -2...2, using: &generator)).named("x")]
    let W = [[Traced(.random(in: -2...2, using: &generator))]]
    let derivatives = [true, false].map { hasShortcut in
      Residual(W: W, hasShortcut: hasShortcut)(x)[0].gradient(by: x)[0].value
    }
    #expect(abs(derivatives[0] - 1 - derivatives[1]) <= 1e-15)
  }

  @Test func theLossOfAnAutoencoderPaysForItsCode() {
    let (x, x̂, z) = ([1.0, 2, 3], [1.0, 0, 3.5], [0.5, -1.5])
    #expect(AutoencoderLoss.value(x̂, x) == 4.25 / 3)
    #expect(AutoencoderLoss.sparse(x̂, x, code: z, λ: 0.1) == 4.25 / 3 + 0.1 * 2)
  }
}
