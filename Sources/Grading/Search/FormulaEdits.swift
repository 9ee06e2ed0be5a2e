import Formulas
import Words

/// All single edits of a formula: another operator, a part left out, parentheses elsewhere, an exponent or a root that is not
/// there, and so on. What may stand in place of a quantity is said by `Substitution`.
enum FormulaEdits {
  typealias Change = @Sendable (Traced, Scope) -> Traced?

  static func all(of formula: Traced) -> [FormulaEdit] {
    formula.places.flatMap { path, part in
      changes(of: part).map { name, size, change in
        FormulaEdit(
          name: "\(path) \(name)", note: note(of: name, part), size: size, path: path,
          shape: part.shape, change: change)
      } + lifted(part, at: path, in: formula)
    }
  }

  /// What a change of an operation does, in words; nil where the formula says it.
  private static func note(of change: String, _ part: Traced) -> Words? {
    guard let calculation = part.calculation, let right = verbs[calculation] else { return nil }
    if let wrong = operations.first(where: { "\($0)" == change }).flatMap({ verbs[$0] }) {
      return Words(
        en: "it is \(wrong.en) where it is to be \(right.en)", zh: "应当\(right.zh)，却\(wrong.zh)了")
    }
    let dropped = change == "first" ? 1 : change == "second" ? 0 : nil
    guard let name = dropped.flatMap({ part.operands[$0].withoutPart.symbol?.text }) else {
      return nil
    }
    return Words(en: "\(name) is missing", zh: "漏了 \(name)")
  }

  private static let verbs: [Calculation: (en: String, zh: String)] = [
    .sum: ("added", "相加"), .difference: ("subtracted", "相减"), .product: ("multiplied", "相乘"),
    .quotient: ("divided", "相除"),
  ]

  private static func changes(of part: Traced) -> [(String, Double, Change)] {
    guard let calculation = part.calculation else {
      return part.withoutPart.symbol == nil ? ofLiteral(part.value) : ofAny
    }
    switch calculation {
    case .sum, .difference, .product, .quotient:
      return ofOperation(calculation, part) + ofAny.map { ($0, $1 + 0.04, $2) }
    case .power(.integer): return ofPower
    case .power(.step): return ofStepPower
    case .realPower:
      return [
        ("base", 1, { x, _ in x.operands[0] }),
        ("inverse exponent", 1.2, { x, _ in .pow(x.operands[0], 1 / x.operands[1]) }),
        ("product", 1.2, { x, _ in x.operands[0] * x.operands[1] }),
        ("exchanged", 1.4, { x, _ in .pow(x.operands[1], x.operands[0]) }),
      ]
    case .maximum, .minimum:
      let other: Calculation = calculation == .maximum ? .minimum : .maximum
      return [
        ("first", 1, { x, _ in x.operands[0] }), ("second", 1, { x, _ in x.operands[1] }),
        ("other", 1.1, { x, _ in Traced(other, x.operands[0], x.operands[1]) }),
      ]
    case .negation: return [("operand", 1, { x, _ in x.operands[0] })]
    case .function(let function): return ofFunction(function)
    }
  }

  private static let operations: [Calculation] = [.sum, .difference, .product, .quotient]

  private static func ofOperation(
    _ calculation: Calculation, _ part: Traced
  ) -> [(String, Double, Change)] {
    let isComplement = calculation == .difference && part.operands[0].isLiteral(1)
    var changes: [(String, Double, Change)] = [
      ("first", 1, { x, _ in x.operands[0] }),
      ("second", isComplement ? 0.9 : 1, { x, _ in x.operands[1] }),
    ]
    if calculation == .difference {
      changes.append(("minus second", 1.1, { x, _ in -x.operands[1] }))
      changes.append(("exchanged", 1, { x, _ in x.operands[1] - x.operands[0] }))
      changes.append(("part", 1.5, { x, _ in x.operands[0] * (1 - x.operands[1]) }))
    } else if calculation == .quotient {
      changes.append(("exchanged", 1.2, { x, _ in x.operands[1] / x.operands[0] }))
      changes.append(("inverse", 1.1, { x, _ in 1 / x.operands[1] }))
    }
    let isSum = calculation == .sum || calculation == .difference
    for other in operations where other != calculation {
      let isNear = isSum == (other == .sum || other == .difference)
      changes.append(
        ("\(other)", isNear ? 1 : 1.5, { x, _ in Traced(other, x.operands[0], x.operands[1]) }))
    }
    return changes
  }

