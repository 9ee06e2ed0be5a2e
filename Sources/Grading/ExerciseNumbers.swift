import Formulas

/// What every exercise about a descent gives besides the optimizer's own hyperparameters.
extension Hyperparameter {
  static func start(_ numbers: [Double]) -> Hyperparameter {
    Hyperparameter(
      list: "w0", "start", en: "where the parameters start, a number for each, as in 2,-1",
      zh: "参数的起点，每个参数一个数", course: numbers)
  }

  static let gradients = Hyperparameter(
    list: "g", "gradients",
    en:
      "the gradients to take in place of an objective: step by step, as in 1,-2,0.5, or a file with a line for each step, or a CSV or JSON file with a column for each parameter",
    zh: "用来代替目标函数的梯度：逐步列出，或者一个文件", course: [])
}
