/// A wrong answer with what follows from its own numbers, and what gives them, which is found out when it is first asked for.
final class FollowedAnswers {
  let answers: Answers
  /// The first number that is wrong.
  let difference: Assessment.Difference
  /// The known mistakes that give the numbers.
  let known: [Finding]
  private let search: Search
  private(set) lazy var recorded = search.recorded(answers)
  private(set) lazy var following = Following(recorded, in: search.edits[0].flat)
  /// Small changes that explain the formulas that the numbers do not follow, one after another.
  private(set) lazy var explained = search.edits[0].explaining(following, of: recorded)
  /// Where the numbers stop to follow from those before them; nil where that is not to be seen.
  private(set) lazy var place = following.place(in: recorded)
  /// What gives the numbers that is on no list.
  private(set) lazy var matches = search.findings(in: self).map {
    Assessment.Match(variant: $0.variant, solution: $0.solution, difference: difference)
  }

  init(
    _ answers: Answers, _ search: Search, from difference: Assessment.Difference,
    besides known: [Finding]
  ) {
    (self.answers, self.search) = (answers, search)
    (self.difference, self.known) = (difference, known)
  }

  /// Where the wrong numbers of a quantity stand that follow; a column that is alone follows from nothing but itself.
  func steps(of name: String) -> Set<Int> {
    recorded.columnCount > 1 ? following.steps[name] ?? [] : []
  }
}
