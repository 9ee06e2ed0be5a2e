import Formulas
import Networks
import TestSupport
import Testing

@Suite struct LossesTests {
  /// What PyTorch 2.13 calculated, in two files.
  private struct Lessons: Decodable { var losses: Table }

  private struct Table: Decodable {
    var hinge_multiclass: Case<Int>
    var hinge_binary: Vector
    var triplet: Case<Double>
    var contrastive: Case<Double>
    var centre: Case<Double>
    var mse, l1, huber, bce_with_logits: Vector
  }

  private struct Case<Label: Decodable>: Decodable {
    var inputs: [String: [[Double]]]
    var value: Double
    var grad: [String: [[Double]]]
    var target: [Int]?
    var same: [Double]?
    var label: [Int]?
    var margin: Double?
  }

  private struct Vector: Decodable {
    var inputs: [String: [Double]]
    var value: Double
    var grad: [String: [Double]]
    var target: [Double]
  }

  private struct Extras: Decodable { var losses: [Prediction] }

  private struct Prediction: Decodable {
    struct Loss: Decodable {
      var value: Double
      var grad: [Double]
    }

    var prediction: [Double]
    var target: [Double]
    var losses: [String: Loss]
  }

  private static let golden = (GoldenFile.read("lessons") as Lessons).losses

  private func expect(
    _ value: Double, _ gradient: [Double], _ golden: Double, _ theirs: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let pairs = [(value, golden)] + zip(gradient, theirs)
    #expect(gradient.count == theirs.count, sourceLocation: sourceLocation)
    for (a, b) in pairs {
      #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), sourceLocation: sourceLocation)
    }
  }

