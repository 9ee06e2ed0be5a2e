import Foundation
import TestSupport
import Testing
import Words

@testable import Grading

/// Which steps the rows of a table are: as it says, or counted in another usual way.
@Suite struct AlignmentTests {
  private func assess(
    _ text: String, _ subject: Subject = .adam, steps: Int = 2,
    _ change: (inout Exercise) -> Void = { _ in }
  ) throws -> Assessment {
    var exercise = Exercise(subject)
    exercise.steps = steps
    change(&exercise)
    return try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
  }

  /// A line tells where another than the plain reading was needed.
  @Test(arguments: [
    ("step,w\n0,0.990000\n1,0.980003\n", true), ("step,w\n2,0.990000\n3,0.980003\n", true),
    ("step,w\n1,1\n2,0.990000\n3,0.980003\n", true),
    ("w\n0.990000\n0.980003\n0.970009\n", true), ("w\n0.990000\n0.980003\n", false),
    ("w\n1\n0.990000\n0.980003\n", false), ("step,w\n0,1\n1,0.990000\n2,0.980003\n", false),
    ("step,w\n1,0.990000\n2,0.980003\n3,7\n", false),
    ("{\"m\":[0.1,0.189],\"w\":[1,0.99,0.980003]}", false),
    ("{\"m\":[0,0.1,0.189],\"w\":[1,0.99,0.980003]}", false),
    ("{\"step\":[1,2],\"m\":[0.1,0.189],\"w\":[1,0.99,0.980003]}", false),
    ("{\"step\":[0,1,2],\"m\":[0.1,0.189],\"w\":[1,0.99,0.980003]}", false),
    ("epoch,step,w\n0,1,0.990000\n0,2,0.980003\n", false),
  ])
  func usualWaysOfCountingAreRight(text: String, isNoted: Bool) throws {
    let assessment = try assess(text)
    #expect(assessment.outcome == .right, "\(ReportText(assessment, in: .english).text)")
    #expect((!assessment.remarks.isEmpty) == isNoted)
    if let reading = assessment.remarks.first {
      for language in Language.allCases {
        #expect(ReportText(assessment, in: language).text.contains(reading[language]))
      }
    }
  }

