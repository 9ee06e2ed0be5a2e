import Formulas
import Words

/// The loss in words of mathematics, from the code that calculates it.
extension Objective {
  /// The loss as a formula: (x² + 25·y²)/2.
  public var formula: Mathematics {
    loss(variables.map { Traced(1).named($0) }).mathematics(Notation(.bare))
  }

  /// The loss of the variables: L(x, y).
  public var name: Mathematics { .call("L", variables.map(\.mathematics)) }

  /// The loss with its name: L(x, y) = (x² + 25·y²)/2.
  public var equation: Mathematics { .equation(name, formula) }
}

/// What there is to know of the derivatives.
extension Objective {
  /// The partial derivatives as formulas: ∂L/∂x = 2·x; none that are longer than can be read.
  public var slopes: [Mathematics] {
    let point = zip(variables, start).map { Traced($1).named($0) }
    return zip(variables, loss(point).gradient(by: point)).map { variable, slope in
      .equation(
        Symbol.derivative(of: "L", by: variable.mathematics).mathematics,
        slope.symbol == nil
          ? slope.mathematics(Notation(.bare)) : slope.mathematicalName(Notation(.bare)))
    }.filter { $0.text.count < 200 }
  }

  /// Which value is taken where there is no derivative; nil where there is one everywhere that there is a loss.
  public var cornerNote: Words? {
    let notes = [
      calculations.contains(.function(.magnitude))
        ? Words(
          en: "At u = 0, where |u| has a corner and no derivative, 0 is taken.",
          zh: "|u| 在 u = 0 处有尖点、没有导数，这里取 0。") : nil,
      calculations.contains(.maximum) || calculations.contains(.minimum)
        ? Words(
          en:
            "Where two numbers in max or min are equal, there is no derivative, and each gets half of it.",
          zh: "max、min 中两个数相等时没有导数，这里各取一半。") : nil,
    ].compactMap(\.self)
    return notes.isEmpty ? nil : notes.joined(separator: Words(en: " ", zh: ""))
  }
}
