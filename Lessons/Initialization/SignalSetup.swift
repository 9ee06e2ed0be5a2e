import Drawing
import Networks
import Words

/// How weights are drawn, and for which activation.
struct SignalSetup {
  let name: Words
  let activation: Activation
  /// The standard deviation of the weights.
  let σ: Double
  let color: Color
}