  @Test func listsOfAProgramAreCountedOnTheirOwn() throws {
    var exercise = Exercise(.adam)
    exercise.steps = 2
    let key = exercise.key
    let w = [0, 1, 2].compactMap { key.number("w", at: $0)?.value }
    let m = [1, 2].compactMap { key.number("m", at: $0)?.value }
    #expect(try Grader(exercise).assess(Submission(["w": w, "m": m])).outcome == .right)
    #expect(
      try Grader(exercise).assess(Submission(["w": w, "m": [m[0], 0.5]])).difference?.step == 2)
  }

  /// A student's own t shows how it was counted, and the mistake is named nevertheless.
  @Test(arguments: [(-1, "t-zero-uncorrected"), (1, "t-plus-one")])
  func ownStepsDoNotHideTheMistake(shift: Int, name: String) throws {
    for exercise in Subject.adam.probes(with: Exercise(.adam)) {
      let variant = try #require(Subject.adam.variants.first { $0.name == name })
      let solution = variant.solve(exercise)
      let names = solution.names.filter { solution.number($0, at: 0) != nil }
      let text = table(solution, names, steps: 1...exercise.steps, shift: shift)
      let assessment = try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
      #expect(assessment.outcome == .wrong)
      #expect(assessment.matches.map(\.variant.name).contains(name))
      #expect(!assessment.remarks.isEmpty)
    }
  }

  /// A number that is wrong is not lost by counting otherwise.
  @Test(arguments: [
    "step,w\n0,1\n1,0.99\n2,0.5\n", "step,w\n0,0.990000\n1,0.980003\n2,0.5\n",
    "w\n1\n0.99\n0.5\n",
  ])
  func noRowIsLeftOver(text: String) throws {
    let assessment = try assess(text)
    #expect(assessment.outcome == .wrong)
    #expect(assessment.remarks.isEmpty)
  }

  /// What is a mistake in a schedule is not read as another way of counting.
  @Test func mistakesOfCountingAreNotReadAway() throws {
    for name in ["step-lr", "multi-step-lr", "exponential-lr", "linear-lr", "cosine-annealing-lr"] {
      let subject = try #require(Subject.named(name))
      for exercise in subject.probes(with: Exercise(subject)) {
        let grader = Grader(exercise)
        for variant in subject.variants where variant.kind == .mistake {
          let solution = variant.solve(exercise)
          guard solution.differs(from: grader.key, decimals: 7) else { continue }
          let text = table(solution, ["η"], steps: 0...exercise.steps - 1)
          let assessment = try grader.assess(Submission(bytes: Array(text.utf8)))
          #expect(assessment.outcome == .wrong, "\(name), \(variant.name)")
        }
      }
    }
  }

  @Test func epochsMayBeCountedFromOne() throws {
    let exercise = Exercise(.linearLR)
    let text = table(exercise.key, ["η"], steps: 0...exercise.steps - 1, shift: 1)
    let assessment = try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
    #expect(assessment.outcome == .right)
    #expect(
      assessment.remarks.map(\.english)
        == ["The steps are counted from 1 here: step 1 is taken for step 0."])
  }

  /// A right schedule of which the last or the first epoch is missing is just that.
  @Test(arguments: Subject.all.filter { $0.name.hasPrefix("step-lr") || $0.name.hasSuffix("-lr") })
  func schedulesThatBreakOffAreNotShifted(subject: Subject) throws {
    for exercise in subject.probes(with: Exercise(subject)) where exercise.steps > 2 {
      let (key, last) = (exercise.key, exercise.steps - 1)
      let withoutLast = table(key, ["η"], steps: 0...last - 1)
      let texts = [
        (withoutLast, last), (table(key, ["η"], steps: 1...last), 0),
        (
          withoutLast.split(separator: "\n").map { $0.drop { $0 != "," }.dropFirst() }
            .joined(separator: "\n"), last
        ),
      ]
      for (text, missing) in texts {
        let assessment = try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
        #expect(assessment.quantities.map(\.wrongSteps) == [[missing]], "\(subject.name)")
        #expect(assessment.quantities.map(\.missingSteps) == [[missing]])
        #expect(assessment.matches.isEmpty && assessment.remarks.isEmpty)
      }
    }
  }

  /// The start shows as such where it is the only row without the other quantities.
  @Test func aTraceThatBreaksOffMayBeginWithTheStart() throws {
    let assessment = try assess("m,w\n,1\n0.1,0.99\n0.189,0.980003\n", steps: 3)
    #expect(assessment.quantities.map(\.wrongSteps) == [[3], [3]])
    #expect(assessment.quantities.map(\.missingSteps) == [[3], [3]])
  }

  /// Numbers that stay the same agree at any step, but each step must be there.
  @Test func constantColumnsDoNotFillMissingSteps() throws {
    let lines = (0..<9).map { "\($0),1,0.25" }
    let text = (["step,g,w"] + lines).joined(separator: "\n")
    let assessment = try assess(text, steps: 10) { exercise in
      exercise.objective = nil
      exercise.numbers["gradients"] = Array(repeating: 1, count: 10)
    }
    #expect(assessment.outcome == .wrong)
    #expect(assessment.remarks.isEmpty)
  }

  /// Random runs of all optimizers, counted in all ways that are usual, are right; one wrong number is not.
  @Test func noWayOfCountingHidesAWrongNumber() throws {
    var generator = SeededGenerator(seed: 41)
    for name in PlainRun<Double>.subjects {
      let subject = try #require(Subject.named(name))
      for _ in 0..<6 {
        let exercise = Exercise.random(subject, using: &generator)
        let (grader, key) = (Grader(exercise), exercise.key)
        let names = key.names
        let isOfRates = key.number("η", at: 0) != nil
        let steps = isOfRates ? 0...exercise.steps - 1 : 1...exercise.steps
        for shift in isOfRates ? 0...1 : -1...1 {
          let text = table(key, names, steps: steps, shift: shift)
          let right = try grader.assess(Submission(bytes: Array(text.utf8)))
          #expect(right.outcome == .right, "\(name), \(shift)")
          // A rate that is left over may be anything.
          guard !isOfRates || shift == 0 else { continue }
          var lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
          let row = Int.random(in: 1..<lines.count, using: &generator)
          let column = Int.random(in: 1...names.count, using: &generator)
          guard let number = Double(lines[row][column]), number.isFinite else { continue }
          lines[row][column] = "\(number + 1 + number.magnitude)"
          let wrong = lines.map { $0.joined(separator: ",") }.joined(separator: "\n")
          let assessment = try grader.assess(Submission(bytes: Array(wrong.utf8)))
          #expect(assessment.outcome != .right, "\(name), \(shift)")
        }
      }
    }
  }

  /// The numbers of a solution as CSV, with steps that are counted from elsewhere.
  private func table(
    _ solution: Solution, _ names: [String], steps: ClosedRange<Int>, shift: Int = 0
  ) -> String {
    let lines = steps.map { step in
      (["\(step + shift)"]
        + names.map { name in solution.number(name, at: step).map { "\($0.value)" } ?? "" })
        .joined(separator: ",")
    }
    return ([(["step"] + names).joined(separator: ",")] + lines).joined(separator: "\n")
  }

  @Test(
    arguments: [
      ("step,w\n1,0.990000\n2,0.980003\n2,7\n", 4, 1, "step 2 is there twice"),
      ("step,w\n1,0.99\n1.5,0.98\n", 3, 1, "“1.5” under step is no whole number"),
      ("w,step\n0.99,1\n0.98,nan\n", 3, 6, "“nan” under step is no whole number"),
      ("w,step\n0.99,1\n0.98,two\n", 3, 6, "“two” under step is no whole number"),
      ("{\"w\":[0.99,0.98],\n\"step\":[1,1]}", 2, 11, "step 1 is there twice"),
      ("[{\"step\":1,\"w\":0.99},\n{\"step\":2.5,\"w\":0.98}]", 2, 9, "“2.5” under step"),
      ("w,m,w\n1,2,3\n", 1, 5, "two columns are both w"),
      ("m,w,exp_avg\n1,2,3\n", 1, 5, "two columns are both m"),
      ("step,w\n", nil, nil, "headings but no rows"),
    ] as [(String, Int?, Int?, String)])
  func whatCannotBeAlignedIsToldWithItsPlace(
    text: String, line: Int?, column: Int?, reason: String
  ) throws {
    let error = try #require(throws: SubmissionError.self) { try assess(text) }
    #expect(error.reason.english.contains(reason), "\(error.reason.english)")
    #expect(error.place?.line == line)
    #expect(error.place?.column == column)
  }
}
