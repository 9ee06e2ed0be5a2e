import Descent
import Formulas
import Testing

@testable import Grading

/// A number type that Descent's code can be run with.
protocol Precise: Traceable {
  var double: Double { get }
}

extension Double: Precise { var double: Double { self } }
extension Float: Precise { var double: Double { Double(self) } }

/// What the project's own code calculates for an exercise, in a number type of choice.
struct OwnCode<Number: Precise> {
  typealias Row = (step: Int, numbers: [(name: String, value: Double)])

  let exercise: Exercise

  /// The rows of what is right.
  func right() throws -> [Row] { try rows(of: exercise.subject.name) }

  /// The rows of a dialect that the project has too; nil for the others.
  func dialect(_ name: String) throws -> [Row]? {
    let key = "\(exercise.subject.name)/\(name)"
    return Self.dialects.contains(key) ? try rows(of: key) : nil
  }

  /// The subjects that are compared here; those about networks have tests of their own.
  static var subjects: [String] {
    let networks: Set = ["backprop", "dropout", "batchnorm"]
    return Subject.all.map(\.name).filter { !networks.contains($0) }
  }

  static var dialects: Set<String> {
    [
      "momentum/course-average", "momentum/average-from-zero", "averaged-momentum/sum",
      "nesterov/look-ahead", "look-ahead-nesterov/pytorch", "adagrad/started-above-zero",
      "rmsprop/centered", "average/corrected", "one-cycle-lr/linear", "one-cycle-lr/three-phases",
    ]
  }

  private func rows(of calculation: String) throws -> [Row] {
    switch calculation {
    case "gradient-descent": walk(GradientDescent(η: η))
    case "momentum": walk(Momentum(η: η, β: β))
    case "averaged-momentum": walk(AveragedMomentum(η: η, β: β))
    case "nesterov", "look-ahead-nesterov/pytorch": walk(Nesterov(η: η, β: β))
    case "look-ahead-nesterov", "nesterov/look-ahead": walk(LookAheadNesterov(η: η, β: β))
    case "adagrad": walk(AdaGrad(η: η, ε: ε))
    case "rmsprop": walk(RMSProp(η: η, β: β, ε: ε))
    case "adam":
      addingPowers(to: walk(Adam(η: η, β1: number("beta1"), β2: number("beta2"), ε: ε)))
    case "average": averages(from: .firstValue)
    case "step-lr": rates(StepLR(every: whole("step-size"), γ: number("gamma")))
    case "multi-step-lr":
      rates(MultiStepLR(at: exercise.list("milestones").map { Int($0) }, γ: number("gamma")))
    case "exponential-lr": rates(ExponentialLR(γ: number("gamma")))
    case "constant-lr":
      rates(ConstantLR(factor: number("factor"), for: whole("total-iters")))
    case "linear-lr":
      rates(
        LinearLR(
          from: number("start-factor"), to: number("end-factor"), in: whole("total-iters")))
    case "polynomial-lr":
      rates(PolynomialLR(in: whole("total-iters"), power: number("power")))
    case "cosine-annealing-lr":
      rates(CosineAnnealingLR(in: whole("t-max"), least: number("eta-min")))
    case "cosine-annealing-warm-restarts":
      rates(
        CosineAnnealingLR(in: whole("t-0"), least: number("eta-min"), restarts: whole("t-mult")))
    case "one-cycle-lr": oneCycle()

    case "momentum/course-average": walk(AveragedMomentum(η: η, β: β), renaming: ["s": "v"])
    case "momentum/average-from-zero":
      walk(AveragedMomentum(η: η, β: β, from: 0), renaming: ["s": "v"])
    case "averaged-momentum/sum": walk(Momentum(η: η, β: β), renaming: ["v": "s"])
    case "adagrad/started-above-zero": walk(AdaGrad(η: η, ε: ε, from: 0.1))
    case "rmsprop/centered": walk(RMSProp(η: η, β: β, ε: ε, centered: true))
    case "one-cycle-lr/linear": oneCycle(shape: .linear)
    case "one-cycle-lr/three-phases": oneCycle(hasThreePhases: true)
    case "average/corrected": averages(from: .zero)
    default: throw Missing(calculation: calculation)
    }
  }

  /// A subject without code of the project to compare it with.
  private struct Missing: Error { var calculation: String }

