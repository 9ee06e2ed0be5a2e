import Formulas
import LessonsShared
import Networks

/// A channel of the course's example, whose batch comes again and again.
struct BatchnormChannel {
  /// Counted from 1.
  let number: Int
  let input: [Double]
  /// The first batch, which knows how each number was made, and the layer after it.
  let batch: BatchNormalization<Traced>.Batch
  let layer: BatchNormalization<Traced>
  /// The layer before the first batch and after each.
  let layers: [BatchNormalization<Double>]

  var outputs: [Double] { batch.outputs.map(\.value) }
}
