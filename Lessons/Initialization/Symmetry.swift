import Descent
import Formulas
import Lecture
import LessonsShared
import Networks
import Perceptrons
import TorchRandom
import Words

/// A network of two inputs, three hidden neurons with tanh and one output, that is to learn the exclusive or: 1 where just one of
/// its inputs is 1.
struct SymmetryRun {
  /// How many hidden neurons there are.
  static let hidden = 3

  /// The network and its loss at the start and after each step.
  let rows: [(network: Perceptron, loss: Double)]

  static let samples = DataSet(
    inputs: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]), targets: Matrix([[0], [1], [1], [0]]))

  init(from network: Perceptron, steps: Int, η: Double) {
    // No draws: all samples are in each step.
    var torch = TorchGenerator(seed: 0)
    var fitting = Fitting(network, loss: .meanSquaredError, by: GradientDescent<Double>(η: η))
    var rows: [(Perceptron, Double)] = []
    for _ in 0...steps {
      let before = fitting.network
      rows.append((before, fitting.step(on: Self.samples, from: &torch)))
    }
    self.rows = rows
  }

  /// The network all of whose weights are equal.
  static func equal(_ weight: Double) -> Perceptron {
    Perceptron(
      layers: [(2, hidden), (hidden, 1)].map { inputs, outputs in
        .init(
          weights: Matrix(rows: outputs, columns: inputs, repeating: weight),
          biases: Array(repeating: 0, count: outputs))
      }, activation: .tanh)
  }

  /// The network with Xavier's weights.
  static func drawn(from torch: inout TorchGenerator) -> Perceptron {
    Perceptron(
      layers: [(2, hidden), (hidden, 1)].map { inputs, outputs in
        .init(
          weights: Matrix(torch.xavierNormal(inputs: inputs, outputs: outputs, as: Double.self)),
          biases: Array(repeating: 0, count: outputs))
      }, activation: .tanh)
  }
}

extension InitializationLesson {
  private static let (steps, rate) = (1000, 0.1)

  var symmetryRuns: (equal: SymmetryRun, drawn: SymmetryRun) {
    var torch = TorchGenerator(seed: seed)
    return (
      SymmetryRun(from: SymmetryRun.equal(0.5), steps: Self.steps, η: Self.rate),
      SymmetryRun(from: SymmetryRun.drawn(from: &torch), steps: Self.steps, η: Self.rate)
    )
  }

  /// Why weights are drawn at all, and biases are not.
  @Document.Parts
  var symmetry: [Block] {
    let runs = symmetryRuns
    let (equal, drawn) = (runs.equal.rows[Self.steps], runs.drawn.rows[Self.steps])
    let biases = runs.drawn.layer(after: 1).biases.map(Numerals.rounded.text).listed
    let best = SymmetryRun.samples.targets.moments
    Block.heading(
      Words(en: "Why weights are drawn, and biases start at 0", zh: "为什么权重要随机，而偏置从 0 开始"))
    Words(
      en: """
        2 inputs, \(SymmetryRun.hidden) hidden neurons with tanh, 1 output, to learn the exclusive or (1 where just one input is 1) by \
        \(Self.steps) steps of gradient descent with η = \(Self.rate, .rounded). If all weights start at 0.5, all hidden neurons calculate the same \
        and get the same gradient, so they stay the same. Their weights w₁ and w₂:
        """,
      zh: """
        2 个输入、\(SymmetryRun.hidden) 个 tanh 隐藏神经元、1 个输出，用 \(Self.steps) 步梯度下降（η = \(Self.rate, .rounded)）学习异或\
        （恰有一个输入为 1 时输出 1）。若所有权重都从 0.5 开始，所有隐藏神经元算出同样的值，得到同样的梯度，于是始终相同。它们的权重 w₁ 和 w₂ 是：
        """)
    Block.table(table(of: runs.equal), name: "\(Self.name)-equal")
    Words(
      en: """
        That is a network of one hidden neuron, whatever its width. Its loss ends at \(equal.loss, .rounded); always saying \
        \(best.mean, .rounded) would give \(best.meanSquare - best.mean * best.mean, .rounded). With Xavier’s draw (seed \(seed)) the neurons are \
        different from the start, and each learns another part:
        """,
      zh: """
        无论多宽，这都只相当于一个隐藏神经元。它的损失最后为 \(equal.loss, .rounded)；若总是输出 \(best.mean, .rounded)，\
        损失为 \(best.meanSquare - best.mean * best.mean, .rounded)。用 Xavier 抽取权重（种子 \(seed)），各神经元一开始就不同，训练后也各不相同：
        """)
    Block.table(table(of: runs.drawn), name: "\(Self.name)-drawn")
    Words(
      en: """
        Its loss ends at \(drawn.loss, .rounded). The biases start at 0 in both. They need no draw: different weights make \
        different gradients, and after one step the hidden neurons’ biases are \(biases). Starting at 0 they leave the sums of a \
        layer with mean 0, where tanh is steep and half of all ReLUs let the signal through.
        """,
      zh: """
        它的损失最后为 \(drawn.loss, .rounded)。两个网络的偏置都从 0 开始，不需要随机：权重不同，梯度就不同，\
        一步之后隐藏神经元的偏置就是 \(biases)。从 0 开始，加权和的均值为 0，那里 tanh 最陡，ReLU 也有一半让信号通过。
        """)
  }

  private func table(of run: SymmetryRun) -> Table {
    let shown = [0, 1, 2, 10, 100, Self.steps]
    let hidden = (0..<SymmetryRun.hidden).flatMap { neuron in
      ["w₁", "w₂"].enumerated().map { input, name in
        Table.Column(
          Words(en: "neuron \(neuron + 1): \(name)", zh: "神经元 \(neuron + 1)：\(name)"),
          shown.map { run.layer(after: $0).weights[neuron, input] })
      }
    }
    return Table(
      [Table.Column(Words(en: "step", zh: "步数"), shown.map(Double.init))] + hidden
        + [Table.Column(Words(en: "loss", zh: "损失"), shown.map { run.rows[$0].loss })])
  }
}

extension SymmetryRun {
  /// The hidden layer.
  func layer(after step: Int) -> Perceptron.Layer { rows[step].network.layers[0] }
}
