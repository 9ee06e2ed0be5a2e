import Descent
import Formulas
import Foundation
import Testing

/// What holds for every optimizer on every objective.
@Suite struct OptimizerTests {
  /// Steps through a case with each optimizer that is PyTorch's, for as many steps as rounding allows, and expects
  /// |a − b| ≤ slack · limit · max(1, |b|).
  ///
  /// - Parameter steepness: by how much more the gradient and what is made of it may differ than the parameters, which are
  ///   what the limit is given for.
  private func expectPyTorch<Number: Traceable>(
    _ golden: Golden.Case, by type: Number.Type, slack: Double, steepness: Double = 1
  ) throws {
    for optimizer in try golden.optimizers() as [any GoldenOptimizer<Number>] {
      try expectPyTorch(golden, from: optimizer, slack: slack, steepness: steepness)
    }
  }

  private func expectPyTorch<Method: GoldenOptimizer>(
    _ golden: Golden.Case, from optimizer: Method, slack: Double, steepness: Double
  ) throws {
    let tolerance = try #require(Golden.tolerances[golden.id])
    let steps = min(golden.steps, tolerance.safe_steps)
    let trace = descend(
      on: try #require(golden.descentObjective), from: golden.param[0].map { Method.Number($0) },
      with: optimizer, steps: steps)
    func expect(_ a: Method.Number, _ b: Double, _ slack: Double, _ name: String, _ step: Int) {
      let difference = abs(a.traced.value - b)
      #expect(
        difference <= slack * tolerance.limit * max(1, abs(b)),
        "\(name) at step \(step) of \(Method.self)")
    }
    let known = Set(trace.rows[0].optimizers[0].buffers.keys).union(["step"])
    #expect(known.isSuperset(of: golden.state.keys))
    for (step, row) in trace.rows.enumerated() {
      expect(row.loss, golden.loss[step], slack * steepness, "loss", step)
      for i in row.point.indices {
        expect(row.point[i], golden.param[step][i], slack, "w", step)
        guard step > 0 else { continue }
        expect(row.gradient[i], golden.grad[step - 1][i], slack * steepness, "g", step)
        for (name, value) in row.optimizers[i].buffers {
          guard let buffer = golden.state[name] else { continue }
          expect(value, buffer[step - 1][i], slack * steepness, name, step)
        }
      }
    }
  }

  @Test(arguments: Golden.all.filter { $0.dtype == "float64" })
  func agreesWithPyTorch(golden: Golden.Case) throws {
    // The second derivative of Rosenbrock's function is about a thousand, that of the ravine 25.
    let steepness: Double = golden.objective == "rosenbrock" ? 50 : 5
    try expectPyTorch(golden, by: Double.self, slack: 1, steepness: steepness)
  }

  @Test(arguments: Golden.all.filter { $0.dtype == "float32" })
  func agreesWithPyTorchInSinglePrecision(golden: Golden.Case) throws {
    // PyTorch calculates 1 − β in double precision, where a Float has five digits of 1 − 0.999.
    try expectPyTorch(golden, by: Float.self, slack: 10)
  }

  @Test func everyCaseIsTested() {
    let counts = Dictionary(grouping: Golden.all, by: \.optimizer).mapValues(\.count)
    #expect(counts == ["SGD": 114, "Adagrad": 58, "RMSprop": 74, "Adam": 84, "AdamW": 46])
    #expect(Golden.all.allSatisfy { $0.dtype == "float64" || $0.dtype == "float32" })
  }

  private static let short = Golden.all.filter { $0.dtype == "float64" && $0.steps <= 12 }

  @Test(arguments: short)
  func tracedNumbersAreTheDoublesBitForBit(golden: Golden.Case) throws {
    func values<Method: GoldenOptimizer>(_ optimizer: Method) throws -> [[Double]] {
      let trace = descend(
        on: try #require(golden.descentObjective), from: golden.param[0].map { Method.Number($0) },
        with: optimizer, steps: golden.steps)
      return trace.rows.map { row in
        let quantities = row.point.indices.flatMap { row.quantities(of: $0) }.map(\.value)
        return (quantities + [row.loss]).map(\.traced.value)
      }
    }
    let doubles = try (golden.optimizers() as [any GoldenOptimizer<Double>]).map { try values($0) }
    let traced = try (golden.optimizers() as [any GoldenOptimizer<Traced>]).map { try values($0) }
    #expect(doubles == traced)
  }

  /// A quantity's name in a table is the one that it has in its own formula.
  @Test(arguments: short.filter { $0.id.hasSuffix("course") })
  func quantitiesAreNamedAsInTheirFormulas(golden: Golden.Case) throws {
    func expectNames<Method: Optimizer<Traced>>(_ optimizer: Method) throws {
      let row = descend(
        on: try #require(golden.descentObjective), from: golden.param[0].map { Traced($0) },
        with: optimizer, steps: 2
      ).rows[2]
      for (symbol, value) in row.quantities() {
        #expect(value.name(Notation(.numbered)) == symbol.text(at: 2))
      }
      for (symbol, value) in optimizer.hyperparameters {
        #expect(value.name(Notation(.numbered)) == symbol.text)
      }
    }
    for optimizer in try golden.optimizers() as [any GoldenOptimizer<Traced>] {
      try expectNames(optimizer)
    }
  }

  @Test(arguments: Golden.course.two_steps.blocks.keys.sorted())
  func printsTheDigitsOfTheCourse(block: String) throws {
    let optimizers: [String: any Optimizer<Double>] = [
      "momentum": Momentum(η: 0.01, β: 0.9),
      "momentum-ewa": AveragedMomentum(η: 0.01, β: 0.9),
      "adagrad": AdaGrad(η: 0.01), "rmsprop": RMSProp(η: 0.01, β: 0.9),
      "adam": Adam(η: 0.01, β1: 0.9, β2: 0.99),
    ]
    func weights<Method: Optimizer<Double>>(_ optimizer: Method) -> [Double] {
      descend(on: .halfSquare, from: [1], with: optimizer, steps: 2).rows.map { $0.point[0] }
    }
    let optimizer = try #require(optimizers[block])
    let printed = weights(optimizer).map { String(format: "%.6f", $0) }
    for row in try #require(Golden.course.two_steps.blocks[block]).rows {
      let ours = [printed[row.step - 1], printed[row.step]]
      #expect(ours == [row.grad_text, row.w_text])
      if let course = row.course_printed { #expect(ours == course) }
    }
  }

  @Test func aScheduleChangesTheRateBetweenSteps() {
    var (fast, slow) = (GradientDescent(η: 0.5), GradientDescent(η: 0.25))
    slow.η = 0.5
    #expect(slow.step(1, gradient: 1, at: 1) == fast.step(1, gradient: 1, at: 1))
  }
}
