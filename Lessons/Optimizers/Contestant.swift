import LessonsShared
import Words

/// An optimizer with its name and the style of its lines.
enum Contestant: String, CaseIterable {
  case gradientDescent = "gradient descent"
  case momentum = "Momentum"
  case nesterov = "Nesterov"
  case adaGrad = "AdaGrad"
  case rmsProp = "RMSProp"
  case adam = "Adam"

  var name: Words {
    self == .gradientDescent ? Words(en: Words(rawValue), zh: "梯度下降") : Words(rawValue)
  }

  /// Whether each parameter has a rate of its own, so that steps hardly depend on the gradient's size.
  var isAdaptive: Bool { [.adaGrad, .rmsProp, .adam].contains(self) }

  var style: OptimizerStyle {
    switch self {
    case .gradientDescent: .plain
    case .momentum: .momentum
    case .nesterov: .nesterov
    case .adaGrad: .adaGrad
    case .rmsProp: .rmsProp
    case .adam: .adam
    }
  }
}
