/// How PyTorch's DataLoader divides samples into batches: a list in the golden file of the course.
public struct EpochArithmetic: Decodable {
  public var samples: Int
  public var batch_size: Int
  public var epochs: Int
  public var batches: Int
  public var iterations_per_epoch: Int
  public var iterations: Int
  public var last_batch: Int
  public var batches_drop_last: Int

  public static var golden: [EpochArithmetic] {
    (GoldenFile.read("course") as Course).epoch_arithmetic
  }

  private struct Course: Decodable {
    var epoch_arithmetic: [EpochArithmetic]
  }
}