  private func expect(
    _ golden: Vector, sourceLocation: SourceLocation = #_sourceLocation,
    _ loss: ([Double], [Double]) -> (Double, [Double])
  ) throws {
    let x = try #require(golden.inputs["x"])
    let (value, gradient) = loss(x, golden.target)
    expect(
      value, gradient, golden.value, try #require(golden.grad["x"]), sourceLocation: sourceLocation)
  }

  @Test func lossesOfNumbersArePyTorchs() throws {
    try expect(Self.golden.mse) { (SquaredError.value($0, $1), SquaredError.gradient($0, $1)) }
    try expect(Self.golden.l1) { (AbsoluteError.value($0, $1), AbsoluteError.gradient($0, $1)) }
    try expect(Self.golden.huber) {
      (HuberLoss.value($0, $1, δ: 1), HuberLoss.gradient($0, $1, δ: 1))
    }
    try expect(Self.golden.bce_with_logits) {
      (
        BinaryCrossEntropy.value($0, $1),
        BinaryCrossEntropy.gradient(BinaryCrossEntropy.probabilities($0), $1)
      )
    }
    try expect(Self.golden.hinge_binary) {
      (HingeLoss.binary($0, $1), HingeLoss.binaryGradient($0, $1))
    }
  }

  @Test func lossesOfPredictionsArePyTorchs() throws {
    let cases = (GoldenFile.read("extras") as Extras).losses
    #expect(cases.count == 2)
    for example in cases {
      let (x, t) = (example.prediction, example.target)
      let q = BinaryCrossEntropy.probabilities(x)
      let ours = [
        "mse": (SquaredError.value(x, t), SquaredError.gradient(x, t)),
        "l1": (AbsoluteError.value(x, t), AbsoluteError.gradient(x, t)),
        "huber": (HuberLoss.value(x, t, δ: 1), HuberLoss.gradient(x, t, δ: 1)),
        "bce_with_logits": (BinaryCrossEntropy.value(x, t), BinaryCrossEntropy.gradient(q, t)),
      ]
      for (name, (value, gradient)) in ours {
        let theirs = try #require(example.losses[name])
        expect(value, gradient, theirs.value, theirs.grad)
      }
    }
  }

  /// The mean over samples of the sum over wrong classes.
  @Test func theHingeLossIsThatOfTheGoldenFile() throws {
    let golden = Self.golden.hinge_multiclass
    let (scores, classes) = (try #require(golden.inputs["s"]), try #require(golden.target))
    let samples = zip(scores, classes).map { s, y in
      let h = HingeLoss.violations(s, right: y, margin: 1)
      return (HingeLoss.value(h, right: y), HingeLoss.gradient(h, right: y))
    }
    let count = Double(scores.count)
    expect(
      samples.map(\.0).reduce(0, +) / count, samples.flatMap(\.1).map { $0 / count }, golden.value,
      try #require(golden.grad["s"]).flatMap(\.self))
  }

  /// CS231n, "Linear Classification: Support Vector Machine, Softmax", compares both losses on the scores −2.85, 0.86 and
  /// 0.28, of which the third is right: it prints 1.58 and 1.04.
  @Test func theScoresOfCS231nHaveItsLosses() {
    let scores = [-2.85, 0.86, 0.28]
    let h = HingeLoss.violations(scores, right: 2, margin: 1)
    #expect(Numerals.fixed(2).text(HingeLoss.value(h, right: 2)) == "1.58")
    #expect(Numerals.fixed(2).text(CrossEntropy.value(Softmax(scores), right: 2)) == "1.04")
  }

  @Test func tripletsArePyTorchs() throws {
    let golden = Self.golden.triplet
    let (a, p, n) = (
      try #require(golden.inputs["a"]), try #require(golden.inputs["p"]),
      try #require(golden.inputs["n"])
    )
    let m = try #require(golden.margin)
    var (value, gradients) = (0.0, (a: [Double](), p: [Double](), n: [Double]()))
    for i in a.indices {
      value += TripletLoss.value(
        near: distance(a[i], p[i]), far: distance(a[i], n[i]), margin: m)
      let gradient = TripletLoss.gradient(anchor: a[i], positive: p[i], negative: n[i], margin: m)
      gradients.a += gradient.anchor.map { $0 / 3 }
      gradients.p += gradient.positive.map { $0 / 3 }
      gradients.n += gradient.negative.map { $0 / 3 }
    }
    for (ours, name) in [(gradients.a, "a"), (gradients.p, "p"), (gradients.n, "n")] {
      expect(value / 3, ours, golden.value, try #require(golden.grad[name]).flatMap(\.self))
    }
  }

  /// Half the mean over pairs.
  @Test func pairsAreThoseOfTheGoldenFile() throws {
    let golden = Self.golden.contrastive
    let (a, b) = (try #require(golden.inputs["a"]), try #require(golden.inputs["b"]))
    let (same, m) = (try #require(golden.same), try #require(golden.margin))
    var (value, gradient) = (0.0, [Double]())
    for i in a.indices {
      let d = distance(a[i], b[i])
      value += ContrastiveLoss.value(same: same[i], distance: d, margin: m)
      gradient += ContrastiveLoss.gradient(a[i], b[i], same: same[i], distance: d, margin: m)
        .map { $0 / 3 }
    }
    expect(value / 3, gradient, golden.value, try #require(golden.grad["a"]).flatMap(\.self))
    expect(
      value / 3, gradient.map { -$0 }, golden.value,
      try #require(golden.grad["b"]).flatMap(\.self))
  }

  @Test func centersAreThoseOfTheGoldenFile() throws {
    let golden = Self.golden.centre
    let (z, c) = (try #require(golden.inputs["z"]), try #require(golden.inputs["c"]))
    let labels = try #require(golden.label)
    let value = zip(z, labels).map { CenterLoss.value($0, center: c[$1]) }.reduce(0, +)
    let gradient = zip(z, labels).flatMap { CenterLoss.gradient($0, center: c[$1]) }
    expect(value, gradient, golden.value, try #require(golden.grad["z"]).flatMap(\.self))
  }

  /// The derivatives that are written out are those of the values' own code.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func gradientsAreThoseOfTheCode(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func numbers(_ count: Int, _ letter: String) -> [Traced] {
      (0..<count).map {
        Traced(Double.random(in: -3...3, using: &generator)).named(Symbol("\(letter)\($0 + 1)"))
      }
    }
    func expectSame(_ written: [Traced], _ loss: Traced, _ x: [Traced]) {
      for (a, b) in zip(written, loss.gradient(by: x)) { #expect(abs(a.value - b.value) < 1e-12) }
    }
    let count = Int.random(in: 2...5, using: &generator)
    let (x, t) = (numbers(count, "x"), numbers(count, "t"))
    expectSame(SquaredError.gradient(x, t), SquaredError.value(x, t), x)
    expectSame(AbsoluteError.gradient(x, t), AbsoluteError.value(x, t), x)
    expectSame(HuberLoss.gradient(x, t, δ: 1.5), HuberLoss.value(x, t, δ: 1.5), x)
    let answers = t.map { Traced($0.value > 0 ? 1 : 0) }
    expectSame(
      BinaryCrossEntropy.gradient(BinaryCrossEntropy.probabilities(x), answers),
      BinaryCrossEntropy.value(x, answers), x)
    let y = Int.random(in: 0..<count, using: &generator)
    let h = HingeLoss.violations(x, right: y, margin: 1)
    expectSame(HingeLoss.gradient(h, right: y), HingeLoss.value(h, right: y), x)
    let softmax = Softmax(x)
    let targets = x.indices.map { Traced($0 == y ? 1 : 0) }
    expectSame(
      CrossEntropy.gradient(softmax.probabilities, targets),
      CrossEntropy.value(softmax, right: y), x)
    let (a, p, n) = (numbers(2, "a"), numbers(2, "p"), numbers(2, "n"))
    let triplet = TripletLoss.gradient(anchor: a, positive: p, negative: n, margin: 1)
    let value = TripletLoss.value(near: distance(a, p), far: distance(a, n), margin: 1)
    expectSame(triplet.anchor + triplet.positive + triplet.negative, value, a + p + n)
    for same in [0.0, 1] {
      let d = distance(a, n)
      expectSame(
        ContrastiveLoss.gradient(a, n, same: Traced(same), distance: d, margin: 2),
        ContrastiveLoss.value(same: Traced(same), distance: d, margin: 2), a)
    }
    expectSame(CenterLoss.gradient(a, center: p), CenterLoss.value(a, center: p), a)
  }

  @Test func farScoresHaveFiniteLosses() {
    #expect(BinaryCrossEntropy.value([1e300], [0.0]) == 1e300)
    #expect(BinaryCrossEntropy.value([-2000.0], [1]) == 2000)
    #expect(BinaryCrossEntropy.value([2000.0], [1]) == 0)
  }
}
