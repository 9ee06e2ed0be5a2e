import Perceptrons
import TorchRandom

/// Normal numbers of variance 1, drawn once: each initialization takes its weights from them by its scale, so that they differ in
/// nothing else.
struct SignalDraw {
  let inputs: Matrix
  /// Those that weights are made of, layer by layer.
  let weights: [Matrix]
  /// The gradient by what the last layer puts out.
  let gradient: Matrix

  init(width: Int, layers: Int, samples: Int, from torch: inout TorchGenerator) {
    func normals(_ rows: Int) -> Matrix {
      Matrix(normalRows: rows, columns: width, from: &torch)
    }
    inputs = normals(samples)
    gradient = normals(samples)
    weights = (0..<layers).map { _ in normals(width) }
  }
}
