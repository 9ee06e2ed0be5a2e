import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says in words, formulas and numbers.
extension BackpropLesson {
  func introduction(of pass: TracedPass) -> Words {
    func text(_ quantities: [Traced]) -> Words {
      quantities.map { "\($0.derivation())" }.joined(separator: Words(en: " and ", zh: "、"))
    }
    let (inputs, targets) = (pass.sample.inputs, pass.sample.targets)
    let η = Numerals.rounded.text(learningRate)
    return Words(
      en: """
        Two inputs, two hidden neurons, two outputs: the example of course section 3.2. \
        From the inputs \(text(inputs)) the outputs should become \
        \(text(targets)). Backpropagation finds how the error E changes with each weight, and \
        gradient descent with η = \(η) then moves each weight against it.
        """,
      zh: """
        两个输入、两个隐藏神经元、两个输出：课程 3.2 节的例子。\
        输入为 \(text(inputs)) 时，希望输出 \(text(targets))。\
        反向传播求出误差 E 随每个权重如何变化，再用梯度下降（η = \(η)）更新权重。
        """)
  }

  func formulas(of pass: TracedPass) -> [Document.Formula] {
    let quantities = [
      pass.forward.net[0][0], pass.forward.out[0][0], pass.forward.errors[0],
      pass.forward.error, pass.backward.δ[1][0], pass.backward.δ[0][0],
      pass.backward.gradient.weights[0], pass.updated.weights[0],
    ]
    let meanings = [
      Words(en: "a neuron adds its weighted inputs and a bias", zh: "神经元：输入的加权和加上偏置"),
      Words(en: "the sigmoid puts the sum between 0 and 1", zh: "sigmoid 把它压到 0 与 1 之间"),
      Words(en: "half the squared error of an output", zh: "一个输出的误差（平方的一半）"),
      Words(en: "the error of the network", zh: "网络的总误差"),
      Words(en: "how E changes with net, at an output", zh: "输出层：E 对 net 的导数"),
      Words(en: "the same, at a hidden neuron", zh: "隐藏层：E 对 net 的导数"),
      Words(en: "how E changes with a weight", zh: "E 对权重的导数"),
      Words(en: "the weight after one step", zh: "更新一次之后的权重"),
    ]
    return zip(quantities, meanings).map { (Words(math: $0.equation), $1) }
  }

  func forwardDerivations(of forward: ForwardPass<Traced>) -> [Block] {
    let (net, out) = (forward.net, forward.out)
    return [
      .derivations(title: Words(en: "Hidden layer", zh: "隐藏层"), of: net[0] + out[0]),
      .derivations(title: Words(en: "Output layer", zh: "输出层"), of: net[1] + out[1]),
      .derivations(title: Words(en: "Error", zh: "误差"), of: forward.errors + [forward.error]),
    ]
  }

  /// The paths from a weight to the error with all their factors, and the figure of them.
  @Document.Parts
  func chain(of weight: Weight, in pass: TracedPass) -> [Block] {
    let rule = pass.chainRule(of: weight)
    let (name, count) = (weight.symbol.text, rule.paths.count)
    Block.heading(Words(en: "The chain rule for \(name)", zh: "\(name) 的链式法则"))
    if count == 1 {
      Words(
        en:
          "One path leads from \(name) to the error. Each arrow on it is a factor of ∂E/∂\(name).",
        zh: "从 \(name) 到误差只有一条路径，路径上的每个箭头是 ∂E/∂\(name) 的一个因子。")
    } else {
      Words(
        en: """
          There are \(count) paths from \(name) to the error. Each is a product of factors, one \
          an arrow, and ∂E/∂\(name) is the sum of the products.
          """,
        zh: """
          从 \(name) 到误差有 \(count) 条路径。每条路径是各箭头的因子之积，\
          ∂E/∂\(name) 是这些积之和。
          """)
    }
    for (path, product) in zip(rule.paths, count == 1 ? [rule.derivative] : rule.products) {
      let way = path.quantities.reversed().map { $0.name(Notation(.numbered)) }
      Block.derivations(title: Words(way.joined(separator: " → ")), of: path.factors + [product])
    }
    if count > 1 {
      Block.derivations(title: Words(en: "Sum over the paths", zh: "各路径之和"), of: [rule.derivative])
    }
    Block.figure(figure(of: weight, in: pass), name: "\(Self.name)-\(weight.rawValue)")
  }

