import Drawing
import Formulas
import Lecture
import LessonBatchnorm
import Plot
import TestSupport
import Testing
import Words

@Suite struct BatchnormTests {
  private func blocks(_ arguments: [String]) throws -> [ToldDocument.Block] {
    try BatchnormLesson.document(arguments).blocks
  }

  private func table(_ name: String, _ arguments: [String] = []) throws -> [[Double?]] {
    let tables = try blocks(arguments).compactMap { block in
      if case .table(let table, name: name) = block { table } else { nil }
    }
    return try #require(tables.first).columns.map(\.numbers)
  }

  private func prose(_ arguments: [String]) throws -> String {
    try blocks(arguments).map { if case .prose(let text) = $0 { text } else { "" } }.joined()
  }

  /// The course's examples in PyTorch 2.13.
  private struct Golden: Decodable {
    struct Image: Decodable {
      var input: [[[[Double]]]]
      var course_output: [[[[Double]]]]
      var output_float64: [[[[Double]]]]
    }
    struct TwoSamples: Decodable {
      var half_difference: [Double]
      var output: [Double]
    }
    var course_2d: Image
    var course_1d: TwoSamples
  }

  private let golden: Golden = GoldenFile.read("batchnorm")

  private func flat(_ image: [[[[Double]]]]) -> [Double] {
    image.flatMap(\.self).flatMap(\.self).flatMap(\.self)
  }

  @Test func theImageIsNormalisedAsByPyTorchAndAsTheCoursePrintsIt() throws {
    let columns = try table("batchnorm")
    #expect(columns[3] == flat(golden.course_2d.input))
    #expect(columns[6] == flat(golden.course_2d.course_output))
    let ours = columns[5].compactMap(\.self)
    #expect(ours.count == 24)
    for (ours, theirs) in zip(ours, flat(golden.course_2d.output_float64)) {
      #expect(abs(ours - theirs) <= 1e-12)
    }
    for (ours, theirs) in zip(ours, flat(golden.course_2d.course_output)) {
      #expect(abs(ours - theirs) <= 1.2e-4)
    }
  }

  @Test func twoSamplesComeOutAsByPyTorch() throws {
    let columns = try table("batchnorm-two-samples")
    var compared = 0
    for (d, y) in zip(golden.course_1d.half_difference, golden.course_1d.output) {
      guard let row = columns[0].firstIndex(of: d), let ours = columns[1][row] else { continue }
      #expect(abs(ours - y) <= 1e-12)
      compared += 1
    }
    #expect(compared == 4)
  }

  @Test func runningStatisticsApproachThoseOfTheBatch() throws {
    let columns = try table("batchnorm-running", ["--batches", "1000"])
    #expect(columns[0].count == 1001)
    #expect(columns[1].first == 0)
    #expect(columns[2].first == 1)
    let x = flat(golden.course_2d.input).prefix(12)
    let mean = x.reduce(0, +) / 12
    let unbiased = x.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 11
    let ends = columns[1...2].map { $0.last ?? nil }
    #expect(abs((ends[0] ?? 0) - mean) < 1e-12)
    #expect(abs((ends[1] ?? 0) - unbiased) < 1e-12)
  }

  @Test func theCourseIsQuotedForItsParametersOnly() throws {
    #expect(try prose([]).contains("differ from those that the course prints by at most 0.000119"))
    for arguments in [["--gamma", "2"], ["--beta", "1"], ["--epsilon", "1e-3"]] {
      #expect(try table("batchnorm", arguments).count == 6)
      #expect(try !prose(arguments).contains("The outputs differ"))
    }
  }

  @Test func whatIsSaidOfAveragesHoldsWhereNothingIsAveraged() throws {
    #expect(try prose([]).contains("One batch takes μ̄ and σ̄² only α = "))
    let one = try prose(["--momentum", "1"])
    #expect(!one.contains("One batch takes μ̄ and σ̄² only α = "))
    #expect(one.contains("With α = 1 nothing is averaged"))
    func titles(_ arguments: [String]) throws -> String {
      try blocks(arguments).map { block in
        if case .derivations(let title, _) = block { title } else { "" }
      }.joined()
    }
    #expect(try titles([]).contains("the same x₁ gives another y₁"))
    #expect(try titles(["--gamma", "0"]).contains("the same x₁ gives the same y₁"))
  }

  /// From the inputs that the output tells of, the layer's own formulas lead back to the output.
  @Test(arguments: Language.allCases)
  func theTwoSamplesAreNormalisedWithAllNumbers(language: Language) throws {
    let blocks = try BatchnormLesson.document(in: language).blocks
    let derivations = blocks.compactMap { block in
      if case .derivations(_, let derivations) = block { derivations } else { nil }
    }
    let forward = try #require(derivations.last)
    #expect(forward.map(\.name[.english]) == ["μ", "σ²", "x̂₁", "x̂₂", "y₁", "y₂"])
    #expect(forward.suffix(2).map(\.value.text) == ["−0.9998", "0.9998"])
    #expect(forward[2].symbols.text == "(x₁ − μ)/√(σ² + ε)")
  }

  /// What is printed with six digits rounds to what is printed with four.
  @Test func fourDecimalsAreThoseOfTheSixBesideThem() throws {
    let table = try #require(
      try BatchnormLesson.document().tables["batchnorm-two-samples"])
    for (y, cell) in zip(table.columns[1].numbers, table.columns[2].cells) {
      let y = try #require(y)
      let six = try #require(Double(Numerals.fixed(6).text(y)))
      #expect(cell == .text(Numerals.fixed(4).text(six)))
    }
  }

  @Test func whatTwoSamplesTellOfTheirInputs() throws {
    let text = try prose([])
    #expect(text.contains("about 0.316 apart (d from 0.141 to 0.183"))
    #expect(
      try blocks([]).contains { block in
        guard case .derivations(_, let derivations) = block else { return false }
        return derivations.contains {
          "\($0)" == "d = y·√(ε/(1 − y²)) = 0.9998·√(1e−5/(1 − 0.9998²)) = 0.15809"
        }
      })
  }

  @Test(
    arguments: [
      ["--gamma", "1e6"], ["--gamma", "-3", "--beta", "1e6"], ["--gamma", "0"],
      ["--epsilon", "1e6"], ["--epsilon", "1e-300"], ["--batches", "1"], ["--batches", "10000"],
      ["--momentum", "1"], ["--momentum", "1e-9"],
      [
        "--gamma", "-1.23456789", "--beta", "-98765.4321", "--epsilon", "1.23456e-7", "--momentum",
        "0.123456",
      ],
    ], Language.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], language: Language) throws {
    for case .figure(let figure, _) in try blocks(arguments) {
      let canvas = try Recording(of: figure, language: language)
      #expect(canvas.texts.count > 20)
      expectSoundLayout(canvas, on: figure.size.page)
    }
  }

  @Test(arguments: [
    ["--gamma", "nan"], ["--gamma", "1e7"], ["--beta", "inf"], ["--epsilon", "0"],
    ["--epsilon", "-1"], ["--momentum", "0"], ["--momentum", "1.1"], ["--batches", "0"],
    ["--batches", "10001"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try BatchnormLesson.parse(arguments) }
  }
}
