import Foundation
import Lecture
import Testing

@testable import Grading

@Suite struct GraderTests {
  private func assess(_ text: String, _ change: (inout Exercise) throws -> Void = { _ in }) throws
    -> Assessment
  {
    var exercise = Exercise(.adam)
    try change(&exercise)
    return try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
  }

  private let right = "step,w\n1,0.9900\n2,0.9800\n3,0.9700\n"

  @Test func aSubsetOfTheQuantitiesWillDo() throws {
    let assessment = try assess(right) { $0.steps = 3 }
    #expect(assessment.outcome == .right)
    #expect(assessment.score == 1)
    #expect(assessment.quantities.map(\.stepCount) == [3])
  }

  @Test func theStartMayBeGivenOrLeftOut() throws {
    for text in [
      "w\n1\n0.99\n0.98\n0.97\n", "w\n0.9900\n0.9800\n0.9700\n",
      "step,w\n0,1.0\n1,0.99\n2,0.98\n3,0.97",
    ] {
      #expect(try assess(text) { $0.steps = 3 }.outcome == .right, "\(text)")
    }
  }

  @Test func missingStepsAreNotRight() throws {
    let assessment = try assess(right) { $0.steps = 5 }
    #expect(assessment.outcome == .wrong)
    #expect(assessment.score == 0.6)
    #expect(assessment.difference?.step == 4)
    #expect(assessment.difference?.given == nil)
    #expect(assessment.matches.isEmpty)
    let report = ReportText(assessment, in: .english).text
    #expect(report.contains("Step 4, w: there is no number."))
  }

  @Test(arguments: [
    ("M_HAT", "m̂"), ("m̂", "m̂"), ("mHat", "m̂"), ("m hat", "m̂"), ("exp_avg_sq", "s"), ("v", "s"),
    ("grad", "g"), ("W", "w"), ("ŝ", "ŝ"), ("s_hat", "ŝ"), ("v_hat", "ŝ"), ("nonsense", nil),
    ("mw", nil),
  ])
  func namesAreUnderstood(heading: String, name: String?) {
    let spellings = Subject.adam.spellings(of: Exercise(.adam).key.names)
    #expect(spellings[QuantityNames.normalized(heading)] == name)
  }

