import Testing
import Words

@testable import Grading

/// What the numbers of a submission do not tell, and what would.
@Suite struct DistinctionTests {
  private static let gradients: [Double] = [1, -2, 0.5, 3, -0.25]

  private func exercise(
    _ name: String, _ numbers: [String: Double] = [:], gradients: [Double] = Self.gradients
  ) throws -> Exercise {
    var exercise = Exercise(try #require(Subject.named(name)))
    for (name, number) in numbers { try exercise.set(name, to: [number]) }
    if exercise.objective != nil {
      try exercise.follow(gradients.map { [$0] }, from: nil, steps: nil)
    }
    return exercise
  }

  /// What a student hands in who calculates by a variant and shows some columns.
  private func assess(
    _ variant: String, _ exercise: Exercise, columns: [String], decimals: Int = 6
  ) throws -> Assessment {
    let variant = try #require(exercise.subject.variants.first { $0.name == variant })
    let printed = variant.solve(exercise).printed(decimals, for: exercise)
    return try Grader(exercise).assess(
      Submission(columns: printed.columns.filter { columns.contains($0.heading) }))
  }

  /// Who cannot be told from someone right in another form is not called wrong, nor right without doubt.
  @Test(arguments: [
    ("dropout", "unscaled", ["x", "mask", "y"], "scaled-in-evaluation", "hand in y_eval too"),
    ("nesterov", "old-velocity", ["w"], "look-ahead", "hand in v too"),
    (
      "momentum", "learning-rate-twice", ["w"], "average-from-zero",
      "let your program do another exercise"
    ),
  ])
  func aMistakeThatLooksLikeADialectIsNamed(
    subject: String, mistake: String, columns: [String], dialect: String, advice: String
  ) throws {
    let exercise = try exercise(
      subject, subject == "dropout" ? [:] : ["learning-rate": 0.1, "beta": 0.9])
    let assessment = try assess(mistake, exercise, columns: columns)
    #expect(assessment.outcome == .undecided)
    #expect(assessment.outcome.rawValue == "undecided")
    #expect(assessment.score == 1)
    let names = assessment.matches.map(\.variant.name)
    #expect(names.contains(mistake) && names.contains(dialect), "\(names)")
    for language in Language.allCases {
      let report = ReportText(assessment, in: language).text
      for match in assessment.matches {
        #expect(report.contains(match.variant.explanation[language]))
      }
    }
    let report = ReportText(assessment, in: .english).text
    #expect(report.contains("but a known mistake gives them too."))
    #expect(report.contains("\n- A mistake: "))
    #expect(assessment.summary(in: .english).contains("right in another form: "))
    #expect(report.contains(advice), "\(report)")
  }

  /// Momentum's lost factor and a missing learning rate are the same where they cancel.
  @Test func aClassOfMistakesIsComplete() throws {
    let exercise = try exercise("adam", ["learning-rate": 0.1, "epsilon": 0.1, "beta1": 0.9])
    let assessment = try assess("m-sum-instead-of-average", exercise, columns: ["w"])
    #expect(
      assessment.matches.map(\.variant.name).sorted()
        == ["m-sum-instead-of-average", "no-learning-rate"])
  }

