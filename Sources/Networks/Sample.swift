/// What goes into a network, and what should come out.
public struct Sample<Number> {
  /// One for each input.
  public var inputs: [Number]
  /// One for each output, from 0 to 1.
  public var targets: [Number]

  /// One training sample.
  public init(inputs: [Number], targets: [Number]) {
    self.inputs = inputs
    self.targets = targets
  }
}

extension Sample: Sendable where Number: Sendable {}
