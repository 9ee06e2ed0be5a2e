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
  var buffers: [String: Number] { ["square_avg": s] }
}

extension CenteredRMSProp: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["square_avg": s, "grad_avg": m] }
}

extension Adam: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["exp_avg": m, "exp_avg_sq": s] }
}

extension AMSGrad: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["exp_avg": m, "exp_avg_sq": s, "max_exp_avg_sq": sMax] }
}

extension DampenedMomentum: GoldenOptimizer where Number: Traceable {
  var buffers: [String: Number] { ["momentum_buffer": v] }
}

extension Penalized: GoldenOptimizer where Base: GoldenOptimizer {
  var buffers: [String: Base.Number] { base.buffers }
}

extension Decayed: GoldenOptimizer where Base: GoldenOptimizer {
  var buffers: [String: Base.Number] { base.buffers }
}

extension Climbing: GoldenOptimizer where Base: GoldenOptimizer {
  var buffers: [String: Base.Number] { base.buffers }
}

extension Slowing: GoldenOptimizer where Base: GoldenOptimizer {
  var buffers: [String: Base.Number] { base.buffers }
}

extension Accumulating: GoldenOptimizer where Base: GoldenOptimizer {
  var buffers: [String: Base.Number] { base.buffers.merging(["momentum_buffer": v]) { $1 } }
}

extension Golden.Hyperparameters {
  /// The numbers of a rule, by PyTorch's names in its declaration.
  func given<Number: Scalar>(_ declaration: Declaration) throws -> Given<Number> {
    let values = try declaration.hyperparameters.map { hyperparameter in
      let name = hyperparameter.torch?.name ?? ""
      // Of a tuple, the declaration names a member: betas[0].
      let parts = name.split { "[]".contains($0) }
      return (
        hyperparameter.symbol,
        parts.count == 2
          ? try numbers(String(parts[0]))[parts[1] == "0" ? 0 : 1] : try number(name)
      )
    }
    let table = Dictionary(uniqueKeysWithValues: values)
    return Given { symbol in table[symbol].map { [$0] } ?? [] }
  }
}

extension Golden.Case {
  /// The objective that the file names, with the project's own spelling.
  var descentObjective: Objective? {
    switch objective {
    case "half_sq": .halfSquare
    case "four_sq": .fourSquare
    default: try? Objective(objective)
    }
  }

  /// Each of our optimizers that is PyTorch's with these hyperparameters.
  func optimizers<Number: Traceable>() throws -> [any GoldenOptimizer<Number>] {
    func make<Method: GoldenOptimizer>(_: Method.Type) throws -> any GoldenOptimizer<Number>
    where Method.Number == Number {
      try wrapped(Method(hyper.given(Method.declaration)))
    }
    func isSet(_ name: String) throws -> Bool { try hyper.flag(name) }
    switch optimizer {
    case "Adagrad":
      let start = Number(try hyper.number("initial_accumulator_value"))
      let (η, ε) = (Number(try hyper.number("lr")), Number(try hyper.number("eps")))
      return [try wrapped(AdaGrad<Number>(η: η, ε: ε, from: start))]
    case "RMSprop":
      return [
        try isSet("centered") ? make(CenteredRMSProp<Number>.self) : make(RMSProp<Number>.self)
      ]
    case "Adam", "AdamW":
      return [try isSet("amsgrad") ? make(AMSGrad<Number>.self) : make(Adam<Number>.self)]
    default:
      guard let β = try hyper.option("momentum") else {
        return [try make(GradientDescent<Number>.self)]
      }
      if try isSet("nesterov") { return [try make(Nesterov<Number>.self)] }
      let τ = try hyper.option("dampening")
      return try [make(DampenedMomentum<Number>.self)]
        + (τ == nil ? [make(Momentum<Number>.self)] : [])
        + (τ == β ? [make(AveragedMomentum<Number>.self)] : [])
    }
  }

  /// An optimizer in the wrappers for what else PyTorch is given.
  private func wrapped<Method: GoldenOptimizer>(
    _ method: Method
  ) throws -> any GoldenOptimizer<Method.Number> {
    typealias Number = Method.Number
    func penalized(_ base: some GoldenOptimizer<Number>) throws -> any GoldenOptimizer<Number> {
      guard let λ = try hyper.option("weight_decay") else { return try climbing(base) }
      if optimizer == "AdamW" { return try climbing(Decayed(base, λ: Number(λ))) }
      return try climbing(Penalized(base, λ: Number(λ)))
    }
    func climbing(_ base: some GoldenOptimizer<Number>) throws -> any GoldenOptimizer<Number> {
      try hyper.flag("maximize") ? Climbing(base) : base
    }
    if optimizer == "Adagrad", let d = try hyper.option("lr_decay") {
      return try penalized(Slowing(method, d: Number(d)))
    }
    if optimizer == "RMSprop", let μ = try hyper.option("momentum") {
      return try penalized(Accumulating(method, μ: Number(μ)))
    }
    return try penalized(method)
  }
}
