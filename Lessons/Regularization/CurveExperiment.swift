import Descent
import Perceptrons
import TorchRandom
import Words

/// Networks of several sizes on the same samples, and the largest one regularized in several ways.
struct CurveExperiment {
  let samples: CurveSamples
  /// From the fewest weights to the most.
  let sizes: [CurveRun]
  /// The one of them that generalizes best.
  let best: CurveRun
  let penalized: CurveRun
  let dropout: CurveRun
  /// The largest on more samples.
  let more: CurveRun

  /// The errors of the largest, before the first epoch and after each, and what early stopping makes of them.
  let errors: [CurveErrors]
  let stopping: EarlyStopping
  /// The errors of the largest on more samples.
  let errorsOfMore: [CurveErrors]

  private let variance: Double

  init(_ lesson: RegularizationLesson) {
    var torch = TorchGenerator(seed: lesson.seed)
    let samples = CurveSamples(lesson.samples, noise: lesson.noise, from: &torch)
    let adam = Adam<Double>(["η": RegularizationLesson.rate])
    let networks = lesson.sizes.map { Perceptron([1] + $0 + [1], .tanh, from: &torch) }
    func run<Method: Optimizer<Double>>(
      _ network: Perceptron, more: Bool = false, by method: Method, biases: Method? = nil,
      dropout: Double = 0
    ) -> CurveRun {
      CurveRun(
        network, on: more ? samples.all : samples.training, validation: samples.validation,
        by: method, biases: biases, dropout: dropout, epochs: lesson.epochs, from: &torch)
    }
    let largest = networks[networks.count - 1]
    sizes = networks.map { run($0, by: adam) }
    penalized = run(
      largest, by: Penalized(adam, λ: lesson.penalty), biases: Penalized(adam, λ: 0))
    dropout = run(largest, by: adam, dropout: lesson.dropout)
    more = run(largest, more: true, by: adam)
    errors = sizes[sizes.count - 1].history
    errorsOfMore = more.history
    stopping = EarlyStopping(patience: lesson.patience, errors: errors.map(\.validation))
    best = sizes.min { $0.errors().validation < $1.errors().validation } ?? sizes[0]
    variance = lesson.noise * lesson.noise
    self.samples = samples
  }

  /// The network with the most weights.
  var large: CurveRun { sizes[sizes.count - 1] }
  /// That with the fewest.
  var small: CurveRun { sizes[0] }

  /// How a network fits the curve, beside the best size.
  func fit(of run: CurveRun) -> Fit {
    run.errors().fit(beside: best.errors(), noise: variance)
  }
}
