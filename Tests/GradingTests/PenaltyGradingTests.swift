import Descent
import Formulas
import TestSupport
import Testing
import Words

@testable import Grading

@Suite struct PenaltyGradingTests {
  private static let students = ["1", "2", "3", "20261101"]

  /// The rows of an exercise by the rules alone.
  private func rows<Number: Precise>(
    of exercise: Exercise, as type: Number.Type
  ) -> [(step: Int, numbers: [(name: String, value: Double)])] {
    func list(_ name: String) -> [Number] { exercise.list(name).map { Number($0) } }
    let given: Given<Number> = exercise.assignment.given()
    let penalty = WeightPenalty(η: given["η"], λ: given["λ"], n: given["n"])
    let (a, minimum, start) = (list("curvature"), list("minimum"), list("start"))
    var adam = [0, 1].map { _ in
      Decayed(Adam<Number>(given), λ: penalty.λ / penalty.n)
    }
    var weights = PenaltyForm.allCases.map { _ in [start[0], start[1]] }
    var bias = start[2]
    return (1...exercise.steps).map { step in
      let t = Step(step)
      var numbers: [(String, Double)] = []
      for (f, form) in PenaltyForm.allCases.enumerated() {
        for i in 0..<2 {
          let w = weights[f][i]
          let g = a[i] * (w - minimum[i])
          switch form {
          case .none:
            numbers.append(("g\(i + 1)", g.double))
            weights[f][i] = penalty.plainStep(w, gradient: g)
          case .l1: weights[f][i] = penalty.l1Step(w, gradient: g, at: t)
          case .l2: weights[f][i] = penalty.l2Step(w, gradient: g)
          case .soft: weights[f][i] = penalty.softStep(w, gradient: g, at: t)
          case .adamW: weights[f][i] = adam[i].step(w, gradient: g, at: t)
          }
          numbers.append((form.symbol(of: i + 1).name, weights[f][i].double))
        }
      }
      bias = penalty.plainStep(bias, gradient: a[2] * (bias - minimum[2]))
      return (step, numbers + [("b", bias.double)])
    }
  }

  private func exercises() -> [Exercise] {
    Subject.penalties.probes(with: Exercise(.penalties))
      + Self.students.map { Exercise(.penalties, for: $0) }
  }

  @Test func theKeyIsThatOfTheRules() throws {
    for exercise in exercises() {
      let key = exercise.key
      #expect(key.names.count == 13)
      for row in rows(of: exercise, as: Double.self) {
        #expect(Set(row.numbers.map(\.name)) == Set(key.names))
        for (name, number) in row.numbers {
          let ours = try #require(key.value(name, at: row.step))
          #expect(abs(ours - number) <= 1e-14 * max(1, abs(number)), "\(name) at \(row.step)")
        }
      }
    }
  }

  @Test func singlePrecisionIsNeverCalledWrong() throws {
    for exercise in exercises() {
      let assessment = try Grader(exercise).assess(
        Submission(single: rows(of: exercise, as: Float.self)))
      #expect(assessment.outcome == .right, "\(ReportText(assessment, in: .english).text)")
      #expect(assessment.unknownHeadings.isEmpty)
    }
  }

  /// `penalties` of lessons.json, PyTorch 2.13: 40 steps with weight_decay, and L1 by soft threshold.
  private struct Golden: Decodable {
    struct Run: Decodable {
      var name: String
      var path: [[Double]]
    }
    struct Runs: Decodable { var runs: [Run] }
    var penalties: Runs
  }

  @Test(arguments: [
    ("plain SGD", PenaltyForm.none, 1.0), ("L2 in SGD", .l2, 1), ("AdamW", .adamW, 1),
    ("L1 by soft threshold (proximal step)", .soft, 4),
  ])
  func theKeyIsPyTorchs(name: String, form: PenaltyForm, λ: Double) throws {
    let golden = (GoldenFile.read("lessons") as Golden).penalties.runs.first { $0.name == name }
    let path = try #require(golden).path
    var exercise = Exercise(.penalties)
    exercise.numbers["lambda"] = [λ]
    exercise.numbers["beta2"] = [0.999]
    exercise.steps = 40
    for (step, point) in path.enumerated() {
      for i in 0..<2 {
        let ours = try #require(exercise.key.value(form.symbol(of: i + 1).name, at: step))
        #expect(abs(ours - point[i]) <= 1e-12 * max(1, abs(point[i])), "\(step)")
      }
    }
  }

  /// L2 in Adam, as PyTorch's Adam has it, is the mistake of who was asked for AdamW.
  @Test func l2InAdamIsNamed() throws {
    let golden = (GoldenFile.read("lessons") as Golden).penalties.runs
    let path = try #require(golden.first { $0.name == "L2 in Adam" }).path
    var exercise = Exercise(.penalties)
    exercise.numbers["lambda"] = [1]
    exercise.numbers["beta2"] = [0.999]
    exercise.steps = 40
    let text =
      "step,w1_AdamW,w2_AdamW\n"
      + path.enumerated().map { "\($0),\($1[0]),\($1[1])" }.joined(separator: "\n")
    let assessment = try Grader(exercise).assess(Submission(bytes: Array(text.utf8)))
    #expect(assessment.matches.map(\.variant.name) == ["decay-through-average"])
  }

  @Test(arguments: [
    ("w1", ["w1", "w₁", "w1_plain"]), ("w2_L1", ["w2_L1", "w2_lasso", "L1_w2", "lasso_w2"]),
    ("w1_L2", ["w1_L2", "w1_ridge", "l2_w1", "w1_decay"]),
    ("w2_soft", ["w2_soft", "w2_prox", "w2_soft_threshold"]),
    ("w1_AdamW", ["w1_AdamW", "w1_decoupled", "w1_adam_w", "AdamW_w1"]), ("b", ["b", "bias"]),
    ("g1", ["g1", "grad1", "gradient_1"]),
  ])
  func headingsAreUnderstood(quantity: String, headings: [String]) {
    let spellings = Subject.penalties.spellings(of: Exercise(.penalties).key)
    for heading in headings {
      #expect(spellings[QuantityNames.normalized(heading)] == quantity, "\(heading)")
    }
  }

  @Test(arguments: ["start", "minimum", "curvature"])
  func threeNumbersAreNeeded(option: String) throws {
    var exercise = Exercise(.penalties)
    try exercise.set(option, to: [1, 2])
    #expect(throws: ExerciseError.self) { try exercise.check() }
  }
}
