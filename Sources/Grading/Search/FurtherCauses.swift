import Formulas
import Words

extension Exercise {
  /// Causes that are tried where nothing on the list gives the numbers: further mistakes of the subject, and numbers that belong
  /// to another one.
  var furtherCauses: [Variant] {
    subject.further + [courses].compactMap(\.self) + Subject.all.compactMap(cause(of:))
  }

  /// The numbers of the course's own exercise.
  private var courses: Variant? {
    var course = subject.assignment
    if subject.rowCount(course) == nil { course.steps = assignment.steps }
    guard course.steps == assignment.steps, course.numbers != assignment.numbers else { return nil }
    return .mistake(
      "numbers-of-the-course", of: "",
      "these are the numbers of the course’s own exercise, not of this one",
      "这是课程例题的数，不是本题的",
      .exercise { [course] in $0 = course })
  }

  /// The numbers of another subject, with those of this exercise as far as it has them.
  private func cause(of other: Subject) -> Variant? {
    guard other.name != subject.name, other.hasObjective == subject.hasObjective,
      Set(other.parameters.map(\.option)).intersection(subject.parameters.map(\.option)).count > 1
    else { return nil }
    let adapted = { @Sendable (assignment: Assignment) in
      var copy = other.assignment
      copy.take(from: assignment)
      return copy
    }
    guard other.objection(adapted(assignment)) == nil else { return nil }
    return Variant(
      name: "numbers-of-\(other.name)", kind: .mistake,
      explanation: Words(
        en: "these are the numbers of another rule: \(other.title)",
        zh: "这是另一种方法的数：\(other.title)"),
      quantity: "", edits: [],
      procedure: Procedure { assignment, _ in other.procedure.solve(adapted(assignment), []) })
  }
}

extension Subject {
  /// All pairs of variants that change different quantities.
  var pairsOfVariants: [Variant] {
    let single = variants.filter { $0.procedure == nil && !$0.changed.isEmpty }
    return single.indices.flatMap { i in
      single[..<i].compactMap { other in
        let one = single[i]
        guard one.changed.isDisjoint(with: other.changed) else { return nil }
        return Variant(
          name: "\(other.name)+\(one.name)", kind: .mistake,
          explanation: Words(
            en: "\(other.explanation); and \(one.explanation)",
            zh: "\(other.explanation)；而且 \(one.explanation)"),
          quantity: other.quantity, edits: other.edits + one.edits, procedure: nil)
      }
    }
  }
}

extension Variant {
  /// The quantities that it changes; none where it changes more than formulas.
  fileprivate var changed: Set<Symbol> {
    var symbols: Set<Symbol> = []
    for edit in edits {
      guard case .quantities(let changed, _) = edit else { return [] }
      symbols.formUnion(changed)
    }
    return symbols
  }
}

extension Assignment {
  /// Takes the numbers that another has too.
  fileprivate mutating func take(from other: Assignment) {
    for option in numbers.keys { numbers[option] = other.numbers[option] ?? numbers[option] }
    (steps, objective) = (other.steps, other.objective)
  }
}

extension Search {
  /// Two columns that are exchanged; nil where that does not make all right.
  func exchanged(in answers: Answers) -> Variant? {
    let columns = answers.columns
    for i in columns.indices {
      for j in 0..<i {
        func isRight(_ index: Int, as name: String) -> Bool {
          answers.steps.allSatisfy { step in
            columns[index].printed[step] == nil
              || key.value(name, at: step).map { columns[index].agrees(with: $0, at: step) }
                ?? false
          }
        }
        let others = columns.indices.filter { $0 != i && $0 != j }
        guard isRight(i, as: columns[j].name), isRight(j, as: columns[i].name),
          others.allSatisfy({ isRight($0, as: columns[$0].name) })
        else { continue }
        let (a, b) = (columns[j], columns[i])
        let (first, second) = (Symbol(exercise.kind(of: a.name)), Symbol(exercise.kind(of: b.name)))
        return .mistake(
          "columns-exchanged", of: a.name,
          "the columns \(a.heading) and \(b.heading) are exchanged; their numbers are right",
          "\(a.heading) 和 \(b.heading) 两列写反了，数是对的",
          .record(first) { $0[second] }, .record(second) { $0[first] })
      }
    }
    return nil
  }
}
