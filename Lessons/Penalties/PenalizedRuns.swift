import Descent
import Formulas

/// Gradient descent on one loss, from one start, with each penalty.
struct PenalizedRuns {
  let penalty: WeightPenalty<Double>
  /// Without a penalty: the weights at the start and after each step.
  let none: [[Double]]
  /// With L1, by the sign of the weight.
  let l1: [[Double]]
  /// With L1, by the soft threshold.
  let soft: [[Double]]
  let l2: [[Double]]
  /// Where those without a penalty, with L1 and with L2 end, given time.
  let ends: (none: [Double], l1: [Double], l2: [Double])

  init(
    _ loss: Quadratic<Double>, _ penalty: WeightPenalty<Double>, from start: [Double], steps: Int
  ) {
    func run(_ step: (_ w: Double, _ g: Double, _ t: Step) -> Double) -> [[Double]] {
      var points = [start]
      for t in 1...steps {
        let last = points[t - 1]
        points.append(last.indices.map { step(last[$0], loss.slope(last[$0], $0), Step(t)) })
      }
      return points
    }
    self.penalty = penalty
    none = run { w, g, _ in penalty.plainStep(w, gradient: g) }
    l1 = run { penalty.l1Step($0, gradient: $1, at: $2) }
    soft = run { penalty.softStep($0, gradient: $1, at: $2) }
    l2 = run { w, g, _ in penalty.l2Step(w, gradient: g) }
    let places = zip(loss.curvatures, loss.minimum)
    ends = (
      loss.minimum, places.map { penalty.l1Minimum(curvature: $0, minimum: $1) },
      places.map { penalty.l2Minimum(curvature: $0, minimum: $1) }
    )
  }

  /// Which weights the soft threshold has made exactly 0 in the end, counted from 0.
  var zeros: [Int] { soft[soft.count - 1].indices.filter { soft[soft.count - 1][$0] == 0 } }

  /// After which step a weight has stayed exactly 0.
  func arrival(of weight: Int) -> Int {
    (soft.lastIndex { $0[weight] != 0 } ?? -1) + 1
  }
}
