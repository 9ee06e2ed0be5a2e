import Descent
import Formulas
import TestSupport
import Testing
import Words

@testable import Grading

@Suite struct ProcedureTests {
  /// Where nothing is edited, a procedure gives what the rule gives by itself, bit for bit.
  @Test(arguments: PlainRun<Double>.subjects)
  func theKeyIsWhatTheRuleGives(name: String) throws {
    let subject = try #require(Subject.named(name))
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      let exercise = Exercise.random(subject, using: &generator)
      let rows = try PlainRun<Double>.rows(of: exercise)
      let key = exercise.key
      #expect(Array(key.steps) == rows.map(\.step))
      for (step, numbers) in rows {
        for (name, value) in numbers {
          let ours = try #require(key.value(name, at: step), "\(name)")
          #expect(ours == value || ours.isNaN && value.isNaN, "\(name) at \(step)")
        }
      }
    }
  }

  /// What a program in single precision prints is as good as what one in double precision does.
  @Test(arguments: PlainRun<Double>.subjects)
  func singlePrecisionIsNeverCalledWrong(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in subject.probes(with: Exercise(subject)) {
      let grader = Grader(exercise)
      let right = try grader.assess(Submission(single: try PlainRun<Float>.rows(of: exercise)))
      #expect(right.outcome == .right, "\(ReportText(right, in: .english).text)")
      for variant in subject.variants where variant.kind == .dialect {
        let solution = variant.solve(exercise)
        let rows = solution.steps.map { step in
          (
            step,
            solution.names.compactMap { name in solution.value(name, at: step).map { (name, $0) } }
          )
        }
        let assessment = try grader.assess(Submission(single: rows))
        #expect(assessment.outcome != .wrong, "\(variant.name)")
        if solution.differs(from: grader.key) {
          #expect(assessment.matches.contains { $0.variant.name == variant.name })
        }
      }
    }
  }

  /// An edit of one quantity leaves the others' formulas as the code has them.
  @Test func anEditIsSeenInItsOwnFormulaOnly() throws {
    let variant = try #require(Subject.adam.variants.first { $0.name == "no-bias-correction-of-m" })
    let solution = variant.solve(Exercise(.adam))
    func formula(_ name: String) -> String? {
      solution.number(name, at: 2).map { $0.formula(Notation(.numbered)) }
    }
    #expect(formula("m̂") == "m₂")
    #expect(formula("ŝ") == "s₂/(1 − β₂²)")
    #expect(formula("w") == "w₁ − η·m̂₂/(√ŝ₂ + ε)")
  }
}

extension Exercise {
  /// An exercise with random numbers: on any objective, or with given gradients.
  static func random(_ subject: Subject, using generator: inout SeededGenerator) -> Exercise {
    var exercise = Exercise(subject)
    exercise.steps = .random(in: 2...30, using: &generator)
    for parameter in subject.parameters where !parameter.isList {
      let number: Double =
        switch parameter.option {
        case "learning-rate", "max-lr": .random(in: 0.001...0.5, using: &generator)
        case "epsilon": [1e-10, 1e-8, 0.01, 0.1].randomElement(using: &generator) ?? 1
        case "step-size", "total-iters", "t-max", "t-0":
          Double(Int.random(in: 1...10, using: &generator))
        case "t-mult": Double(Int.random(in: 1...3, using: &generator))
        case "total-steps": Double(Int.random(in: 8...30, using: &generator))
        case "pct-start": .random(in: 0.2..<0.9, using: &generator)
        case "div-factor", "final-div-factor": .random(in: 1...100, using: &generator)
        case "iterations": parameter.course[0]
        default:
          if case .counts(let range) = parameter.range {
            Double(Int.random(in: range.clamped(to: 1...10), using: &generator))
          } else {
            .random(in: 0..<1, using: &generator)
          }
        }
      exercise.numbers[parameter.option] = [number]
    }
    func numbers(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in Double.random(in: range, using: &generator) }
    }
    if subject.hasObjective {
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
  init(single rows: [PlainRun<Float>.Row]) {
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
