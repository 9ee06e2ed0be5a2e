import Drawing
import Plot

/// How an optimizer is drawn where several are compared, the same in every figure.
struct OptimizerStyle {
  var color: Color
  /// Lengths of dashes and gaps in turn, where lines lie on those of another optimizer; empty for a solid line.
  var dash: [Double] = []

  static let plain = OptimizerStyle(color: Palette.black)
  static let momentum = OptimizerStyle(color: Palette.vermilion)
  static let averagedMomentum = OptimizerStyle(color: Palette.green)
  /// On gentle slopes it takes the way of momentum.
  static let nesterov = OptimizerStyle(color: Palette.blue, dash: [28, 10])
  /// It often takes the way of RMSProp, more slowly.
  static let adaGrad = OptimizerStyle(color: Palette.orange, dash: [9, 5])
  static let rmsProp = OptimizerStyle(color: Palette.green)
  static let adam = OptimizerStyle(color: Palette.purple)
}

extension LineMark {
  init(_ data: [Datum], name: Label? = nil, style: OptimizerStyle) {
    self.init(data, name: name, color: style.color, dash: style.dash)
  }
}
