import Descent
import Formulas
import Foundation
import Testing

extension Golden.Case {
  /// The objective that the file names, with the project's own spelling.
  var descentObjective: Objective? {
    switch objective {
    case "half_sq": .halfSquare
    case "four_sq": .fourSquare
    default: Objective(rawValue: objective)
    }
  }

  func adam<Number: Scalar>() -> Adam<Number> {
    Adam(
      η: Number(hyper.lr), β1: Number(hyper.betas[0]), β2: Number(hyper.betas[1]),
      ε: Number(hyper.eps), λ: hyper.weight_decay == 0 ? nil : Number(hyper.weight_decay),
      amsgrad: hyper.amsgrad, maximize: hyper.maximize)
  }

  func trace<Number: Traceable>(steps: Int) throws -> Trace<Adam<Number>> {
    let objective = try #require(descentObjective)
    return descend(
      on: objective, from: param[0].map { Number($0) }, with: adam(), steps: steps)
  }
}

@Suite struct AdamTests {
  /// |a − b| ≤ slack · limit · max(1, |b|), for as many steps as rounding allows.
  private func expectPyTorch<Number: Traceable>(
    _ golden: Golden.Case, by type: Number.Type, slack: Double
  ) throws {
    let tolerance = try #require(Golden.tolerances[golden.id])
    let steps = min(golden.steps, tolerance.safe_steps)
    let trace: Trace<Adam<Number>> = try golden.trace(steps: steps)
    func expect(_ a: Number, _ b: Double, _ quantity: String, _ step: Int) {
      let difference = abs(a.traced.value - b)
      #expect(
        difference <= slack * tolerance.limit * max(1, abs(b)), "\(quantity) at step \(step)")
    }
    for (step, row) in trace.rows.enumerated() {
      expect(row.loss, golden.loss[step], "loss", step)
      for i in row.point.indices {
        expect(row.point[i], golden.param[step][i], "w", step)
        guard step > 0 else { continue }
        expect(row.gradient[i], golden.grad[step - 1][i], "g", step)
        let adam = row.optimizers[i]
        let buffers = ["exp_avg": adam.m, "exp_avg_sq": adam.s, "max_exp_avg_sq": adam.sMax]
        for (name, value) in buffers {
          guard let buffer = golden.state[name] else { continue }
          expect(value, buffer[step - 1][i], name, step)
        }
      }
    }
  }

  @Test(arguments: Golden.adam.filter { $0.dtype == "float64" })
  func agreesWithPyTorch(golden: Golden.Case) throws {
    try expectPyTorch(golden, by: Double.self, slack: 1)
  }

  @Test(arguments: Golden.adam.filter { $0.dtype == "float32" })
  func agreesWithPyTorchInSinglePrecision(golden: Golden.Case) throws {
    // PyTorch calculates 1 − β in double precision, where a Float has five digits of 1 − 0.999.
    try expectPyTorch(golden, by: Float.self, slack: 10)
  }

  @Test func everyCaseIsTested() {
    #expect(Golden.adam.count == 84)
    #expect(Golden.adam.filter { $0.dtype == "float64" || $0.dtype == "float32" }.count == 84)
  }

  @Test(arguments: Golden.adam.filter { $0.dtype == "float64" && $0.steps <= 12 })
  func tracedNumbersAreTheDoublesBitForBit(golden: Golden.Case) throws {
    let doubles: Trace<Adam<Double>> = try golden.trace(steps: golden.steps)
    let traced: Trace<Adam<Traced>> = try golden.trace(steps: golden.steps)
    for (a, b) in zip(doubles.rows, traced.rows) {
      #expect(a.point == b.point.map(\.value))
      #expect(a.loss == b.loss.value)
      #expect(a.optimizers.map(\.ŝ) == b.optimizers.map(\.ŝ.value))
    }
  }

  @Test func printsTheDigitsOfTheCourse() throws {
    let trace = descend(
      on: .halfSquare, from: [1], with: Adam(η: 0.01, β1: 0.9, β2: 0.99), steps: 2)
    for row in try #require(Golden.course.two_steps.blocks["adam"]).rows {
      let (before, after) = (trace.rows[row.step - 1], trace.rows[row.step])
      let printed = [before.point[0], after.point[0]].map { String(format: "%.6f", $0) }
      #expect(printed == row.course_printed)
      #expect(printed == [row.grad_text, row.w_text])
    }
  }

  @Test func explainsItself() {
    let trace = descend(
      on: .halfSquare, from: [1], with: Adam<Traced>(η: 0.01, β1: 0.9, β2: 0.99), steps: 2)
    let row = trace.rows[2]
    let adam = row.optimizers[0]
    let lines = [row.gradient[0], adam.m, adam.s, adam.m̂, adam.ŝ, row.point[0]]
      .map { "\($0.derivation())" }
    #expect(
      lines == [
        "g₂ = w₁ = 0.99",
        "m₂ = β₁·m₁ + (1 − β₁)·g₂ = 0.9·0.1 + (1 − 0.9)·0.99 = 0.189",
        "s₂ = β₂·s₁ + (1 − β₂)·g₂² = 0.99·0.01 + (1 − 0.99)·0.99² = 0.019701",
        "m̂₂ = m₂/(1 − β₁²) = 0.189/(1 − 0.9²) = 0.994737",
        "ŝ₂ = s₂/(1 − β₂²) = 0.019701/(1 − 0.99²) = 0.99",
        "w₂ = w₁ − η·m̂₂/(√ŝ₂ + ε) = 0.99 − 0.01·0.994737/(√0.99 + 1e−8) = 0.980003",
      ])
  }
}
