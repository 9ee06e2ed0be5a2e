import Lecture
import LessonMomentum
import LessonNesterov
import TestSupport
import Testing

/// The numbers of the lessons on momentum beside PyTorch's.
@Suite struct MomentumLessonTests {
  private struct Walk: Decodable {
    var id: String
    var param: [[Double]]
  }

  /// The weights of one of PyTorch's trajectories, and the columns of a lesson's table, by their headings.
  private func weights(of id: String) throws -> [Double] {
    let walks: [Walk] = GoldenFile.cases("optim_sgd")
    return try #require(walks.first { $0.id == id }).param.map { $0[0] }
  }

  private func columns(
    of table: String, in lesson: any Lesson.Type, _ arguments: [String] = []
  ) throws -> [String: [Double?]] {
    let tables = try lesson.document(arguments).blocks.compactMap { block in
      if case .table(let content, name: table) = block { content } else { nil }
    }
    let columns = try #require(tables.first).columns
    return Dictionary(uniqueKeysWithValues: columns.map { ($0.heading, $0.numbers) })
  }

  private func expect(
    _ column: [Double?]?, startsWith weights: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let column = try #require(column)
    #expect(column.count >= weights.count)
    for (ours, theirs) in zip(column, weights) {
      let ours = try #require(ours)
      #expect(abs(ours - theirs) <= 1e-12, sourceLocation: sourceLocation)
    }
  }

  @Test func bothDialectsArePyTorchsAndTheAverageIsItsDampening() throws {
    let table = try columns(of: "momentum", in: MomentumLesson.self)
    try expect(
      table["w = w − η·v"], startsWith: weights(of: "SGD/momentum/half_sq/float64/2/course"))
    try expect(
      table["w = w − η·s"], startsWith: weights(of: "SGD/course-ewa/half_sq/float64/2/course"))
    let longer = try columns(of: "momentum", in: MomentumLesson.self, ["--learning-rate", "0.05"])
    try expect(longer["w = w − η·v"], startsWith: weights(of: "SGD/momentum/half_sq/float64/12"))
  }

  /// On w²/2 the sum is stable for η below 2·(1 + β); above, two hundred steps end before a double is full.
  @Test func aFiniteRunThatDivergesIsCalledSo() throws {
    func prose(_ arguments: [String]) throws -> String {
      try MomentumLesson.document(arguments).prose
    }
    #expect(
      try prose(["--learning-rate", "4", "--steps", "200"]).contains(
        "The run diverges: |w| grows, in step 200 it is 4.40779e35."))
    for part in [0.01, 0.3, 0.6, 0.9, 0.99] {
      for β in [0, 0.5, 0.9, 0.99] {
        let η = "\(part * 2 * (1 + β))"
        #expect(try !prose(["--learning-rate", η, "--beta", "\(β)"]).contains("diverges"))
      }
    }
  }

  @Test func withoutMemoryNothingIsConverted() throws {
    let prose = try MomentumLesson.document(["--beta", "0"]).prose
    #expect(prose.contains("there is nothing to convert") && !prose.contains("1 times"))
  }

  @Test func theFormulaGivesOtherDigitsThanTheCoursePrints() throws {
    let document = try MomentumLesson.document()
    let says = document.blocks.contains { block in
      if case .prose(let prose) = block {
        prose.contains("gives w = 0.990000, 0.980010 instead")
      } else {
        false
      }
    }
    #expect(says)
  }

  @Test(arguments: ["0", "0.5", "0.9", "0.99"])
  func theConvertedAverageWalksAsTheSum(β: String) throws {
    let table = try columns(of: "momentum-conversion", in: MomentumLesson.self, ["--beta", β])
    let sum = try #require(table["sum v"]).compactMap(\.self)
    #expect(sum.count == 101)
    try expect(table["average, η/(1 − β), s₀ = 0"], startsWith: sum)
  }

  @Test func theLookAheadPassesThroughPyTorchsPoints() throws {
    let table = try columns(of: "nesterov-forms", in: NesterovLesson.self)
    let pyTorch = try weights(of: "SGD/nesterov/half_sq/float64/2/course")
    try expect(table["PyTorch’s w"], startsWith: pyTorch)
    try expect(table["w̃ = w + β·v"], startsWith: pyTorch)
  }
}
