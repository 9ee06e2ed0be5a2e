import Descent
import Drawing
import Lecture
import Plot
import RealModule
import TestSupport
import Testing
import Words

@testable import LessonSchedules

@Suite struct SchedulesTests {
  /// What PyTorch 2.13 calculates for the course's code.
  private struct Golden: Decodable {
    struct Run: Decodable {
      var scheduler: String
      var dtype: String
      var lr: [Double]
      var w_after_epoch: [Double]
      var momentum_buffer_after_epoch: [Double]
    }
    struct Schedules: Decodable { var runs: [Run] }
    var schedules: Schedules

    static let runs = (GoldenFile.read("course") as Golden).schedules.runs
  }

  private func document(
    _ arguments: [String], _ language: Language = .english
  ) throws -> ToldDocument {
    try SchedulesLesson.document(arguments, in: language)
  }

  @Test(arguments: [ScheduleKind.step, .multiStep, .exponential])
  func ratesAndWeightsArePyTorchs(kind: ScheduleKind) throws {
    let golden = try #require(
      Golden.runs.first { $0.scheduler == kind.name.english && $0.dtype == "float64" })
    let lesson = try SchedulesLesson.parse([])
    let rates: [Double] = lesson.rates(of: kind)
    #expect(zip(rates, golden.lr).allSatisfy { abs($0 - $1) <= 1e-15 })
    let trace = lesson.trace(rates: rates, steps: 2000)
    for (epoch, w) in golden.w_after_epoch.enumerated() {
      let row = trace.rows[(epoch + 1) * 10]
      #expect(abs(row.point[0] - w) <= 1e-12)
      #expect(abs(row.optimizers[0].v - golden.momentum_buffer_after_epoch[epoch]) <= 1e-12)
      // The weights shrink by forty powers of ten, through all of which the digits stay the same.
      #expect(abs(row.point[0] - w) <= 1e-9 * abs(w))
    }
  }

  @Test func theTablesHoldWhatWasCalculated() throws {
    var tables: [String: ToldTable] = [:]
    for case .table(let table, let name) in try document([]).blocks { tables[name] = table }
    let kinds = ["StepLR", "MultiStepLR", "ExponentialLR"]
    let rates = try #require(tables["schedules-rates"])
    let weights = try #require(tables["schedules-weights"])
    #expect(rates.columns.map(\.heading) == ["epoch"] + kinds)
    #expect(weights.columns.map(\.heading) == ["epoch", "constant η"] + kinds)
    for (index, kind) in kinds.enumerated() {
      let golden = try #require(
        Golden.runs.first { $0.scheduler == kind && $0.dtype == "float64" })
      for epoch in 0..<200 {
        let rate = try #require(rates.columns[index + 1].numbers[epoch])
        let weight = try #require(weights.columns[index + 2].numbers[epoch])
        #expect(abs(rate - golden.lr[epoch]) <= 1e-15)
        #expect(abs(weight - golden.w_after_epoch[epoch]) <= 1e-12)
      }
    }
  }

  @Test func theWeightSwingsBetweenTheRatesThatTheLessonNames() throws {
    var generator = SeededGenerator(seed: 45)
    for _ in 0..<20 {
      let momentum = Double.random(in: 0.3...0.95, using: &generator)
      let rates = try SchedulesLesson.parse(["--beta", "\(momentum)"]).swingingRates
      func run(_ η: Double) -> [Double] {
        descend(
          on: .oneSample, from: [1.0], with: Momentum(η: η, β: momentum), steps: 400
        ).rows.map { $0.point[0] }
      }
      #expect(run(rates.lowerBound * 0.9).allSatisfy { $0 > 0 })
      #expect(run(rates.lowerBound * 1.2).contains { $0 < 0 })
      // The weight itself crosses zero, so its size is taken together with the step before.
      let swinging = run((rates.lowerBound + rates.upperBound) / 2)
      let size = [swinging[400], swinging[399]].map(abs).max() ?? 0
      let perStep = Double.pow(size, 1.0 / 400)
      #expect(abs(perStep - momentum.squareRoot()) < 0.02)
    }
  }

  @Test(arguments: [
    ["--epochs", "1"], ["--epochs", "1000", "--iterations", "1"], ["--start", "0"],
    ["--epochs", "2", "--iterations", "1"], ["--start", "-1e100"], ["--beta", "0"],
    ["--learning-rate", "1e9"], ["--learning-rate", "1e-300"], ["--learning-rate", "0.5"],
    ["--gamma", "3"], ["--exponential-gamma", "1.5"], ["--gamma", "1e-200"],
    ["--exponential-gamma", "1e-30"],
    ["--milestones", "5,5"], ["--step-size", "1000"],
  ])
  func nothingOverlapsOrIsCutOff(arguments: [String]) throws {
    for case .figure(let figure, _) in try document(arguments).blocks {
      expectSoundLayout(try Recording(of: figure), on: figure.size.page)
    }
  }

  private func prose(_ arguments: [String]) throws -> String {
    try document(arguments).blocks.map { if case .prose(let text) = $0 { text } else { "" } }
      .joined(separator: "\n")
  }

  /// What is said of the default rates is not said of rates of which it is not true.
  @Test func claimsAreMadeWhereTheyHold() throws {
    let usual = try prose([])
    #expect(!usual.contains("lowers"))
    #expect(usual.contains("As long as the weight swings"))
    #expect(!usual.contains("does not change"))
    for arguments in [["--start", "0"], ["--learning-rate", "1e-9"], ["--beta", "0"]] {
      #expect(try !prose(arguments).contains("As long as the weight swings"))
    }
    #expect(try prose(["--epochs", "20"]).contains("In 20 epochs the rate does not change."))
    #expect(try !prose(["--learning-rate", "1e9"]).contains("epochs |w| is"))
    let growing = try prose(["--gamma", "5", "--exponential-gamma", "1.5", "--step-size", "1"])
    #expect(growing.contains("StepLR: the run diverges"))
    #expect(growing.contains("A smaller --gamma helps."))
    #expect(growing.contains("A smaller --exponential-gamma helps."))
  }

  /// Whether the schedule or the constant rate did better is read off the run.
  @Test func whatAScheduleIsGoodForIsReadOffTheRun() throws {
    let rescue = "Here the schedule alone saves the run: "
    let saved = try prose(["--learning-rate", "1.9"])
    #expect(saved.contains(rescue + "StepLR, MultiStepLR, ExponentialLR."))
    #expect(!saved.contains("nothing to calm"))
    let some = try prose(["--learning-rate", "2", "--beta", "0", "--exponential-gamma", "1"])
    #expect(some.contains(rescue + "StepLR, MultiStepLR."))
    let none = try prose(["--learning-rate", "5", "--epochs", "3"])
    #expect(none.contains("No schedule brought the weight nearer either."))
    let calm = try prose([])
    #expect(
      calm.contains("nothing to calm, and a rate that has become tiny only slows the end down"))
    #expect(calm.contains("(ExponentialLR)"))
    #expect(saved.contains("constant η: the run diverges, at the end |w| is 19."))
    let grown = try prose(["--gamma", "3"])
    #expect(grown.contains("StepLR: the run diverges, at the end |w| is "))
    #expect(!calm.contains("diverges"))
    let still = try prose(["--start", "0"])
    #expect(still.contains("no rate moves it") && !still.contains("nothing to calm"))
  }

  @Test func whoIsSaidToBeNearerIsNearer() throws {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<25 {
      let (η, β) = (
        Double.random(in: 0.05...2.5, using: &generator),
        Double.random(in: 0...0.95, using: &generator)
      )
      let arguments = [
        "--learning-rate", "\(η)", "--beta", "\(β)", "--step-size", "20", "--milestones", "15",
        "--epochs", "60",
      ]
      let lesson = try SchedulesLesson.parse(arguments)
      let text = try prose(arguments)
      func end(_ kind: ScheduleKind) -> Double { ScheduleRun(kind, of: lesson).end }
      let constant = end(.constant)
      let converges =
        text.contains("nothing to calm") || text.contains("lowering it pays even")
      #expect(converges == (constant < 1))
      for kind in [ScheduleKind.step, .multiStep, .exponential] {
        let name = kind.name.english
        func isNamed(after words: String) -> Bool {
          let list = text.split(separator: words).dropFirst().first?.prefix { !".)".contains($0) }
          return list?.split(separator: ", ").contains { $0 == name } ?? false
        }
        if isNamed(after: "saves the run: ") { #expect(end(kind) < 1 && constant >= 1) }
        if isNamed(after: "than with a constant η: ") { #expect(end(kind) < constant) }
        if isNamed(after: "slows the end down (") { #expect(end(kind) > constant) }
      }
    }
  }

  /// With a constant rate and normal noise the weight of momentum settles at a variance that is known: the fixed point of its
  /// second moments, η·σ²·(1 + β)/((1 − β)·L″·(2·(1 + β) − η·L″)).
  @Test(arguments: [(0.1, 0.9, 1.0), (0.02, 0.5, 3.0), (0.5, 0.0, 0.2)])
  func noiseKeepsTheWeightAtItsStationaryDistance(η: Double, β: Double, σ: Double) throws {
    let lesson = try SchedulesLesson.parse([
      "--learning-rate", "\(η)", "--beta", "\(β)", "--noise", "\(σ)", "--start", "0",
    ])
    let runs = NoisyRuns.all(of: lesson)
    let constant = try #require(runs.first { $0.kind == .constant })
    let slope = lesson.objective.curvature
    let variance = η * σ * σ * (1 + β) / ((1 - β) * slope * (2 * (1 + β) - η * slope))
    #expect(abs(constant.end(of: 200) / variance.squareRoot() - 1) < 0.05)
    // The lower the rate has become, the nearer.
    let ends = Dictionary(uniqueKeysWithValues: runs.map { ($0.kind, $0.end(of: 200)) })
    #expect(try #require(ends[.exponential]) < (try #require(ends[.step])))
    #expect(try #require(ends[.step]) < constant.end(of: 200))
  }

  @Test func withoutNoiseTheDistancesAreThoseOfTheTables() throws {
    let lesson = try SchedulesLesson.parse(["--noise", "0", "--epochs", "30"])
    for noisy in NoisyRuns.all(of: lesson) {
      let run = ScheduleRun(noisy.kind, of: lesson)
      for (a, b) in zip(noisy.distances.dropFirst(), run.weights) {
        #expect(abs(a - b.magnitude) <= 1e-12)
      }
    }
  }

  /// Each symbol of the further schedules' formulas is explained, and stands for one thing.
  @Test(arguments: Language.allCases)
  func symbolsOfFurtherSchedulesAreDefined(language: Language) throws {
    let document = try document([], language)
    let table = try #require(document.tables["schedules-further"])
    func texts(_ column: Int) -> [String] {
      table.columns[column].cells.map { if case .text(let text) = $0 { text } else { "" } }
    }
    let formulas = document.blocks.compactMap { block in
      if case .formulas(let formulas) = block { formulas } else { nil }
    }
    let further = try #require(formulas.last)
    #expect(further.count == 6)
    let known: Set = ["η", "e", "π", "cos"]
    for (formula, meaning) in further {
      let words = formula.split { !$0.isLetter }.map(String.init)
      let schedule = try #require(meaning.split { "：:".contains($0) }.first)
      for symbol in Set(words).subtracting(known) {
        let isDefined = zip(texts(0), texts(1)).contains {
          $0 == schedule && $1 == symbol
        }
        #expect(isDefined, "\(symbol) of \(schedule)")
      }
    }
    // p is an exponent, and nothing else.
    #expect(zip(texts(0), texts(1)).filter { $1 == "p" }.map(\.0) == ["PolynomialLR"])
  }

  /// Nothing that is drawn must be guessed.
  @Test func figuresStateTheirNumbers() throws {
    var figures: [String: Figure] = [:]
    for case .figure(let figure, let name) in try document([]).blocks { figures[name] = figure }
    let noisy = try #require(figures["schedules"])
    #expect(noisy.subtitle.english.contains("σ = 1"))
    #expect(noisy.title.english == "With noisy gradients ExponentialLR ends nearest to the minimum")
    let further = try #require(figures["schedules-further"])
    let legends = further.columns.flatMap(\.self).flatMap(\.marks).compactMap(\.name?.english)
    #expect(legends.contains("factor = 0.3; total_iters = 50"))
    #expect(legends.contains { $0.contains("T_0 = 29, 58, 116") })
    #expect(legends.count == 6)
  }

  @Test func aDivergingRunSaysSo() throws {
    let blocks = try document(["--learning-rate", "5"]).blocks
    let prose = blocks.compactMap { if case .prose(let text) = $0 { text } else { nil } }
    let note = "constant η: the run diverges, in epoch "
    #expect(prose.contains { $0.hasPrefix(note) })
  }

  @Test(arguments: [
    ["--learning-rate", "0"], ["--learning-rate", "inf"], ["--beta", "1"],
    ["--beta", "-0.1"], ["--epochs", "0"], ["--epochs", "1001"], ["--iterations", "0"],
    ["--iterations", "101"], ["--step-size", "0"], ["--milestones", "0"], ["--gamma", "0"],
    ["--exponential-gamma", "nan"], ["--start", "1e200"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try SchedulesLesson.parse(arguments) }
  }
}