  /// Changes of anything.
  static let ofAny: [(String, Double, Change)] = [
    ("negated", 1.2, { x, _ in -x }), ("doubled", 1.4, { x, _ in 2 * x }),
    ("halved", 1.4, { x, _ in x / 2 }), ("squared", 1.4, { x, _ in .pow(x, 2) }),
    ("magnitude", 1.4, { x, _ in x.magnitude }), ("complement", 1.4, { x, _ in 1 - x }),
    ("inverse", 1.5, { x, _ in 1 / x }), ("root", 1.5, { x, _ in .sqrt(x) }),
    ("one", 1.5, { _, _ in 1 }), ("zero", 1.6, { _, _ in 0 }),
    ("times t", 1.8, { x, scope in x * scope.number }),
    ("by t", 1.8, { x, scope in x / scope.number }),
    ("by root of t", 1.9, { x, scope in x / .sqrt(scope.number) }),
    ("to the t", 1.9, { x, scope in .pow(x, scope.t) }),
    (
      "corrected", 1.7,
      { x, scope in
        (scope.now("β") ?? scope.now("β1")).map { x / (1 - .pow($0, scope.t)) }
      }
    ),
  ]

  private static func ofLiteral(_ number: Double) -> [(String, Double, Change)] {
    [number + 1, number - 1, 2 * number, number / 2, -number].map { other in
      ("\(other)", 1.4, { _, _ in Traced(other) })
    }
  }

  private static let ofPower: [(String, Double, Change)] = [
    ("base", 1, { x, _ in x.operands[0] }), ("magnitude", 1, { x, _ in x.operands[0].magnitude }),
    ("times exponent", 1.3, { x, _ in Traced(Double(x.exponent)) * x.operands[0] }),
    ("root", 1.5, { x, _ in .sqrt(x.operands[0].magnitude) }),
    ("higher", 1.4, { x, _ in .pow(x.operands[0], x.exponent + 1) }),
    ("lower", 1.4, { x, _ in .pow(x.operands[0], x.exponent - 1) }),
    ("twice as high", 1.4, { x, _ in .pow(x.operands[0], 2 * x.exponent) }),
    ("half as high", 1.4, { x, _ in .pow(x.operands[0], Traced(Double(x.exponent)) / 2) }),
    ("negative", 1.4, { x, _ in .pow(x.operands[0], -x.exponent) }),
    ("exponential", 1.6, { x, _ in .exp(-(x.operands[0] * Traced(Double(x.exponent)))) }),
    ("squared exponent", 1.6, { x, _ in .pow(x.operands[0], x.exponent * x.exponent) }),
    ("one by count", 1.7, { x, _ in 1 / Traced(Double(x.exponent + 1)) }),
    (
      "reciprocal of rest", 1.7,
      { x, _ in 1 / (1 + (1 - x.operands[0]) * Traced(Double(x.exponent))) }
    ),
    ("reciprocal", 1.6, { x, _ in 1 / (1 + x.operands[0] * Traced(Double(x.exponent))) }),
    ("negated", 1.3, { x, _ in -x }), ("doubled", 1.4, { x, _ in 2 * x }),
    ("halved", 1.4, { x, _ in x / 2 }),
  ]

  private static let ofStepPower: [(String, Double, Change)] = [
    ("base", 1, { x, _ in x.operands[0] }),
    ("t + 1", 1.1, { x, scope in .pow(x.operands[0], Step(scope.t.number + 1)) }),
    ("t − 1", 1.1, { x, scope in .pow(x.operands[0], Step(scope.t.number - 1)) }),
    ("times t", 1.1, { x, scope in x.operands[0] * scope.number }),
    ("squared", 1.2, { x, _ in .pow(x.operands[0], 2) }),
    ("to the 2t", 1.4, { x, scope in .pow(x.operands[0], Step(2 * scope.t.number)) }),
    ("exchanged", 1.5, { x, scope in .pow(scope.number, x.operands[0]) }),
    ("zero", 1.4, { _, _ in 0 }),
  ]

