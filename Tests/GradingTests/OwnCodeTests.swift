import Descent
import Formulas
import TestSupport
import Testing
import Words

@testable import Grading

@Suite struct OwnCodeTests {
  /// The recipes that mistakes are made in are what the project calculates everywhere else, bit for bit.
  @Test(arguments: OwnCode<Double>.subjects)
  func whatIsRightIsTheProjectsOwnCode(name: String) throws {
    let subject = try #require(Subject.named(name))
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      let exercise = Exercise.random(subject, using: &generator)
      let rows = try OwnCode<Double>(exercise: exercise).right()
      #expect(Set(exercise.key.names) == Set(rows.last?.numbers.map(\.name) ?? []))
      try expect(exercise.key, equals: rows)
    }
  }

  /// So are the dialects that the project has itself.
  @Test(arguments: OwnCode<Double>.dialects.sorted())
  func dialectsAreTheProjectsOwnCode(key: String) throws {
    let parts = key.split(separator: "/").map { String($0) }
    let subject = try #require(Subject.named(parts[0]))
    let variant = try #require(subject.variants.first { $0.name == parts[1] })
    #expect(variant.kind == .dialect)
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<60 {
      let exercise = Exercise.random(subject, using: &generator)
      let rows = try #require(try OwnCode<Double>(exercise: exercise).dialect(parts[1]))
      try expect(variant.solve(exercise), equals: rows)
    }
  }

  /// What a program in single precision prints is as good as what one in double precision does.
  @Test(arguments: OwnCode<Double>.subjects)
  func singlePrecisionIsNeverCalledWrong(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in subject.probes(with: Exercise(subject)) {
      let grader = Grader(exercise)
      let single = OwnCode<Float>(exercise: exercise)
      let right = try grader.assess(Submission(single: try single.right()))
      #expect(right.outcome == .right, "\(ReportText(right, in: .english).text)")
      for variant in subject.variants where variant.kind == .dialect {
        let ledger = variant.solve(exercise)
        let rows =
          try single.dialect(variant.name)
          ?? ledger.steps.map { step in
            (
              step,
              ledger.names.compactMap { name in ledger.value(name, at: step).map { (name, $0) } }
            )
          }
        let assessment = try grader.assess(Submission(single: rows))
        #expect(assessment.outcome != .wrong, "\(variant.name)")
        if ledger.differs(from: grader.key) {
          #expect(assessment.matches.contains { $0.variant.name == variant.name })
        }
      }
    }
  }

  /// All numbers of the rows are in the ledger; they may be no numbers, where a descent diverges.
  private func expect(_ ledger: Ledger, equals rows: [OwnCode<Double>.Row]) throws {
    #expect(Array(ledger.steps) == rows.map(\.step))
    for row in rows {
      for (name, value) in row.numbers {
        let ours = try #require(ledger.value(name, at: row.step), "\(name)")
        #expect(ours == value || ours.isNaN && value.isNaN, "\(name) at \(row.step)")
      }
    }
  }
}

extension Exercise {
  /// An exercise with random numbers: on any objective, or with given gradients.
  static func random(_ subject: Subject, using generator: inout SeededGenerator) -> Exercise {
    var exercise = Exercise(subject)
    exercise.steps = .random(in: 2...30, using: &generator)
    for parameter in subject.parameters where !parameter.isList {
      let number: Double =
        switch parameter.name {
        case "learning-rate", "max-lr": .random(in: 0.001...0.5, using: &generator)
        case "epsilon": [1e-10, 1e-8, 0.01, 0.1].randomElement(using: &generator) ?? 1
        case "step-size", "total-iters", "t-max", "t-0":
          Double(Int.random(in: 1...10, using: &generator))
        case "t-mult": Double(Int.random(in: 1...3, using: &generator))
        case "total-steps": Double(Int.random(in: 8...30, using: &generator))
        case "pct-start": .random(in: 0.2..<0.9, using: &generator)
        case "div-factor", "final-div-factor": .random(in: 1...100, using: &generator)
        case "iterations": parameter.numbers[0]
        default: .random(in: 0..<1, using: &generator)
        }
      exercise.numbers[parameter.name] = [number]
    }
    func numbers(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in Double.random(in: range, using: &generator) }
    }
    if subject.objective != nil {
      let index = Int.random(in: 0...Objective.allCases.count, using: &generator)
      exercise.objective =
        index < Objective.allCases.count ? Objective.allCases[index] : nil
      let count =
        exercise.objective?.variables.count ?? Int.random(in: 1...3, using: &generator)
      exercise.numbers["start"] = numbers(count, in: -2...2)
      exercise.numbers["gradients"] = numbers(count * exercise.steps, in: -3...3)
    }
    if exercise.numbers["values"] != nil {
      exercise.numbers["values"] = numbers(exercise.steps, in: -20...20)
    }
    if exercise.numbers["milestones"] != nil {
      exercise.numbers["milestones"] = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        Double(Int.random(in: 1...30, using: &generator))
      }
    }
    return exercise
  }
}

extension Submission {
  /// The numbers of single precision as Swift prints them.
  init(single rows: [OwnCode<Float>.Row]) {
    let names = rows.last?.numbers.map(\.name) ?? []
    self.init(
      columns: names.map { name in
        Column(
          heading: name,
          numbers: rows.map { row in
            row.numbers.first { $0.name == name }.flatMap { PrintedNumber("\(Float($0.value))") }
          })
      })
  }
}
