import ArgumentParser
import Descent
import Formulas
import Lecture

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

  package init() {}

  package func validate() throws {
    try Self.require(Declaration.gradientDescent["η"], learningRate)
    try Self.require(
      Objective.halfSquare.loss([start]).isFinite,
      en: "--start must be a number between -1e154 and 1e154", zh: "--start 必须是 -1e154 到 1e154 之间的数"
    )
    try Self.require("--steps", steps, in: 1...10_000)
  }
}