  private func number(_ name: String) -> Number { Number(exercise[name]) }
  private func whole(_ name: String) -> Int { Int(exercise[name]) }
  private var η: Number { number("learning-rate") }
  private var β: Number { number("beta") }
  private var ε: Number { number("epsilon") }

  private func walk<Method: Optimizer>(
    _ optimizer: Method, renaming names: [String: String] = [:]
  ) -> [Row] where Method.Number == Number {
    let start = exercise.list("start").map { Number($0) }
    func renamed(_ quantities: [Quantity<Number>], suffix: String) -> [(String, Double)] {
      quantities.map { symbol, value in
        let name = symbol.letter + symbol.index
        return ((names[name] ?? name) + suffix, value.double)
      }
    }
    if let objective = exercise.objective {
      let trace = descend(on: objective, from: start, with: optimizer, steps: exercise.steps)
      return trace.rows.map { row in
        (
          row.step.number,
          start.indices.flatMap { i in
            let variable = row.variables[i]
            let quantities = row.quantities(of: i)
            let suffix = start.count > 1 ? "_\(variable.text)" : ""
            // Besides the parameter itself, where the gradient was taken is no quantity of the exercise.
            let own = quantities.filter { $0.symbol != variable && !$0.symbol.isAhead }
            return renamed(own, suffix: suffix) + [(variable.text, row.point[i].double)]
          }
        )
      }
    }
    let gradients = exercise.list("gradients").map { Number($0) }
    var optimizers = start.map { _ in optimizer }
    var point = start
    func name(_ i: Int) -> String { start.count > 1 ? "w\(i + 1)" : "w" }
    var rows: [Row] = [(0, point.indices.map { (name($0), point[$0].double) })]
    for step in 1...exercise.steps {
      var numbers: [(name: String, value: Double)] = []
      for i in point.indices {
        let gradient = gradients[(step - 1) * point.count + i]
        point[i] = optimizers[i].step(point[i], gradient: gradient, at: Step(step))
        let suffix = start.count > 1 ? "_\(name(i))" : ""
        numbers += [("g" + suffix, gradient.double)]
        numbers += renamed(optimizers[i].quantities, suffix: suffix)
        numbers += [(name(i), point[i].double)]
      }
      rows.append((step, numbers))
    }
    return rows
  }

  /// β₁ᵗ and β₂ᵗ of each coordinate, which are Adam's own affair.
  private func addingPowers(to rows: [Row]) -> [Row] {
    rows.map { step, numbers in
      let suffixes = numbers.map(\.name).filter { $0.hasPrefix("m̂") }.map { $0.dropFirst() }
      let powers = suffixes.flatMap { suffix in
        [("β₁ᵗ", "beta1"), ("β₂ᵗ", "beta2")].map { name, parameter in
          (name: name + suffix, value: Number.pow(number(parameter), Step(step)).double)
        }
      }
      return (step, numbers + powers)
    }
  }

  private func averages(from start: ExponentialAverage<Number>.Start) -> [Row] {
    let values = exercise.list("values").prefix(exercise.steps).map { Number($0) }
    let averages = ExponentialAverage(β: β, start: start).averages(of: values)
    return zip(values, averages).enumerated().map { index, day in
      (index + 1, [("Y", day.0.double), ("S", day.1.Ŝ.double)])
    }
  }

  private func oneCycle(
    shape: OneCycleLR<Number>.Shape = .cosine, hasThreePhases: Bool = false
  ) -> [Row] {
    rates(
      OneCycleLR(
        in: whole("total-steps"), climb: exercise["pct-start"], startDivisor: number("div-factor"),
        endDivisor: number("final-div-factor"), shape: shape, hasThreePhases: hasThreePhases),
      from: number("max-lr"))
  }

  private func rates(_ schedule: some Schedule<Number>) -> [Row] { rates(schedule, from: η) }

  private func rates(_ schedule: some Schedule<Number>, from start: Number) -> [Row] {
    schedule.rates(from: start, epochs: exercise.steps).enumerated().map { epoch, rate in
      (epoch, [("η", rate.double)])
    }
  }
}

extension Symbol {
  /// Whether this is where a parameter would be led by its velocity: w̃.
  fileprivate var isAhead: Bool { letter.unicodeScalars.contains("\u{303}") }
}
