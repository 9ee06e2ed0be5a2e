import Formulas
import Networks

/// How far the outputs of a network are from what they should be, over a batch.
public enum Loss: Sendable {
  /// The mean of the squared differences: `torch.nn.MSELoss`.
  case meanSquaredError
  /// The mean cross-entropy of softmax, the outputs being scores: `torch.nn.CrossEntropyLoss`.
  case crossEntropy

  /// - Parameter targets: a row a sample; for cross-entropy 1 for the right class and 0 for the others.
  public func value(_ outputs: Matrix, _ targets: Matrix) -> Double {
    switch self {
    case .meanSquaredError:
      return SquaredError.value(outputs.values, targets.values)
    case .crossEntropy:
      let losses = (0..<outputs.rows).map { row in
        Softmax(outputs.row(row)).loss(right: targets.row(row).firstIndex(of: 1) ?? 0)
      }
      return losses.reduce(0, +) / Double(losses.count)
    }
  }

  /// The derivatives of the value by each output.
  public func gradient(_ outputs: Matrix, _ targets: Matrix) -> Matrix {
    switch self {
    case .meanSquaredError:
      return Matrix(
        rows: outputs.rows, columns: outputs.columns,
        SquaredError.gradient(outputs.values, targets.values))
    case .crossEntropy:
      let probabilities = Matrix((0..<outputs.rows).map { Softmax(outputs.row($0)).probabilities })
      let count = Double(outputs.rows)
      return probabilities.zip(targets) { ($0 - $1) / count }
    }
  }
}
