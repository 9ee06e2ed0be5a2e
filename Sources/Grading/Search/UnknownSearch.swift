import Formulas

/// Finds numbers that an exercise did not ask for, with which the right formulas give what was handed in.
final class UnknownSearch {
  private let exercise: Exercise
  private let key: Solution
  private let unknowns: [Unknown]
  /// What guesses give, which is the same for all submissions.
  private lazy var guessed = unknowns.map { unknown in
    unknown.guesses.enumerated().map { index, number in
      calculated(unknown, number, size: index < unknown.defaults ? 0.8 : 1)
    }
  }

  /// What the numbers of each grid give, where the one that is looked for lies between two of them.
  private lazy var gridded = unknowns.map { unknown in
    unknown.grid.map { ($0, calculated(unknown, $0, size: 0)) }
  }

  init(_ exercise: Exercise, key: Solution, _ unknowns: [Unknown]) {
    self.exercise = exercise
    self.key = key
    self.unknowns = unknowns
  }

  /// All single numbers that explain an answer.
  ///
  /// - Parameters:
  ///   - difference: the first number that is wrong.
  ///   - digits: how many digits tell what was done; nil where only numbers count that are someone's default.
  func findings(
    giving answers: Answers, from difference: Assessment.Difference, digits: Int?
  ) -> [Finding] {
    unknowns.indices.compactMap { index in
      let unknown = unknowns[index]
      let guesses = guessed[index].prefix(digits == nil ? unknown.defaults : .max)
      return guesses.lazy.compactMap(\.self).first { self.isRight($0, answers) }
        ?? digits.flatMap { solved(index, by: answers, difference, $0) }
    }
  }

  private func isRight(_ finding: Finding, _ answers: Answers) -> Bool {
    answers.agree(with: finding.solution, like: key)
  }

  /// Nil where the exercise would make no sense.
  private func calculated(_ unknown: Unknown, _ number: Double, size: Double) -> Finding? {
    let variant = unknown.variant(number)
    guard exercise.subject.objection(exercise.assignment.edited(by: variant.edits)) == nil else {
      return nil
    }
    return Finding(
      variant: variant, solution: variant.solve(exercise),
      size: size + (unknown.isFurther ? 0.1 : 0))
  }

  /// The number with which the first wrong number comes out, if all others do too.
  private func solved(
    _ index: Int, by answers: Answers, _ difference: Assessment.Difference, _ wrong: Int
  ) -> Finding? {
    guard let wanted = difference.given?.value, wanted.isFinite else { return nil }
    let unknown = unknowns[index]
    func distance(_ finding: Finding?) -> Double? {
      finding?.solution.value(difference.quantity, at: difference.step).map { $0 - wanted }
    }
    let known = gridded[index].compactMap { x, finding in
      distance(finding).flatMap { $0.isFinite ? (x: x, f: $0) : nil }
    }
    for (low, high) in zip(known, known.dropFirst()) where (low.f <= 0) != (high.f <= 0) {
      let root = Self.root(low, high) { distance(calculated(unknown, $0, size: 0)) ?? .nan }
      // Whoever chose the number chose a short one; another must be confirmed by more.
      for digits in 1...5 where wrong >= 5 + 2 * digits {
        guard let x = Double(Numerals.significant(digits, root)), x != unknown.right,
          unknown.range.contains(x),
          let result = calculated(
            unknown, x, size: (unknown.isFurther ? 1.5 : 1) + 0.15 * Double(digits)),
          isRight(result, answers)
        else { continue }
        return result
      }
    }
    return nil
  }

  /// Where a function that has another sign at each of two points is 0 (Ridders 1979).
  private static func root(
    _ a: (x: Double, f: Double), _ b: (x: Double, f: Double), _ f: (Double) -> Double
  ) -> Double {
    var (a, b) = (a, b)
    for _ in 0..<30 {
      let x = (a.x + b.x) / 2
      let fx = f(x)
      let s = (fx * fx - a.f * b.f).squareRoot()
      guard s > 0, s.isFinite else { return x }
      let y = x + (x - a.x) * (a.f >= b.f ? 1 : -1) * fx / s
      let fy = f(y)
      if fy == 0 || abs(b.x - a.x) <= 1e-13 * abs(x) { return y }
      if (fx < 0) != (fy < 0) {
        a = (x: min(x, y), f: x < y ? fx : fy)
        b = (x: max(x, y), f: x < y ? fy : fx)
      } else if (a.f < 0) != (fy < 0) {
        b = (x: y, f: fy)
      } else {
        a = (x: y, f: fy)
      }
    }
    return b.x
  }
}

extension Numerals {
  /// A number with so many significant digits, to be read again.
  fileprivate static func significant(_ digits: Int, _ number: Double) -> String {
    guard number != 0, number.isFinite else { return "\(number)" }
    var exponent = 0
    var mantissa = number.magnitude
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    var unit = 1.0
    for _ in 1..<digits { unit *= 10 }
    let whole = Int((mantissa * unit).rounded())
    return "\(number < 0 ? "-" : "")\(whole)e\(exponent - digits + 1)"
  }
}
