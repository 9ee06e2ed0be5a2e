import Words

/// A statement of the course, what the numbers of this run are, and whether they bear it out.
struct Conclusion {
  enum Verdict { case agrees, disagrees, undecided }

  var statement: Words
  var numbers: Words
  var verdict: Verdict

  var text: Words {
    let connection =
      switch verdict {
      case .agrees: Words(en: " So it is here: ", zh: "这里正是如此：")
      case .disagrees: Words(en: " Not so here: ", zh: "这里并非如此：")
      case .undecided: Words(en: " This run does not decide it: ", zh: "这次运行看不出来：")
      }
    return "\(statement)\(connection)\(numbers)"
  }
}

extension Conclusion.Verdict {
  /// Agrees where the first of two numbers is larger, and decides nothing where they are equal.
  init<Number: Comparable>(_ a: Number, isAbove b: Number) {
    self = a > b ? .agrees : a < b ? .disagrees : .undecided
  }
}
