/// Early stopping with patience: a training ends when its validation error has had no new least for some epochs, and the
/// network of the least is taken: Prechelt, "Early Stopping — But When?", 1998; course documents 003, section 3, and 004;
/// Keras' `EarlyStopping(patience:restore_best_weights:)`.
///
///     EarlyStopping(patience: 2, errors: [5, 3, 4, 3, 1])    // best 1, end 3: the 1 is not waited for
public struct EarlyStopping: Hashable, Sendable {
  /// How many epochs without a new least error are waited for.
  public let patience: Int
  /// The epoch whose network is taken.
  public private(set) var best = 0
  /// The last epoch that is trained; 0 is the start.
  public private(set) var end = 0

  /// What early stopping makes of the errors of a training that goes on regardless.
  ///
  /// - Parameter errors: the validation errors, the first before any training, then one after each epoch.
  /// - Precondition: there is at least one error, and the patience is at least 1.
  public init(patience: Int, errors: [Double]) {
    precondition(patience >= 1 && !errors.isEmpty, "There is something to wait for.")
    self.patience = patience
    for (epoch, error) in errors.enumerated() {
      end = epoch
      if error < errors[best] { best = epoch }
      if epoch - best >= patience { break }
    }
  }
}
