import Formulas

/// A convolution of images: each number of the output is a weighted sum over a small window of the input, with the same
/// weights everywhere: LeCun et al. 1989; course document 003, section 6; `torch.nn.Conv2d`.
///
///     y_rc = b + Σ w_ij·x_(r+i)(c+j)    over all channels, and over the rows i and the columns j of the filter
///
/// As in PyTorch the filter is not turned around, which mathematics calls a cross-correlation. A filter of 1 × 1 mixes the
/// channels of each pixel: Lin, Chen and Yan, "Network in Network", 2014 (arXiv 1312.4400).
public struct Convolution<Number: Scalar> {
  /// An image: channels of rows of numbers.
  public typealias Image = [[[Number]]]

  /// For each filter a window for each channel of the input.
  public let weights: [Image]
  /// One for each filter.
  public let biases: [Number]
  /// How many rows and columns of zeros are put around the input.
  public let padding: Int

  /// - Precondition: there is a bias for each filter.
  public init(weights: [Image], biases: [Number], padding: Int = 0) {
    precondition(weights.count == biases.count, "A bias for each filter.")
    (self.weights, self.biases, self.padding) = (weights, biases, padding)
  }

  /// A channel of the output for each filter.
  public func callAsFunction(_ x: Image) -> Image {
    let (rows, columns) = (x[0].count + 2 * padding, x[0][0].count + 2 * padding)
    return zip(weights, biases).map { w, b in
      (0...rows - w[0].count).map { r in
        (0...columns - w[0][0].count).map { c in output(x, w, b, r, c) }
      }
    }
  }

  private func output(_ x: Image, _ w: Image, _ b: Number, _ r: Int, _ c: Int) -> Number {
    var terms: [Number] = []
    for channel in x.indices {
      for i in w[channel].indices {
        for j in w[channel][i].indices {
          let (row, column) = (r + i - padding, c + j - padding)
          // Beyond the edge there are zeros.
          guard x[channel].indices.contains(row), x[channel][row].indices.contains(column)
          else { continue }
          terms.append(w[channel][i][j] * x[channel][row][column])
        }
      }
    }
    return (sum(terms) + b).named(Symbol("y\(r + 1)\(c + 1)"))
  }
}

/// How many multiplications a convolution takes: one for each number of the output and each weight of its filter.
///
///     rows·columns·filters·side²·channels
///
/// Szegedy et al., "Going Deeper with Convolutions", 2015 (arXiv 1409.4842), put 1 × 1 filters before large ones, which then
/// see fewer channels.
public struct ConvolutionCost<Number: Scalar> {
  /// The rows and the columns of the output.
  public let rows, columns: Number

  public init(rows: Number, columns: Number) { (self.rows, self.columns) = (rows, columns) }

  /// - Parameters:
  ///   - side: the rows and the columns of a filter.
  ///   - channels: those of the input.
  public func multiplications(filters: Number, side: Number, channels: Number) -> Number {
    rows * columns * filters * .pow(side, 2) * channels
  }
}
