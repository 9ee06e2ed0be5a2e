import Descent
import Formulas
import Lecture
import Words

/// What PyTorch 2.13 prints for the weight after the first steps of the course's example.
package struct PrintedByPyTorch<Method: Optimizer<Double>> {
  /// The optimizer of the course's code.
  package var optimizer: Method
  package var start: Double
  /// The weights with six decimals.
  package var weights: [String]

  package init(optimizer: Method, start: Double = 1, weights: [String]) {
    self.optimizer = optimizer
    self.start = start
    self.weights = weights
  }

  /// Compares with an example; nil where that has other hyperparameters.
  package func comparison(with example: WorkedExample<Method, some Optimizer<Traced>>) -> Words? {
    let isSame =
      example.start == start
      && example.optimizer.hyperparameters.map(\.value) == optimizer.hyperparameters.map(\.value)
    guard isSame else { return nil }
    let pairs = Array(zip(weights, example.printedWeights(weights.count)))
    let same = pairs.allSatisfy { $0 == $1 }
    let (theirs, own) = (pairs.map(\.0).listed, pairs.map(\.1).listed)
    return Words(
      en: "PyTorch prints w = \(theirs) for the first steps; here it is \(own): "
        + (same ? "the same digits." : "not the same."),
      zh: "PyTorch 前几步打印的 w 是 \(theirs)；这里算得 \(own)：" + (same ? "完全一致。" : "并不一致。"))
  }
}
