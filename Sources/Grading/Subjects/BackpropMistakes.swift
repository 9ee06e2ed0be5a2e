import Formulas

extension BackpropRecipe {
  static let mistakes = stepMistakes + pathMistakes + slopeMistakes + errorMistakes + layoutMistakes

  private static let stepMistakes: [Variant] = [
    .mistake(
      "hidden-from-updated", "dnet_o1_dout_h1",
      en: "w₅ to w₈ are updated first, and the gradient of w₁ to w₄ is taken with the new ones",
      zh: "先更新了 w₅ 到 w₈，再用更新后的值求 w₁ 到 w₄ 的梯度",
      Recipe(
        from: [:],
        forward + outputFactors + outputGradient + outputUpdate + hiddenFactors + hiddenGradient
          + biasGradient + hiddenUpdate + biasesKept,
        by: { $0.train($1) })),
    .mistake(
      "uphill", "w1",
      en: "the step has the wrong sign: η·∂E/∂w is added where it is to be subtracted",
      zh: "更新的符号反了：应当减去 η·∂E/∂w，却加上了",
      right.replacing(update { w, η, gradient in w + η * gradient })),
    .mistake(
      "no-learning-rate", "w1",
      en: "the learning rate η is missing from the step",
      zh: "更新时漏了学习率 η",
      right.replacing(update { w, _, gradient in w - gradient })),
    .mistake(
      "learning-rate-twice", "w1",
      en: "the learning rate η is applied twice",
      zh: "学习率 η 乘了两次",
      right.replacing(update { w, η, gradient in w - η * η * gradient })),
    .mistake(
      "gradients-accumulate", "dE_dw1",
      en: "the gradients of earlier steps are added up, as without PyTorch’s zero_grad()",
      zh: "梯度与前面各步的累加了，就像漏了 PyTorch 的 zero_grad()",
      accumulating),
    .mistake(
      "hidden-frozen", "w1",
      en: "only w₅ to w₈ are updated; w₁ to w₄ stay as they are",
      zh: "只更新了 w₅ 到 w₈，w₁ 到 w₄ 没有更新",
      right.replacing(update(1...4) { w, _, _ in w })),
  ]

  private static let pathMistakes: [Variant] = [
    .mistake(
      "only-path-of-o1", "dE_dout_h1",
      en: "of the two paths from a hidden neuron to the error, only the one through o₁ is taken",
      zh: "从隐藏神经元到误差有两条路径，只算了经过 o₁ 的一条",
      right.replacing("dE_dout_h1") { $0.dE_o1_dout_h1 }
        .replacing("dE_dout_h2") { $0.dE_o1_dout_h2 }),
    .mistake(
      "only-path-of-o2", "dE_dout_h1",
      en: "of the two paths from a hidden neuron to the error, only the one through o₂ is taken",
      zh: "从隐藏神经元到误差有两条路径，只算了经过 o₂ 的一条",
      right.replacing("dE_dout_h1") { $0.dE_o2_dout_h1 }
        .replacing("dE_dout_h2") { $0.dE_o2_dout_h2 }),
    .mistake(
      "only-straight-paths", "dE_dout_h1",
      en: "only one path is taken from each hidden neuron: from h₁ through o₁, from h₂ through o₂",
      zh: "每个隐藏神经元只算了一条路径：h₁ 经过 o₁，h₂ 经过 o₂",
      right.replacing("dE_dout_h1") { $0.dE_o1_dout_h1 }
        .replacing("dE_dout_h2") { $0.dE_o2_dout_h2 }),
    .mistake(
      "weights-transposed-backward", "dnet_o1_dout_h2",
      en:
        "w₆ and w₇ are exchanged on the way back: the matrix of weights is not transposed there, or twice",
      zh: "反向传播时 w₆ 与 w₇ 用反了：权重矩阵该转置而没有转置，或转置了两次",
      right.replacing("dnet_o1_dout_h2") { $0.w7 }.replacing("dnet_o2_dout_h1") { $0.w6 }),
    .mistake(
      "path-without-weights", "dE_o1_dout_h1",
      en: "the weights w₅ to w₈ are missing from the paths from the hidden neurons to the error",
      zh: "从隐藏神经元到误差的路径上漏了权重 w₅ 到 w₈",
      right.replacing("dE_o1_dout_h1") { $0.dE_dnet_o1 }
        .replacing("dE_o1_dout_h2") { $0.dE_dnet_o1 }
        .replacing("dE_o2_dout_h1") { $0.dE_dnet_o2 }
        .replacing("dE_o2_dout_h2") { $0.dE_dnet_o2 }),
    .mistake(
      "path-without-output-slope", "dE_o1_dout_h1",
      en: "on the paths from the hidden neurons the slope ∂out/∂net of the outputs is missing",
      zh: "从隐藏神经元出发的路径上漏了输出神经元的 ∂out/∂net",
      right.replacing("dE_o1_dout_h1") { $0.dE_dout_o1 * $0.dnet_o1_dout_h1 }
        .replacing("dE_o1_dout_h2") { $0.dE_dout_o1 * $0.dnet_o1_dout_h2 }
        .replacing("dE_o2_dout_h1") { $0.dE_dout_o2 * $0.dnet_o2_dout_h1 }
        .replacing("dE_o2_dout_h2") { $0.dE_dout_o2 * $0.dnet_o2_dout_h2 }),
  ]