  private static func ofFunction(_ function: Function) -> [(String, Double, Change)] {
    let others: [Function] =
      switch function {
      case .tanh: [.sigmoid]
      case .sigmoid: [.tanh, .positive, .exp]
      case .sin: [.cos]
      case .cos: [.sin]
      default: []
      }
    let calculation = Calculation.function(function)
    var changes: [(String, Double, Change)] = [
      ("argument", 1, { x, _ in x.operands[0] }), ("negated", 1.2, { x, _ in -x }),
      ("squared", 1.3, { x, _ in .pow(x.operands[0], 2) }),
      ("of minus", 1.2, { x, _ in Traced(calculation, -x.operands[0]) }),
      ("twice", 1.4, { x, _ in Traced(calculation, x) }),
      ("doubled", 1.4, { x, _ in 2 * x }), ("halved", 1.4, { x, _ in x / 2 }),
    ]
    for other in others {
      changes.append(("\(other)", 1.2, { x, _ in Traced(.function(other), x.operands[0]) }))
    }
    if function == .sigmoid {
      changes.append(("positive part", 1.1, { x, _ in .maximum(0, x.operands[0]) }))
    }
    if function == .cos || function == .sin {
      changes.append(
        ("straight", 1.3, { x, _ in 1 - 2 * (x.operands[0] / Traced(.pi).named("π")) }))
      changes.append(("degrees", 1.3, { x, _ in Traced(calculation, x.operands[0].asDegrees) }))
      changes.append(("in degrees", 1.3, { x, _ in Traced(calculation, x.operands[0].inDegrees) }))
    }
    return changes
  }
}

/// Parentheses elsewhere.
extension FormulaEdits {
  /// A part moved out of what surrounds it, as far as each place around it: a/(b + c) as a/b + c; and what a function or a power
  /// is taken of made larger or smaller: √(s + ε) for √s + ε.
  private static func lifted(
    _ part: Traced, at path: [Int], in formula: Traced
  ) -> [FormulaEdit] {
    guard let calculation = part.calculation else { return [] }
    var edits: [FormulaEdit] = []
    func edit(_ name: String, _ size: Double, at place: [Int], _ change: @escaping Change) {
      var outer = formula
      for index in place { outer = outer.operands[index] }
      edits.append(
        FormulaEdit(
          name: "\(path) \(name) to \(place)", size: size, path: place, shape: outer.shape,
          change: change))
    }
    for level in path.indices {
      let (place, inner) = (Array(path[..<level]), path[level...])
      let distance = 1 + 0.1 * Double(path.count - level)
      if part.operands.count == 2, operations.contains(calculation) {
        edit("second", distance, at: place) { x, _ in
          x.moved(from: inner) { ($0.operands[0], $0.operands[1]) }.map {
            Traced(calculation, $0, $1)
          }
        }
        edit("first", distance + 0.1, at: place) { x, _ in
          x.moved(from: inner) { ($0.operands[1], $0.operands[0]) }.map {
            Traced(calculation, $1, $0)
          }
        }
      } else if level == path.count - 1, part.operands.count == 1 {
        edit("function", 1.1, at: place) { x, scope in
          x.changed(at: inner) { $0.operands[0] }.map { $0.wrapped(like: calculation, scope) }
        }
      }
    }
    if part.operands.count == 1, let inner = part.operands[0].calculation,
      part.operands[0].operands.count == 2
    {
      for (name, wrapsFirst, wrapsSecond) in [
        ("first", true, false), ("second", false, true), ("each", true, true),
      ] {
        edit("into \(name)", 1.2, at: path) { x, scope in
          let inside = x.operands[0].operands
          guard inside.count == 2 else { return nil }
          return Traced(
            inner, wrapsFirst ? inside[0].wrapped(like: calculation, scope) : inside[0],
            wrapsSecond ? inside[1].wrapped(like: calculation, scope) : inside[1])
        }
      }
    }
    return edits
  }
}

extension Traced {
  /// What is left without a part, and the part.
  fileprivate func moved(
    from path: ArraySlice<Int>, _ split: (Traced) -> (rest: Traced, part: Traced)
  ) -> (Traced, Traced)? {
    var taken: Traced?
    let rest = changed(at: path) { place in
      guard place.operands.count == 2, place.calculation != nil else { return nil }
      let (rest, part) = split(place)
      taken = part
      return rest
    }
    return rest.flatMap { rest in taken.map { (rest, $0) } }
  }

  /// An angle taken for degrees.
  fileprivate var asDegrees: Traced { self * (Traced(.pi).named("π") / 180) }

  /// An angle in degrees.
  fileprivate var inDegrees: Traced { self * (180 / Traced(.pi).named("π")) }

  /// What a power is raised to.
  fileprivate var exponent: Int {
    if case .power(let exponent) = calculation { exponent.number } else { 1 }
  }

  /// The number with a calculation of one operand around it.
  fileprivate func wrapped(like calculation: Calculation?, _ scope: Scope) -> Traced {
    if case .power(.step) = calculation { return .pow(self, scope.t) }
    return calculation.map { Traced($0, self) } ?? self
  }
}

extension Scope {
  /// The number of the step, as a number.
  var number: Traced { Traced(Double(t.number)).named("t") }
}
