import Descent
import Formulas
import Words

extension Subject {
  /// Gradient descent on a quadratic with each of the weight penalties, and what is known to go wrong with them.
  ///
  /// A row is a step: the gradients of the loss, and two weights without a penalty, with L1, with L2, with L1 by soft
  /// threshold, by AdamW; last the bias.
  public static let penalties = Subject(
    declaration: .penalties,
    assignment: Assignment(Declaration.penalties.hyperparameters, steps: 10),
    procedure: .penalties { Decayed($0, λ: $1) }, variants: PenaltyMistakes.all,
    // One weight stays at 0, the other crosses it.
    probes: [
      {
        $0.numbers["start"] = [0.3, 0.2, 2]
        $0.numbers["minimum"] = [0.1, -3, 1]
        $0.numbers["curvature"] = [1, 1.5, 0.5]
        $0.steps = 6
      }
    ],
    draw: { exercise, generator in
      func numbers(_ lists: [Double]...) -> [Double] {
        lists.map { $0.randomElement(using: &generator) ?? $0[0] }
      }
      exercise.numbers["start"] = numbers([0.25, 0.3, 0.35], [0.15, 0.2, 0.25], [1.5, 2, 3])
      exercise.numbers["minimum"] = numbers([0.1, 0.15], [-4, -3, -2.5], [-1, 0.5, 1])
      exercise.numbers["curvature"] = numbers([1, 1.25, 1.5], [1, 1.5, 2], [0.5, 0.75, 1])
      exercise.steps = 6
      exercise.draw(["lambda": [4, 4.5, 5, 6], "samples": [4, 5]], using: &generator)
    },
    objection: { exercise in
      for option in ["start", "minimum", "curvature"] where exercise.list(option).count != 3 {
        return ExerciseError(
          en: "`\(option)` must be three numbers, for w1, w2 and b.",
          zh: "`\(option)` 必须是三个数，依次对应 w1、w2 和 b。")
      }
      return nil
    })
}

/// What is kept from one step to the next.
private struct PenalizedWeights<Decay: Optimizer<Traced>> {
  let loss: Quadratic<Traced>
  let penalty: WeightPenalty<Traced>
  var decays: [Decay]
  var weights: [Symbol: Traced] = [:]

  init(_ exercise: Assignment, _ decay: (Adam<Traced>, Traced) -> Decay) {
    let given: Given<Traced> = exercise.given()
    // Before the penalty, whose λ is then the one that is known.
    decays = (0..<2).map { _ in decay(Adam(given), given["λ"] / given["n"]) }
    loss = Quadratic(curvatures: exercise.list("curvature"), minimum: exercise.list("minimum"))
    penalty = WeightPenalty(η: given["η"], λ: given["λ"], n: given["n"])
    for (index, start) in exercise.list("start").enumerated() {
      for symbol in Self.symbols(index) { weights[symbol] = Traced(start).named(symbol, 0) }
    }
  }

  /// What a parameter is called with each penalty.
  static func symbols(_ index: Int) -> [Symbol] {
    index == 2 ? ["b"] : PenaltyForm.allCases.map { $0.symbol(of: index + 1) }
  }

  mutating func step(at t: Step) {
    for form in PenaltyForm.allCases {
      for index in 0..<2 {
        let gradient: Symbol = form == .none ? Symbol("g\(index + 1)") : "g"
        move(form.symbol(of: index + 1), index, gradient, form, at: t)
      }
    }
    move("b", 2, "g", .none, at: t)
  }

  private mutating func move(
    _ symbol: Symbol, _ index: Int, _ gradient: Symbol, _ form: PenaltyForm, at t: Step
  ) {
    let w = weights[symbol] ?? 0
    let g = loss.slope(w, index).named(gradient, t)
    let next =
      switch form {
      case .none: penalty.plainStep(w, gradient: g)
      case .l1: penalty.l1Step(w, gradient: g, at: t)
      case .l2: penalty.l2Step(w, gradient: g)
      case .soft: penalty.softStep(w, gradient: g, at: t)
      case .adamW: decays[index].step(w, gradient: g, at: t)
      }
    weights[symbol] = next.named(symbol, t)
  }
}

extension Procedure {
  /// A row for the start, then a row a step.
  ///
  /// - Parameter decay: how Adam and what it decays by are put together.
  static func penalties<Decay: Optimizer<Traced> & SendableMetatype>(
    _ decay: @escaping @Sendable (Adam<Traced>, Traced) -> Decay
  ) -> Procedure {
    let weights = [0, 1, 2].flatMap { PenalizedWeights<Decay>.symbols($0) }
    let steps = table(from: weights) {
      PenalizedWeights($0, decay)
    } row: { state, scope in
      state.step(at: scope.t)
    }
    // The gradients of penalized weights, signs and what Adam remembers are named, but not asked for.
    let names = Set(Declaration.penalties.quantities.map(\.symbol.name))
    return Procedure { exercise, edits in
      let all = steps.solve(exercise, edits)
      return Solution(steps: all.steps) { isExplained in
        let calculation = all.start(isExplained)
        return { step in
          let row = calculation(step)
          return Solution.Row(
            step: step, entries: row.entries.filter { names.contains($0.name) })
        }
      }
    }
  }
}
