import ArgumentParser
import Drawing
import Formulas
import Lecture
import Networks
import Plot
import TorchRandom
import Words

/// Initial weights: section 2 of the course's document 003, and section 3 of 004.
public struct InitializationLesson: Lesson {
  public static let name = "initialization"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many layers the signal goes through, from 2 to 20.",
      zh: "信号经过的层数，2 到 20。"))
  public var layers = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many neurons each layer has, from 100 to 500.",
      zh: "每层的神经元数，100 到 500。"))
  public var width = 500

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many samples go through, from 10 to 100.",
      zh: "经过网络的样本数，10 到 100。"))
  public var samples = 20

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  public init() {}

  public func validate() throws {
    try Self.require("--layers", layers, in: 2...20)
    try Self.require("--width", width, in: 100...500)
    try Self.require("--samples", samples, in: 10...100)
  }

  public var document: Document {
    var torch = TorchGenerator(seed: seed)
    let draw = SignalDraw(width: width, layers: layers, samples: samples, from: &torch)
    let signals = setups.map { Signal(of: $0, by: draw) }
    return Document(title: Words(en: "Initial weights", zh: "权重初始化")) {
      introduction
      oneNeuron
      rules
      forwards(signals)
      backwards(signals)
      Block.figure(sizes(of: signals), name: Self.name)
      Block.figure(histograms(of: signals), name: "\(Self.name)-histograms")
      filters
      symmetry
    }
  }

  /// What is compared: weights that are too small, too large, and scaled by the number of neurons.
  var setups: [SignalSetup] {
    let n = Double(width)
    let (xavier, he) = (Initialization.xavier(inputs: n, outputs: n), Initialization.he(fan: n))
    return [
      SignalSetup(
        name: Words(en: "tanh, σ = 0.01", zh: "tanh，σ = 0.01"), activation: .tanh, σ: 0.01,
        color: Palette.blue),
      SignalSetup(
        name: Words(en: "tanh, σ = 1", zh: "tanh，σ = 1"), activation: .tanh, σ: 1,
        color: Palette.orange),
      SignalSetup(
        name: Words(en: "tanh, Xavier", zh: "tanh，Xavier"), activation: .tanh, σ: xavier,
        color: Palette.green),
      SignalSetup(
        name: Words(en: "ReLU, Xavier", zh: "ReLU，Xavier"), activation: .relu, σ: xavier,
        color: Palette.purple),
      SignalSetup(
        name: Words(en: "ReLU, He", zh: "ReLU，He"), activation: .relu, σ: he,
        color: Palette.vermilion),
    ]
  }
}
