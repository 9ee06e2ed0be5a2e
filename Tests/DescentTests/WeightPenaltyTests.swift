import Descent
import Formulas
import TestSupport
import Testing

/// Gradient descent on a quadratic with penalties, against PyTorch 2.13 in double precision.
@Suite struct WeightPenaltyTests {
  /// `penalties` of extras.json: the updates of document 004.
  private struct Updates: Decodable {
    struct Run: Decodable {
      var kind: String
      var lam: Double
      var n: Double
      var lr: Double
      var curvature: [Double]
      var path: [[Double]]
    }
    struct Runs: Decodable { var runs: [Run] }
    var penalties: Runs
  }

  /// `penalties` of lessons.json: SGD, momentum, Adam and AdamW with `weight_decay`, and L1 by soft threshold.
  private struct Decays: Decodable {
    struct Run: Decodable {
      var name: String
      var optimizer: String?
      var hyper: Hyper
      var curvature: [Double]
      var minimum: [Double]
      var path: [[Double]]
    }
    struct Hyper: Decodable {
      var lr: Double
      var weight_decay: Double?
      var momentum: Double?
      var lam: Double?
    }
    struct Runs: Decodable { var runs: [Run] }
    var penalties: Runs
  }

  private func expect(_ ours: Double, _ theirs: Double, _ name: String) {
    #expect(abs(ours - theirs) <= 1e-12 * max(1, abs(theirs)), "\(name)")
  }

  @Test func theThreeUpdatesAreThoseOfTheGoldenRuns() {
    let runs = (GoldenFile.read("extras") as Updates).penalties.runs
    #expect(Set(runs.map(\.kind)) == ["none", "L1", "L2"])
    #expect(runs.count == 9)
    for run in runs {
      let loss = Quadratic<Double>(
        curvatures: run.curvature, minimum: run.curvature.map { _ in 1 })
      let penalty = WeightPenalty(η: run.lr, λ: run.lam, n: run.n)
      var point = run.path[0]
      for (t, theirs) in run.path.enumerated().dropFirst() {
        point = point.indices.map { i in
          let (w, g) = (point[i], loss.slope(point[i], i))
          switch run.kind {
          case "L1": return penalty.l1Step(w, gradient: g, at: Step(t))
          case "L2": return penalty.l2Step(w, gradient: g)
          default: return penalty.plainStep(w, gradient: g)
          }
        }
        for i in point.indices { expect(point[i], theirs[i], "\(run.kind) at \(t)") }
      }
    }
  }