  @Test func whatFewDigitsHideIsSaid() throws {
    let exercise = Exercise(.adam)
    let assessment = try assess("t-plus-one", exercise, columns: ["w"], decimals: 1)
    #expect(assessment.outcome == .right)
    #expect(assessment.unseen.map(\.variant.name).contains("t-plus-one"))
    let report = ReportText(assessment, in: .english).text
    #expect(report.hasPrefix("Adam: all numbers are right."))
    #expect(report.contains("These numbers would look the same with a known mistake: "))
    #expect(report.contains("and \(assessment.unseen.count - 3) more"))
    #expect(report.contains("hand in m"), "\(report)")
    #expect(
      try ReportText(assessment, in: .english).json.text.contains("\"t-plus-one\""))
  }

  @Test func moreDigitsAreAdvisedWhereTheyTell() throws {
    let exercise = try exercise("adam", ["epsilon": 0.1])
    let coarse = try assess("epsilon-missing", exercise, columns: ["w"], decimals: 2)
    #expect(coarse.outcome == .right)
    #expect(coarse.distinction?.isOneOfDigits == true)
    #expect(ReportText(coarse, in: .english).text.contains("print more digits"))
    // These are printed as exactly as they can be.
    var same = Exercise(.adam)
    same.numbers["learning-rate"] = [1]
    let fine = try assess("learning-rate-twice", same, columns: ["w"], decimals: 17)
    #expect(fine.outcome == .right)
    #expect(fine.distinction?.isOneOfDigits == false)
  }

  /// On these gradients nothing of a careful submission is in doubt.
  @Test func whereAllIsSeenNothingIsSaid() throws {
    let exercise = try exercise("adam", ["epsilon": 0.1])
    let assessment = try Grader(exercise).assess(exercise.key.printed(6, for: exercise))
    #expect(assessment.unseen.isEmpty)
    #expect(assessment.distinction == nil)
    #expect(!ReportText(assessment, in: .english).text.contains("look the same"))
  }

  /// Whatever is advised does tell all pairs apart.
  @Test(arguments: Subject.all.map(\.name))
  func adviceHelps(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in subject.probes(with: Exercise(subject)) {
      let wanted = exercise.key.names.filter { !exercise.isGiven($0) }
      for variant in subject.variants {
        for column in [wanted[0], wanted[wanted.count - 1]] {
          let printed = variant.solve(exercise).printed(6, for: exercise)
          guard let kept = printed.columns.first(where: { $0.heading == column }) else { continue }
          let assessment = try Grader(exercise).assess(Submission(columns: [kept]))
          guard assessment.difference != nil, let distinction = assessment.distinction else {
            continue
          }
          let solutions = assessment.matches.map { $0.variant.solve(exercise) }
          let kinds = assessment.matches.map(\.variant.kind)
          func matters(_ i: Int, _ j: Int) -> Bool {
            assessment.outcome != .undecided || kinds[i] != kinds[j]
          }
          for i in solutions.indices {
            for j in 0..<i where !distinction.columns.isEmpty && matters(i, j) {
              #expect(
                solutions[i].differs(from: solutions[j], in: distinction.columns),
                "\(variant.name) by \(column)")
            }
          }
          guard let probe = distinction.probe else { continue }
          let others = assessment.matches.map { $0.variant.solve(probe) }
          let names = probe.key.names.filter {
            probe.kind(of: $0) == exercise.kind(of: column)
              || distinction.probeColumns.contains($0)
          }
          for i in others.indices {
            for j in 0..<i where matters(i, j) {
              #expect(
                others[i].differs(from: others[j], in: names), "\(variant.name) by \(column)")
            }
          }
        }
      }
    }
  }

  /// Half of the errors is missing, and w₁ alone does not tell that from twice the rate.
  @Test(arguments: ["backprop", "batchnorm"])
  func noExerciseIsItsOwnProbe(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in subject.probes(with: Exercise(subject)) {
      for variant in subject.variants {
        let column = name == "backprop" ? "w1" : "y1"
        let assessment = try assess(variant.name, exercise, columns: [column])
        guard let probe = assessment.distinction?.probe else { continue }
        #expect(probe.numbers != exercise.numbers, "\(variant.name)")
      }
    }
  }

  @Test func probesAreSettings() {
    func settings(_ exercise: Exercise) -> [String] {
      exercise.settings.map { "\($0.option)=\($0.value)" }
    }
    let probes = Subject.adam.probingExercises
    #expect(settings(probes[0]) == ["epsilon=0.1", "gradients=1,-2,0.5,3,-0.25"])
    #expect(settings(probes[1]) == ["loss=ravine", "epsilon=0.1", "start=2,1"])
    var long = Exercise(.adam)
    long.steps = 40
    #expect(settings(long) == ["steps=40"])
    #expect(settings(Exercise(.dropout)).isEmpty)
  }
}
