import Words

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An assessment for other programs.
public struct ReportJSON: Encodable {
  struct Quantity: Encodable {
    var name: String
    var heading: String
    /// Nil where the exercise gives the numbers.
    var score: Double?
    var wrongSteps: [Int]
  }
  struct Difference: Encodable {
    var step: Int
    var quantity: String
    var given: String?
    var right: Double?
    var relative: Double?
    var agreeingDigits: Int?
    var formula: String?
  }
  struct Match: Encodable {
    var name: String
    var kind: String
    var explanation: String
    var formula: String?
  }

  var subject: String
  var outcome: String
  var score: Double
  var quantities: [Quantity]
  var difference: Difference?
  var diagnosis: [Match]
  /// Known mistakes that would give the same numbers where all are right.
  var unseen: [String]
  /// Headings of columns that are no quantities.
  var notLookedAt: [String]
  /// What is to be said of how the numbers were read and judged.
  var remarks: [String]
  var text: String

  /// - Parameter detail: with less than the key, the right numbers and filled-in formulas are left out.
  public init(_ assessment: Assessment, in language: Language, detail: ReportText.Detail = .key) {
    let tellsKey = detail == .key
    subject = assessment.exercise.subject.name
    outcome = assessment.outcome.word
    score = assessment.score
    quantities = assessment.quantities.map {
      Quantity(
        name: $0.name, heading: $0.heading, score: assessment.score(of: $0),
        wrongSteps: $0.wrongSteps)
    }
    difference = assessment.difference.map {
      Difference(
        step: $0.step, quantity: $0.quantity, given: $0.given?.text,
        right: tellsKey && $0.right.isFinite ? $0.right : nil,
        relative: tellsKey ? $0.relative : nil,
        agreeingDigits: tellsKey ? $0.agreeingDigits : nil,
        formula: tellsKey ? $0.calculation.derivation().description : nil)
    }
    diagnosis =
      detail < .mistake
      ? []
      : assessment.matches.map {
        Match(
          name: $0.variant.name, kind: $0.variant.kind == .mistake ? "mistake" : "dialect",
          explanation: $0.variant.explanation[language],
          formula: tellsKey ? $0.number?.derivation().description : nil)
      }
    unseen = assessment.unseen.map(\.variant.name)
    notLookedAt = assessment.unknownHeadings
    remarks = assessment.remarks.map { $0[language] }
    text = ReportText(assessment, in: language, detail: detail).text
  }
}

/// An assessment as Gradescope's autograder reads it from results.json: a test for each quantity.
///
/// The members are those of Gradescope's autograder specification.
public struct GradescopeResults: Encodable {
  struct Test: Encodable {
    var name: String
    var score: Double
    var max_score: Double
    var status: String
    var output: String
    var visibility: String
  }

  /// That of all tests; left to them where there are any.
  var score: Double?
  var output: String
  var visibility = "visible"
  var tests: [Test]

  /// - Parameter detail: what students are told, as the output is theirs to see.
  public init(
    _ assessment: Assessment, in language: Language, detail: ReportText.Detail = .formula
  ) {
    let report = ReportText(assessment, in: language, detail: detail)
    output = report.text
    tests = assessment.quantities.compactMap { quantity in
      assessment.score(of: quantity).map { score in
        Test(
          name: quantity.name, score: score, max_score: 1,
          status: score == 1 ? "passed" : "failed", output: report.summary(of: quantity)[language],
          visibility: "visible")
      }
    }
  }

  /// The results of a file that could not be judged.
  public init(unreadable reason: String) {
    score = 0
    output = reason
    tests = []
  }
}

extension Encodable {
  /// The value as JSON for people and programs, the same each time.
  public var jsonText: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
