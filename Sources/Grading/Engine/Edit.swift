import Formulas

/// A change of the true code, with which it calculates what a mistake or another form of it gives.
///
///     .replace("m̂") { $0.m }                // m̂ is m
///     .replace("w") { $0.right.without("η") }   // the step without η
enum Edit: Sendable {
  typealias Formula = @Sendable (Scope) -> Traced

  /// What quantities are calculated as.
  case quantities([Symbol], Formula)
  /// What a number that is given is taken for.
  case constant(Symbol, Formula)
  /// What is remembered of a quantity before the first step.
  case start(Symbol, at: Double)
  /// What is written down of quantities.
  case recorded([Symbol], Formula)
  /// The number of the step as formulas see it, by that which is shown.
  case clock(@Sendable (_ step: Int, Assignment) -> Int)
  /// Other numbers than the exercise gives.
  case exercise(@Sendable (inout Assignment) -> Void)

  /// What a quantity, or each of several, is calculated as.
  static func replace(_ symbols: Symbol..., by formula: @escaping Formula) -> Edit {
    .quantities(symbols, formula)
  }

  /// What is written down of a quantity, or of each of several.
  static func record(_ symbols: Symbol..., as formula: @escaping Formula) -> Edit {
    .recorded(symbols, formula)
  }

  /// A parameter of the exercise by its option, taken for another number.
  static func give(
    _ option: String, _ number: @escaping @Sendable (Double, Assignment) -> Double
  ) -> Edit {
    .exercise { $0.numbers[option] = [number($0[option], $0)] }
  }
}

/// Edits in order, as a run looks them up.
struct Edits {
  private(set) var quantities: [Symbol: Edit.Formula] = [:]
  private(set) var constants: [Symbol: Edit.Formula] = [:]
  private(set) var starts: [Symbol: Double] = [:]
  private(set) var recorded: [Symbol: Edit.Formula] = [:]
  private(set) var clock: @Sendable (_ step: Int, Assignment) -> Int = { step, _ in step }

  init(_ edits: [Edit]) {
    for edit in edits {
      switch edit {
      case .quantities(let symbols, let formula): symbols.forEach { quantities[$0] = formula }
      case .constant(let symbol, let formula): constants[symbol] = formula
      case .start(let symbol, let number): starts[symbol] = number
      case .recorded(let symbols, let formula): symbols.forEach { recorded[$0] = formula }
      case .clock(let clock): self.clock = clock
      case .exercise: break
      }
    }
  }
}

extension Assignment {
  /// The numbers as they are taken for.
  func edited(by edits: [Edit]) -> Assignment {
    var copy = self
    for case .exercise(let change) in edits { change(&copy) }
    return copy
  }
}
