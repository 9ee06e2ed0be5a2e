import Descent
import TestSupport
import Testing

@Suite struct BatchesTests {
  @Test func countsAreThoseOfPyTorchsDataLoader() {
    #expect(EpochArithmetic.golden.count >= 7)
    for entry in EpochArithmetic.golden {
      let batches = Batches(samples: entry.samples, size: entry.batch_size)
      #expect(batches.count == entry.batches)
      #expect(batches.iterations(epochs: 1) == entry.iterations_per_epoch)
      #expect(batches.iterations(epochs: entry.epochs) == entry.iterations)
      #expect(batches.last == entry.last_batch)
      #expect(batches.full == entry.batches_drop_last)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func batchesHoldEachSampleOnce(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let samples = Array(0..<Int.random(in: 1...300, using: &generator))
    let size = Int.random(in: 1...400, using: &generator)
    let batches = Batches(samples: samples.count, size: size)
    let cut = batches.cut(samples)
    #expect(cut.flatMap(\.self) == samples)
    #expect(cut.count == batches.count)
    #expect(cut.last?.count == batches.last)
    #expect(cut.count { $0.count == size } == batches.full)
    #expect(cut.dropLast().allSatisfy { $0.count == size })
    #expect(batches.isEven == (cut.last?.count == size))
  }
}
