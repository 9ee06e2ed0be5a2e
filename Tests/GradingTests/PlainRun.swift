import Descent
import Formulas
import Testing

@testable import Grading

/// A number type that rules can be run with.
protocol Precise: Traceable {
  var double: Double { get }
}

extension Double: Precise { var double: Double { self } }
extension Float: Precise { var double: Double { Double(self) } }

/// What a rule gives for an exercise by itself, in a number type of choice.
enum PlainRun<Number: Precise> {
  typealias Row = (step: Int, numbers: [(name: String, value: Double)])

  /// The subjects that are run here; those about networks have tests of their own.
  static var subjects: [String] {
    let networks: Set = [
      "backprop", "dropout", "batchnorm", "activations", "scaling", "softmax", "penalties",
      "results",
    ]
    return Subject.all.map(\.name).filter { !networks.contains($0) }
  }

  /// A subject whose rule stands in none of the lists below.
  struct Unlisted: Error { var subject: String }

  /// The rows of what is right.
  static func rows(of exercise: Exercise) throws -> [Row] {
    let name = exercise.subject.name
    if let type = optimizers.first(where: { $0.declaration.name == name }) {
      return walk(type, exercise)
    }
    if let type = schedules.first(where: { $0.declaration.name == name }) {
      return rates(type, exercise)
    }
    guard name == "average" else { throw Unlisted(subject: name) }
    let values = exercise.list("values").prefix(exercise.steps).map { Number($0) }
    let averages = ExponentialAverage(
      β: Number(exercise["beta"]), start: .firstValue
    ).averages(of: values)
    return zip(values, averages).enumerated().map { index, day in
      (index + 1, [("Y", day.0.double), ("S", day.1.S.double)])
    }
  }

  private static var optimizers: [any Optimizer<Number>.Type] {
    [
      GradientDescent<Number>.self, Momentum<Number>.self, AveragedMomentum<Number>.self,
      Nesterov<Number>.self, LookAheadNesterov<Number>.self, AdaGrad<Number>.self,
      RMSProp<Number>.self, Adam<Number>.self,
    ]
  }

  private static var schedules: [any Schedule<Number>.Type] {
    [
      StepLR<Number>.self, MultiStepLR<Number>.self, ExponentialLR<Number>.self,
      ConstantLR<Number>.self, LinearLR<Number>.self, PolynomialLR<Number>.self,
      CosineAnnealingLR<Number>.self, CosineAnnealingWarmRestarts<Number>.self,
      OneCycleLR<Number>.self,
    ]
  }

  private static func walk<Method: Optimizer<Number>>(
    _ type: Method.Type, _ exercise: Exercise
  ) -> [Row] {
    let names = exercise.assignment.coordinates
    func name(_ symbol: Symbol, _ i: Int) -> String {
      symbol.name + (names.count > 1 ? "_\(names[i])" : "")
    }
    var point = exercise.list("start").map { Number($0) }
    var optimizers = point.map { _ in type.init(exercise.assignment.given()) }
    let given = exercise.list("gradients").map { Number($0) }
    var rows: [Row] = [(0, zip(names, point).map { ($0, $1.double) })]
    for step in stride(from: 1, through: exercise.steps, by: 1) {
      let vantage = point.indices.map { optimizers[$0].vantage(from: point[$0]) ?? point[$0] }
      let g =
        exercise.objective?.gradient(at: vantage)
        ?? point.indices.map { given[(step - 1) * point.count + $0] }
      var numbers: [(name: String, value: Double)] = []
      for i in point.indices {
        point[i] = optimizers[i].step(point[i], gradient: g[i], at: Step(step))
        numbers += [(name("g", i), g[i].double)]
        numbers += optimizers[i].quantities.map { (name($0.symbol, i), $0.value.double) }
        if let adam = optimizers[i] as? Adam<Number> {
          numbers += [("β₁ᵗ", adam.β1), ("β₂ᵗ", adam.β2)].map { symbol, β in
            (name(symbol, i), Number.pow(β, step).double)
          }
        }
        numbers += [(names[i], point[i].double)]
      }
      rows.append((step, numbers))
    }
    return rows
  }

  private static func rates<Rule: Schedule<Number>>(
    _ type: Rule.Type, _ exercise: Exercise
  ) -> [Row] {
    let start = Number(exercise[exercise.subject.parameters[0].option])
    return type.init(exercise.assignment.given()).rates(from: start, epochs: exercise.steps)
      .enumerated().map {
        ($0.offset, [("η", $0.element.double)])
      }
  }
}