  private static let slopeMistakes: [Variant] = [
    .mistake(
      "slope-at-net", "dout_o1_dnet_o1",
      en: "the slope of the sigmoid is net·(1 − net) where out·(1 − out) belongs",
      zh: "sigmoid 的导数写成了 net·(1 − net)，应当是 out·(1 − out)",
      right.replacing(slopes { _, net in net * (1 - net) })),
    .mistake(
      "output-slope-at-net", "dout_o1_dnet_o1",
      en: "the slope of the sigmoid is net·(1 − net) at the outputs, where out·(1 − out) belongs",
      zh: "输出层 sigmoid 的导数写成了 net·(1 − net)，应当是 out·(1 − out)",
      right.replacing(slopes(of: ["o1", "o2"]) { _, net in net * (1 - net) })),
    .mistake(
      "hidden-slope-at-net", "dout_h1_dnet_h1",
      en:
        "the slope of the sigmoid is net·(1 − net) at the hidden neurons, where out·(1 − out) belongs",
      zh: "隐藏层 sigmoid 的导数写成了 net·(1 − net)，应当是 out·(1 − out)",
      right.replacing(slopes(of: ["h1", "h2"]) { _, net in net * (1 - net) })),
    .mistake(
      "slope-at-out", "dout_o1_dnet_o1",
      en: "the slope of the sigmoid is taken at out where net belongs: σ(out)·(1 − σ(out))",
      zh: "求 sigmoid 的导数时代入了 out，应当代入 net：成了 σ(out)·(1 − σ(out))",
      right.replacing(slopes { out, _ in .sigmoid(out) * (1 - .sigmoid(out)) })),
    .mistake(
      "slope-of-tanh", "dout_o1_dnet_o1",
      en: "the slope is 1 − out², which is that of tanh, not of the sigmoid",
      zh: "导数用了 1 − out²，那是 tanh 的，不是 sigmoid 的",
      right.replacing(slopes { out, _ in 1 - .pow(out, 2) })),
    .mistake(
      "slope-missing", "dE_dnet_o1",
      en:
        "the slope ∂out/∂net of the sigmoid is missing, both at the outputs and at the hidden neurons",
      zh: "输出层和隐藏层都漏了 sigmoid 的导数 ∂out/∂net",
      right.replacing(withoutSlope(of: ["o1", "o2", "h1", "h2"]))),
    .mistake(
      "output-slope-missing", "dE_dnet_o1",
      en:
        "the slope ∂out/∂net is missing at the outputs, as is right for the cross-entropy, not for the squared error",
      zh: "输出层漏了 ∂out/∂net；交叉熵的梯度才是这样，平方误差不是",
      right.replacing(withoutSlope(of: ["o1", "o2"]))),
    .mistake(
      "hidden-slope-missing", "dE_dnet_h1",
      en: "the slope ∂out/∂net is missing at the hidden neurons",
      zh: "隐藏层漏了 ∂out/∂net",
      right.replacing(withoutSlope(of: ["h1", "h2"]))),
  ]

  private static let errorMistakes: [Variant] = [
    .mistake(
      "half-missing", "E_o1",
      en: "the ½ is missing: E is the sum of (t − out)², and the gradient is twice as large",
      zh: "漏了 ½：E 成了 (t − out)² 之和，梯度也大了一倍",
      right.replacing(errors { .pow($0, 2) }).replacing(errorSlopes { 2 * ($1 - $0) })),
    .mistake(
      "half-missing-in-error", "E_o1",
      en: "the ½ is missing from E, though not from the gradient",
      zh: "E 漏了 ½，梯度里却没有漏",
      right.replacing(errors { .pow($0, 2) })),
    .mistake(
      "gradient-of-square-without-half", "dE_dout_o1",
      en: "the gradient is that of (t − out)², twice as large as that of ½·(t − out)²",
      zh: "求的是 (t − out)² 的梯度，是 ½·(t − out)² 的两倍",
      right.replacing(errorSlopes { 2 * ($1 - $0) })),
    .mistake(
      "target-minus-output", "dE_dout_o1",
      en: "∂E/∂out is t − out where out − t belongs, so that the error grows",
      zh: "∂E/∂out 写成了 t − out，应当是 out − t，于是误差越来越大",
      right.replacing(errorSlopes { $0 - $1 })),
    .mistake(
      "mean-over-outputs", "E",
      en:
        "E is the mean of the two errors where their sum belongs, and the gradient is half as large",
      zh: "E 取了两个误差的平均，应当取和，梯度也小了一半",
      right.replacing("E") { ($0.E_o1 + $0.E_o2) / 2 }
        .replacing(errorSlopes { ($1 - $0) / 2 })),
  ]

