import Perceptrons
import Testing
import TorchRandom

@Suite struct DrawnMatrixTests {
  /// What is drawn where code is optimized has the bits of what is drawn elsewhere, and leaves the generator in the same state.
  @Test(arguments: [(1, 3), (4, 4), (7, 31), (100, 50)])
  func optimizedDrawsHaveTheSameBits(rows: Int, columns: Int) {
    var (fast, plain) = (TorchGenerator(seed: 3), TorchGenerator(seed: 3))
    for _ in 0..<3 {
      let matrix = Matrix(normalRows: rows, columns: columns, from: &fast)
      #expect(matrix.values == plain.randn(rows * columns).map(Double.init))
    }
    #expect(fast.rand(5) == plain.rand(5))
  }

  @Test func momentsAreMeans() {
    let moments = Matrix([[1, -2], [3, 4]]).moments
    #expect(moments.mean == 1.5 && moments.meanSquare == 7.5)
    #expect(2 * Matrix([[1, -2]]) == Matrix([[2, -4]]))
  }

  /// The error of a sample's sums is its gradient by the biases.
  @Test func errorsAreGradientsByBiases() {
    var torch = TorchGenerator(seed: 5)
    let network = Perceptron([3, 5, 4, 2], .tanh, from: &torch)
    let inputs = Matrix(normalRows: 6, columns: 3, from: &torch)
    let byOutputs = Matrix(normalRows: 6, columns: 2, from: &torch)
    let pass = network.forward(inputs)
    let errors = network.errors(pass, byOutputs: byOutputs)
    let gradient = network.backward(pass, byOutputs: byOutputs)
    #expect(errors.count == 3 && errors[2] == byOutputs)
    for (layer, δ) in zip(gradient, errors) {
      for (neuron, bias) in layer.biases.enumerated() {
        let sum = (0..<6).map { δ[$0, neuron] }.reduce(0, +)
        #expect(abs(bias - sum) <= 1e-14)
      }
    }
  }
}
