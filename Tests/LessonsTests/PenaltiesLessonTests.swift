import Descent
import Drawing
import Formulas
import Lecture
import Plot
import TestSupport
import Testing
import Words

@testable import LessonPenalties

@Suite struct PenaltiesLessonTests {
  /// `penalties` of lessons.json, PyTorch 2.13: the lesson's quadratic from (2, 2) with η = 0.1.
  private struct Golden: Decodable {
    struct Run: Decodable {
      var name: String
      var path: [[Double]]
    }
    struct Runs: Decodable { var runs: [Run] }
    var penalties: Runs
  }

  private func column(_ arguments: [String], _ heading: String) throws -> [Double] {
    let table = try #require(try PenaltiesLesson.document(arguments).tables["runs"])
    let column = try #require(table.columns.first { $0.heading == heading })
    return column.numbers.compactMap(\.self)
  }

  /// λ/n is 0.8 for L1 and 0.2 for L2 there.
  @Test(arguments: [
    ("plain SGD", ["--steps", "40"], "w₂, no penalty"),
    ("L2 in SGD", ["--steps", "40", "--lambda", "1"], "L2"),
    ("L1 by soft threshold (proximal step)", ["--steps", "40"], "L1 by the threshold"),
  ])
  func theTableIsPyTorchs(name: String, arguments: [String], heading: String) throws {
    let golden = (GoldenFile.read("lessons") as Golden).penalties.runs.first { $0.name == name }
    let theirs = try #require(golden).path.map { $0[1] }
    let ours = try column(arguments, heading)
    #expect(ours.count == 41 && theirs.count == 41)
    for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b))) }
  }

  /// With L1 a weight is 0 by the threshold, about 0 by the sign, and with L2 never.
  @Test func sparsityIsAsTold() throws {
    let soft = try column([], "L1 by the threshold")
    let sign = try column([], "L1 by the sign")
    let l2 = try column([], "L2")
    let zeros = soft.firstIndex(of: 0) ?? soft.count
    #expect(zeros < soft.count && soft[zeros...].allSatisfy { $0 == 0 })
    #expect(sign[zeros...].allSatisfy { $0 != 0 && abs($0) < 0.2 })
    #expect(sign[zeros...].contains { $0 > 0 } && sign[zeros...].contains { $0 < 0 })
    #expect(l2.allSatisfy { $0 != 0 })
    let prose = try PenaltiesLesson.document().prose
    #expect(prose.contains("keeps w₂ at exactly 0 from step \(zeros) on"))
    let figure = try #require(PenaltiesLesson.document().figures.first)
    #expect(figure.title.english == "L1 makes w₂ exactly 0, L2 only smaller")
  }

  @Test func whatBecomesZeroDependsOnTheNumbers() throws {
    func title(_ arguments: [String]) throws -> String {
      let figure = try #require(PenaltiesLesson.document(arguments).figures.first)
      return figure.title.english
    }
    #expect(try title(["--lambda", "0.5"]) == "Penalties pull the weights towards 0")
    #expect(try PenaltiesLesson.document(["--lambda", "0.5"]).prose.contains("no weight 0"))
    #expect(
      try title(["--curvature", "0.2,0.3"]) == "L1 makes w₁ and w₂ exactly 0, L2 only smaller")
  }

  /// With L2 in Adam a weight decays the less the larger its gradients are; decoupled all alike.
  @Test func decayInAdamIsAsTold() {
    let runs = NoiseDecay.sizes.map { NoiseDecay(gradientSize: $0) }
    func left(_ weights: (NoiseDecay) -> [Double]) -> [Double] {
      runs.map { weights($0)[NoiseDecay.steps] / $0.plain[NoiseDecay.steps] }
    }
    let (penalized, decoupled) = (left(\.penalized), left(\.decoupled))
    #expect(penalized == penalized.sorted() && penalized[0] < 0.8 && penalized[2] > 0.98)
    let factor = Double.pow(1 - NoiseDecay.η * NoiseDecay.λ, NoiseDecay.steps)
    for part in decoupled { #expect(abs(part - factor) < 0.002) }
    for run in runs { #expect(abs(run.penalized[1] - run.plain[1]) < 1e-9) }
  }

  /// A circle looks like one, and where the paths with a penalty end a contour touches the edge of its region.
  @Test func theEndsAreOnTheEdgesOfTheRegions() throws {
    let figure = try #require(PenaltiesLesson.document().figures.first)
    let plane = figure.columns[0][0]
    #expect(plane.hasEqualScales)
    let lines = plane.marks.compactMap { $0 as? LineMark }
    #expect(lines.count == 5)
    let (square, circle) = (lines[0].data, lines[1].data)
    let (l2, l1) = (try #require(lines[3].data.last), try #require(lines[4].data.last))
    #expect(square.contains { abs($0.x - l1.x) < 1e-4 && abs($0.y - l1.y) < 1e-4 })
    let radius = (circle[0].x * circle[0].x + circle[0].y * circle[0].y).squareRoot()
    #expect(abs((l2.x * l2.x + l2.y * l2.y).squareRoot() - radius) < 1e-4)
  }

  private static let extremes: [[String]] = [
    ["--steps", "1"], ["--steps", "10000", "--learning-rate", "0.0001"],
    ["--start", "1000000,-1000000", "--minimum", "0,0"], ["--start", "0,0", "--minimum", "0,0"],
    ["--lambda", "1e-9"], ["--lambda", "70", "--samples", "5"], ["--curvature", "0.000001,19"],
    ["--lambda", "15", "--learning-rate", "0.25", "--samples", "1000000"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try PenaltiesLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--lambda", "0"], ["--lambda", "-1"], ["--samples", "0"], ["--learning-rate", "0"],
    ["--learning-rate", "0.5"], ["--steps", "0"], ["--steps", "10001"], ["--curvature", "1"],
    ["--curvature", "0,1"], ["--curvature", "1,2,3"], ["--minimum", "1e7,0"], ["--start", "nan,0"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try PenaltiesLesson.parse(arguments) }
  }
}
