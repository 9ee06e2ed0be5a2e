import Descent
import Formulas
import TestSupport
import Testing

/// The learning rates of 200 epochs that PyTorch 2.13 used.
struct GoldenSchedule: Decodable, CustomTestStringConvertible {
  struct Arguments: Decodable {
    var step_size: Int?
    var milestones: [Int]?
    var gamma: Double?
    var factor: Double?
    var total_iters: Int?
    var start_factor: Double?
    var end_factor: Double?
    var power: Double?
    var T_max: Int?
    var T_0: Int?
    var T_mult: Int?
    var eta_min: Double?
    var max_lr: Double?
    var total_steps: Int?
    var epochs: Int?
    var steps_per_epoch: Int?
    var pct_start: Double?
    var div_factor: Double?
    var final_div_factor: Double?
    var anneal_strategy: String?
    var three_phase: Bool?
  }

  var id: String
  var scheduler: String
  var args: Arguments?
  var base_lr: Double
  /// The rate in each epoch; a plateau's has another name, as it depends on the loss.
  var lr: [Double]?

  var testDescription: String { id }

  static let all: [GoldenSchedule] = GoldenFile.cases("schedulers")

  static func cases(of scheduler: String) -> [GoldenSchedule] {
    all.filter { $0.scheduler == scheduler }
  }

  /// - Parameter tolerance: how far rates may be apart, in parts of the largest.
  func expect(
    _ schedule: some Schedule<Double>, from start: Double? = nil, tolerance: Double = 1e-15,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let golden = try #require(lr)
    #expect(golden.count == 200)
    let rates = schedule.rates(from: start ?? base_lr, epochs: golden.count)
    let largest = golden.max() ?? 0
    for (epoch, (ours, theirs)) in zip(rates, golden).enumerated() {
      #expect(
        abs(ours - theirs) <= tolerance * largest, "epoch \(epoch)",
        sourceLocation: sourceLocation)
    }
  }
}

