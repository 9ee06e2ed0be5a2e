/// A derivative by the chain rule, written out: all ways on which a variable acts on a result, each a product of
/// derivatives of one quantity by the next.
///
///     let h = (w * 2).named("h")
///     let E = (.pow(h, 2) + w).named("E")
///     let rule = E.chainRule(by: w)
///     rule.paths[0].product.formula(Notation(.numbered))    // ∂E/∂h·∂h/∂w
///     "\(rule.paths[0].factors[0].derivation())"            // ∂E/∂h = 2·h = …
///
/// The derivative is the same as that of `gradient`, which never looks at single paths: their number can double with
/// each quantity on the way, and there are enough of them for a small formula only.
public struct ChainRule {
  /// One way from the result to the variable.
  public struct Path {
    /// The quantities on the way, from the result to the variable.
    public fileprivate(set) var quantities: [Traced]
    /// The derivatives of each quantity by the next: ∂E/∂h, ∂h/∂w.
    public fileprivate(set) var factors: [Traced] = []

    /// The product of the factors, what the variable does on this way.
    public var product: Traced { factors.dropFirst().reduce(factors.first ?? 1, *) }
  }

  /// All ways that lead from the result to the variable.
  public let paths: [Path]

  /// The products of the paths, named P₁, P₂ and so on where there is more than one.
  public let products: [Traced]

  /// The sum over the paths, with its name: ∂E/∂w.
  public let derivative: Traced
}

extension Traced {
  /// The derivative by a variable along all paths between them.
  ///
  /// - Parameters:
  ///   - variable: what the derivative is by.
  ///   - quantities: where paths have a factor for each side, such as netₒ₁; nil for all quantities that have names.
  public func chainRule(by variable: Traced, through quantities: [Traced]? = nil) -> ChainRule {
    let chosen = quantities.map { Set($0.map(\.id)) }
    let stations = node.dependents(of: [variable.id]).map(Traced.init(node:)).filter {
      $0.id != id && ($0.id == variable.id || chosen?.contains($0.id) ?? ($0.symbol != nil))
    }
    var factors: [ID: [(next: Traced, factor: Traced)]] = [:]
    for quantity in [self] + stations where quantity.id != variable.id {
      factors[quantity.id] = quantity.factors(to: stations)
    }

    var paths: [ChainRule.Path] = []
    var unfinished = [ChainRule.Path(quantities: [self])]
    while let path = unfinished.popLast() {
      guard let end = path.quantities.last, end.id != variable.id else {
        paths.append(path)
        continue
      }
      // The last is continued first, so paths come in the order in which the formula has them.
      for (next, factor) in (factors[end.id] ?? []).reversed() {
        var longer = path
        longer.quantities.append(next)
        longer.factors.append(factor)
        unfinished.append(longer)
      }
    }
    return ChainRule(paths, name: derivativeName(by: variable))
  }

  /// The derivatives by all stations that this quantity is made of without others between.
  private func factors(to stations: [Traced]) -> [(next: Traced, factor: Traced)] {
    let derivatives = adjoints(by: Set(stations.map(\.id)).subtracting([id]), areIndependent: true)
    return stations.compactMap { next in
      guard next.id != id, let derivative = derivatives[next.id] else { return nil }
      return (next, derivative.named(derivativeName(by: next)))
    }
  }

  /// The symbol ∂self/∂variable.
  private func derivativeName(by variable: Traced) -> Symbol {
    let notation = Notation(.numbered)
    return .derivative(of: mathematicalName(notation), by: variable.mathematicalName(notation))
  }
}

extension ChainRule {
  fileprivate init(_ paths: [Path], name: Symbol) {
    self.paths = paths
    products =
      paths.count == 1
      ? [paths[0].product]
      : paths.enumerated().map { $1.product.named(Symbol("P\($0 + 1)")) }
    derivative = products.dropFirst().reduce(products.first ?? 0, +).named(name)
  }
}
