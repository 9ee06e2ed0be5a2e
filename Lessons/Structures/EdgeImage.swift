import Formulas
import Networks

/// An image that is dark on the left and bright on the right, what a filter finds in it, and what pooling leaves.
struct EdgeImage {
  static let side = 6
  /// Answers where the right side of its window is brighter than the left.
  static let filter: [[Double]] = [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]

  let pixels: [[Traced]]
  let found: [[Traced]]
  let pooled: [[Traced]]

  /// - Parameter edge: how many columns are dark.
  init(edge: Int) {
    let pixels = (1...Self.side).map { row in
      (1...Self.side).map { column in
        Traced(column > edge ? 1 : 0).named(Symbol("x\(row)\(column)"))
      }
    }
    let weights = Self.filter.enumerated().map { row, numbers in
      numbers.enumerated().map { Traced($1).named(Symbol("w\(row + 1)\($0 + 1)")) }
    }
    let convolution = Convolution(weights: [[weights]], biases: [Traced(0).named("b")])
    self.pixels = pixels
    found = convolution([pixels])[0]
    pooled = Pooling.maximum(found, size: 2)
  }

  /// Where the filter answers most.
  var strongest: Traced {
    found.flatMap(\.self).max { $0.value.magnitude < $1.value.magnitude } ?? found[0][0]
  }

  /// The weights of the filter with its bias, and those of a dense layer from all pixels to as many outputs.
  var parameters: (filter: Int, dense: Int) {
    let (inputs, outputs) = (pixels.count * pixels.count, found.count * found.count)
    return (Self.filter.count * Self.filter.count + 1, inputs * outputs + outputs)
  }
}
