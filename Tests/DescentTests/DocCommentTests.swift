import Descent
import Formulas
import TestSupport
import Testing

/// The formulas and the examples in the rules' doc comments are those of their code.
@Suite struct DocCommentTests {
  /// The optimizers whose files say their formulas, with Traced numbers that make each formula whole.
  private static var optimizers: [any Optimizer<Traced>.Type] {
    [
      GradientDescent.self, Momentum.self, DampenedMomentum.self, AveragedMomentum.self,
      Nesterov.self,
      LookAheadNesterov.self, AdaGrad.self, RMSProp.self, CenteredRMSProp.self, Adam.self,
    ]
  }

  private static func name(_ type: Any.Type) -> String {
    String("\(type)".prefix { $0 != "<" })
  }

  private static func code(above name: String) throws -> [String] {
    try docComment(above: "public struct \(name)<", in: "Descent/Optimizers/\(name).swift")
  }

  @Test(arguments: optimizers.map(name))
  func formulasAreThoseOfTheCode(name: String) throws {
    func rules<Method: Optimizer<Traced>>(_ type: Method.Type) -> Set<String> {
      let rows = descend(on: .halfSquare, from: [2], with: Method.course, steps: 3).rows
      let symbols = Notation(.numbered)
      return Set(
        rows[3].quantities().map { $0.value.rule(at: 3).text }
          + rows[1].quantities().map { "\($0.value.name(symbols)) = \($0.value.formula(symbols))" })
    }
    let type = try #require(Self.optimizers.first { Self.name($0) == name })
    let known = rules(type)
    let formulas = formulas(in: try Self.code(above: name))
    #expect(!formulas.isEmpty)
    for formula in formulas { #expect(known.contains(formula), "\(formula) of \(known)") }
  }

  /// `var rule = Adam(η: 0.1, …)`, then `rule.step(1, gradient: 2, at: 1)    // 0.9`.
  @Test(arguments: [
    "GradientDescent", "Momentum", "AveragedMomentum", "Nesterov", "LookAheadNesterov", "AdaGrad",
    "RMSProp", "Adam",
  ])
  func examplesGiveWhatTheySay(name: String) throws {
    let lines = try Self.code(above: name)
    let start = try #require(lines.first { $0.hasPrefix("var rule = ") })
    let numbers = start.matches(of: /([^\s(]+): ([0-9.e-]+)/).map { (String($0.1), Double($0.2)) }
    let given = Given<Double> { symbol in
      numbers.first { $0.0 == symbol.name }?.1.map { [$0] } ?? []
    }
    let types: [any Optimizer<Double>.Type] = [
      GradientDescent.self, Momentum.self, AveragedMomentum.self, Nesterov.self,
      LookAheadNesterov.self, AdaGrad.self, RMSProp.self, Adam.self,
    ]
    var rule = try #require(types.first { Self.name($0) == name }).init(given)
    var count = 0
    for line in lines {
      if let step = try /rule\.step\((.+), gradient: (.+), at: (.+)\) +\/\/ (.+)/.wholeMatch(
        in: line)
      {
        let parts = try [step.1, step.2, step.3].map { try #require(Double($0)) }
        let w = rule.step(parts[0], gradient: parts[1], at: Step(Int(parts[2])))
        let right = try #require(Double(step.4))
        #expect(abs(w - right) < 1e-12, "\(line) gives \(w)")
        count += 1
      }
      if let look = try /rule\.vantage\(from: (.+)\) +\/\/ (.+)/.wholeMatch(in: line) {
        let w = try #require(Double(look.1))
        let right = try #require(Double(look.2))
        #expect(rule.vantage(from: w).map { abs($0 - right) < 1e-12 } == true, "\(line)")
      }
    }
    #expect(count > 0)
  }

  private static var schedules: [any Schedule<Traced>] {
    func course<Rule: Schedule<Traced>>(_: Rule.Type) -> Rule {
      Rule(Given { Rule.declaration[$0].course })
    }
    return [
      course(StepLR.self), course(MultiStepLR.self), course(ExponentialLR.self),
      course(ConstantLR.self), course(LinearLR.self), course(PolynomialLR.self),
      course(CosineAnnealingLR.self), course(CosineAnnealingWarmRestarts.self),
      course(OneCycleLR.self), OneCycleLR(in: 20, shape: .linear),
    ]
  }

  /// The schedules count e where optimizers count t.
  @Test(arguments: [
    "StepLR", "MultiStepLR", "ExponentialLR", "ConstantLR", "LinearLR", "PolynomialLR",
    "CosineAnnealingLR", "CosineAnnealingWarmRestarts", "OneCycleLR",
  ])
  func schedulesHaveTheFormulasOfTheCode(name: String) throws {
    let lines = try docComment(
      above: "public struct \(name)<", in: "Descent/Schedules/\(name).swift")
    let rates = Self.schedules.filter { Self.name(type(of: $0)) == name }.flatMap {
      $0.rates(from: 0.1, epochs: 60).enumerated().dropFirst().map { $1.rule(at: Step($0)).text }
    }
    let known = Set(rates.map { $0.replacing("ₜ", with: "ₑ") })
    let formulas = formulas(in: lines)
    #expect(!formulas.isEmpty)
    for formula in formulas { #expect(known.contains(formula), "\(formula) of \(known)") }
  }

  @Test func theAverageHasTheFormulaOfTheCode() throws {
    let lines = try docComment(
      above: "public struct ExponentialAverage<", in: "Descent/ExponentialAverage.swift")
    var average = ExponentialAverage<Traced>(β: 0.9, start: .zero)
    average.include(Traced(2).named("Y", 1), at: 1)
    #expect(formulas(in: lines) == [average.S.rule(at: 1).text])
  }
}
