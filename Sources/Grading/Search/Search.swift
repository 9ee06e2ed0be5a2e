/// Looks for causes that are on no list: a number that was not asked for, or a small change of a formula.
final class Search {
  let exercise: Exercise
  let key: Solution
  private lazy var unknowns = UnknownSearch(exercise, key: key, exercise.unknowns)
  private lazy var constants = UnknownSearch(exercise, key: key, edits[0].constants)
  private lazy var further = exercise.furtherCauses.map { cause in
    Finding(variant: cause, solution: cause.solve(exercise), size: 0.9)
  }
  /// Two known variants at once.
  private lazy var pairs = exercise.subject.pairsOfVariants.map { pair in
    Finding(variant: pair, solution: pair.solve(exercise), size: 2)
  }
  /// One for each form that the formulas have.
  private(set) lazy var edits = exercise.subject.forms.map { EditSearch(exercise, $0) }
  /// Exercises that tell causes apart, with what is right there.
  private lazy var probes =
    ([Exercise(exercise.subject, for: "probe")]
      + exercise.subject.probingExercises)

  init(_ exercise: Exercise, key: Solution) {
    self.exercise = exercise
    self.key = key
  }

  func recorded(_ answers: Answers) -> RecordedAnswers {
    RecordedAnswers(answers, of: edits[0].recording, exercise, key: key)
  }

  /// The likeliest causes, each of which can be told from the others by such columns.
  ///
  /// Where a known mistake gives the numbers too, only what is as likely counts.
  func findings(in followed: FollowedAnswers) -> [Finding] {
    let (answers, difference) = (followed.answers, followed.difference)
    guard followed.known.isEmpty else {
      let others = unknowns.findings(giving: answers, from: difference, digits: nil)
      return Array(
        distinct(followed.known + others, in: answers).dropFirst(followed.known.count))
    }
    let digits = followed.recorded.wrongDigits
    guard digits >= 4 else { return [] }
    var found =
      unknowns.findings(giving: answers, from: difference, digits: digits)
      + further.filter { isRight($0.solution, answers) }
    if let exchanged = exchanged(in: answers) {
      found.append(Finding(variant: exchanged, solution: exchanged.solve(exercise), size: 0.7))
    }
    if !found.contains(where: { $0.size < Self.certain }) { found += edited(followed) }
    if found.isEmpty {
      found = constants.findings(giving: answers, from: difference, digits: digits)
    }
    if found.isEmpty, digits >= 16 {
      found = pairs.filter { isRight($0.solution, answers) }
      if found.isEmpty, let explained = followed.explained {
        found = [edits[0].partial(explained, of: followed.recorded)].compactMap(\.self)
      }
    }
    guard !found.isEmpty else { return [] }
    found.sort { $0.size < $1.size }
    return distinct(found.filter { $0.size <= found[0].size + Self.range }, in: answers)
  }

  /// Small changes of the formulas in any of their forms.
  private func edited(_ followed: FollowedAnswers) -> [Finding] {
    edits.flatMap { search in
      // Quantities have other places in another form.
      let isFirst = search === edits[0]
      let recorded =
        isFirst
        ? followed.recorded
        : RecordedAnswers(followed.answers, of: search.recording, exercise, key: key)
      return search.findings(
        giving: recorded,
        {
          isFirst
            ? followed.explained
            : search.explaining(Following(recorded, in: search.flat), of: recorded)
        },
        { isRight($0, followed.answers) })
    }
  }

  private func isRight(_ solution: Solution, _ answers: Answers) -> Bool {
    answers.agree(with: solution, like: key)
  }

  /// What is likelier than any slip, how much less likely than the likeliest a cause is told of, and how many are.
  private static let certain = 0.85
  private static let range = 0.35
  private static let most = 4

  /// What no exercise tells apart by the same columns is the same.
  private func distinct(_ found: [Finding], in answers: Answers) -> [Finding] {
    guard found.count > 1 else { return found }
    let most = max(Self.most, found.count { $0.size == 0 } + 1)
    let kinds = Set(answers.columns.map { exercise.kind(of: $0.name) })
    let names = probes.map { probe in
      probe.key.names.filter { kinds.contains(probe.kind(of: $0)) }
    }
    var kept: [(finding: Finding, solutions: [Solution])] = []
    for finding in found where kept.count < most {
      let solutions = probes.map { finding.variant.solve($0) }
      let isKnown = kept.contains { other in
        zip(names, zip(other.solutions, solutions)).allSatisfy { names, pair in
          !pair.0.differs(from: pair.1, in: names)
        }
      }
      if !isKnown || finding.size == 0 { kept.append((finding, solutions)) }
    }
    return kept.map(\.finding)
  }
}
