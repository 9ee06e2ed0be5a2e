/// What would tell apart calculations that give the same numbers: more digits, further columns, or another exercise.
public struct Distinction {
  /// A calculation, by its variant, which is nil for the right one, and what it gives.
  typealias Calculation = (variant: Variant?, solution: Solution)
  typealias Pair = (Calculation, Calculation)

  /// Whether the same numbers with more digits would do.
  public private(set) var isOneOfDigits = false
  /// The further columns of the same exercise that would do; none where they would not.
  public private(set) var columns: [String] = []
  /// Another exercise that would do; nil where there is none.
  public private(set) var probe: Exercise?
  /// The further columns that it needs; none where the same will do.
  public private(set) var probeColumns: [String] = []

  /// - Parameters:
  ///   - isPartial: whether digits and columns are worth naming that tell some pairs apart, where none tells all.
  ///   - names: the quantities that were handed in.
  ///   - decimals: how many decimals they show.
  init(
    of pairs: [Pair], isPartial: Bool, in exercise: Exercise, by names: [String], decimals: Int
  ) {
    let told = pairs.count {
      $0.solution.differs(from: $1.solution, in: names, decimals: Self.enoughDecimals)
    }
    isOneOfDigits =
      decimals < Self.enoughDecimals && (isPartial ? told > 0 : told == pairs.count)
    let others = exercise.key.names.filter { !names.contains($0) && !exercise.isGiven($0) }
    // Gradients tell of what was done a step before; what is calculated from them is told better by itself.
    let isGradient = { (name: String) in exercise.kind(of: name) == "g" }
    columns = Self.columns(
      of: others.filter { !isGradient($0) } + others.filter(isGradient),
      tellingApart: pairs.map { ($0.solution, $1.solution) }, isPartial: isPartial)
    let kinds = Set(names.map { exercise.kind(of: $0) })
    probe = Self.probe(of: exercise.subject, tellingApart: pairs) { kinds.contains($0) }
    if probe == nil, columns.isEmpty {
      probe = Self.probe(of: exercise.subject, tellingApart: pairs) { _ in true }
      probeColumns = probe.map { Self.columns(of: $0, beside: kinds, tellingApart: pairs) } ?? []
    }
  }

  /// Single precision shows hardly more.
  private static let enoughDecimals = 7

  /// Few columns, taken one by one as each tells most pairs apart, in the order of these; none where all of them are
  /// not enough, unless a part will do.
  private static func columns(
    of names: [String], tellingApart pairs: [(Solution, Solution)], isPartial: Bool
  ) -> [String] {
    var rest = pairs
    var chosen: [String] = []
    while !rest.isEmpty {
      let left = names.map { name in rest.filter { !$0.differs(from: $1, in: [name]) } }
      guard let best = left.indices.min(by: { left[$0].count < left[$1].count }),
        left[best].count < rest.count
      else { return isPartial ? names.filter(chosen.contains) : [] }
      chosen.append(names[best])
      rest = left[best]
    }
    return names.filter(chosen.contains)
  }

  /// The first probe in which quantities of some kinds tell all pairs apart.
  private static func probe(
    of subject: Subject, tellingApart pairs: [Pair], by isLookedAt: (String) -> Bool
  ) -> Exercise? {
    subject.probingExercises.first { probe in
      let names = probe.key.names.filter { isLookedAt(probe.kind(of: $0)) }
      return solutions(of: pairs, in: probe).allSatisfy { $0.differs(from: $1, in: names) }
    }
  }

  /// The columns of a probe that tell apart what those of some kinds do not.
  private static func columns(
    of probe: Exercise, beside kinds: Set<String>, tellingApart pairs: [Pair]
  ) -> [String] {
    let names = probe.key.names
    let known = names.filter { kinds.contains(probe.kind(of: $0)) }
    let rest = solutions(of: pairs, in: probe).filter { !$0.differs(from: $1, in: known) }
    let others = names.filter { !known.contains($0) && !probe.isGiven($0) }
    return columns(of: others, tellingApart: rest, isPartial: false)
  }

  private static func solutions(of pairs: [Pair], in probe: Exercise) -> [(Solution, Solution)] {
    pairs.map { ($0.variant?.solve(probe) ?? probe.key, $1.variant?.solve(probe) ?? probe.key) }
  }
}