  /// All derivatives and the first update.
  @Document.Parts
  func gradients(of pass: TracedPass) -> [Block] {
    Block.heading(Words(en: "All gradients, back from the error", zh: "从误差往回求所有梯度"))
    Words(
      en: """
        The paths share their factors next to the error. Backpropagation calculates these \
        once, as one δ = ∂E/∂net for each neuron: first at the outputs, then at the \
        hidden neurons with the weights between, as they were in the forward pass.
        """,
      zh: """
        各路径在靠近误差的一端有公共因子。反向传播对每个神经元只算一次 δ = ∂E/∂net：\
        先算输出层，再通过中间的权重（前向传播时的值）算隐藏层。
        """)
    Block.derivations(
      title: Words(en: "Output layer, then hidden layer", zh: "先输出层，后隐藏层"),
      of: pass.backward.δ.reversed().flatMap(\.self))
    Block.derivations(
      title: Words(en: "Weights and biases", zh: "权重与偏置"), of: pass.backward.gradient.all)
    Block.heading(Words(en: "The first update", zh: "第一次更新"))
    Block.derivations(
      title: Words(en: "Against the gradient", zh: "沿梯度的反方向"), of: pass.updated.weights)
    Block.table(updates(of: pass), name: "\(Self.name)-updates")
    Words(
      en: """
        The biases keep their values, as in the course’s example. Their gradients are known \
        all the same, and in the second run of the training below they learn too.
        """,
      zh: "与课程的例子一样，偏置保持不变。它们的梯度也已求出，在下面训练的第二种情形中，偏置同样更新。")
  }

  /// Each weight and bias with its gradient, in full precision.
  private func updates(of pass: TracedPass) -> Table {
    let names = Weight.allCases.map { Words(math: $0.symbol.mathematics) }
    return Table([
      Table.Column(Words(en: "parameter", zh: "参数"), texts: names),
      Table.Column(Words(en: "value", zh: "原值"), pass.parameters.all.map(\.value)),
      Table.Column(Words(en: "gradient", zh: "梯度"), pass.backward.gradient.all.map(\.value)),
      Table.Column(Words(en: "new value", zh: "新值"), pass.updated.all.map(\.value)),
    ])
  }

  @Document.Parts
  var trainingBlocks: [Block] {
    let (weightsOnly, withBiases) = (run(updatesBiases: false), run(updatesBiases: true))
    Block.heading(Words(en: "Training", zh: "训练"))
    Block.table(trainingTable(weightsOnly, withBiases), name: Self.name)
    result(weightsOnly, withBiases)
    comparison(of: weightsOnly)
    Block.figure(trainingFigure(weightsOnly, withBiases), name: "\(Self.name)-training")
  }

  /// The steps that are shown: powers of ten, the first two, and the last.
  var shownSteps: [Int] { [0, 1, 2, 10, 100, 1000].filter { $0 < steps } + [steps] }

  private func trainingTable(_ weightsOnly: [Row], _ withBiases: [Row]) -> Table {
    func columns(of rows: [Row], _ note: Words) -> [Table.Column] {
      let passes = shownSteps.map { rows[$0].pass }
      return [
        Table.Column("E\(note)", passes.map(\.error)),
        Table.Column("outₒ₁\(note)", passes.map { $0.outputs[0] }),
        Table.Column("outₒ₂\(note)", passes.map { $0.outputs[1] }),
      ]
    }
    return Table(
      [Table.Column(Words(en: "step", zh: "步数"), shownSteps.map(Double.init))]
        + columns(of: weightsOnly, "")
        + columns(of: withBiases, Words(en: " with biases", zh: "（含偏置）")))
  }

  private func result(_ weightsOnly: [Row], _ withBiases: [Row]) -> Words {
    let errors = [weightsOnly[0], weightsOnly[steps], withBiases[steps]].map {
      Numerals.rounded.text($0.pass.error)
    }
    return Words(
      en: """
        In \(counted(steps, "step")) the error goes from \(errors[0]) to \(errors[1]); where the biases \
        learn too, to \(errors[2]).
        """,
      zh: "训练 \(steps) 步，误差从 \(errors[0]) 变为 \(errors[1])；若偏置也更新，则为 \(errors[2])。")
  }

  /// The error after so many steps of the course's example in PyTorch 2.13, the weights alone being trained.
  private static let printedByPyTorch: [(step: Int, error: String)] = [
    (0, "0.29837111"), (1, "0.29102777"), (100, "0.02004683"), (10_000, "0.00003510"),
  ]

  /// Compares with PyTorch; nil where the learning rate is not the course's.
  private func comparison(of weightsOnly: [Row]) -> Words? {
    guard learningRate == Self.courseRate else { return nil }
    let printed = Self.printedByPyTorch.filter { $0.step <= steps }
    let (counts, theirs) = (printed.map { "\($0.step)" }, printed.map(\.error))
    let ours = printed.map { Numerals.fixed(8).text(weightsOnly[$0.step].pass.error) }
    let same = ours == theirs
    return Words(
      en: """
        PyTorch prints E = \(theirs.listed) after \(counts.listed) steps of the weights alone; here it is \
        \(ours.listed): \(same ? "the same digits." : "not the same.")
        """,
      zh: """
        只训练权重时，PyTorch 在 \(counts.listed) 步后打印的 E 是 \(theirs.listed)；\
        这里算得 \(ours.listed)：\(same ? "完全一致。" : "并不一致。")
        """)
  }
}
