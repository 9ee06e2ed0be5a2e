import Formulas

/// The record of a descent: where it was after each step, and what the optimizer knew then.
public struct Trace<Method: Optimizer> {
  public typealias Number = Method.Number

  /// What is known after a step.
  public struct Row {
    /// The number of the step; 0 is the start.
    public var step: Step
    /// The symbols of the parameters.
    public var variables: [Symbol]
    /// The parameters after the step; at step 0 the start.
    public var point: [Number]
    /// The loss at that point.
    public var loss: Number
    /// Where the gradient was taken: the point before the step, or where the optimizer looked ahead to; empty at step 0.
    public var vantage: [Number]
    /// The gradient that the step was taken by, one number a parameter; empty at step 0.
    public var gradient: [Number]
    /// The optimizer of each parameter after the step.
    public var optimizers: [Method]
  }

  /// The start and each step, so that `rows[t]` is step t.
  public var rows: [Row]
}

extension Trace.Row {
  /// What the step calculated for one of the parameters, in the order in which it did: where it looked ahead to, the gradient,
  /// the optimizer's own quantities, the parameter. At step 0 only the parameter.
  public func quantities(of parameter: Int = 0) -> [Quantity<Method.Number>] {
    let variable = variables[parameter]
    let result = [(variable, point[parameter])]
    guard step > 0 else { return result }
    let optimizer = optimizers[parameter]
    let looksAhead = optimizer.vantage(from: point[parameter]) != nil
    return (looksAhead ? [(variable.ahead, vantage[parameter])] : [])
      + [("g", gradient[parameter])] + optimizer.quantities + result
  }
}

extension Symbol {
  /// The symbol of where a parameter would be led by its velocity: w̃ for w.
  var ahead: Symbol { Symbol(letter + "\u{303}" + index) }
}

/// Minimises an objective and records each step.
///
/// A number that knows names gets them here: the gradient of step t is gₜ, the parameters are the objective's variables.
///
/// - Parameter rate: the learning rate of each step, such as a schedule's; nil leaves it as the optimizer has it.
public func descend<Method: Optimizer>(
  on objective: Objective, from start: [Method.Number], with optimizer: Method, steps: Int,
  rate: ((Step) -> Method.Number)? = nil
) -> Trace<Method> where Method.Number: Traceable {
  let loss: DifferentiableFunction<Method.Number> = objective.function()
  let names = objective.variables
  let namesAhead = names.map(\.ahead)
  var row = Trace<Method>.Row(
    step: 0, variables: names, point: zip(start, names).map { $0.named($1, 0) }, loss: 0,
    vantage: [], gradient: [], optimizers: start.map { _ in optimizer })
  row.loss = loss.value(row.point)
  var rows = [row]
  rows.reserveCapacity(1 + max(0, steps))
  for number in stride(from: 1, through: steps, by: 1) {
    row.vantage = row.point.indices.map { i in
      row.optimizers[i].vantage(from: row.point[i])?.named(namesAhead[i], row.step)
        ?? row.point[i]
    }
    row.step = Step(number)
    row.gradient = loss.gradient(row.vantage).map { $0.named("g", row.step) }
    for i in row.point.indices {
      if let rate { row.optimizers[i].η = rate(row.step) }
      row.point[i] = row.optimizers[i]
        .step(row.point[i], gradient: row.gradient[i], at: row.step)
        .named(names[i], row.step)
    }
    row.loss = loss.value(row.point)
    rows.append(row)
  }
  return Trace(rows: rows)
}
