import TestSupport
import Testing
import Words

@testable import Grading

/// Mistakes that no list has.
@Suite struct SearchTests {
  private func assess(
    _ subject: Subject, _ text: String, _ numbers: [String: Double] = [:],
    gradients: [Double] = [], steps: Int? = nil
  ) throws -> Assessment {
    var exercise = Exercise(subject)
    for (name, number) in numbers { try exercise.set(name, to: [number]) }
    if let steps { exercise.steps = steps }
    if !gradients.isEmpty { try exercise.follow(gradients.map { [$0] }, from: [1], steps: nil) }
    return try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
  }

  /// A rate of 0.001 moves w by a tenth of each step.
  @Test func aDefaultIsNotAskedFor() throws {
    let assessment = try assess(.adam, "w\n0.999\n0.998\n0.997\n0.996\n", steps: 4)
    let variant = try #require(assessment.matches.first { $0.variant.kind == .hyperparameter })
      .variant
    #expect(variant.name == "learning-rate")
    #expect(
      variant.explanation.english == "η is 0.001 here, PyTorch’s default, where 0.01 is asked for")
  }

  @Test func aNumberIsSolvedFor() throws {
    var other = Exercise(.rmsProp)
    try other.set("beta", to: [0.83])
    let printed = other.key.printed(6, for: other)
    let assessment = try Grader(Exercise(.rmsProp)).assess(printed)
    #expect(
      assessment.matches.map(\.variant.explanation.english) == [
        "β is 0.83 here, where 0.9 is asked for"
      ])
  }

  /// m̂ is wrong from the second step on; what follows from it earns its marks.
  @Test func theFirstThatDoesNotFollowIsThePlace() throws {
    let assessment = try assess(
      .adam, "m,m_hat,w\n0.1,1,0.99\n0.189,1.5,0.974975\n", steps: 2)
    #expect(assessment.matches.isEmpty)
    #expect(assessment.following?.place?.name == "m̂")
    #expect(assessment.quantities.map(assessment.followingSteps) == [[], [], [2]])
    #expect(abs(assessment.score - 2.5 / 3) < 1e-12)
    let json = try ReportText(assessment, in: .english).json.text
    #expect(json.contains("\"kind\" : \"place\""))
  }

  @Test func anEditIsShownBeforeAndAfter() throws {
    let assessment = try assess(
      .adam, "w\n0.9\n0.804894\n0.714629\n0.629167\n0.548481\n", steps: 5)
    #expect(
      assessment.matches.map(\.variant.explanation.english) == [
        "m̂ₜ = mₜ/(1 − β₂ᵗ) where m̂ₜ = mₜ/(1 − β₁ᵗ) belongs"
      ])
    #expect(assessment.matches.first?.variant.kind == .edit)
  }

  /// Every small edit is named, placed, or cannot be told from what is right.
  @Test(arguments: Subject.all.map(\.name))
  func anyEditIsFound(name: String) throws {
    let subject = try #require(Subject.named(name))
    let exercise = Exercise(subject, for: "an edit")
    let grader = Grader(exercise)
    let search = EditSearch(exercise)
    let likely = search.candidates.prefix { $0.size <= 1.2 }
    var generator = SeededGenerator(seed: 17)
    for candidate in likely.shuffled(using: &generator).prefix(6) {
      let solution = search.variant(of: candidate).solve(exercise)
      // A single number that is none tells nothing.
      guard !solution.overflows(beside: grader.key) else { continue }
      let assessment = try grader.assess(solution.printed(6, for: exercise))
      #expect(
        assessment.outcome != .wrong || !assessment.matches.isEmpty
          || assessment.following?.place != nil,
        "\(search.variant(of: candidate).explanation.english)")
    }
  }
}
