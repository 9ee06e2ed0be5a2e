import Lecture

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
    var score: Double
    var wrongSteps: [Int]
  }
  struct Difference: Encodable {
    var step: Int
    var quantity: String
    var given: String?
    var right: Double?
    var relative: Double?
    var agreeingDigits: Int
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
        right: tellsKey && $0.right.value.isFinite ? $0.right.value : nil,
        relative: tellsKey ? $0.relative : nil,
        agreeingDigits: $0.agreeingDigits,
        formula: tellsKey ? $0.right.derivation().description : nil)
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

  var output: String
  var visibility: String
  var tests: [Test]

  public init(_ assessment: Assessment, in language: Language, detail: ReportText.Detail = .key) {
    let report = ReportText(assessment, in: language, detail: detail)
    output = report.text
    visibility = "visible"
    tests = assessment.quantities.map { quantity in
      let score = assessment.score(of: quantity)
      return Test(
        name: quantity.name, score: score, max_score: 1, status: score == 1 ? "passed" : "failed",
        output: report.summary(of: quantity), visibility: "visible")
    }
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
