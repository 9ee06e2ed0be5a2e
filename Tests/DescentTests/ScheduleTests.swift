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

  func expect(
    _ schedule: some Schedule<Double>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let golden = try #require(lr)
    #expect(golden.count == 200)
    let rates = schedule.rates(from: base_lr, epochs: golden.count)
    for (epoch, (ours, theirs)) in zip(rates, golden).enumerated() {
      // PyTorch applies a milestone that is listed twice as γ², which rounds in another order.
      #expect(
        abs(ours - theirs) <= 1e-15 * theirs, "epoch \(epoch)", sourceLocation: sourceLocation)
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

  @Test func allCasesOfTheCoursesSchedulesAreTested() {
    let counts = ["StepLR", "MultiStepLR", "ExponentialLR"].map {
      GoldenSchedule.cases(of: $0).count
    }
    #expect(counts == [3, 2, 3])
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
  }
}