@Suite struct ScheduleTests {
  @Test(arguments: GoldenSchedule.cases(of: "StepLR"))
  func stepLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = try #require(golden.args)
    try golden.expect(
      StepLR(
        every: try #require(arguments.step_size), γ: try #require(arguments.gamma)))
  }

  @Test(arguments: GoldenSchedule.cases(of: "MultiStepLR"))
  func multiStepLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = try #require(golden.args)
    try golden.expect(
      MultiStepLR(
        at: try #require(arguments.milestones), γ: try #require(arguments.gamma)))
  }

  @Test(arguments: GoldenSchedule.cases(of: "ExponentialLR"))
  func exponentialLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    try golden.expect(ExponentialLR(γ: try #require(golden.args?.gamma)))
  }

  // PyTorch multiplies the rates of the following from epoch to epoch, so the last digits differ.

  @Test(arguments: GoldenSchedule.cases(of: "ConstantLR"))
  func constantLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = try #require(golden.args)
    try golden.expect(
      ConstantLR(
        factor: try #require(arguments.factor), for: try #require(arguments.total_iters)))
  }

  @Test(arguments: GoldenSchedule.cases(of: "LinearLR"))
  func linearLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = golden.args
    let schedule = LinearLR(
      from: arguments?.start_factor ?? 1.0 / 3, to: arguments?.end_factor ?? 1,
      in: arguments?.total_iters ?? 5)
    try golden.expect(schedule, tolerance: 1e-13)
  }

  @Test(arguments: GoldenSchedule.cases(of: "PolynomialLR"))
  func polynomialLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = try #require(golden.args)
    let schedule = PolynomialLR(
      in: try #require(arguments.total_iters), power: try #require(arguments.power))
    try golden.expect(schedule, tolerance: 1e-14)
  }

  @Test(arguments: GoldenSchedule.cases(of: "CosineAnnealingLR"))
  func cosineAnnealingLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = try #require(golden.args)
    let schedule = CosineAnnealingLR(
      in: try #require(arguments.T_max), least: arguments.eta_min ?? 0)
    try golden.expect(schedule, tolerance: 1e-13)
  }

  @Test(arguments: GoldenSchedule.cases(of: "CosineAnnealingWarmRestarts"))
  func cosineAnnealingWarmRestartsAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = try #require(golden.args)
    let schedule = CosineAnnealingWarmRestarts(
      in: try #require(arguments.T_0), times: arguments.T_mult ?? 1, least: arguments.eta_min ?? 0)
    try golden.expect(schedule, tolerance: 1e-13)
  }

  @Test(arguments: GoldenSchedule.cases(of: "OneCycleLR"))
  func oneCycleLRAgreesWithPyTorch(golden: GoldenSchedule) throws {
    let arguments = try #require(golden.args)
    let steps =
      arguments.total_steps ?? (arguments.epochs ?? 0) * (arguments.steps_per_epoch ?? 0)
    let schedule = OneCycleLR(
      in: steps, climb: arguments.pct_start ?? 0.3, startDivisor: arguments.div_factor ?? 25,
      endDivisor: arguments.final_div_factor ?? 10_000,
      shape: arguments.anneal_strategy == "linear" ? .linear : .cosine,
      hasThreePhases: arguments.three_phase ?? false)
    try golden.expect(schedule, from: arguments.max_lr, tolerance: 1e-13)
  }

  @Test func allCasesOfTheseSchedulesAreTested() {
    let counts: [String: Int] = [
      "StepLR": 3, "MultiStepLR": 2, "ExponentialLR": 3, "ConstantLR": 2, "LinearLR": 3,
      "PolynomialLR": 3, "CosineAnnealingLR": 3, "CosineAnnealingWarmRestarts": 3,
      "OneCycleLR": 5,
    ]
    for (scheduler, count) in counts {
      #expect(GoldenSchedule.cases(of: scheduler).count == count, "\(scheduler)")
    }
  }

  @Test func ratesAreTheirClosedForms() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let η = Double.random(in: 1e-6...10, using: &generator)
      let γ = Double.random(in: 0.5...1.1, using: &generator)
      let period = Int.random(in: 1...40, using: &generator)
      let milestones = (0..<5).map { _ in Int.random(in: 1...60, using: &generator) }
      func expect(_ schedule: some Schedule<Double>, exponent: (Int) -> Int) {
        for (epoch, rate) in schedule.rates(from: η, epochs: 60).enumerated() {
          let closed = η * .pow(γ, exponent(epoch))
          #expect(abs(rate - closed) <= 1e-13 * closed, "\(schedule) in epoch \(epoch)")
        }
      }
      expect(StepLR(every: period, γ: γ)) { $0 / period }
      expect(ExponentialLR(γ: γ)) { $0 }
      expect(MultiStepLR(at: milestones, γ: γ)) { epoch in milestones.count { $0 <= epoch } }
    }
  }

  @Test func theFirstEpochHasTheRateOfTheStart() {
    #expect(ExponentialLR(γ: 0.5).rates(from: 0.1, epochs: 1) == [0.1])
    #expect(ExponentialLR(γ: 0.5).rates(from: 0.1, epochs: 0) == [])
  }

  /// The examples of the documentation.
  @Test func ratesAreThoseOfTheExamples() {
    func expect(
      _ schedule: some Schedule<Double>, from η: Double, _ rates: [Double],
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let ours = schedule.rates(from: η, epochs: rates.count)
      for (a, b) in zip(ours, rates) {
        #expect(abs(a - b) <= 1e-15, sourceLocation: sourceLocation)
      }
    }
    expect(StepLR(every: 2, γ: 0.5), from: 0.1, [0.1, 0.1, 0.05, 0.05, 0.025])
    expect(MultiStepLR(at: [1, 4], γ: 0.5), from: 0.1, [0.1, 0.05, 0.05, 0.05, 0.025])
    expect(ExponentialLR(γ: 0.5), from: 0.1, [0.1, 0.05, 0.025, 0.0125])
    expect(ConstantLR(factor: 0.5, for: 2), from: 0.1, [0.05, 0.05, 0.1, 0.1])
    expect(LinearLR(from: 0.5, in: 4), from: 1, [0.5, 0.625, 0.75, 0.875, 1, 1])
    expect(PolynomialLR(in: 4, power: 2), from: 1, [1, 0.5625, 0.25, 0.0625, 0, 0])
    expect(CosineAnnealingLR(in: 2), from: 1, [1, 0.5, 0, 0.5])
    expect(CosineAnnealingWarmRestarts(in: 2), from: 1, [1, 0.5, 1, 0.5])
    expect(
      OneCycleLR(in: 5, climb: 0.6, startDivisor: 4, endDivisor: 5), from: 1,
      [0.25, 0.625, 1, 0.525, 0.05])
  }

  @Test func manyOrLongWavesAreNoTrouble() {
    func last(_ schedule: CosineAnnealingWarmRestarts<Double>) -> Double {
      schedule.rate(in: 10_000_000, from: 1)
    }
    #expect(last(CosineAnnealingWarmRestarts(in: 1)) == 1)
    #expect(last(CosineAnnealingWarmRestarts(in: 1_000_000, times: 1_000_000)) > 0.99)
  }

  /// The declared numbers reach the code: those of the course, by their symbols.
  @Test func schedulesAreMadeOfTheirDeclarations() {
    func rates<Rule: Schedule<Double>>(_ rule: Rule.Type, _ epoch: Int) -> Double {
      let schedule = Rule(Given { Rule.declaration[$0].course })
      return schedule.rates(from: 1, epochs: epoch + 1)[epoch]
    }
    #expect(rates(StepLR<Double>.self, 50) == 0.5)
    #expect(rates(MultiStepLR<Double>.self, 125) == 0.25)
    #expect(rates(ExponentialLR<Double>.self, 1) == 0.95)
    #expect(rates(ConstantLR<Double>.self, 4) == 0.25)
    #expect(rates(LinearLR<Double>.self, 0) == 0.25)
    #expect(rates(PolynomialLR<Double>.self, 5) == 0.25)
    #expect(rates(CosineAnnealingLR<Double>.self, 10) == 0.01)
    #expect(rates(CosineAnnealingWarmRestarts<Double>.self, 5) == 1)
    #expect(rates(OneCycleLR<Double>.self, 5) == 1)
  }

  @Test func explainsItself() {
    func lines(_ schedule: some Schedule<Traced>) -> [String] {
      schedule.rates(from: 0.1, epochs: 4).dropFirst().map { "\($0.derivation())" }
    }
    #expect(
      lines(StepLR(every: 2, γ: 0.5)) == [
        "η₁ = η₀ = 0.1", "η₂ = η₁·γ = 0.1·0.5 = 0.05", "η₃ = η₂ = 0.05",
      ])
    #expect(
      lines(MultiStepLR(at: [1, 3, 3], γ: 0.5)) == [
        "η₁ = η₀·γ = 0.1·0.5 = 0.05", "η₂ = η₁ = 0.05", "η₃ = η₂·γ·γ = 0.05·0.5·0.5 = 0.0125",
      ])
    #expect(lines(ExponentialLR(γ: 0.5))[1] == "η₂ = η₁·γ = 0.05·0.5 = 0.025")
    #expect(lines(ConstantLR(factor: 0.5, for: 2))[0] == "η₁ = η·f = 0.1·0.5 = 0.05")
    #expect(
      lines(LinearLR(from: 0.5, in: 4))[1]
        == "η₂ = η·(s + (f − s)·e/n) = 0.1·(0.5 + (1 − 0.5)·2/4) = 0.075")
    #expect(
      lines(PolynomialLR(in: 4, power: 2))[1]
        == "η₂ = η·(1 − e/n)^p = 0.1·(1 − 2/4)^2 = 0.025")
    #expect(
      lines(CosineAnnealingLR(in: 4, least: 0.02))[1]
        == "η₂ = ηₘ + (η − ηₘ)·(1 + cos(π·e/T))/2 = "
        + "0.02 + (0.1 − 0.02)·(1 + cos(3.14159·2/4))/2 = 0.06")
    #expect(
      lines(CosineAnnealingWarmRestarts(in: 2, times: 2, least: 0.02))[2]
        == "η₃ = ηₘ + (η − ηₘ)·(1 + cos(π·e/T))/2 = "
        + "0.02 + (0.1 − 0.02)·(1 + cos(3.14159·1/4))/2 = 0.0882843")
  }
}
