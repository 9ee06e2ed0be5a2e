import ArgumentParser
import Descent
import Formulas
import Lecture

/// Adam on L(w) = w²/2: section 3.3.5 of the course.
public struct AdamLesson: Lesson {
  public static let name = "adam"
  public static let abstract = "Adam on w²/2, one step at a time."
  public static let section = "3.3.5"

  /// The parameters of the course's example.
  static let course = (learningRate: 0.01, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, start: 1.0)

  @Option(parsing: .unconditional, help: "Learning rate η, above 0.")
  public var learningRate = course.learningRate

  @Option(parsing: .unconditional, help: "Decay β₁ of the mean gradient, from 0 to below 1.")
  public var beta1 = course.beta1

  @Option(
    parsing: .unconditional, help: "Decay β₂ of the mean squared gradient, from 0 to below 1.")
  public var beta2 = course.beta2

  @Option(parsing: .unconditional, help: "The small number ε in the denominator, above 0.")
  public var epsilon = course.epsilon

  @Option(parsing: .unconditional, help: "Where the weight starts.")
  public var start = course.start

  @Option(parsing: .unconditional, help: "How many steps to take, from 1 to 10000.")
  public var steps = 100

  public init() {}

  public func validate() throws {
    try Self.require(
      learningRate > 0 && learningRate.isFinite, "--learning-rate must be a number above 0")
    try Self.require(0 <= beta1 && beta1 < 1, "--beta1 must be at least 0 and below 1")
    try Self.require(0 <= beta2 && beta2 < 1, "--beta2 must be at least 0 and below 1")
    try Self.require(epsilon > 0 && epsilon.isFinite, "--epsilon must be a number above 0")
    try Self.require(
      objective.loss([start]).isFinite, "--start must be a number between -1e154 and 1e154")
    try Self.require((1...10_000).contains(steps), "--steps must be from 1 to 10000")
  }

  var objective: Objective { .halfSquare }

  /// The weight's symbol, w.
  var weight: Symbol { objective.variables[0] }

  /// The same descent with any number type.
  func trace<Number: Traceable>(steps: Int) -> Trace<Adam<Number>> {
    descend(
      on: objective, from: [Number(start)],
      with: Adam(
        η: Number(learningRate), β1: Number(beta1), β2: Number(beta2), ε: Number(epsilon)),
      steps: steps)
  }

  public func document(in language: Language) -> Document {
    let run = AdamRun(trace(steps: steps))
    return Document(
      title: language(en: "Adam, step by step", zh: "Adam 逐步演算"),
      blocks: [
        .prose(introduction(in: language)),
        .heading(language(en: "The formulas", zh: "公式")),
        .formulas(formulas(in: language)),
        .heading(language(en: "The first steps, with their numbers", zh: "前几步的代入计算")),
      ] + derivations(of: run, in: language) + [
        .heading(language(en: "All steps", zh: "各步的数值")),
        .table(table(of: run, in: language), name: Self.name),
      ] + remarks(on: run, in: language).map { .prose($0) } + [
        .figure(figure(of: run, in: language), name: Self.name)
      ])
  }
}

/// A descent as far as all its numbers are finite.
struct AdamRun {
  typealias Row = Trace<Adam<Double>>.Row

  /// All rows up to the first with a number that is not finite, that row included.
  let rows: [Row]
  /// The first row with a number that is not finite, and the name of the quantity.
  let divergence: (step: Step, quantity: Symbol)?

  init(_ trace: Trace<Adam<Double>>) {
    for (index, row) in trace.rows.enumerated() {
      let quantities = row.quantities() + [("L(w)", row.loss)]
      guard let broken = quantities.first(where: { !$0.value.isFinite }) else { continue }
      rows = Array(trace.rows[...index])
      divergence = (row.step, broken.symbol)
      return
    }
    rows = trace.rows
    divergence = nil
  }

  /// The rows in which every number is finite.
  var finite: ArraySlice<Row> { divergence == nil ? rows[...] : rows.dropLast() }
}
