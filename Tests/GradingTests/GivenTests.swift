import Descent
import Testing
import Words

@testable import Grading

/// What an exercise gives is nothing that a student has calculated.
@Suite struct GivenTests {
  private func assess(_ text: String, _ exercise: Exercise) throws -> Assessment {
    try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
  }

  @Test(arguments: Subject.all.map(\.name))
  func anUntouchedBlankIsWorthNothing(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in [Exercise(subject), Exercise(subject, for: "7")] {
      let columns = ExerciseSheet(exercise, for: "7").blank.columns.map { column in
        Submission.Column(
          heading: column.heading[.english],
          numbers: column.cells.map { cell in
            if case .number(let number) = cell { PrintedNumber(number) } else { nil }
          })
      }
      let assessment = try Grader(exercise).assess(Submission(columns: columns))
      #expect(assessment.outcome == .wrong)
      #expect(assessment.score == 0)
      #expect(assessment.difference?.given == nil)
    }
  }

  @Test(arguments: [
    ("dropout", "x,mask\n1.8033,1\n1.4608,1\n4.5189,0\n6.9116,1\n0.5,1\n", "Add y, y_eval"),
    ("average", "Y\n1\n", "Add S"),
  ])
  func givenColumnsAloneAreNothingToJudge(name: String, text: String, advice: String) throws {
    let subject = try #require(Subject.named(name))
    let error = #expect(throws: SubmissionError.self) { try assess(text, Exercise(subject)) }
    #expect(error?.reason.english.contains(advice) == true)
    #expect(error?.reason.chinese.contains("没有可检查的") == true)
  }

  @Test func givenColumnsHaveNoPartInTheScore() throws {
    let exercise = Exercise(.dropout)
    let text = "x,mask,y\n1.8033,1,1\n1.4608,1,1\n4.5189,0,0\n6.9116,1,1\n0.5,1,1\n"
    let assessment = try assess(text, exercise)
    #expect(assessment.score == 0.2)
    let report = ReportText(assessment, in: .english, detail: .formula)
    let results = try GradescopeResults.of(report).text
    #expect(results.matches(of: /"name" : "(.*)"/).map(\.1) == ["y"])
    #expect(ReportText(assessment, in: .english).text.contains("mask  as given"))
  }

  @Test func aStartIsNoStep() throws {
    var exercise = Exercise(.adam)
    exercise.steps = 2
    let assessment = try assess("step,w\n0,1\n1,0.99\n2,0.5\n", exercise)
    #expect(assessment.score == 0.5)
    #expect(assessment.quantities.map(\.stepCount) == [2])
  }

  /// What was given and written down otherwise is told, with the number that was given.
  @Test(arguments: [
    ("step,w\n0,2\n1,0.9900\n2,0.9800\n", "Step 0, w: you have 2, given is 1."),
    ("step,g,w\n1,1,0.9900\n2,1,0.9800\n", "Step 2, g: you have 1, given is −2."),
  ])
  func whatWasGivenIsNoSecret(text: String, message: String) throws {
    var exercise = Exercise(.adam)
    if text.contains("g,") {
      try exercise.follow([[1], [-2]], from: nil, steps: nil)
    } else {
      exercise.steps = 2
    }
    let assessment = try assess(text, exercise)
    #expect(assessment.outcome == .wrong)
    #expect(assessment.score < 1)
    for detail in [ReportDetail.place, .formula, .key] {
      let report = ReportText(assessment, in: .english, detail: detail).text
      #expect(report.contains(message), "\(report)")
      #expect(!report.contains("1 = 1"))
    }
  }

  /// What is printed with few digits may be anything near, but not a number that never moves.
  @Test(arguments: [
    (Subject.adam, "w", ["0.5"], ["start": [0.5], "learning-rate": [0.001]]),
    (.exponentialLR, "η", ["0.1"], [:]), (.stepLR, "η", ["0.1"], ["step-size": [4]]),
    (.backprop, "w1", ["0.15"], [:]), (.momentum, "w", ["1.25", "1.250"], ["start": [1.25]]),
  ])
  func whatNeverMovesIsNotRight(
    subject: Subject, name: String, texts: [String], numbers: [String: [Double]]
  ) throws {
    let exercise = try Exercise.on(subject, numbers, steps: 10)
    for text in texts {
      let table = name + "\n" + String(repeating: text + "\n", count: 10)
      let assessment = try assess(table, exercise)
      #expect(assessment.outcome == .wrong, "\(subject.name)")
      #expect(assessment.score < 0.5)
    }
  }

  /// Where nothing is said, an objective is not started where it has no slope.
  @Test(arguments: Objective.allCases)
  func everyCoordinateMovesFromTheUsualStart(objective: Objective) throws {
    var exercise = Exercise(.gradientDescent)
    try exercise.minimise(objective, from: nil)
    #expect(!objective.gradient(at: exercise.list("start")).contains(0))
  }

  @Test func anEmptyColumnIsMissing() throws {
    var exercise = Exercise(.adam)
    exercise.steps = 2
    let assessment = try assess("m,w\n,0.9900\n,0.9800\n", exercise)
    #expect(assessment.outcome == .wrong)
    #expect(assessment.score == 0.5)
    let report = ReportText(assessment, in: .english).text
    #expect(report.contains("m  0 of 2 right, missing first at step 1"), "\(report)")
    // What is there is diagnosed nevertheless.
    let wrong = try assess("m,w\n,0.99\n,0.976535\n", exercise)
    #expect(wrong.difference?.quantity == "w")
    #expect(wrong.matches.map(\.variant.name).contains("beta-without-t"))
  }
}
