import RealModule

/// How values become places on an axis.
public struct Scale: Hashable, Sendable {
  /// What is the same everywhere on an axis.
  public enum Kind: Hashable, Sendable {
    /// Equal differences are equal distances.
    case linear
    /// Equal ratios are equal distances. Only positive values have a place.
    case logarithmic
  }

  /// What is the same everywhere on the axis.
  public let kind: Kind
  /// The values that have a place.
  public let domain: Domain

  /// A scale over the domain.
  ///
  /// - Precondition: the domain of a logarithmic scale is positive.
  public init(_ kind: Kind, _ domain: Domain) {
    precondition(kind == .linear || domain.lower > 0, "A logarithm is of a positive number.")
    self.kind = kind
    self.domain = domain
  }

  /// The scale over the smallest domain with room for the values; what has no place on it is left out.
  ///
  /// - Parameter margin: what is added on each side, in parts of the axis.
  public init(_ kind: Kind, around values: some Sequence<Double>, margin: Double = 0) {
    switch kind {
    case .linear: self.init(.linear, Domain(around: values, margin: margin))
    case .logarithmic:
      let logarithms = Domain(
        around: values.lazy.filter { $0 >= Self.smallest }.map(Double.log10), margin: margin)
      self.init(
        .logarithmic,
        Domain(
          max(.exp10(logarithms.lower), 1e-300),
          min(.exp10(logarithms.upper), .greatestFiniteMagnitude)))
    }
  }

  /// Smaller numbers are zero on a logarithmic axis.
  private static let smallest = 1e-290

  /// Where the value lies: 0 at the lower end, 1 at the upper end; not finite where it has no place.
  public func fraction(_ value: Double) -> Double {
    switch kind {
    case .linear:
      // Halves, because the width of a domain may be more than a double holds.
      return (value / 2 - domain.lower / 2) / (domain.upper / 2 - domain.lower / 2)
    case .logarithmic:
      guard value > 0 else { return .nan }
      let (lower, upper) = (Double.log10(domain.lower), Double.log10(domain.upper))
      return (.log10(value) - lower) / (upper - lower)
    }
  }

  /// What lies at a part of the way from the lower end to the upper one.
  public func value(at fraction: Double) -> Double {
    func between(_ a: Double, _ b: Double) -> Double { (1 - fraction) * a + fraction * b }
    return switch kind {
    case .linear: between(domain.lower, domain.upper)
    case .logarithmic: .exp(between(.log(domain.lower), .log(domain.upper)))
    }
  }

  /// The scale with as much more on both sides as makes a linear one so wide.
  func widened(to width: Double) -> Scale {
    let room = (width - domain.width) / 2
    return Scale(kind, Domain(domain.lower - room, domain.upper + room))
  }
}
