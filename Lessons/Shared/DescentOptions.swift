import ArgumentParser
import Descent
import Lecture

/// What all lessons on an optimizer have as options.
package struct DescentOptions: ParsableArguments, Sendable {
  @Option(parsing: .unconditional, help: "Learning rate η, above 0.")
  package var learningRate = 0.01

  @Option(parsing: .unconditional, help: "Where the weight starts.")
  package var start = 1.0

  @Option(parsing: .unconditional, help: "How many steps to take, from 1 to 10000.")
  package var steps = 100

  package init() {}

  package func validate() throws {
    try Self.require(
      learningRate > 0 && learningRate.isFinite, "--learning-rate must be a number above 0")
    try Self.require(
      Objective.halfSquare.loss([start]).isFinite,
      "--start must be a number between -1e154 and 1e154")
    try Self.require((1...10_000).contains(steps), "--steps must be from 1 to 10000")
  }
}
