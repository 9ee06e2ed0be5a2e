import Formulas
import Words

extension Declaration {
  /// Dropout, section 5.2 of the course.
  public static let dropout = Declaration(
    "dropout", title: "Dropout",
    source: "Srivastava et al. 2014 (JMLR 15); course section 5.2; torch.nn.Dropout",
    hyperparameters: [
      Hyperparameter(
        list: "x", "inputs", en: "the outputs of the neurons without dropout", zh: "各神经元未做丢弃时的输出",
        course: [1.8033, 1.4608, 4.5189, 6.9116, 0.5]),
      Hyperparameter(
        list: "mask", "mask", en: "for each neuron 1, which keeps it, or 0, which drops it",
        zh: "每个神经元一个数：1 保留，0 丢弃", .counts(0...1), course: [1, 1, 0, 1, 1]),
      Hyperparameter(
        "p", "p", en: "the probability p of dropping a neuron", zh: "丢弃神经元的概率 p", .belowOne,
        course: 0.4, torch: ("p", 0.5)),
    ],
    quantities: [
      Quantity(
        "x", en: "the output of the neuron without dropout", zh: "未做丢弃时神经元的输出", "input", "inputs",
        "before", "输入"),
      Quantity(
        "mask", en: "1 where the neuron is kept, 0 where it is dropped", zh: "保留为 1，丢弃为 0", "m",
        "keep", "kept", "掩码"),
      Quantity(
        "y", en: "the output in training", zh: "训练时的输出", "train", "training", "y_train",
        "out_train", "output", "after", "dropout", "训练", "输出"),
      Quantity(
        "y_eval", en: "the output in evaluation", zh: "推理时的输出", "eval", "evaluation", "test",
        "testing", "y_test", "out_test", "out_eval", "inference", "predict", "推理", "评估", "测试"),
    ])
}

/// Dropout: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple Way to Prevent Neural Networks
/// from Overfitting", JMLR 15, 2014; section 5.2 of the course.
///
///     yᵢ = mᵢ/(1 − p)·xᵢ    in training; mᵢ is 0 with probability p, else 1
///     yᵢ = xᵢ               in evaluation
///
/// What is left is scaled up in training, so that evaluation has nothing to do ("inverted" dropout; the paper scales
/// down in evaluation instead). This is PyTorch's `torch.nn.Dropout`.
public struct Dropout<Number: Scalar> {
  /// The probability that a neuron is dropped, from 0 to below 1.
  public let p: Number

  /// Dropout of half of all neurons, if nothing else is said.
  public init(p: Number = 0.5) {
    self.p = p.named("p")
  }

  /// What goes on in training.
  ///
  /// - Parameter mask: drawn anew for each pass: 0 drops a neuron, 1 keeps it.
  /// - Precondition: the mask has a number for each neuron.
  public func train(_ x: [Number], mask: [Number]) -> [Number] {
    precondition(x.count == mask.count, "A number of the mask for each neuron.")
    // Neurons are numbered as steps are: y₁ is the output of the first.
    return x.indices.map { output(x[$0], mask: mask[$0]).named("y", Step($0 + 1)) }
  }

  /// What goes on in evaluation: all as it is.
  public func evaluate(_ x: [Number]) -> [Number] {
    x.indices.map { x[$0].named("y_eval", Step($0 + 1)) }
  }

  /// The mean of what goes on in training, over all masks: x itself, which is what the scale is for.
  public func expectation(_ x: Number) -> Number { p * 0 + (1 - p) * output(x, mask: 1) }

  /// By how much one pass in training differs from the mean: the standard deviation, over all masks.
  public func deviation(_ x: Number) -> Number { x.magnitude * .sqrt(p / (1 - p)) }

  /// What comes out of a neuron in training, without a name.
  public func output(_ x: Number, mask: Number) -> Number { mask / (1 - p) * x }
}
