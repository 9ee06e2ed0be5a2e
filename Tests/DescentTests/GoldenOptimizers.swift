import Descent
import Formulas

/// An optimizer that PyTorch has as well.
protocol GoldenOptimizer<Number>: Optimizer where Number: Traceable {
  /// The state under PyTorch's names.
  var buffers: [String: Number] { get }
}

extension GradientDescent: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { [:] }
}

extension Momentum: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["momentum_buffer": v] }
}

extension AveragedMomentum: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["momentum_buffer": s] }
}

extension Nesterov: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["momentum_buffer": v] }
}

extension AdaGrad: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["sum": s] }
}

extension RMSProp: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["square_avg": s, "grad_avg": m, "momentum_buffer": v] }
}

extension Adam: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["exp_avg": m, "exp_avg_sq": s, "max_exp_avg_sq": sMax] }
}

extension Golden.Case {
  /// The objective that the file names, with the project's own spelling.
  var descentObjective: Objective? {
    switch objective {
    case "half_sq": .halfSquare
    case "four_sq": .fourSquare
    default: Objective(rawValue: objective)
    }
  }

  /// Each of our optimizers that is PyTorch's with these hyperparameters.
  func optimizers<Number: Traceable>() throws -> [any GoldenOptimizer<Number>] {
    func number(_ name: String) throws -> Number { Number(try hyper.number(name)) }
    func option(_ name: String) throws -> Number? { try hyper.option(name).map { Number($0) } }
    let (η, λ) = (try number("lr"), try option("weight_decay"))
    let maximize = try hyper.flag("maximize")
    switch optimizer {
    case "Adagrad":
      return [
        AdaGrad(
          η: η, ε: try number("eps"), from: try number("initial_accumulator_value"),
          rateDecay: try option("lr_decay"), λ: λ, maximize: maximize)
      ]
    case "RMSprop":
      return [
        RMSProp(
          η: η, β: try number("alpha"), ε: try number("eps"), momentum: try option("momentum"),
          centered: try hyper.flag("centered"), λ: λ, maximize: maximize)
      ]
    case "Adam":
      let betas = try hyper.numbers("betas").map { Number($0) }
      return [
        Adam(
          η: η, β1: betas[0], β2: betas[1], ε: try number("eps"), λ: λ,
          amsgrad: try hyper.flag("amsgrad"), maximize: maximize)
      ]
    default:
      guard let β: Number = try option("momentum") else {
        return [GradientDescent(η: η, λ: λ, maximize: maximize)]
      }
      if try hyper.flag("nesterov") { return [Nesterov(η: η, β: β, λ: λ, maximize: maximize)] }
      let τ: Number? = try option("dampening")
      let momentum = Momentum(η: η, β: β, dampening: τ, λ: λ, maximize: maximize)
      let isAverage = try hyper.number("dampening") == hyper.number("momentum")
      return isAverage
        ? [momentum, AveragedMomentum(η: η, β: β, λ: λ, maximize: maximize)] : [momentum]
    }
  }
}
