import Formulas
import Words

extension Declaration {
  /// Softmax regression, section 5 of the course's document 000.
  public static let softmax = Declaration(
    "softmax", title: Words(en: "Softmax regression", zh: "Softmax 回归"),
    source:
      "Bridle 1990; course document 000, section 5; torch.nn.CrossEntropyLoss after torch.nn.Linear",
    hyperparameters: [
      Hyperparameter(
        list: "x", "inputs", en: "the inputs, sample after sample", zh: "输入，逐个样本给出",
        course: [1, 2, -1, 1.5, 0.5, -1]),
      Hyperparameter(
        list: "y", "classes", en: "the right class of each sample, counted from 1",
        zh: "每个样本的正确类别，从 1 数起",
        .counts(1...9), course: [3, 1, 2]),
      Hyperparameter(
        list: "w", "weights", en: "the weights at the start, class after class, one for each input",
        zh: "权重的初值，逐个类别给出，每个输入一个", course: [0.3, 0.4, -0.2, 0.5, 0.1, -0.3]),
      Hyperparameter(
        list: "b", "biases", en: "the biases at the start, one for each class", zh: "偏置的初值，每个类别一个",
        course: [0.1, 0, -0.1]), .learningRate(course: 0.5, torch: 0.001),
    ],
    quantities: [
      Quantity(
        "z", en: "a score (logit): z₂₁ is that of class 1 for sample 2",
        zh: "得分（logit）：z₂₁ 是样本 2 对类别 1 的得分", "logit", "logits", "score", "scores", "得分"),
      Quantity(
        "s", en: "the score less the largest of its sample", zh: "得分减去该样本的最大得分", "shifted",
        "z_shifted",
        "z_shift", "shift"),
      Quantity("e", en: "the exponential of that", zh: "它的指数", "exp", "exp_z", "ez", "power"),
      Quantity("Σ", en: "the sum of a sample’s exponentials", zh: "该样本各指数之和", "sum", "sum_exp"),
      Quantity(
        "p", en: "the probability of a class", zh: "该类别的概率", "softmax", "prob", "probs",
        "probability",
        "y_hat", "a", "概率"),
      Quantity(
        "L", en: "the cross-entropy of a sample; without a number their mean",
        zh: "样本的交叉熵；不带编号的是平均值", "loss", "ce", "cross_entropy", "J", "cost", "损失"),
      Quantity(
        .gradient(by: "z"), en: "how the mean of the losses changes with a score", zh: "平均损失对得分的导数",
        "grad_z", "dL_dz", "dlogits", "grad_logits", "delta"),
      Quantity(
        .gradient(by: "w"), en: "how it changes with a weight", zh: "平均损失对权重的导数", "grad_w", "dL_dw",
        "gw"),
      Quantity(
        .gradient(by: "b"), en: "how it changes with a bias", zh: "平均损失对偏置的导数", "grad_b", "dL_db",
        "gb"),
      Quantity(
        "w", en: "a weight after the step: w₁₂ is that of class 1 for input 2",
        zh: "更新后的权重：w₁₂ 是类别 1 对输入 2 的权重", "weight", "fc.weight", "new_w", "w_new"),
      Quantity(
        "b", en: "the bias of a class after the step", zh: "更新后的偏置", "bias", "fc.bias", "new_b",
        "b_new"),
    ])
}

extension Symbol {
  /// The symbol of the loss's derivative by a quantity, written ∂L/∂z₁ and called dz1.
  public static func gradient(by name: String) -> Symbol {
    let written = Symbol.derivative(of: "L", by: Mathematics(name: name))
    return Symbol(written.mathematics, name: "d\(name)")
  }
}

/// Softmax regression: a weighted sum for each class, softmax, and gradient descent on the mean cross-entropy of some
/// samples; course document 000, section 5. With two classes it is logistic regression.
///
///     z₁ = w₁₁·x₁ + w₁₂·x₂ + b₁
///     ∂L/∂z₁ = p₁ − y₁
///     ∂L/∂w₁₁ = ∂L/∂z₁·x₁
///     ∂L/∂b₁ = ∂L/∂z₁
///     w₁₁ = w₁₁ − η·∂L/∂w₁₁
///
/// These are the formulas of one sample. Of several, names begin with the sample's number, and the derivatives by scores are
/// divided by how many there are, as L is the mean of their losses then. This is PyTorch's `torch.nn.Linear` with
/// `torch.nn.CrossEntropyLoss` and `torch.optim.SGD`.
public struct SoftmaxRegression<Number: Scalar> {
  /// A row for each sample.
  public let inputs: [[Number]]
  /// A row for each sample: 1 for the right class, 0 for the others.
  public let targets: [[Number]]
  /// Which class is right for each sample, counted from 0.
  public let classes: [Int]
  /// The learning rate.
  public let η: Number
  /// A row for each class, in it a number for each input.
  public private(set) var weights: [[Number]]
  /// One for each class.
  public private(set) var biases: [Number]