  @Test func decayAndThresholdArePyTorchs() throws {
    let runs = (GoldenFile.read("lessons") as Decays).penalties.runs
    #expect(runs.count == 7)
    for run in runs {
      let loss = Quadratic<Double>(curvatures: run.curvature, minimum: run.minimum)
      func compare(_ step: (inout [Double], Step) -> Void) {
        var point = run.path[0]
        #expect(run.path.count == 41)
        for (t, theirs) in run.path.enumerated().dropFirst() {
          step(&point, Step(t))
          for i in point.indices { expect(point[i], theirs[i], "\(run.name) at \(t)") }
        }
      }
      func compare(by optimizer: some Optimizer<Double>) {
        var optimizers = run.path[0].map { _ in optimizer }
        compare { point, t in
          for i in point.indices {
            point[i] = optimizers[i].step(point[i], gradient: loss.slope(point[i], i), at: t)
          }
        }
      }
      let (η, λ) = (run.hyper.lr, run.hyper.weight_decay ?? 0)
      // PyTorch's own β₂ is 0.999.
      let adam = Adam<Double>(["η": η, "β2": 0.999])
      switch run.optimizer {
      case "Adam": compare(by: Penalized(adam, λ: λ))
      case "AdamW": compare(by: Decayed(adam, λ: λ))
      case "SGD":
        if let β = run.hyper.momentum {
          compare(by: Penalized(Momentum(η: η, β: β), λ: λ))
        } else {
          compare(by: Penalized(GradientDescent(η: η), λ: λ))
          // In plain gradient descent decay and L2 are the same, and the course's L2 with n = 1.
          compare(by: Decayed(GradientDescent(η: η), λ: λ))
          let penalty = WeightPenalty(η: η, λ: λ, n: 1)
          compare { point, _ in
            point = point.indices.map {
              penalty.l2Step(point[$0], gradient: loss.slope(point[$0], $0))
            }
          }
        }
      default:
        let penalty = WeightPenalty(η: η, λ: try #require(run.hyper.lam), n: 1)
        compare { point, t in
          point = point.indices.map {
            penalty.softStep(point[$0], gradient: loss.slope(point[$0], $0), at: t)
          }
        }
        #expect(run.path[40][1] == 0)
      }
    }
  }

  private static func cases() -> [(WeightPenalty<Double>, w: Double, g: Double)] {
    var generator = SeededGenerator(seed: 4)
    return (0..<200).map { _ in
      let penalty = WeightPenalty(
        η: .random(in: 0.01...0.3, using: &generator), λ: .random(in: 0.1...5, using: &generator),
        n: Double(Int.random(in: 1...20, using: &generator)))
      return (
        penalty, .random(in: -3...3, using: &generator), .random(in: -3...3, using: &generator)
      )
    }
  }

  /// The updates of L1 and L2 are steps down the loss with the penalty, differentiated by itself.
  @Test func updatesAreStepsDownThePenalizedLoss() {
    for (penalty, w, g) in Self.cases() {
      let traced = WeightPenalty(η: Traced(penalty.η), λ: Traced(penalty.λ), n: Traced(penalty.n))
      let x = Traced(w).named("w")
      let slopes = [traced.l1([x]), traced.l2([x])].map { $0.gradient(by: [x])[0].value }
      let steps = [penalty.l1Step(w, gradient: g, at: 1), penalty.l2Step(w, gradient: g)]
      for (slope, next) in zip(slopes, steps) {
        #expect(abs(w - penalty.η * (g + slope) - next) < 1e-12)
      }
    }
  }

  /// The proximal step minimizes ½·(x − v)² + η·λ/n·|x|: no other place is better.
  @Test func theSoftThresholdIsTheProximalStep() {
    for (penalty, w, g) in Self.cases() {
      let v = penalty.plainStep(w, gradient: g)
      let θ = penalty.η * penalty.λ / penalty.n
      func cost(_ x: Double) -> Double { (x - v) * (x - v) / 2 + θ * abs(x) }
      let best = penalty.softStep(w, gradient: g, at: 1)
      for other in stride(from: -4, through: 4, by: 0.01) {
        #expect(cost(best) <= cost(other) + 1e-12)
      }
      #expect((best == 0) == (abs(v) <= θ))
    }
  }

  /// At its minimum a step with a penalty goes nowhere.
  @Test func minimaAreFixedPoints() {
    var generator = SeededGenerator(seed: 9)
    for (penalty, t, _) in Self.cases() {
      let a = Double.random(in: 0.1...5, using: &generator)
      let l1 = penalty.l1Minimum(curvature: a, minimum: t)
      let l2 = penalty.l2Minimum(curvature: a, minimum: t)
      #expect(abs(penalty.softStep(l1, gradient: a * (l1 - t), at: 1) - l1) < 1e-12)
      #expect(abs(penalty.l2Step(l2, gradient: a * (l2 - t)) - l2) < 1e-12)
      #expect((l1 == 0) == (a * abs(t) <= penalty.λ / penalty.n))
    }
  }

  @Test func theSlopeIsTheDerivativeOfTheLoss() {
    let loss = Quadratic<Traced>(curvatures: [4, 0.25], minimum: [1, -2])
    let w = [Traced(0.5).named("w1"), Traced(3).named("w2")]
    let gradient = loss.loss(w).gradient(by: w).map(\.value)
    #expect(gradient == w.indices.map { loss.slope(w[$0], $0).value })
    #expect("\(loss.loss(w).formula(Notation(.bare)))" == "a₁/2·(w₁ − t₁)² + a₂/2·(w₂ − t₂)²")
  }

  @Test func theDocCommentHasTheFormulasOfTheCode() throws {
    let penalty = WeightPenalty<Traced>(η: 0.1, λ: 4, n: 5)
    let (w, g) = (Traced(2).named("w", 2), Traced(1).named("g", 3))
    let soft = penalty.softStep(w, gradient: g, at: 3)
    let v = penalty.plainStep(w, gradient: g).named("v", 3)
    let known = Set(
      [
        penalty.plainStep(w, gradient: g), penalty.l1Step(w, gradient: g, at: 3),
        penalty.l2Step(w, gradient: g), soft,
      ].map { $0.named("w", 3) }.map { $0.rule(at: 3).text } + [v.rule(at: 3).text])
    let formulas = formulas(
      in: try docComment(
        above: "public struct WeightPenalty<", in: "Descent/Optimizers/WeightPenalty.swift"))
    #expect(formulas.count == 5)
    for formula in formulas { #expect(known.contains(formula), "\(formula) of \(known)") }
  }
}
