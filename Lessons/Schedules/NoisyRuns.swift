import Descent
import Formulas
import LessonsShared
import TorchRandom

/// Descents under a schedule by gradients with noise, as those of mini-batches have: many runs, and how far they are from the
/// minimum on average.
struct NoisyRuns {
  let kind: ScheduleKind
  /// The root mean square of the weight over all runs at the start and at the end of each epoch, as far as it is finite.
  let distances: [Double]

  /// How many runs are averaged.
  static let count = 200

  /// Runs under each schedule, all with the same noise.
  static func all(of lesson: SchedulesLesson) -> [NoisyRuns] {
    let rates = ScheduleKind.allCases.map { kind -> [Double] in lesson.rates(of: kind) }
    var squares = rates.map { [Double](repeating: 0, count: $0.count + 1) }
    let slope = lesson.objective.curvature
    var torch = TorchGenerator(seed: lesson.seed)
    for _ in 0..<count {
      let noise = torch.randn(lesson.epochs * lesson.iterations)
      for (index, rates) in rates.enumerated() {
        lesson.addSquares(
          of: rates, slope: slope, noise: noise, σ: lesson.noise, to: &squares[index])
      }
    }
    return zip(ScheduleKind.allCases, squares).map { kind, squares in
      let distances = squares.map { ($0 / Double(count)).squareRoot() }
      return NoisyRuns(kind: kind, distances: Array(distances.prefix(while: \.isFinite)))
    }
  }

  /// The mean distance in the last tenth of all epochs, where a run has settled; infinite where it diverges.
  func end(of epochs: Int) -> Double {
    guard distances.count > epochs else { return .infinity }
    return distances.suffix(max(1, epochs / 10)).map { $0 * $0 }.mean.squareRoot()
  }
}

extension SchedulesLesson {
  /// Adds the squared weight of one run at the start and at the end of each epoch.
  ///
  /// - Parameter slope: how much the gradient grows with the weight.
  fileprivate func addSquares(
    of rates: [Double], slope: Double, noise: [Float], σ: Double, to squares: inout [Double]
  ) {
    var (momentum, w) = (Momentum(η: learningRate, β: beta), start)
    squares[0] += w * w
    for epoch in rates.indices {
      momentum.η = rates[epoch]
      for t in epoch * iterations..<(epoch + 1) * iterations {
        w = momentum.step(w, gradient: slope * w + σ * Double(noise[t]), at: Step(t + 1))
      }
      squares[epoch + 1] += w * w
    }
  }
}
