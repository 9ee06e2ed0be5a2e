import Formulas
import Networks

/// The known mistakes with backpropagation.
enum BackpropMistakes {
  static let all = ofStep + ofPaths + ofSlopes + ofError + ofLayout + ofNeurons

  private static let (hidden, output) = (BackpropEdits.hidden, BackpropEdits.output)
  private static let weights = DenseNetwork.course.weights

  private static let ofStep: [Variant] = [
    .mistake(
      "hidden-from-updated",
      "w₅ to w₈ are updated first, and the gradient of w₁ to w₄ is taken with the new ones",
      "先更新了 w₅ 到 w₈，再用更新后的值求 w₁ 到 w₄ 的梯度",
      .each(output.connections, \.netBySource) {
        ($0[$1.weight] - $0.η * $0[$1.errorByWeight]).named($1.weight, $0.step)
      }),
    .mistake(
      "uphill",
      "the step has the wrong sign: η·∂E/∂w is added where it is to be subtracted",
      "更新的符号反了：应当减去 η·∂E/∂w，却加上了",
      BackpropEdits.uphill),
    DescentMistakes.noLearningRate(.quantities(weights) { $0.right.without("η") }),
    DescentMistakes.learningRateTwice(
      .quantities(weights) { $0.right.replacing("η", by: $0.η * $0.η) }),
    .mistake(
      "gradients-accumulate",
      "the gradients of earlier steps are added up, as without PyTorch’s zero_grad()",
      "梯度与前面各步的累加了，就像漏了 PyTorch 的 zero_grad()",
      .quantities(
        (weights + DenseNetwork.course.biases).map { Symbol(derivativeOf: "E", by: $0.name) }
      ) { scope in
        scope.before(scope.symbol).map { $0 + scope.right } ?? scope.right
      }),
    .mistake(
      "hidden-frozen",
      "only w₅ to w₈ are updated; w₁ to w₄ stay as they are",
      "只更新了 w₅ 到 w₈，w₁ 到 w₄ 没有更新",
      .quantities(hidden.connections.map(\.weight)) { $0.right.operands[0] }),
  ]

  private static let ofPaths: [Variant] = [
    .mistake(
      "only-path-of-o1",
      "of the two paths from a hidden neuron to the error, only the one through o₁ is taken",
      "从隐藏神经元到误差有两条路径，只算了经过 o₁ 的一条",
      BackpropEdits.paths { $0.right.operands[0] }),
    .mistake(
      "only-path-of-o2",
      "of the two paths from a hidden neuron to the error, only the one through o₂ is taken",
      "从隐藏神经元到误差有两条路径，只算了经过 o₂ 的一条",
      BackpropEdits.paths { $0.right.operands[1] }),
    .mistake(
      "only-straight-paths",
      "only one path is taken from each hidden neuron: from h₁ through o₁, from h₂ through o₂",
      "每个隐藏神经元只算了一条路径：h₁ 经过 o₁，h₂ 经过 o₂",
      BackpropEdits.paths { $0.right.operands[$0.symbol == "dE_dout_h1" ? 0 : 1] }),
    .mistake(
      "weights-transposed-backward",
      "w₆ and w₇ are exchanged on the way back: the matrix of weights is not transposed there, or twice",
      "反向传播时 w₆ 与 w₇ 用反了：权重矩阵该转置而没有转置，或转置了两次",
      BackpropEdits.transposedBackward),
    .mistake(
      "path-without-weights",
      "the weights w₅ to w₈ are missing from the paths from the hidden neurons to the error",
      "从隐藏神经元到误差的路径上漏了权重 w₅ 到 w₈",
      .quantities(output.connections.map(\.errorBySource)) { $0.right.operands[0] }),
    .mistake(
      "path-without-output-slope",
      "on the paths from the hidden neurons the slope ∂out/∂net of the outputs is missing",
      "从隐藏神经元出发的路径上漏了输出神经元的 ∂out/∂net",
      .each(output.connections, \.errorBySource) {
        $0.right.replacing($1.target.δ, by: $0[$1.target.errorByOut])
      }),
  ]

