import Networks

/// Other right forms of backpropagation.
enum BackpropDialects {
  static let all: [Variant] = [
    .dialect(
      "biases-updated", of: "b1",
      "the two biases learn too, each by the gradients of all neurons that share it",
      "两个偏置也更新，各用共享它的所有神经元的梯度之和",
      by: .backprop(updatesBiases: true)),
    .dialect(
      "biases-of-neurons-updated", of: "net_h1",
      "each neuron has a bias of its own that learns too, as in PyTorch’s Linear",
      "每个神经元有自己的偏置，也参与更新，如 PyTorch 的 Linear",
      by: .backprop(
        DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)], sharesBiases: false),
        updatesBiases: true)),
    .dialect(
      "delta-rule",
      "all derivatives have the opposite sign and the step adds them, as δ in Mitchell’s “Machine Learning” (1997)",
      "所有导数都取了相反的符号，更新时相加，即 Mitchell《机器学习》（1997）中 δ 的写法",
      BackpropEdits.targetMinusOutput, BackpropEdits.uphill),
    .dialect(
      "forward-after-update", of: "net_h1",
      "each row shows what the network gives with the new weights, as the lesson’s table of the training does",
      "每一行给出的是用新权重算出的结果，课程演示中的训练表就是这样",
      by: .backpropForwardLast),
  ]
}
