import Descent
import Formulas
import TestSupport
import Testing

@Suite struct ExponentialAverageTests {
  /// Averages of PyTorch's random temperatures.
  private struct Case: Decodable, CustomTestStringConvertible {
    var seed: Int
    var n: Int
    var beta: Double
    var temperature: [Double]
    var course: [Double]
    var course_float64: [Double]
    var from_zero_float64: [Double]
    var corrected_float64: [Double]

    var testDescription: String { "seed \(seed), \(n) days, β = \(beta)" }
  }

  private struct Weights: Decodable {
    var beta: Double
    var t: Int
    var weights_newest_first: [Double]
  }

  private struct File: Decodable {
    var cases: [Case]
    var closed_form: [Weights]
  }

  private static let golden: File = GoldenFile.read("ewa")

  private func expect(
    _ ours: [Double], _ theirs: [Double], within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(ours.count == theirs.count, sourceLocation: sourceLocation)
    for (a, b) in zip(ours, theirs) {
      #expect(abs(a - b) <= tolerance * max(1, abs(b)), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: golden.cases)
  private func averagesArePyTorchs(entry: Case) {
    let course = ExponentialAverage(β: entry.beta, start: .firstValue)
    expect(course.averages(of: entry.temperature).map(\.S), entry.course_float64, within: 1e-14)
    expect(course.averages(of: entry.temperature).map(\.Ŝ), entry.course_float64, within: 1e-14)
    let zero = ExponentialAverage(β: entry.beta, start: .zero).averages(of: entry.temperature)
    expect(zero.map(\.S), entry.from_zero_float64, within: 1e-14)
    expect(zero.map(\.Ŝ), entry.corrected_float64, within: 1e-14)
    let single = ExponentialAverage(β: Float(entry.beta), start: .firstValue)
      .averages(of: entry.temperature.map(Float.init))
    expect(single.map { Double($0.S) }, entry.course, within: 2e-6)
  }

  @Test func weightsAreTheClosedForm() throws {
    let golden = try #require(Self.golden.closed_form.first)
    let average = ExponentialAverage(β: golden.beta, start: .firstValue)
    expect(average.weights(after: Step(golden.t)), golden.weights_newest_first, within: 1e-16)
  }

  private static let seeds = Array(0..<50) as [UInt64]

  private func random(_ seed: UInt64) -> (β: Double, values: [Double]) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...60, using: &generator)
    return (
      Double.random(in: 0..<1, using: &generator),
      (0..<count).map { _ in Double.random(in: -20...20, using: &generator) }
    )
  }

  @Test(arguments: seeds, [ExponentialAverage<Double>.Start.firstValue, .zero])
  func theAverageIsTheSumOfWeightedValues(
    seed: UInt64, start: ExponentialAverage<Double>.Start
  ) throws {
    let (β, values) = random(seed)
    let average = ExponentialAverage(β: β, start: start)
    let last = try #require(average.averages(of: values).last)
    let weights = average.weights(after: Step(values.count))
    let sum = zip(weights, values.reversed()).map { $0 * $1 }.reduce(0, +)
    #expect(abs(last.S - sum) <= 1e-13 * 20)
    let whole = start == .firstValue ? 1 : 1 - .pow(β, values.count)
    #expect(abs(weights.reduce(0, +) - whole) <= 1e-14)
    #expect(abs(last.Ŝ * whole - last.S) <= 1e-13 * 20)
  }

  /// A value's weight is the derivative of the average by it, found on the graph of the running code.
  @Test(arguments: seeds.prefix(10), [ExponentialAverage<Traced>.Start.firstValue, .zero])
  func weightsAreDerivatives(seed: UInt64, start: ExponentialAverage<Traced>.Start) throws {
    let (β, numbers) = random(seed)
    let values = numbers.enumerated().map { Traced($1).named("Y", Step($0 + 1)) }
    let average = ExponentialAverage(β: Traced(β), start: start)
    let last = try #require(average.averages(of: values).last)
    let slopes = last.S.gradient(by: values).map(\.value)
    expect(
      average.weights(after: Step(values.count)).map(\.value), slopes.reversed(), within: 1e-14)
  }

  /// A constant series has itself as its average, except while a start at zero is felt.
  @Test(arguments: seeds)
  func aConstantIsItsOwnAverage(seed: UInt64) {
    let (β, values) = random(seed)
    let constant = values.map { _ in 7.5 }
    let course = ExponentialAverage(β: β, start: .firstValue).averages(of: constant)
    let zero = ExponentialAverage(β: β, start: .zero).averages(of: constant)
    for (a, b) in zip(course, zero) {
      #expect(abs(a.S - 7.5) <= 1e-13)
      #expect(abs(b.Ŝ - 7.5) <= 1e-12)
      #expect(b.S <= 7.5)
    }
  }

  @Test(arguments: [(0.5, 2.0, 0.75), (0.9, 10, 0.6513215599), (0, 1, 1), (0.98, 50, 0.6358303)])
  func theMemoryHoldsMostOfTheWeight(β: Double, memory: Double, weight: Double) {
    let average = ExponentialAverage(β: β, start: .zero)
    #expect(abs(average.memory - memory) <= 1e-12 * memory)
    #expect(abs(average.weightOfMemory - weight) <= 1e-7)
  }

  @Test func averagesAreThoseOfTheExample() {
    let average = ExponentialAverage(β: 0.5, start: .firstValue)
    #expect(average.averages(of: [2, 4, 8]).map(\.S) == [2, 3, 5.5])
  }

  @Test func theFormulasAreTheCourses() {
    let values = [Traced(2).named("Y", 1), Traced(4).named("Y", 2)]
    let days = ExponentialAverage(β: Traced(0.5), start: .zero).averages(of: values)
    #expect(days[1].S.rule(at: 2).text == "Sₜ = β·Sₜ₋₁ + (1 − β)·Yₜ")
    #expect("\(days[1].Ŝ.derivation())" == "Ŝ₂ = S₂/(1 − β²) = 2.5/(1 − 0.5²) = 3.33333")
    #expect(days[0].weight(stepsAgo: 3).formula(Notation(.numbered)) == "(1 − β)·β³")
  }
}