  private static let ofSlopes: [Variant] = [
    .mistake(
      "slope-at-net",
      "the slope of the sigmoid is net·(1 − net) where out·(1 − out) belongs",
      "sigmoid 的导数写成了 net·(1 − net)，应当是 out·(1 − out)",
      BackpropEdits.slopesAtNet(BackpropEdits.neurons)),
    .mistake(
      "output-slope-at-net",
      "the slope of the sigmoid is net·(1 − net) at the outputs, where out·(1 − out) belongs",
      "输出层 sigmoid 的导数写成了 net·(1 − net)，应当是 out·(1 − out)",
      BackpropEdits.slopesAtNet(output.neurons)),
    .mistake(
      "hidden-slope-at-net",
      "the slope of the sigmoid is net·(1 − net) at the hidden neurons, where out·(1 − out) belongs",
      "隐藏层 sigmoid 的导数写成了 net·(1 − net)，应当是 out·(1 − out)",
      BackpropEdits.slopesAtNet(hidden.neurons)),
    .mistake(
      "slope-at-out",
      "the slope of the sigmoid is taken at out where net belongs: σ(out)·(1 − σ(out))",
      "求 sigmoid 的导数时代入了 out，应当代入 net：成了 σ(out)·(1 − σ(out))",
      BackpropEdits.slopes { $0.right.replacing($1.out, by: .sigmoid($0[$1.out])) }),
    .mistake(
      "slope-of-tanh",
      "the slope is 1 − out², which is that of tanh, not of the sigmoid",
      "导数用了 1 − out²，那是 tanh 的，不是 sigmoid 的",
      BackpropEdits.slopes { 1 - .pow($0[$1.out], 2) }),
    .mistake(
      "slope-missing",
      "the slope ∂out/∂net of the sigmoid is missing, both at the outputs and at the hidden neurons",
      "输出层和隐藏层都漏了 sigmoid 的导数 ∂out/∂net",
      BackpropEdits.withoutSlope(BackpropEdits.neurons)),
    .mistake(
      "output-slope-missing",
      "the slope ∂out/∂net is missing at the outputs, as is right for the cross-entropy, not for the squared error",
      "输出层漏了 ∂out/∂net；交叉熵的梯度才是这样，平方误差不是",
      BackpropEdits.withoutSlope(output.neurons)),
    .mistake(
      "hidden-slope-missing",
      "the slope ∂out/∂net is missing at the hidden neurons",
      "隐藏层漏了 ∂out/∂net",
      BackpropEdits.withoutSlope(hidden.neurons)),
  ]

  private static let ofError: [Variant] = [
    .mistake(
      "half-missing",
      "the ½ is missing: E is the sum of (t − out)², and the gradient is twice as large",
      "漏了 ½：E 成了 (t − out)² 之和，梯度也大了一倍",
      BackpropEdits.errorDoubled, BackpropEdits.errorSlopes { 2 * $0.right }),
    .mistake(
      "half-missing-in-error",
      "the ½ is missing from E, though not from the gradient",
      "E 漏了 ½，梯度里却没有漏",
      BackpropEdits.errorDoubled),
    .mistake(
      "gradient-of-square-without-half",
      "the gradient is that of (t − out)², twice as large as that of ½·(t − out)²",
      "求的是 (t − out)² 的梯度，是 ½·(t − out)² 的两倍",
      BackpropEdits.errorSlopes { 2 * $0.right }),
    .mistake(
      "target-minus-output",
      "∂E/∂out is t − out where out − t belongs, so that the error grows",
      "∂E/∂out 写成了 t − out，应当是 out − t，于是误差越来越大",
      BackpropEdits.targetMinusOutput),
    .mistake(
      "mean-over-outputs",
      "E is the mean of the two errors where their sum belongs, and the gradient is half as large",
      "E 取了两个误差的平均，应当取和，梯度也小了一半",
      .replace("E") { $0.right / 2 }, BackpropEdits.errorSlopes { $0.right / 2 }),
  ]

