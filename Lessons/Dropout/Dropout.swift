import ArgumentParser
import Lecture
import LessonsShared
import Networks
import TorchRandom
import Words

/// Dropout on the activations of a small layer: section 5.2 of the course.
public struct DropoutLesson: Lesson {
  public static let name = "dropout"
  public static let abstract = "Dropout: what is dropped, and why the rest is scaled."
  public static let section = "5.2"

  /// The probability of the course's example.
  static let course = 0.4

  /// What the course's example prints: the activations of five neurons, and what dropout makes of them.
  static let printed = (
    before: [0, 1.8033, 1.4608, 4.5189, 6.9116], after: [0, 3.0055, 2.4346, 7.5315, 11.5193]
  )

  @Option(
    parsing: .unconditional, help: "The probability p of dropping a neuron, from 0 to below 1.")
  public var p = course

  @Option(parsing: .unconditional, help: "The seed of all draws, as of torch.manual_seed.")
  public var seed = 0

  @Option(parsing: .unconditional, help: "Over how many masks the mean is taken, from 10 to 10000.")
  public var masks = 1000

  public init() {}

  /// The activation whose mean is taken, the last that the course prints.
  var activation: Double { Self.printed.before.last ?? 0 }

  public func validate() throws {
    try Self.requireBelowOne("--p", p)
    try Self.require("--masks", masks, in: 10...10_000)
  }

  public var document: Document {
    var torch = TorchGenerator(seed: seed)
    let drawn = DrawnLayer(p: p, from: &torch)
    let means = MaskMeans(of: activation, p: p, masks: masks, from: &torch)
    let others = IndependentMeans(of: activation, p: p, count: 400, masks: 100, from: &torch)
    return Document(title: "Dropout") {
      introduction
      Block.formulas(formulas)
      Block.heading(Words(en: "The course’s example", zh: "课程的例子"))
      printedExample
      comparison
      survival
      Block.table(survivors, name: "survivors")
      Block.heading(Words(en: "The same code with a seed", zh: "固定随机种子的同一段代码"))
      drawnIntroduction
      drawnExample(drawn)
      Block.table(drawnTable(drawn), name: "neurons")
      evaluation
      Block.heading(Words(en: "Why what is left is scaled", zh: "为什么要缩放"))
      expectation
      meanIntroduction
      Block.table(meanTable(means), name: "means")
      band(others)
      Block.figure(figure(of: drawn, means), name: Self.name)
    }
  }
}
