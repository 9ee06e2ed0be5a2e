import ArgumentParser
import Descent
import Formulas
import Lecture
import Words

/// What all lessons on an optimizer have as options.
package struct DescentOptions: ParsableArguments, Sendable {
  @Option(Declaration.gradientDescent["η"]) package var learningRate: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "Where the weight starts.", zh: "权重的起点。"))
  package var start = 1.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "How many steps to take, from 1 to 10000.", zh: "步数，1 到 10000。"))
  package var steps = 100

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "What is minimised: a formula of one variable, such as '(x - 1)^2 + sin 3x'.",
      zh: "求什么的最小值：一个变量的公式，例如 '(x - 1)^2 + sin 3x'。", valueName: "formula"))
  package var loss = Objective.halfSquare.text

  package init() {}

  /// What is minimised. The variable is called w, as in all that is said of it.
  ///
  /// - Precondition: the options are valid.
  package var objective: Objective {
    guard let objective = try? Objective(loss) else { preconditionFailure("Options are valid.") }
    return objective.named(["w"])
  }

  package func validate() throws {
    try Self.require(Declaration.gradientDescent["η"], learningRate)
    let given = try Self.objective(loss)
    let names = given.variables.map(\.text).listed
    try Self.require(
      given.variables.count == 1,
      en: "--loss must be of one variable here, not of \(names); lesson-optimizers has two",
      zh: "--loss 在这里只能有一个变量，不能是 \(names)；两个变量请用 lesson-optimizers")
    let first = objective.loss([start])
    try Self.require(
      first.isFinite || objective != .halfSquare,
      en: "--start must be a number between -1e154 and 1e154", zh: "--start 必须是 -1e154 到 1e154 之间的数"
    )
    try Self.require(
      first.isFinite, en: "The loss is \(first, .rounded) at --start; it must be a number there",
      zh: "损失在 --start 处是 \(first, .rounded)，那里必须有值")
    try Self.require("--steps", steps, in: 1...10_000)
  }
}