  private static let ofLayout: [Variant] = [
    .mistake(
      "weights-transposed",
      "the weights are laid out the other way: w₂ and w₃ are exchanged, and w₆ and w₇",
      "权重的排列反了：w₂ 与 w₃ 对调，w₆ 与 w₇ 对调",
      BackpropEdits.transposedForward(hidden), BackpropEdits.transposedForward(output),
      BackpropEdits.transposedBackward, BackpropEdits.transposedGradient(hidden),
      BackpropEdits.transposedGradient(output)),
    .mistake(
      "weights-transposed-forward",
      "the weights are laid out the other way in the forward pass: w₂ and w₃ are exchanged there, and w₆ and w₇",
      "前向计算时权重的排列反了：w₂ 与 w₃ 对调，w₆ 与 w₇ 对调",
      BackpropEdits.transposedForward(hidden), BackpropEdits.transposedForward(output)),
    .mistake(
      "output-weights-transposed",
      "w₆ and w₇ are exchanged: w₆ leads from h₂ to o₁, and w₇ from h₁ to o₂",
      "w₆ 与 w₇ 对调了：w₆ 应当从 h₂ 到 o₁，w₇ 应当从 h₁ 到 o₂",
      BackpropEdits.transposedForward(output), BackpropEdits.transposedBackward,
      BackpropEdits.transposedGradient(output)),
    .mistake(
      "gradient-transposed", of: "dE_dw6",
      "the gradient is laid out the other way: that of w₂ goes to w₃, that of w₆ to w₇, and back",
      "梯度矩阵转置了：w₂ 与 w₃ 的梯度对调，w₆ 与 w₇ 的也对调",
      BackpropEdits.transposedGradient(output), BackpropEdits.transposedGradient(hidden)),
  ]

  private static let ofNeurons: [Variant] = [
    .mistake(
      "gradient-with-own-output",
      "the gradient of w₅ to w₈ has the output of the neuron behind the weight where that before it belongs",
      "w₅ 到 w₈ 的梯度乘了权重之后的神经元的输出，应当乘权重之前的",
      .each(output.connections, \.errorByWeight) { $0[$1.target.δ] * $0[$1.target.out] }),
    .mistake(
      "input-missing",
      "the last factor is missing from the gradient of w₁ to w₄: the input",
      "w₁ 到 w₄ 的梯度漏了最后一个因子：输入",
      .quantities(hidden.connections.map(\.errorByWeight)) { $0.right.operands[0] }),
    .mistake(
      "biases-missing",
      "the biases are missing from the weighted sums",
      "加权和漏了偏置",
      .quantities((hidden.neurons + output.neurons).map(\.net)) { $0.right.operands[0] }),
    .mistake(
      "sigmoid-of-minus-net",
      "the sigmoid has the wrong sign: 1/(1 + exp(net)) where 1/(1 + exp(−net)) belongs",
      "sigmoid 的符号反了：写成了 1/(1 + exp(net))，应当是 1/(1 + exp(−net))",
      .quantities((hidden.neurons + output.neurons).map(\.out)) {
        .sigmoid(-$0.right.operands[0])
      }),
    .mistake(
      "tanh-for-sigmoid",
      "the neurons have tanh where the sigmoid belongs, with the slope of tanh, 1 − out²",
      "神经元用了 tanh，应当是 sigmoid；导数也用了 tanh 的 1 − out²",
      .quantities((hidden.neurons + output.neurons).map(\.out)) { .tanh($0.right.operands[0]) },
      BackpropEdits.slopes { 1 - .pow($0[$1.out], 2) }),
    .mistake(
      "outputs-not-activated",
      "the outputs go without the sigmoid: out is net",
      "输出层没有用 sigmoid：out 就是 net",
      .quantities(output.neurons.map(\.out)) { $0.right.operands[0] },
      .quantities(output.neurons.map(\.slope)) { _ in 1 }),
  ]
}
