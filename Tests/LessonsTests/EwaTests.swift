import Drawing
import Lecture
import LessonEwa
import Plot
import TestSupport
import Testing
import Words

@Suite struct EwaTests {
  private struct Case: Decodable {
    var seed: Int
    var n: Int
    var beta: Double
    var temperature: [Double]
    var course_float64: [Double]
    var from_zero_float64: [Double]
    var corrected_float64: [Double]
  }

  private func tables(_ arguments: [String]) throws -> [String: ToldTable] {
    try EwaLesson.document(arguments).tables
  }

  /// The temperatures bit for bit, the averages to rounding.
  @Test func tablesHoldWhatPyTorchCalculates() throws {
    let cases: [Case] = GoldenFile.cases("ewa")
    #expect(cases.count == 9)
    for entry in cases {
      let tables = try tables([
        "--seed", "\(entry.seed)", "--days", "\(entry.n)", "--beta", "\(entry.beta)",
      ])
      let averages = try #require(tables["averages"]).columns
      #expect(averages[1].numbers == entry.temperature)
      expectNear(averages[2].numbers, entry.course_float64)
      let corrections = try #require(tables["corrections"]).columns
      expectNear(corrections[1].numbers, entry.from_zero_float64)
      expectNear(corrections[2].numbers, entry.corrected_float64)
      expectNear(corrections[3].numbers, entry.course_float64)
    }
  }

  private func expectNear(_ ours: [Double?], _ theirs: [Double]) {
    #expect(ours.count == theirs.count)
    for (a, b) in zip(ours, theirs) { #expect(abs((a ?? .nan) - b) <= 1e-13) }
  }

  @Test func weightsOfManyDaysSumToAlmostOne() throws {
    let weights = try #require(tables(["--days", "1000"])["weights"]).columns
    #expect(weights.count == 4)
    for column in weights.dropFirst() {
      #expect(abs(column.numbers.compactMap(\.self).reduce(0, +) - 1) < 2e-9)
    }
  }

  @Test func anAverageThatKeepsNothingHasNoBias() throws {
    func prose(_ arguments: [String]) throws -> String {
      try EwaLesson.document(arguments).blocks.map { block in
        if case .prose(let text) = block { text } else { "" }
      }.joined()
    }
    #expect(try prose([]).contains("and not 1.1 %"))
    #expect(try prose([]).contains("where it takes longest"))
    let none = try prose(["--beta", "0"])
    #expect(!none.contains("and not 0.0 %"))
    #expect(none.contains("there is nothing to correct"))
  }

  private static let extremes: [[String]] = [
    ["--days", "2"], ["--days", "1000"], ["--seed", "-1"], ["--beta", "0"],
    ["--beta", "0.999999999"],
    ["--beta", "0.1", "--beta", "0.2", "--beta", "0.3", "--beta", "0.4"],
    ["--beta", "0.123456", "--beta", "0.99999", "--days", "15", "--seed", "123456789012345"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      let document = try EwaLesson.document(arguments)
      for var figure in document.figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--beta", "1"], ["--beta", "-0.1"], ["--beta", "nan"], ["--beta", "0.5", "--beta", "0.5"],
    ["--beta", "0", "--beta", ".1", "--beta", ".2", "--beta", ".3", "--beta", ".4"],
    ["--days", "1"], ["--days", "1001"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try EwaLesson.parse(arguments) }
  }
}
