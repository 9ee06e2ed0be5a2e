import Descent
import Drawing
import Formulas
import Perceptrons
import Plot
import TestSupport
import Testing
import TorchRandom
import Words

@testable import LessonRegularization

@Suite struct RegularizationLessonTests {
  private struct File: Decodable {
    var penalties: Penalties

    struct Penalties: Decodable { var early_stopping: Stopping }
    struct Stopping: Decodable { var cases: [Case] }
    struct Case: Decodable {
      var eps: Double
      var tau: Int
      var eigenvalues, alpha, w: [Double]
    }
  }

  /// Goodfellow, Bengio and Courville, "Deep Learning", section 7.8: (I − εΛ)^τ = α(Λ + αI)⁻¹, with w* = (1, −2).
  @Test func stoppingEarlyIsAPenalty() throws {
    let file: File = GoldenFile.read("lessons")
    let cases = file.penalties.early_stopping.cases
    #expect(cases.count == 2)
    for golden in cases {
      for (index, minimum) in [1.0, -2].enumerated() {
        let h = golden.eigenvalues[index]
        let loss = EarlyStoppedQuadratic(h: h, η: golden.eps, minimum: minimum)
        let (w, λ) = (loss.weight(after: Step(golden.tau)), loss.penalty(like: Step(golden.tau)))
        #expect(abs(w - golden.w[index]) <= 1e-12)
        #expect(abs(λ - golden.alpha[index]) <= 1e-12 * golden.alpha[index])
        #expect(abs(loss.weight(penalizedBy: λ) - w) <= 1e-12)
        #expect(abs(.pow(1 - golden.eps * h, golden.tau) - λ / (h + λ)) <= 1e-12)
        // The descent itself, step by step.
        var (descent, walked) = (GradientDescent(η: golden.eps), 0.0)
        for t in 1...golden.tau {
          walked = descent.step(walked, gradient: h * (walked - minimum), at: Step(t))
        }
        #expect(abs(walked - w) <= 1e-12)
      }
    }
    // The lesson's example is the first of them.
    #expect(RegularizationLesson.stoppingRate == cases[0].eps)
    #expect(RegularizationLesson.stoppingSteps == Step(cases[0].tau))
    #expect(RegularizationLesson.directions.map(\.h) == cases[0].eigenvalues)
  }

  @Test func theFormulasAreThoseOfTheCode() throws {
    let loss = EarlyStoppedQuadratic(h: Traced(4), η: Traced(0.1), minimum: Traced(1))
    let λ = loss.penalty(like: 3)
    let rules = [loss.q, loss.weight(after: 3), loss.weight(penalizedBy: λ), λ].map {
      $0.rule(at: 3).text
    }
    let formulas = formulas(
      in: try docComment(
        above: "public struct EarlyStoppedQuadratic<", in: "Descent/EarlyStoppedQuadratic.swift"))
    #expect(Set(rules) == Set(formulas))
  }

  private func columns(_ table: String, _ arguments: [String] = []) throws -> [ToldTable.Column] {
    try #require(RegularizationLesson.document(arguments).tables[table]).columns
  }

  /// What the default numbers are chosen to show.
  @Test func smallUnderfitsAndLargeOverfits() throws {
    let fits = try columns("sizes")[4].cells
    #expect(fits.first == .text("underfits") && fits.last == .text("overfits"))
    #expect(fits.contains(.text("fits best")))
    let validation = try columns("remedies")[2].numbers.compactMap(\.self)
    #expect(validation.count == 6)
    // Each remedy but dropout helps; more data helps most.
    for index in [1, 2, 3, 5] { #expect(validation[index] < validation[0]) }
    #expect(validation.min() == validation[5])
  }

  /// The network that early stopping takes is the one of the least validation error up to where it stops.
  @Test(arguments: [1, 10, 50, 2000])
  func earlyStoppingTakesTheLeastThatItSees(patience: Int) throws {
    let lesson = try RegularizationLesson.parse(["--patience", "\(patience)", "--epochs", "100"])
    let experiment = CurveExperiment(lesson)
    let (errors, stop) = (experiment.errors.map(\.validation), experiment.stopping)
    #expect(stop.best == errors[...stop.end].indices.min { errors[$0] < errors[$1] })
    #expect(stop.end - stop.best == patience || stop.end == 100)
    #expect(errors.count == 101)
  }

  /// The penalty moves the network as PyTorch's weight_decay does: the gradient is g + λ·w for weights and g for biases.
  @Test func aPenaltyMakesWeightsSmaller() throws {
    let squares = try [0, 0.001, 0.01, 0.1].map { λ in
      let lesson = try RegularizationLesson.parse(["--penalty", "\(λ)", "--epochs", "100"])
      return CurveExperiment(lesson).penalized.squaredWeights
    }
    #expect(squares == squares.sorted(by: >))
  }

  /// Without penalty, dropout and more samples the same network comes out.
  @Test func withoutRemediesNothingChanges() throws {
    let lesson = try RegularizationLesson.parse([
      "--penalty", "0", "--dropout", "0", "--epochs", "60",
    ])
    let experiment = CurveExperiment(lesson)
    let error = experiment.large.errors().validation
    #expect(experiment.penalized.errors().validation == error)
    #expect(experiment.dropout.errors().validation == error)
    #expect(experiment.more.errors().validation != error)
  }

  private static let seeds: [[String]] = (0..<4).map { ["--seed", "\($0)", "--epochs", "150"] }

  /// The sentences are those of the run: each error that is called lower is.
  @Test(arguments: seeds)
  func theRankingIsThatOfTheTable(arguments: [String]) throws {
    let table = try columns("remedies", arguments)
    let names = table[0].cells.map { cell -> String in
      if case .text(let text) = cell { text } else { "" }
    }
    let errors = table[2].numbers.map { $0 ?? .nan }
    let ranked = zip(names, errors).dropFirst().filter { $0.1 < errors[0] }
      .sorted { $0.1 < $1.1 }.map(\.0)
    let prose = try RegularizationLesson.document(arguments).prose
    if !ranked.isEmpty {
      #expect(prose.contains("from the lowest: \(ranked.joined(separator: ", "))."))
    }
  }

  private static let extremes: [[String]] = [
    ["--samples", "4", "--epochs", "50"],
    ["--samples", "100", "--noise", "0.01", "--epochs", "60"],
    ["--noise", "2", "--epochs", "50", "--seed", "-3"],
    ["--width", "32", "--epochs", "50", "--patience", "1"],
    ["--penalty", "1", "--dropout", "0.99", "--epochs", "50", "--checkpoints", "20"],
    ["--penalty", "0", "--dropout", "0", "--epochs", "50", "--patience", "2000"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try RegularizationLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--samples", "3"], ["--samples", "101"], ["--noise", "0"], ["--noise", "nan"],
    ["--epochs", "49"], ["--epochs", "2001"], ["--width", "33"], ["--patience", "0"],
    ["--penalty", "-1"], ["--penalty", "nan"], ["--dropout", "1"], ["--checkpoints", "1"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try RegularizationLesson.parse(arguments) }
  }
}
