import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says of gradients through many layers and many steps.
extension StructuresLesson {
  /// How far back a table looks.
  private func distances(upTo count: Int) -> [Int] {
    [1, 2, 5, 10, 20].filter { $0 < count } + [count]
  }

  /// The derivatives of the last value, by distance.
  private func table(_ paths: KeyValuePairs<Words, GradientPaths.Path>, _ distance: Words) -> Table
  {
    let count = paths[0].value.values.count - 1
    let distances = distances(upTo: count)
    return Table(
      [Table.Column(distance, distances.map { Double($0) })]
        + paths.map { name, path in
          Table.Column(name, distances.map { path.derivatives[count - $0].value })
        })
  }

  /// The derivative of the first value by the one before it, with its numbers.
  private func derivative(of path: GradientPaths.Path, _ letter: Mathematics) -> Traced {
    path.values[1].gradient(by: [path.values[0]])[0].named(
      .derivative(
        of: .scripts(letter, below: .number("1"), above: nil),
        by: .scripts(letter, below: .number("0"), above: nil)))
  }

  @Document.Parts
  func shortcut(_ paths: GradientPaths) -> [Block] {
    Block.heading(Words(en: "A shortcut and its gradient", zh: "捷径及其梯度"))
    Words(
      en: """
        Training needs the derivative of the last layer by the first, which is the product of those of all layers. A plain \
        layer is F(x) = tanh(w·x), here with one neuron and a weight drawn from −\(weight, .rounded) to \(weight, .rounded); a residual one adds its \
        input, by a shortcut: x + F(x). With F′ for the derivative of F, its own is 1 + F′.
        """,
      zh: """
        训练需要最后一层对第一层的导数，即各层导数的乘积。普通的层为 F(x) = tanh(w·x)，这里只有一个神经元，\
        权重从 −\(weight, .rounded) 到 \(weight, .rounded) 之间抽取；残差层用捷径（shortcut）把输入加上去：x + F(x)，其导数为 1 + F′。
        """)
    for (path, title) in [
      (paths.plain, Words(en: "The first plain layer", zh: "第一个普通层")),
      (paths.residual, Words(en: "The first residual layer", zh: "第一个残差层")),
    ] {
      Block.derivations(title: title, of: [path.values[1], derivative(of: path, "x")])
    }
    Block.table(
      table(
        [
          Words(en: "plain", zh: "普通"): paths.plain,
          Words(en: "residual", zh: "残差"): paths.residual,
        ], Words(en: "layers back", zh: "往回的层数")), name: "layers")
    comparison(
      Words(en: "Through all \(layers) layers", zh: "经过全部 \(layers) 层"), of: paths.plain,
      beside: paths.residual,
      Words(en: "the plain layers leave", zh: "普通层留下"),
      Words(en: "those with a shortcut", zh: "有捷径的层留下"))
  }

  /// What is left of the gradient in two networks.
  private func comparison(
    _ way: Words, of path: GradientPaths.Path, beside other: GradientPaths.Path, _ name: Words,
    _ otherName: Words
  ) -> Words {
    let (a, b) = (path.whole, other.whole)
    let factor = Numerals.rounded.text((b / a).magnitude)
    return Words(
      en: """
        \(way) \(name) \(a, .rounded) of the gradient, \(otherName) \(b, .rounded): \(factor) times as much.
        """,
      zh: "\(way)，\(name)的梯度为 \(a, .rounded)，\(otherName)的为 \(b, .rounded)，是前者的 \(factor) 倍。")
  }

  @Document.Parts
  func memory(_ paths: GradientPaths) -> [Block] {
    Block.heading(Words(en: "A recurrent step, and a gate that keeps", zh: "循环的一步，以及能记住的门"))
    Words(
      en: """
        A recurrent network reads a sequence x₁, x₂, … and keeps a state h. Each step is a layer with the same weights u and w, so \
        over many steps its gradient can vanish as above. An LSTM adds to a cell c instead: g is what is written, a gate i from 0 \
        to 1 says how much of it, and a forget gate f how much of c is kept. The bias of f is \(forgetBias, .rounded) here.
        """,
      zh: """
        循环网络逐步读入序列 x₁、x₂、……，并保存状态 h。每一步都像一层，权重 u 与 w 相同，所以步数一多，梯度同样可能消失。\
        LSTM 则在记忆单元 c 上做加法：g 是要写入的内容，输入门 i（0 到 1）决定写入多少，遗忘门 f 决定保留 c 的多少；这里 f 的偏置为 \(forgetBias, .rounded)。
        """)
    Block.derivations(
      title: Words(en: "The first recurrent step", zh: "循环网络的第一步"),
      of: [paths.recurrent.values[1], derivative(of: paths.recurrent, "h")])
    Block.derivations(
      title: Words(en: "The first step of the LSTM’s cell", zh: "LSTM 记忆单元的第一步"),
      of: [paths.cell.values[1], derivative(of: paths.cell, "c")])
    Words(
      en: """
        So the gradient of c is multiplied by f in each step; as the gates see the state that is made of c, further parts are \
        added to it.
        """,
      zh: "所以每往回一步，c 的梯度乘以 f；由于各个门还看到由 c 得到的状态，另有其他部分加上去。")
    Block.table(
      table(
        [
          Words(en: "recurrent", zh: "循环网络"): paths.recurrent, "LSTM": paths.cell,
        ], Words(en: "steps back", zh: "往回的步数")), name: "steps")
    comparison(
      Words(en: "Through all \(steps) steps", zh: "经过全部 \(steps) 步"), of: paths.recurrent,
      beside: paths.cell, Words(en: "the recurrent state leaves", zh: "循环状态留下"),
      Words(en: "the cell", zh: "记忆单元留下"))
    Block.figure(figure(of: paths), name: Self.name)
  }
}