  @Test func theFirstDifferenceIsToldInFull() throws {
    let text = "t,m,m_hat,w\n1,0.1,1,0.99\n2,0.189,1.89,0.976535\n"
    let assessment = try assess(text) { $0.steps = 2 }
    let difference = try #require(assessment.difference)
    #expect(difference.step == 2)
    #expect(difference.quantity == "m̂")
    #expect(difference.given?.text == "1.89")
    #expect(difference.agreeingDigits == 0)
    #expect(assessment.quantities.map(\.isRight) == [true, false, false])
    #expect(abs(assessment.score - 2.0 / 3) < 1e-15)
    #expect(assessment.matches.map(\.variant.name) == ["beta-without-t"])
    #expect(
      ReportText(assessment, in: .english).text == """
        Adam: not right, from step 2 on.

          m      right (2 of 2)
          m_hat  1 of 2 right, wrong first at step 2
          w      1 of 2 right, wrong first at step 2

        Step 2, m̂: you have 1.89, right is 0.9947368421578947. The relative difference is 0.9: no digit agrees.
          m̂₂ = m₂/(1 − β₁²) = 0.189/(1 − 0.9²) = 0.994737

        Exactly your numbers come out like this: divided by 1 − β where 1 − βᵗ belongs, or t is set back to 1 at every step.
          m̂₂ = m₂/(1 − β₁) = 0.189/(1 − 0.9) = 1.89

        """)
  }

  /// In two dimensions the formula is that of the coordinate whose number is wrong.
  @Test func theFormulaIsThatOfTheCoordinate() throws {
    var exercise = Exercise(.adam)
    try exercise.minimise(.ravine, from: [2, 1])
    let variant = try #require(Subject.adam.variants.first { $0.name == "beta-without-t" })
    let ledger = variant.solve(exercise)
    let submission = Submission(
      columns: ledger.printed(17, for: exercise).columns.filter { ["x", "y"].contains($0.heading) })
    let assessment = try Grader(exercise).assess(submission)
    #expect(assessment.difference?.quantity == "x")
    try #require(!assessment.matches.isEmpty)
    let match = assessment.matches[0]
    #expect(match.number?.derivation().description.hasPrefix("m̂₂ = m₂/(1 − β₁) = ") == true)
    #expect(match.number?.value == ledger.number("m̂_x", at: 2)?.value)
  }

  @Test func hintsKeepTheKey() throws {
    let assessment = try assess("w,m_hat\n0.99,1\n0.976535,1.89\n") { $0.steps = 2 }
    let details: [ReportText.Detail] = [.place, .mistake, .formula]
    for language in Language.allCases {
      let texts = details.map { ReportText(assessment, in: language, detail: $0).text }
      for text in texts {
        #expect(!text.contains("0.9947"))
        #expect(!text.contains("0.9800"))
      }
      #expect(texts.map(\.count) == texts.map(\.count).sorted())
      #expect(texts[2].contains("m̂ₜ = mₜ/(1 − β₁ᵗ)"))
      for detail in details {
        let json = try ReportJSON(assessment, in: language, detail: detail).jsonText
        #expect(!json.contains("0.9947"))
      }
    }
  }

  /// On w²/2 with a tiny ε, ε inside or outside of the root makes no difference that is seen.
  @Test func whatAnExerciseCannotTellApartIsSaidWithAProbe() throws {
    let variants = ["no-learning-rate", "learning-rate-twice"]
    // With η = 1 neither shows.
    var exercise = Exercise(.adam)
    exercise.numbers["learning-rate"] = [1]
    for name in variants {
      let variant = try #require(Subject.adam.variants.first { $0.name == name })
      #expect(!variant.solve(exercise).differs(from: exercise.key))
    }
    exercise.numbers["epsilon"] = [0]
    let inside = try #require(Subject.adam.variants.first { $0.name == "epsilon-inside" })
    let hat = try #require(Subject.adam.variants.first { $0.name == "epsilon-hat" })
    let both = [inside, hat]
    let probe = try #require(Subject.adam.probe(tellingApart: both))
    #expect(probe.list("gradients") == [1, -2, 0.5, 3, -0.25])
    #expect(probe["epsilon"] == 0.1)
    #expect(probe.description(in: .english).contains("g = [1, −2, 0.5, 3, −0.25]"))
  }

  @Test func aDialectIsNotCalledWrong() throws {
    let exercise = Subject.adam.probes(.adam)[0]
    let dialect = try #require(Subject.adam.variants.first { $0.kind == .dialect })
    let assessment = try Grader(exercise).assess(dialect.solve(exercise).printed(6, for: exercise))
    #expect(assessment.outcome == .dialect)
    #expect(assessment.score == 1)
    let text = ReportText(assessment, in: .english).text
    #expect(text.hasPrefix("Adam: right in another form than this exercise asks for."))
    #expect(text.contains("TensorFlow"))
  }

  @Test func anyKnownMistakeIsNotAllMistakes() throws {
    let assessment = try assess("w\n0.99\n0.9\n0.8\n") { $0.steps = 3 }
    #expect(assessment.matches.isEmpty)
    #expect(
      ReportText(assessment, in: .english).text
        .contains("No known mistake gives exactly these numbers."))
  }

  @Test func columnsThatAreNoQuantitiesAreNamed() throws {
    let assessment = try assess("name,w\nAda,0.9900\nAda,0.9800\n") { $0.steps = 2 }
    #expect(assessment.unknownHeadings == ["name"])
    let error = #expect(throws: SubmissionError.self) { try assess("name,note\n1,2\n") }
    #expect(error?.reason.english.contains("Name the columns g, m, s, m̂, ŝ, w") == true)
  }

  @Test func gradescopeGetsATestForEachQuantity() throws {
    let assessment = try assess("w,m\n0.99,0.1\n0.9,0.189\n") { $0.steps = 2 }
    let text = try GradescopeResults(assessment, in: .english).jsonText
    let results = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let tests = try #require(results["tests"] as? [[String: Any]])
    #expect(tests.map { $0["name"] as? String } == ["m", "w"])
    #expect(tests.map { $0["score"] as? Double } == [1, 0.5])
    #expect(tests.map { $0["status"] as? String } == ["passed", "failed"])
    #expect((results["output"] as? String)?.contains("Step 2, w") == true)
  }

  @Test func aToleranceOverridesWhatNumbersShow() throws {
    let submission = try Submission(bytes: Array("w\n0.9901\n0.9801\n".utf8))
    var exercise = Exercise(.adam)
    exercise.steps = 2
    #expect(try Grader(exercise).assess(submission).outcome == .wrong)
    #expect(try Grader(exercise, tolerance: 0.001).assess(submission).outcome == .right)
    #expect(try Grader(exercise, tolerance: 1e-9).assess(submission).outcome == .wrong)
  }
}
