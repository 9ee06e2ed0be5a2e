import Foundation
import Testing
import Words

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

  /// m and M would be two quantities.
  @Test(arguments: [
    ("the bias is", "The bias is"), ("a mistake: ", "A mistake: "), ("m̂ is m", "m̂ is m"),
    ("s is a sum", "s is a sum"), ("β and 1 − β", "β and 1 − β"), ("错误：", "错误："), ("", ""),
  ])
  func sentencesBeginWithACapitalButNotSymbols(clause: String, sentence: String) {
    #expect(clause.capitalizedFirst == sentence)
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
    ("mw", nil), ("weight", "w"), ("weights", "w"), ("param", "w"), ("params", "w"),
    ("Parameter", "w"), ("theta", "w"), ("θ", "w"), ("x", "w"), ("w_t", "w"), ("θ_t", "w"),
    ("m_t", "m"), ("v_t", "s"), ("s_t", "s"), ("g_t", "g"), ("g^2", nil), ("m^", "m̂"),
    ("m^_t", "m̂"),
    ("m_hat_t", "m̂"), ("v^", "ŝ"), ("hat_m", "m̂"), ("\\hat{v}_t", "ŝ"), ("β₁ᵗ", "β₁ᵗ"),
    ("beta1_t", "β₁ᵗ"), ("beta1^t", "β₁ᵗ"), ("beta2_t", "β₂ᵗ"), ("β2^t", "β₂ᵗ"),
  ])
  func namesAreUnderstood(heading: String, name: String?) {
    let spellings = Subject.adam.spellings(of: Exercise(.adam).key)
    #expect(spellings[QuantityNames.normalized(heading)] == name)
  }

  /// Where there are several coordinates, a name without one is none of them.
  @Test func namesOfTheOneCoordinateNeedOne() throws {
    var exercise = Exercise(.adam)
    try exercise.minimise(.ravine, from: [2, 1])
    let spellings = Subject.adam.spellings(of: exercise.key)
    #expect(spellings["x"] == "x")
    #expect(spellings["y"] == "y")
    #expect(spellings["weight"] == nil)
    #expect(spellings["beta1t"] == "β₁ᵗ_x")
    #expect(spellings[QuantityNames.normalized("m_hat_x")] == "m̂_x")
    try exercise.minimise(.fourSquare, from: [2])
    #expect(Subject.adam.spellings(of: exercise.key)["w"] == "x")
  }

  @Test func aHatIsToldFromNone() throws {
    let assessment = try assess("m,m^,w\n0.1,1,0.99\n0.189,0.994737,0.980003\n") { $0.steps = 2 }
    #expect(assessment.outcome == .right)
    #expect(assessment.quantities.map(\.name) == ["m", "m̂", "w"])
  }

  /// What was not looked at is said before anything is called right.
  @Test func whatIsNotLookedAtIsSaidFirst() throws {
    let assessment = try assess("step,m,wheel\n1,0.1,7\n2,0.189,8\n") { $0.steps = 2 }
    #expect(assessment.outcome == .right)
    let text = ReportText(assessment, in: .english).text
    #expect(
      text.hasPrefix("Adam: all numbers that were looked at are right.\n\nNot looked at: wheel"))
    let chinese = ReportText(assessment, in: .chinese).text
    #expect(chinese.hasPrefix("Adam：检查了的数全部正确。\n\n未作检查：wheel"))
    #expect(assessment.summary(in: .english) == "not looked at: wheel")
    let json = try ReportText(assessment, in: .english).json.text
    #expect(json.contains("\"notLookedAt\" : [\n    \"wheel\"\n  ]"))
    #expect(try assess("m\n0.1\n0.189\n") { $0.steps = 2 }.summary(in: .english).isEmpty)
  }

  /// As many digits agree as the relative difference that is printed has zeros.
  @Test func agreeingDigitsFitThePrintedDifference() throws {
    var exercise = Exercise(.gradientDescent)
    exercise.steps = 1
    try exercise.follow([[0]], from: [1], steps: 1)
    for (given, digits) in [
      ("1.01", 2), ("0.99", 2), ("1.0100000001", 2), ("1.009999999", 2), ("1.0099", 2),
      ("1.0101", 1), ("1.001", 3), ("1.000999999999", 3), ("2", 0), ("1.1", 1), ("0.9", 1),
    ] {
      let assessment = try Grader(exercise)
        .assess(Submission(bytes: Array("w\n\(given)\n".utf8)))
      #expect(assessment.difference?.agreeingDigits == digits, "\(given)")
    }
  }

  @Test func theFirstDifferenceIsToldInFull() throws {
    let text = "t,m,m_hat,w\n1,0.1,1,0.99\n2,0.189,1.89,0.976535\n"
    let assessment = try assess(text) { $0.steps = 2 }
    let difference = try #require(assessment.difference)
    #expect(difference.step == 2)
    #expect(difference.quantity == "m̂")
    #expect(difference.given?.text == "1.89")
    #expect(difference.agreeingDigits == 0)
    #expect(assessment.quantities.map(\.wrongSteps.isEmpty) == [true, false, false])
    // ŝ is wrong too, so w does not follow from what was handed in.
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
    let solution = variant.solve(exercise)
    let submission = Submission(
      columns: solution.printed(17, for: exercise).columns.filter {
        ["x", "y"].contains($0.heading)
      })
    let assessment = try Grader(exercise).assess(submission)
    #expect(assessment.difference?.quantity == "x")
    try #require(!assessment.matches.isEmpty)
    let match = assessment.matches[0]
    #expect(match.number?.derivation().description.hasPrefix("m̂₂ = m₂/(1 − β₁) = ") == true)
    #expect(match.number?.value == solution.number("m̂_x", at: 2)?.value)
  }

  @Test func hintsKeepTheKey() throws {
    let assessment = try assess("w,m_hat\n0.99,1\n0.976535,1.89\n") { $0.steps = 2 }
    let details: [ReportDetail] = [.place, .mistake, .formula]
    for language in Language.allCases {
      let texts = details.map { ReportText(assessment, in: language, detail: $0).text }
      for text in texts {
        #expect(!text.contains("0.9947"))
        #expect(!text.contains("0.9800"))
      }
      #expect(texts.map(\.count) == texts.map(\.count).sorted())
      #expect(texts[2].contains("m̂ₜ = mₜ/(1 − β₁ᵗ)"))
      for detail in details {
        let json = try ReportText(assessment, in: language, detail: detail).json.text
        #expect(!json.contains("0.9947"))
        #expect(!json.contains("agreeingDigits"))
      }
    }
  }

  @Test func aDialectIsNotCalledWrong() throws {
    let exercise = Subject.adam.probingExercises[0]
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
    #expect(error?.reason.english.contains("Name the columns g, m, s, β₁ᵗ, β₂ᵗ, m̂, ŝ, w") == true)
  }

  @Test func gradescopeGetsATestForEachQuantity() throws {
    let assessment = try assess("w,m\n0.99,0.1\n0.9,0.189\n") { $0.steps = 2 }
    let text = try GradescopeResults.of(ReportText(assessment, in: .english, detail: .formula)).text
    let results = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let tests = try #require(results["tests"] as? [[String: Any]])
    #expect(tests.map { $0["name"] as? String } == ["m", "w"])
    #expect(tests.map { $0["score"] as? Double } == [1, 0.5])
    #expect(tests.map { $0["status"] as? String } == ["passed", "failed"])
    // Students see the output, so it keeps the key.
    let output = try #require(results["output"] as? String)
    #expect(output.contains("Step 2, w"))
    #expect(output.contains("What belongs there: "))
    #expect(!output.contains("0.98"))
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
