import Drawing
import Plot
import Words

/// How an optimizer is drawn where several are compared, the same in every figure.
package struct OptimizerStyle {
  package var color: Color
  /// Lengths of dashes and gaps in turn, where lines lie on those of another optimizer; empty for a solid line.
  package var dash: [Double]

  package init(color: Color, dash: [Double] = []) {
    self.color = color
    self.dash = dash
  }

  package static let plain = OptimizerStyle(color: Palette.black)
  package static let momentum = OptimizerStyle(color: Palette.vermilion)
  package static let averagedMomentum = OptimizerStyle(color: Palette.green)
  /// On gentle slopes it takes the way of momentum.
  package static let nesterov = OptimizerStyle(color: Palette.blue, dash: [28, 10])
  /// It often takes the way of RMSProp, more slowly.
  package static let adaGrad = OptimizerStyle(color: Palette.orange, dash: [9, 5])
  package static let rmsProp = OptimizerStyle(color: Palette.green)
  package static let adam = OptimizerStyle(color: Palette.purple)
}

extension LineMark {
  package init(_ data: [Datum], name: Words? = nil, style: OptimizerStyle) {
    self.init(data, name: name, color: style.color, dash: style.dash)
  }
}
