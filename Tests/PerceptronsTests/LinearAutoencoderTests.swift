import Perceptrons
import TestSupport
import Testing

@Suite struct LinearAutoencoderTests {
  private struct File: Decodable {
    var structures: Structures
    struct Structures: Decodable { var linear_autoencoder: Case }
    struct Case: Decodable {
      var encoder, decoder, data: [[Double]]
      var lr: Double
      var loss: [Double]
      var best_possible: Double
    }
  }

  /// PyTorch 2.13 in float64; the least loss possible is from its singular values.
  @Test func theTrainingIsPyTorchs() {
    let golden = (GoldenFile.read("lessons") as File).structures.linear_autoencoder
    var coder = LinearAutoencoder(
      encoder: Matrix(golden.encoder), decoder: Matrix(golden.decoder), data: Matrix(golden.data),
      η: golden.lr)
    for loss in golden.loss {
      #expect(abs(coder.loss - loss) <= 1e-12 * loss)
      coder.step()
    }
    #expect(abs(coder.bestPossible - golden.best_possible) <= 1e-12)
    for _ in 0..<2000 { coder.step() }
    #expect(abs(coder.loss - golden.best_possible) <= 1e-9)
  }

  /// Trace and sum of squares are those of the eigenvalues, and those of a diagonal matrix are its own.
  @Test(arguments: 1..<9)
  func eigenvaluesAreThoseOfTheMatrix(size: Int) {
    var generator = SeededGenerator(seed: UInt64(size))
    let half = Matrix(
      rows: size, columns: size,
      (0..<size * size).map { _ in .random(in: -1...1, using: &generator) })
    let a = half.zip(half.transposed, +)
    let values = a.symmetricEigenvalues
    #expect(values == values.sorted(by: >))
    let trace = (0..<size).reduce(0) { $0 + a[$1, $1] }
    #expect(abs(values.reduce(0, +) - trace) <= 1e-12)
    let squares = a.values.reduce(0) { $0 + $1 * $1 }
    #expect(abs(values.reduce(0) { $0 + $1 * $1 } - squares) <= 1e-12 * max(1, squares))
    #expect(Matrix([[3, 0], [0, 7]]).symmetricEigenvalues == [7, 3])
  }
}
