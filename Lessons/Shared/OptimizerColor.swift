import Drawing
import Plot

/// The colour of an optimizer where several are compared, the same in every figure.
enum OptimizerColor {
  static let plain = Palette.black
  static let momentum = Palette.vermilion
  static let averagedMomentum = Palette.green
  static let nesterov = Palette.blue
  static let adaGrad = Palette.orange
  static let rmsProp = Palette.green
  static let adam = Palette.purple
}
