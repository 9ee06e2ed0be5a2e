/// How a data set is cut into batches, and how often it is gone through: section 3.1 of the course.
///
/// An epoch sees all N samples once, in batches of B, and each batch is one iteration: one step of the optimizer. So an
/// epoch has ⌈N/B⌉ iterations, the last of them with what is left. This is `torch.utils.data.DataLoader`.
public struct Batches: Hashable, Sendable {
  /// N, the size of the data set.
  public let samples: Int
  /// B, the samples of a batch.
  public let size: Int

  /// - Precondition: both numbers are at least 1.
  public init(samples: Int, size: Int) {
    precondition(samples >= 1 && size >= 1, "A batch has samples.")
    self.samples = samples
    self.size = size
  }

  /// ⌈N/B⌉, the batches of an epoch.
  public var count: Int { samples / size + (isEven ? 0 : 1) }

  /// ⌊N/B⌋, the batches that are full; `drop_last=True` uses only these.
  public var full: Int { samples / size }

  /// Whether B divides N, so that all batches are full.
  public var isEven: Bool { samples % size == 0 }

  /// The samples of the last batch.
  public var last: Int { samples - (count - 1) * size }

  /// The steps of the optimizer in some epochs.
  public func iterations(epochs: Int) -> Int { epochs * count }

  /// The batches of an epoch, given the order of the samples.
  ///
  /// - Precondition: there are N of them.
  public func cut<Sample>(_ order: [Sample]) -> [ArraySlice<Sample>] {
    precondition(order.count == samples, "Each sample is seen once.")
    return stride(from: 0, to: order.count, by: size).map { order[$0...].prefix(size) }
  }
}
