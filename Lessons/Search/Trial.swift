import Networks

/// A learning rate and an ε that were tried, and the loss that came out.
struct Trial {
  let η: Double
  let ε: Double
  let loss: Double

  /// The scale of the second hyperparameter, Adam's ε.
  static let epsilons = LogUniform(from: 1e-10, to: 1e-5)

  init(η: Double, ε: Double, of training: SmallTraining) {
    (self.η, self.ε) = (η, ε)
    loss = training.loss(.init(η: η, ε: ε))
  }
}

extension [Trial] {
  /// The trial with the least loss.
  ///
  /// - Precondition: there is one.
  var best: Trial { self.min { $0.loss < $1.loss }! }
}
