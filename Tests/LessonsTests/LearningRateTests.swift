import Descent
import Drawing
import Formulas
import Lecture
import Plot
import TestSupport
import Testing
import Words

@testable import LessonLearningRate

@Suite struct LearningRateTests {
  /// What PyTorch 2.13 calculates for the course's code.
  private struct Golden: Decodable {
    struct Row: Decodable {
      var iter: Int
      var x: Double
      var grad: Double
      var loss: Double
    }
    struct Run: Decodable {
      var lr: Double
      var iterations: Int
      var dtype: String
      var rows: [Row]
      var x_after: Double
    }
    struct Tables: Decodable { var tables: [Run] }
    var learning_rate_tables: Tables

    static let runs = (GoldenFile.read("course") as Golden).learning_rate_tables.tables
  }

  private func document(_ arguments: [String]) throws -> ToldDocument {
    try LearningRateLesson.document(arguments)
  }

  private func tables(_ arguments: [String]) throws -> [String: ToldTable] {
    var tables: [String: ToldTable] = [:]
    for case .table(let table, let name) in try document(arguments).blocks { tables[name] = table }
    return tables
  }

  @Test func theTablesArePyTorchsBitForBit() throws {
    let runs = Golden.runs.filter { $0.dtype == "float64" }
    #expect(runs.count == 18)
    for iterations in Set(runs.map(\.iterations)) {
      let runs = runs.filter { $0.iterations == iterations }
      for batch in [runs.prefix(8), runs.dropFirst(8)] {
        let arguments = batch.flatMap { ["--learning-rate", "\($0.lr)"] }
        let tables = try tables(arguments + ["--iterations", "\(iterations)"])
        let ends = try #require(tables["learning-rate"]).columns[3].numbers
        #expect(ends == batch.map(\.x_after))
        for run in batch {
          let columns = try #require(tables["learning-rate-\(run.lr)"]).columns.map(\.numbers)
          #expect(columns[0] == run.rows.map { Double($0.iter) })
          #expect(columns[1] == run.rows.map(\.x))
          #expect(columns[2] == run.rows.map(\.grad))
          #expect(columns[3] == run.rows.map(\.loss))
        }
      }
    }
  }

  @Test func theSameFormulaInSinglePrecisionIsPyTorchsToo() throws {
    for run in Golden.runs where run.dtype == "float32" {
      let trace: Trace<GradientDescent<Float>> = try LearningRateLesson.parse([]).trace(
        η: Float(run.lr), steps: run.iterations)
      let last = try #require(trace.rows.last)
      #expect(Double(last.point[0]) == run.x_after)
      for (row, golden) in zip(trace.rows, run.rows) {
        #expect(Double(row.point[0]) == golden.x)
        #expect(Double(row.loss) == golden.loss)
      }
    }
  }

  @Test func theCoursesLearningRatesAreAmongPyTorchs() throws {
    let rates = Set(Golden.runs.map(\.lr))
    #expect(try LearningRateLesson.parse([]).learningRates.allSatisfy(rates.contains))
  }

  @Test func theFactorIsOneMinusEightTimesTheRate() throws {
    let lesson = try LearningRateLesson.parse([])
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<100 {
      let η = Double.random(in: 0...1, using: &generator)
      #expect(lesson.factor(η: η).value == 1 - 8 * η)
    }
    #expect(lesson.best == 0.125)
    #expect(lesson.limit == 0.25)
  }

  @Test func runsDoWhatTheirKindSays() throws {
    var lesson = try LearningRateLesson.parse([])
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<200 {
      lesson.start = Double.random(in: -9...9, using: &generator)
      lesson.iterations = 30
      let run = LearningRateRun(η: Double.random(in: 0.001...0.6, using: &generator), of: lesson)
      for (before, after) in zip(run.rows, run.rows.dropFirst()) where before.loss > 0 {
        let crosses = before.point[0] * after.point[0] < 0
        let improves = after.loss < before.loss
        switch run.regime {
        case .approaches: #expect(!crosses && improves)
        case .swings: #expect(crosses && improves)
        case .diverges: #expect(crosses && !improves)
        default: Issue.record("Only at 1/8 and 1/4.")
        }
      }
    }
    #expect(Regime(factor: lesson.factor(η: 0.125).value) == .arrives)
    #expect(Regime(factor: lesson.factor(η: 0.25).value) == .bounces)
  }

  @Test(arguments: [
    ["--iterations", "1"], ["--iterations", "100"], ["--iterations", "10000"],
    ["--start", "0"], ["--start", "-1e-9"], ["--start", "1e100"],
    ["--learning-rate", "0.125"], ["--learning-rate", "1e-300"], ["--learning-rate", "1e300"],
    ["--learning-rate", "0.25", "--learning-rate", "0.26", "--learning-rate", "0.24"],
    ["--learning-rate", "1e-9", "--learning-rate", "0.2", "--learning-rate", "7e9"],
    ["0.01", "0.011", "0.012", "0.013", "0.014"].flatMap { ["--learning-rate", $0] },
    ["--learning-rate", "0.3", "--iterations", "5000"],
  ])
  func nothingOverlapsOrIsCutOff(arguments: [String]) throws {
    for case .figure(let figure, _) in try document(arguments).blocks {
      expectSoundLayout(try Recording(of: figure), on: figure.size.page)
    }
  }

