/// The three ways down the same loss, through the same samples in the same orders.
struct BatchExperiment {
  let line: NoisyLine
  /// The samples in the order in which each epoch goes through them.
  let epochs: [[NoisyLine.Sample]]
  /// Full batch, mini-batch and stochastic.
  let ways: [BatchDescent]
}