  /// A regression before its first step.
  ///
  /// - Precondition: there is a class for each sample, a bias for each row of weights, and a weight for each input.
  public init(
    inputs: [[Number]], classes: [Int], weights: [[Number]], biases: [Number], η: Number
  ) {
    precondition(inputs.count == classes.count && weights.count == biases.count)
    let isSingle = inputs.count == 1
    func sample(_ n: Int) -> String { isSingle ? "" : "\(n + 1)" }
    self.inputs = inputs.enumerated().map { n, x in
      x.indices.map { x[$0].named(Symbol("x\(sample(n))\($0 + 1)")) }
    }
    targets = classes.enumerated().map { n, y in
      biases.indices.map { ($0 == y ? 1 as Number : 0).named(Symbol("y\(sample(n))\($0 + 1)")) }
    }
    (self.classes, self.η) = (classes, η.named("η"))
    self.weights = weights.enumerated().map { k, w in
      w.indices.map { w[$0].named(Symbol("w\(k + 1)\($0 + 1)"), 0) }
    }
    self.biases = biases.indices.map { biases[$0].named(Symbol("b\($0 + 1)"), 0) }
  }

  /// What a step calculates before it changes anything.
  public struct Pass {
    /// A row for each sample, in it the score of each class.
    public fileprivate(set) var scores: [[Number]] = []
    /// One for each sample.
    public fileprivate(set) var softmax: [Softmax<Number>] = []
    /// The cross-entropy of each sample.
    public fileprivate(set) var losses: [Number] = []
    /// Their mean.
    public fileprivate(set) var loss: Number = 0
    /// The derivatives of the mean by each score, a row for each sample.
    public fileprivate(set) var byScores: [[Number]] = []
    /// The same by each weight, a row for each class, and by each bias.
    public fileprivate(set) var byWeights: [[Number]] = []
    public fileprivate(set) var byBiases: [Number] = []
  }

  /// A step of gradient descent.
  ///
  /// - Parameter t: the number of the step, from 1.
  public mutating func step(at t: Step) -> Pass {
    var pass = forward()
    backward(&pass)
    for k in biases.indices {
      for d in weights[k].indices {
        weights[k][d] = (weights[k][d] - η * pass.byWeights[k][d])
          .named(Symbol("w\(k + 1)\(d + 1)"), t)
      }
      biases[k] = (biases[k] - η * pass.byBiases[k]).named(Symbol("b\(k + 1)"), t)
    }
    return pass
  }

  private func sample(_ n: Int) -> String { inputs.count == 1 ? "" : "\(n + 1)" }

  private func forward() -> Pass {
    var pass = Pass()
    for (n, x) in inputs.enumerated() {
      pass.scores.append(
        biases.indices.map { k in
          (sum(x.indices.map { weights[k][$0] * x[$0] }) + biases[k])
            .named(Symbol("z\(sample(n))\(k + 1)"))
        })
    }
    for (n, y) in classes.enumerated() {
      let softmax = Softmax(pass.scores[n], of: sample(n))
      pass.softmax.append(softmax)
      pass.losses.append(softmax.loss(right: y, of: sample(n)))
    }
    pass.loss = inputs.count == 1 ? pass.losses[0] : mean(sum(pass.losses)).named("L")
    return pass
  }

  private func backward(_ pass: inout Pass) {
    for (n, softmax) in pass.softmax.enumerated() {
      pass.byScores.append(
        biases.indices.map { k in
          mean(softmax.probabilities[k] - targets[n][k])
            .named(.gradient(by: "z\(sample(n))\(k + 1)"))
        })
    }
    for k in biases.indices {
      let δ = pass.byScores.map { $0[k] }
      pass.byWeights.append(
        weights[k].indices.map { d in
          sum(δ.indices.map { δ[$0] * inputs[$0][d] }).named(.gradient(by: "w\(k + 1)\(d + 1)"))
        })
      pass.byBiases.append(sum(δ).named(.gradient(by: "b\(k + 1)")))
    }
  }

  /// A sum divided by how many samples there are; of one, as it is.
  private func mean(_ sum: Number) -> Number {
    inputs.count == 1 ? sum : sum / Number(Double(inputs.count))
  }
}