  @Test(arguments: [["--start", "0"], ["--learning-rate", "1e-300"]])
  func whatStaysIsNotSaidToMove(arguments: [String]) throws {
    let document = try document(arguments)
    let summary = try #require(document.tables["learning-rate"])
    #expect(summary.columns[2].cells.allSatisfy { $0 == .text("stays where it is") })
    for block in document.blocks {
      if case .prose(let text) = block { #expect(!text.contains(": diverges")) }
      if case .derivations(let title, _) = block, arguments[0] == "--start" {
        #expect(title.hasSuffix("stays where it is"))
      }
    }
  }

  private func factorChart(_ arguments: [String]) throws -> Chart {
    try #require(try document(arguments).figures.first).columns[1][0]
  }

  @Test(arguments: [[], ["--learning-rate", "0.01"], ["--learning-rate", "0.25"]])
  func theTurningPointsAreLabelled(arguments: [String]) throws {
    let chart = try factorChart(arguments)
    let annotations = chart.annotations.map(\.label.english)
    for label in ["1/8 \(Regime.arrives.name.english)", "1/4 \(Regime.bounces.name.english)"] {
      #expect(annotations.count { $0 == label } == 1)
    }
    let names = chart.marks.compactMap(\.name?.english)
    for regime in Regime.allCases where ![.stays, .arrives, .bounces].contains(regime) {
      #expect(names.count { $0 == regime.name[.english] } == 1)
    }
  }

  /// On paper without colours the ranges differ by a twelfth of all greys or more.
  /// Only what was asked for is derived: the first run of each kind.
  @Test(arguments: [[], ["1e-9", "100"], ["0.25"], ["0.3", "0.4", "0.01"]])
  func onlyRunsThatWereAskedForAreDerived(rates: [String]) throws {
    let arguments = rates.flatMap { ["--learning-rate", $0] }
    let lesson = try LearningRateLesson.parse(arguments)
    let titles = try document(arguments).blocks.compactMap { block in
      if case .derivations(let title, _) = block { title } else { nil }
    }
    let kinds = Set(lesson.learningRates.map { LearningRateRun(η: $0, of: lesson).regime })
    #expect(titles.count == kinds.count)
    for title in titles {
      #expect(
        lesson.learningRates.contains { title.hasPrefix("η = \(Numerals.rounded.text($0)): ") })
    }
  }

  /// A loss of 0 has no place on a logarithmic axis, so it is said.
  @Test(arguments: Language.allCases)
  func aLossOfZeroIsSaid(language: Language) throws {
    let figure = try #require(try document([]).figures.first)
    let losses = figure.columns[0][0]
    let annotation = try #require(losses.annotations.first)
    #expect(annotation.label[language] == "η = 0.125: L = 0")
    #expect(losses.marks.compactMap { $0.name?[language] }.allSatisfy { $0 != "η = 0.125" })
    #expect(try #require(losses.y.domain).contains(annotation.data[0].y))
    #expect(figure.subtitle[language].contains("η = 0.125"))
    let other = try document(["--learning-rate", "0.1"])
    #expect(try #require(other.figures.first).columns[0][0].annotations.isEmpty)
    let texts = try Recording(of: figure, language: language).texts.map(\.string)
    #expect(texts.contains("η = 0.125: L = 0"))
  }

  @Test func rangesAreToldApartInPrint() throws {
    let figure = try #require(try document([]).figures.first)
    let canvas = try Recording(of: figure, theme: .print)
    let greys = canvas.calls.compactMap { call -> Double? in
      guard case .fill(let path, let color, clip: .some) = call, path.elements.count == 5,
        color.alpha < 255
      else { return nil }
      return 255 - (255 - Double(color.red)) * Double(color.alpha) / 255
    }
    #expect(greys.count == 3)
    for (lighter, darker) in zip(greys, greys.dropFirst()) { #expect(lighter - darker >= 19) }
  }

  @Test func aRunThatLeavesTheRangeOfDoublesSaysSo() throws {
    let blocks = try document(["--learning-rate", "0.3", "--iterations", "5000"]).blocks
    let prose = blocks.compactMap { if case .prose(let text) = $0 { text } else { nil } }
    #expect(
      prose.last
        == "η = 0.3: diverges; at iteration 1051, its numbers are too large for a double.")
  }

  @Test(arguments: [
    ["--learning-rate", "0"], ["--learning-rate", "nan"], ["--learning-rate", "-1"],
    ["--learning-rate", "0.1", "--learning-rate", "0.1"], ["--iterations", "0"],
    ["--iterations", "10001"], ["--start", "inf"], ["--start", "1e160"],
    (1...9).flatMap { ["--learning-rate", "\($0)"] },
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try LearningRateLesson.parse(arguments) }
  }
}
