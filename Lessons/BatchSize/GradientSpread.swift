import Descent
import LessonsShared
import TorchRandom

/// By how much the gradients of batches of one size differ from that of all samples, at the start.
struct GradientSpread {
  let size: Int
  /// The root of the mean squared difference, over batches that were drawn.
  let measured: Double
  /// What it is over all batches that there are.
  let expected: Double

  init(of line: LineFit, size: Int, batches: Int, from torch: inout TorchGenerator) {
    let samples = line.data.count
    let slopes = line.gradients(at: LineFit.start).map { $0[0] }
    let whole = slopes.mean
    let cut = Batches(samples: samples, size: size)
    var squares: [Double] = []
    // The batches of a shuffled epoch, of them those that are full.
    while squares.count < batches {
      for batch in cut.cut(torch.randperm(samples)).prefix(cut.full) {
        // Added up in one order, so that the batch of all samples differs by nothing.
        let difference = batch.sorted().map { slopes[$0] }.mean - whole
        squares.append(difference * difference)
      }
    }
    self.size = size
    measured = squares.mean.squareRoot()
    expected = BatchNoise(samples: Double(samples), size: Double(size))
      .standardError(of: slopes.deviation)
  }
}

extension [Double] {
  /// The root of the mean squared difference from the mean.
  var deviation: Double { variance.squareRoot() }

  /// The mean squared difference from the mean.
  var variance: Double {
    let mean = self.mean
    return map { ($0 - mean) * ($0 - mean) }.mean
  }
}
