extension Exercise {
  /// An exercise with numbers that belong to one student, the same each time, in which as many known mistakes as
  /// possible give numbers of their own when printed with four decimals.
  public init(_ subject: Subject, for student: String) {
    var generator = SplitMix64(seed: Self.hash("\(subject.name)/\(student)"))
    let candidates = (0..<Self.attempts).map { _ in
      var exercise = Exercise(subject)
      subject.draw(&exercise.assignment, &generator)
      return exercise
    }
    var best = candidates[0]
    var fewest = best.indistinguishable
    for candidate in candidates.dropFirst() where !fewest.isEmpty {
      let classes = candidate.indistinguishable
      if classes.joined().count < fewest.joined().count { (best, fewest) = (candidate, classes) }
    }
    self = best
  }

  private static let attempts = 8

  /// The sets of variants that give the same numbers in this exercise when printed with four decimals; those that give
  /// the right ones are in a set with nil, where a mistake is among them: other right forms leave nothing in doubt.
  public var indistinguishable: [[Variant?]] {
    var classes: [(solution: Solution, members: [Variant?])] = [(key, [nil])]
    for variant in subject.variants {
      let solution = variant.solve(self)
      if let index = classes.firstIndex(where: { !$0.solution.differs(from: solution) }) {
        classes[index].members.append(variant)
      } else {
        classes.append((solution, [variant]))
      }
    }
    return classes.map(\.members).filter { members in
      members.count > 1 && (members[0] != nil || members.contains { $0?.kind == .mistake })
    }
  }

  /// The FNV-1a hash (Fowler, Noll and Vo), as Swift's own is another in each process.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
