import Formulas
import Words

extension Declaration {
  /// The weight penalties of document 004 of the course, beside each other, with decoupled decay.
  public static let penalties = Declaration(
    "penalties",
    title: Words(en: "Weight penalties on ½·Σ a·(w − t)²", zh: "½·Σ a·(w − t)² 上的权重惩罚"),
    source:
      "course document 004, “weight penalty”; Nielsen 2015, chapter 3; torch.optim.SGD and AdamW with weight_decay",
    hyperparameters: [
      Hyperparameter(
        list: "a", "curvature", en: "the curvatures along w1, w2 and the bias b",
        zh: "沿 w1、w2 和偏置 b 的曲率", .positive, course: [4, 0.25, 1]),
      Hyperparameter(
        list: "t", "minimum", en: "where w1, w2 and b are best without a penalty",
        zh: "没有惩罚时 w1、w2 和 b 的最优值", course: [1, -2, 1]),
      Hyperparameter(
        list: "w0", "start", en: "where w1, w2 and b start", zh: "w1、w2 和 b 的初值", course: [2, 2, 2]),
      .learningRate(course: 0.1, torch: nil),
      Hyperparameter(
        "λ", "lambda", en: "how much the penalty weighs, λ", zh: "惩罚的系数 λ", .positive, course: 4),
      Hyperparameter(
        "n", "samples", en: "the training samples n that λ is divided by", zh: "训练样本数 n，λ 要除以它",
        .counts(1...1_000_000), course: 5),
      .decay(
        "β1", "beta1", en: "AdamW’s mean gradient", zh: "AdamW 的梯度平均", torch: ("betas[0]", 0.9)),
      .decay(
        "β2", "beta2", en: "AdamW’s mean squared gradient", zh: "AdamW 的梯度平方平均", course: 0.99,
        torch: ("betas[1]", 0.999)), .epsilon(course: 1e-8),
    ],
    quantities: [1, 2].map { number in
      Quantity(
        Symbol("g\(number)"), en: "the gradient of C₀ by w\(number), without a penalty",
        zh: "无惩罚时 C₀ 对 w\(number) 的梯度", "grad\(number)", "gradient\(number)")
    } + PenaltyForm.allCases.flatMap { form in [1, 2].map(form.weight) } + [
      Quantity(
        "b", en: "the bias, which no penalty touches, by gradient descent", zh: "偏置，不受惩罚（梯度下降）",
        "bias",
        "偏置")
    ])
}

/// How a weight is kept small.
public enum PenaltyForm: String, CaseIterable, Sendable {
  case none
  case l1 = "L1"
  case l2 = "L2"
  case soft
  case adamW = "AdamW"

  /// What weight 1 or 2 is called in this form: w1, w1_L1.
  public func symbol(of number: Int) -> Symbol {
    Symbol("w\(number)\(self == .none ? "" : "_\(rawValue)")")
  }

  fileprivate func weight(_ number: Int) -> Declaration.Quantity {
    let w = "w\(number)"
    let (en, zh): (Words, Words) =
      switch self {
      case .none: ("\(w) without a penalty", "\(w)，无惩罚")
      case .l1: ("\(w) with L1, by the sign", "\(w)，L1，用符号")
      case .l2: ("\(w) with L2", "\(w)，L2")
      case .soft: ("\(w) with L1, by soft threshold", "\(w)，L1，用软阈值")
      case .adamW: ("\(w) by Adam with decoupled decay", "\(w)，Adam 加解耦衰减")
      }
    let names = otherNames
    return Declaration.Quantity(
      symbol(of: number), en: en, zh: zh, "\(w)_\(names.0)", "\(names.0)_\(w)", "\(rawValue)_\(w)",
      "\(w)_\(names.1)")
  }

  private var otherNames: (String, String) {
    switch self {
    case .none: ("plain", "no_penalty")
    case .l1: ("lasso", "subgradient")
    case .l2: ("ridge", "decay")
    case .soft: ("prox", "soft_threshold")
    case .adamW: ("decoupled", "adam_w")
    }
  }
}
