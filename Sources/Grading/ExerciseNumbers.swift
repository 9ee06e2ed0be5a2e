import Formulas

/// What every exercise about a descent gives besides the optimizer's own hyperparameters.
extension Hyperparameter {
  static func start(_ numbers: [Double]) -> Hyperparameter {
    Hyperparameter(
      list: "w0", "start", en: "where the parameters start, a number for each",
      zh: "参数的起点，每个参数一个数", course: numbers)
  }

  static let gradients = Hyperparameter(
    list: "g", "gradients", en: "the gradients to take in place of an objective",
    zh: "用来代替目标函数的梯度", course: [])
}
