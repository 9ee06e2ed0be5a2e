import Formulas
import Networks
import Testing
import Words

@testable import Grading

/// What the project's networks calculate in single precision is never called wrong.
@Suite struct NetworkSingleTests {
  typealias Row = PlainRun<Float>.Row

  private static let students = ["1", "2", "3", "20261101"]

  @Test(arguments: [
    "backprop", "dropout", "batchnorm", "activations", "scaling", "softmax", "results",
  ])
  func singlePrecisionIsNeverCalledWrong(name: String) throws {
    let subject = try #require(Subject.named(name))
    let exercises =
      subject.probes(with: Exercise(subject))
      + Self.students.map { Exercise(subject, for: $0) }
    for exercise in exercises {
      let rows: [Row] =
        switch name {
        case "backprop": training(exercise)
        case "dropout": dropout(exercise)
        case "activations": activations(exercise)
        case "scaling": scaling(exercise)
        case "results": results(exercise)
        case "softmax": regression(exercise)
        default: normalization(exercise)
        }
      let assessment = try Grader(exercise).assess(Submission(single: rows))
      #expect(assessment.outcome == .right, "\(ReportText(assessment, in: .english).text)")
      #expect(assessment.unknownHeadings.isEmpty)
    }
  }

  private func floats(_ exercise: Exercise, _ name: String) -> [Float] {
    exercise.list(name).map { Float($0) }
  }

  /// The numbers under the names that end with their places, from 1.
  private func numbered(_ name: String, _ numbers: [Float]) -> [(name: String, value: Double)] {
    numbers.enumerated().map { ("\(name)\($0.offset + 1)", Double($0.element)) }
  }

  private func training(_ exercise: Exercise) -> [Row] {
    let network = DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)])
    let training = Training(
      network,
      sample: Sample(inputs: floats(exercise, "inputs"), targets: floats(exercise, "targets")),
      η: Float(exercise["learning-rate"]), updatesBiases: false)
    let trained = training.run(
      from: Parameters(weights: floats(exercise, "weights"), biases: floats(exercise, "biases")),
      steps: exercise.steps)
    return zip(trained, trained.dropFirst()).map { before, after in
      let pass = before.pass
      let backward = network.backward(training.sample, before.parameters, from: pass)
      return (
        after.step.number,
        numbered("net_h", pass.net[0]) + numbered("out_o", pass.outputs)
          + numbered("E_o", pass.errors) + [("E", Double(pass.error))]
          + numbered("dE_dnet_h", backward.δ[0]) + numbered("dE_dnet_o", backward.δ[1])
          + numbered("dE_dw", backward.gradient.weights)
          + numbered("w", after.parameters.weights)
      )
    }
  }

  private func dropout(_ exercise: Exercise) -> [Row] {
    let layer = Dropout(p: Float(exercise["p"]))
    let x = floats(exercise, "inputs")
    let y = layer.train(x, mask: floats(exercise, "mask"))
    return zip(y, layer.evaluate(x)).enumerated().map { index, outputs in
      (index + 1, [("y", Double(outputs.0)), ("y_eval", Double(outputs.1))])
    }
  }

  private func activations(_ exercise: Exercise) -> [Row] {
    let functions: [(String, Activation)] = [
      ("sigmoid", .sigmoid), ("tanh", .tanh), ("relu", .relu),
      ("leaky_relu", .leakyReLU(exercise["slope"])),
    ]
    return floats(exercise, "inputs").enumerated().map { index, x in
      (
        index + 1,
        functions.flatMap { name, activation in
          [(name, Double(activation(x))), ("\(name)_grad", Double(activation.slope(at: x)))]
        }
      )
    }
  }

  private func scaling(_ exercise: Exercise) -> [Row] {
    let training = floats(exercise, "training")
    let scale = FeatureScaling(fitting: training)
    let (a, b) = (Float(exercise["low"]), Float(exercise["high"]))
    return (training + floats(exercise, "test")).enumerated().map { index, x in
      let u = scale.minMax(x)
      return (
        index + 1,
        [
          ("min", Double(scale.minimum)), ("max", Double(scale.maximum)),
          ("mean", Double(scale.mean)), ("std", Double(scale.deviation)), ("u", Double(u)),
          ("v", Double(scale.ranged(u, from: a, to: b))), ("z", Double(scale.standardized(x))),
        ]
      )
    }
  }

  private func results(_ exercise: Exercise) -> [Row] {
    let matrix = ConfusionMatrix<Float>(exercise.assignment.confusionMatrix.counts)
    let (measures, averages) = (matrix.measures, matrix.averages)
    return measures.enumerated().map { k, m in
      (
        k,
        [
          ("precision", Double(m.precision)), ("recall", Double(m.recall)), ("f1", Double(m.f1)),
          ("accuracy", Double(averages.accuracy)), ("macro_f1", Double(averages.macro.f1)),
          ("weighted_f1", Double(averages.weighted.f1)),
        ]
      )
    }
  }

  private func normalization(_ exercise: Exercise) -> [Row] {
    var layer = BatchNormalization(
      γ: Float(exercise["gamma"]), β: Float(exercise["beta"]), ε: Float(exercise["epsilon"]),
      α: Float(exercise["momentum"]))
    let (x, m) = (floats(exercise, "inputs"), exercise.assignment.batchSize)
    return stride(from: 0, to: x.count, by: m).map { first in
      let batch = layer.train(Array(x[first..<(first + m)]))
      return (
        first / m + 1,
        [
          ("mean", Double(batch.mean)), ("var", Double(batch.variance)),
          ("running_mean", Double(layer.runningMean)),
          ("running_var", Double(layer.runningVariance)),
        ] + numbered("x_hat", batch.normalized) + numbered("y", batch.outputs)
      )
    }
  }

  private func regression(_ exercise: Exercise) -> [Row] {
    func rows(_ name: String, of length: Int) -> [[Float]] {
      let numbers = floats(exercise, name)
      return stride(from: 0, to: numbers.count, by: length).map {
        Array(numbers[$0..<($0 + length)])
      }
    }
    let inputs = exercise.assignment.softmaxShape.inputs
    var regression = SoftmaxRegression(
      inputs: rows("inputs", of: inputs), classes: exercise.list("classes").map { Int($0) - 1 },
      weights: rows("weights", of: inputs), biases: floats(exercise, "biases"),
      η: Float(exercise["learning-rate"]))
    func table(_ name: String, _ numbers: [[Float]]) -> [(name: String, value: Double)] {
      numbers.enumerated().flatMap { numbered("\(name)\($0.offset + 1)", $0.element) }
    }
    return (1...exercise.steps).map { t in
      let pass = regression.step(at: Step(t))
      return (
        t,
        table("logits", pass.scores) + table("softmax", pass.softmax.map(\.probabilities))
          + numbered("loss", pass.losses) + [("loss", Double(pass.loss))]
          + table("grad_z", pass.byScores) + table("grad_w", pass.byWeights)
          + numbered("grad_b", pass.byBiases) + table("w", regression.weights)
          + numbered("b", regression.biases)
      )
    }
  }
}
