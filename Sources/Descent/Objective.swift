import Formulas
import Words

/// A function to be minimised, from a text such as `(x − 1)² + 10·sin(3·y)`, for all number types.
///
/// The gradient is never written down: it comes from differentiating the very formula of the loss.
///
///     try Objective("x² − y²").gradient(at: [1.0, 2.0])    // [2, -4]
public struct Objective: Hashable, Sendable {
  /// What options know it by: its name, or the text that a person gave.
  public let text: String
  /// The symbols of the variables, in the order in which points hold them.
  public private(set) var variables: [Symbol]
  /// Where to start from if nothing is said.
  public let start: [Double]
  private let expression: Formula
  /// What the formula is calculated with besides the variables, in the place of each of its letters.
  private let given: [Given?]

  private struct Given: Hashable {
    let symbol: Symbol
    let value: Double
  }

  /// The objective of a name, or of a formula.
  ///
  /// - Throws: `FormulaError` where the text is neither.
  public init(_ text: String) throws {
    if let named = Self.allCases.first(where: { $0.text == text.lowercased() }) {
      self = named
      return
    }
    do {
      try self.init(text, ParsedFormula(text))
    } catch let error as FormulaError where text.count > 2 && text.allSatisfy(\.isInName) {
      let names = Self.allCases.map(\.text).listed
      throw error.saying(
        Words(
          en: "There is no loss \(text); there are \(names), and formulas such as (x − 1)² + y².",
          zh: "没有损失函数 \(text)，只有 \(names)，或像 (x − 1)² + y² 这样的公式。"))
    }
  }

  private init(
    _ text: String, _ parsed: ParsedFormula, given: [Symbol: Double] = [:], start: [Double]? = nil
  ) {
    self.text = text
    expression = parsed.expression
    variables = parsed.variables.filter { given[$0] == nil }
    self.start = start ?? variables.map { _ in 1 }
    self.given = parsed.variables.map { symbol in
      given[symbol].map { Given(symbol: symbol, value: $0) }
    }
  }

  /// - Precondition: the formula can be read.
  private init(
    named name: String, _ formula: String, given: [Symbol: Double] = [:], start: [Double]? = nil
  ) {
    do {
      self.init(name, try ParsedFormula(formula), given: given, start: start)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

extension Objective: CaseIterable {
  /// A derivative of some is zero at (1, 1), where nothing would move along it.
  public static let allCases = [
    halfSquare, fourSquare, oneSample, ravine, plateau, saddle, localMinimum, rosenbrock, beale,
  ]

  /// The course's example for all optimizers (sections 3.3.2 to 3.3.5).
  public static let halfSquare = Objective(named: "half-square", "w²/2")
  /// The course's example for learning rates (section 4.1).
  public static let fourSquare = Objective(named: "four-square", "(2x)²")
  /// The course's example for schedules (sections 4.2 to 4.4), for the one sample x = 1, y = 0.
  public static let oneSample = Objective(
    named: "one-sample", "(w·x − y)²", given: ["x": 1, "y": 0])
  /// A valley 5 times as narrow as it is long.
  public static let ravine = Objective(named: "ravine", "(x² + 25y²)/2")
  /// A bowl at the origin in a plain that gets flatter and flatter outwards.
  public static let plateau = Objective(named: "plateau", "1 − 1/(1 + x² + 4y²)")
  /// Flat at the origin, which is no minimum.
  public static let saddle = Objective(named: "saddle", "x² − y²")
  /// A local minimum of −5/12 at (1, 0), and across a hill at x = 0 the global one of −8/3 at (−2, 0).
  public static let localMinimum = Objective(
    named: "local-minimum", "x⁴/4 + x³/3 − x² + y²", start: [2, 1])
  /// A bent valley with the minimum at (1, 1) (Rosenbrock 1960).
  public static let rosenbrock = Objective(
    named: "rosenbrock", "(1 − x)² + 100(y − x²)²", start: [-1.2, 1])
  /// A plateau with steep walls and the minimum at (3, 0.5) (Beale 1958).
  public static let beale = Objective(
    named: "beale", "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
    start: [1, 1.5])
}

extension Objective {
  /// The loss at a point.
  ///
  /// - Precondition: the point has a coordinate for each variable.
  public func loss<Number: Scalar>(_ point: [Number]) -> Number {
    precondition(point.count == variables.count, "A coordinate for each variable.")
    var rest = point[...]
    return expression.value(
      at: given.map { given in
        given.map { Number($0.value).named($0.symbol) } ?? rest.removeFirst()
      })
  }

  /// The same function of variables with other names.
  ///
  /// - Precondition: there are as many.
  public func named(_ names: [Symbol]) -> Objective {
    precondition(names.count == variables.count, "A name for each variable.")
    var other = self
    other.variables = names
    return other
  }

  /// What is calculated in the formula.
  var calculations: Set<Calculation> { expression.calculations }

  /// The loss and its gradient, derived once for any number of points.
  public func function<Number: Traceable>() -> DifferentiableFunction<Number> {
    Number.function(of: variables.count) { loss($0) }
  }

  /// The partial derivatives of the loss at a point, one for each variable.
  public func gradient<Number: Traceable>(at point: [Number]) -> [Number] {
    function().gradient(point)
  }
}

extension Character {
  /// Whether names of objectives have it.
  fileprivate var isInName: Bool { isASCII && (isLetter || self == "-") }
}
