/// The number of an iteration. Optimizers count from 1; step 0 is the start.
///
/// It is a type of its own so that a formula knows that the 2 in β₁² stands for the step, and the one in g² does not.
public struct Step: Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral {
  /// From 0, the start.
  public var number: Int

  /// The step of that number.
  public init(_ number: Int) {
    self.number = number
  }

  public init(integerLiteral number: Int) { self.init(number) }

  public static func < (a: Step, b: Step) -> Bool { a.number < b.number }
}
