import ArgumentParser
import Formulas
import Lecture
import Networks
import TorchRandom
import Words

/// Dropout on the activations of a small layer: section 5.2 of the course.
public struct DropoutLesson: Lesson {
  public static let name = "dropout"

  /// What the course's example prints: the activations of five neurons, and what dropout makes of them.
  static let printed = (
    before: [0, 1.8033, 1.4608, 4.5189, 6.9116], after: [0, 3.0055, 2.4346, 7.5315, 11.5193]
  )

  @Option(Declaration.dropout["p"]) public var p: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "Over how many masks the mean is taken, from 10 to 10000.",
      zh: "对多少个掩码求平均，10 到 10000。"))
  public var masks = 1000

  public init() {}

  /// The activation whose mean is taken, the last that the course prints.
  var activation: Double { Self.printed.before[4] }

  public func validate() throws {
    try Self.require(Declaration.dropout["p"], p)
    try Self.require("--masks", masks, in: 10...10_000)
  }

  public var document: Document {
    var torch = TorchGenerator(seed: seed)
    let drawn = DrawnLayer(p: p, from: &torch)
    let means = MaskMeans(of: activation, p: p, masks: masks, from: &torch)
    let others = (0..<400).map { _ in
      MaskMeans(of: activation, p: p, masks: 100, from: &torch).means[99]
    }
    return Document(title: "Dropout") {
      introduction
      courseExample
      seededExample(drawn)
      scaling(means, others)
      Block.figure(figure(of: drawn, means), name: Self.name)
    }
  }
}