  private static let layoutMistakes: [Variant] = [
    .mistake(
      "weights-transposed", "net_h1",
      en: "the weights are laid out the other way: w₂ and w₃ are exchanged, and w₆ and w₇",
      zh: "权重的排列反了：w₂ 与 w₃ 对调，w₆ 与 w₇ 对调",
      right.replacing(transposedHidden + transposedOutput)),
    .mistake(
      "output-weights-transposed", "net_o1",
      en: "w₆ and w₇ are exchanged: w₆ leads from h₂ to o₁, and w₇ from h₁ to o₂",
      zh: "w₆ 与 w₇ 对调了：w₆ 应当从 h₂ 到 o₁，w₇ 应当从 h₁ 到 o₂",
      right.replacing(transposedOutput)),
    .mistake(
      "gradient-transposed", "dE_dw6",
      en:
        "the gradient is laid out the other way: that of w₂ goes to w₃, that of w₆ to w₇, and back",
      zh: "梯度矩阵转置了：w₂ 与 w₃ 的梯度对调，w₆ 与 w₇ 的也对调",
      right.replacing("dE_dw2") { $0.dE_dnet_h2 * $0.i1 }
        .replacing("dE_dw3") { $0.dE_dnet_h1 * $0.i2 }
        .replacing("dE_dw6") { $0.dE_dnet_o2 * $0.out_h1 }
        .replacing("dE_dw7") { $0.dE_dnet_o1 * $0.out_h2 }),
    .mistake(
      "gradient-with-own-output", "dE_dw5",
      en:
        "the gradient of w₅ to w₈ has the output of the neuron behind the weight where that before it belongs",
      zh: "w₅ 到 w₈ 的梯度乘了权重之后的神经元的输出，应当乘权重之前的",
      right.replacing("dE_dw5") { $0.dE_dnet_o1 * $0.out_o1 }
        .replacing("dE_dw6") { $0.dE_dnet_o1 * $0.out_o1 }
        .replacing("dE_dw7") { $0.dE_dnet_o2 * $0.out_o2 }
        .replacing("dE_dw8") { $0.dE_dnet_o2 * $0.out_o2 }),
    .mistake(
      "input-missing", "dE_dw1",
      en: "the last factor is missing from the gradient of w₁ to w₄: the input",
      zh: "w₁ 到 w₄ 的梯度漏了最后一个因子：输入",
      right.replacing("dE_dw1") { $0.dE_dnet_h1 }.replacing("dE_dw2") { $0.dE_dnet_h1 }
        .replacing("dE_dw3") { $0.dE_dnet_h2 }.replacing("dE_dw4") { $0.dE_dnet_h2 }),
    .mistake(
      "biases-missing", "net_h1",
      en: "the biases are missing from the weighted sums",
      zh: "加权和漏了偏置",
      right.replacing("net_h1") { $0.w1 * $0.i1 + $0.w2 * $0.i2 }
        .replacing("net_h2") { $0.w3 * $0.i1 + $0.w4 * $0.i2 }
        .replacing("net_o1") { $0.w5 * $0.out_h1 + $0.w6 * $0.out_h2 }
        .replacing("net_o2") { $0.w7 * $0.out_h1 + $0.w8 * $0.out_h2 }),
    .mistake(
      "sigmoid-of-minus-net", "out_h1",
      en: "the sigmoid has the wrong sign: 1/(1 + exp(net)) where 1/(1 + exp(−net)) belongs",
      zh: "sigmoid 的符号反了：写成了 1/(1 + exp(net))，应当是 1/(1 + exp(−net))",
      right.replacing(activations(["h1", "h2", "o1", "o2"]) { .sigmoid(-$0) })),
    .mistake(
      "outputs-not-activated", "out_o1",
      en: "the outputs go without the sigmoid: out is net",
      zh: "输出层没有用 sigmoid：out 就是 net",
      right.replacing(activations(["o1", "o2"]) { $0 })
        .replacing("dout_o1_dnet_o1") { _ in 1 }.replacing("dout_o2_dnet_o2") { _ in 1 }),
  ]
}
