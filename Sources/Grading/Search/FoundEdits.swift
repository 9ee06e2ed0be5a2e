import Formulas
import Words

extension EditSearch {
  /// Edits that give an answer: single ones, or else several.
  ///
  /// - Parameters:
  ///   - explained: what explains the formulas one after another.
  ///   - isRight: whether a calculation gives all of the answer.
  func findings(
    giving answers: RecordedAnswers, _ explained: () -> Candidate?, _ isRight: (Solution) -> Bool
  ) -> [Finding] {
    guard answers.wrongDigits >= 6 else { return [] }
    let single = confirmed(candidates(giving: answers), isRight)
    guard single.isEmpty, answers.wrongDigits >= 16 else { return single }
    let several = confirmed([explained()].compactMap(\.self), isRight)
    return several.isEmpty ? confirmed(pairs(giving: answers), isRight) : several
  }

  /// What explains some formulas, where others follow from nothing that is known.
  func partial(_ candidate: Candidate, of answers: RecordedAnswers) -> Finding? {
    let rest = Following(answers, in: flat) { formulas(of: candidate, in: $0) }
    guard let index = rest.broken.first else { return nil }
    let variant = variant(of: candidate)
    let name = recording.quantities[index].written.text
    return Finding(
      variant: Variant(
        name: variant.name, kind: .edit,
        explanation: variant.explanation
          + Words(en: "; beside that, \(name) does not follow", zh: "；此外，\(name) 也不能由前面的数得出"),
        quantity: variant.quantity, edits: variant.edits, procedure: nil),
      solution: variant.solve(exercise), size: candidate.size)
  }

  private func confirmed(
    _ candidates: [Candidate], _ isRight: (Solution) -> Bool
  ) -> [Finding] {
    candidates.prefix(40).compactMap { candidate in
      guard candidate.size <= candidates[0].size + 0.35 else { return nil }
      let variant = variant(of: candidate)
      let solution = variant.solve(exercise)
      return isRight(solution)
        ? Finding(variant: variant, solution: solution, size: candidate.size) : nil
    }
  }

  /// What is found, with each formula before and after.
  func variant(of candidate: Candidate) -> Variant {
    var clauses: [Words] = []
    var name = ""
    for symbol in candidate.changes.keys.sorted(by: isEarlier) {
      guard let clause = clause(for: symbol, candidate) else { continue }
      if name.isEmpty { name = symbol.name }
      clauses.append(clause)
    }
    let most = 3
    let shown = clauses.prefix(most).joined(separator: Words(en: "; ", zh: "；"))
    let more =
      clauses.count > most ? Words(en: "; and so on", zh: "；等等") : Words(en: "", zh: "")
    return Variant(
      name: name, kind: .edit, explanation: shown + more, quantity: name,
      edits: candidate.edits(of: form),
      procedure: nil)
  }

  private func isEarlier(_ a: Symbol, _ b: Symbol) -> Bool {
    order[a, default: 0] < order[b, default: 0]
  }
}

extension EditSearch {
  /// A formula as it was changed, and as it should be.
  private func clause(for symbol: Symbol, _ candidate: Candidate) -> Words? {
    guard let changes = candidate.changes[symbol] else { return nil }
    let isStart = changes.allSatisfy { $0.name.hasPrefix("start") }
    let places = recording.quantities.indices.filter { recording.quantities[$0].symbol == symbol }
    // The first step is often a special case.
    let later = places.drop { !isStart && recording.quantities[$0].scopeStep ?? 0 < 2 }
    for index in later + places {
      let quantity = recording.quantities[index]
      guard let right = quantity.formula, let wrong = changed(index, by: changes) else { continue }
      func rule(_ formula: Traced) -> Mathematics {
        formula.named(quantity.written, quantity.step).rule(at: quantity.scopeStep ?? 0)
      }
      let (en, zh): (Words, Words) = isStart ? ("in the first step ", "第一步中 ") : ("", "")
      let note = changes.compactMap(\.note).map { $0 + Words(en: ": ", zh: "：") }.joined()
      return note
        + Words(
          en: "\(en)\(rule(wrong)) where \(rule(right)) belongs",
          zh: "\(zh)\(rule(wrong))，应当是 \(rule(right))")
    }
    return nil
  }
}

extension EditSearch {
  /// Each place where a formula has a number that is given, which may be written there as another, or a quantity, which may have a
  /// factor.
  var constants: [Unknown] {
    var seen: Set<String> = []
    // Of many quantities it would take long, and their places are told in any case.
    guard recording.rowSize <= 40 else { return [] }
    return recording.rows.prefix(3).flatMap { $0.quantities }.flatMap { index -> [Unknown] in
      let quantity = recording.quantities[index]
      guard let formula = quantity.formula else { return [] }
      let name = "\(quantity.symbol.name) \(formula.skeleton)"
      return seen.insert(name).inserted ? constants(in: formula, of: quantity.symbol) : []
    }
  }

  private func constants(in formula: Traced, of symbol: Symbol) -> [Unknown] {
    formula.places.compactMap { path, part in
      guard let place = recording.places[part.withoutPart.id], part.calculation == nil,
        recording.quantities[place].step != nil || recording.quantities[place].formula == nil
      else { return nil }
      let isGiven = recording.quantities[place].step == nil
      let (value, shape, form) = (isGiven ? part.value : 1, part.shape, form)
      let (theirs, name) = (symbol.text, recording.quantities[place].written.text)
      var unknown = Unknown(
        symbol.name, of: symbol.name, right: value, value > 0 && value < 1 ? .part : .any,
        guesses: [0.1, 0.9, 0.99, 0.01, 0.999, 0.001, 0.5, 2]
      ) {
        let number = Numerals.exact.text($0)
        let wrong = isGiven ? number : "\(number)·\(name)"
        return Words(
          en: "the formula of \(theirs) has \(wrong) where \(name) belongs",
          zh: "\(theirs) 的公式中用了 \(wrong)，应当用 \(name)")
      } _: { number in
        let edit = FormulaEdit(
          name: "\(path) constant", size: 1.3, path: path, shape: shape,
          change: { x, _ in isGiven ? Traced(number) : Traced(number) * x })
        return Candidate(changes: [symbol: [edit]], size: 1.3).edits(of: form)
      }
      unknown.kind = .edit
      return unknown
    }
  }
}
