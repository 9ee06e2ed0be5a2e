import Formulas

/// A function to be minimised, written once for all number types.
///
/// The gradient is never written down: it comes from differentiating the very formula of the loss.
public enum Objective: String, CaseIterable, Sendable {
  /// w²/2, the course's example for all optimizers (sections 3.3.2 to 3.3.5).
  case halfSquare = "half-square"
  /// (2x)², the course's example for learning rates (section 4.1).
  case fourSquare = "four-square"
  /// (w·x − y)² for the one sample x = 1, y = 0, the course's example for schedules (sections 4.2 to 4.4).
  case oneSample = "one-sample"
  /// ½·(x² + 25y²): a valley 5 times as narrow as it is long.
  case ravine
  /// 1 − 1/(1 + x² + 4y²): a bowl at the origin in a plain that gets flatter and flatter outwards.
  case plateau
  /// x² − y²: flat at the origin, which is no minimum.
  case saddle
  /// x⁴/4 + x³/3 − x² + y²: a local minimum of −5/12 at (1, 0), and across a hill at x = 0 the global one of −8/3 at (−2, 0).
  case localMinimum = "local-minimum"
  /// (1 − x)² + 100·(y − x²)²: a bent valley with the minimum at (1, 1) (Rosenbrock 1960).
  case rosenbrock
  /// A plateau with steep walls and the minimum at (3, 0.5) (Beale 1958).
  case beale

  /// The symbols of the variables, in the order in which points hold them.
  public var variables: [Symbol] {
    switch self {
    case .halfSquare, .oneSample: Self.w
    case .fourSquare: Self.x
    case .ravine, .plateau, .saddle, .localMinimum, .rosenbrock, .beale: Self.xy
    }
  }

  private static let w: [Symbol] = ["w"]
  private static let x: [Symbol] = ["x"]
  private static let xy: [Symbol] = ["x", "y"]

  /// The loss at a point.
  ///
  /// - Precondition: the point has a coordinate for each variable.
  public func loss<Number: Scalar>(_ point: [Number]) -> Number {
    precondition(point.count == variables.count, "A coordinate for each variable.")
    let x = point[0]
    let y = point[point.count - 1]
    // Of the type's many powers the compiler would try each in each place.
    func pow(_ x: Number, _ n: Int) -> Number { .pow(x, n) }
    switch self {
    case .halfSquare: return pow(x, 2) / 2
    case .fourSquare: return pow(2 * x, 2)
    case .oneSample:
      let sample = (x: (1 as Number).named("x"), y: (0 as Number).named("y"))
      return pow(x * sample.x - sample.y, 2)
    case .ravine: return (pow(x, 2) + 25 * pow(y, 2)) / 2
    case .plateau: return 1 - 1 / (1 + pow(x, 2) + 4 * pow(y, 2))
    case .localMinimum: return pow(x, 4) / 4 + pow(x, 3) / 3 - pow(x, 2) + pow(y, 2)
    case .saddle: return pow(x, 2) - pow(y, 2)
    case .rosenbrock: return pow(1 - x, 2) + 100 * pow(y - pow(x, 2), 2)
    case .beale:
      return pow(1.5 - x + x * y, 2) + pow(2.25 - x + x * pow(y, 2), 2)
        + pow(2.625 - x + x * pow(y, 3), 2)
    }
  }

  /// The loss and its gradient, derived once for any number of points.
  public func function<Number: Traceable>() -> DifferentiableFunction<Number> {
    Number.function(of: variables.count) { loss($0) }
  }

  /// The partial derivatives of the loss at a point, one for each variable.
  public func gradient<Number: Traceable>(at point: [Number]) -> [Number] {
    function().gradient(point)
  }
}
