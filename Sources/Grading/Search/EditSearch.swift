import Formulas

/// Finds small changes of formulas that give what was handed in.
///
/// The neighbours of the right calculation, each a `Candidate`, are made once for an exercise. An answer is compared with what
/// they give row by row, and most fail in the first.
final class EditSearch {
  let exercise: Exercise
  /// The formulas that stand in another form than the rule's.
  let form: [Symbol: Edit.Formula]
  let flat: FlatRun
  private let scope: RecordedScope
  var recording: Recording { flat.recording }
  /// Where each symbol is calculated first.
  private(set) lazy var order = Dictionary(
    recording.quantities.enumerated().map { ($1.symbol, $0) }
  ) { first, _ in first }
  /// From the likeliest on.
  private(set) lazy var candidates = makeCandidates()
  /// What each candidate changes in each row, as far as that was asked for.
  private var changed: [[Int: FlatRun.Formula]?] = []
  private var bySymbol: [[Symbol: [Int]]] = []

  init(_ exercise: Exercise, _ form: [Symbol: Edit.Formula] = [:]) {
    self.exercise = exercise
    self.form = form
    flat = FlatRun(Recording(exercise, form))
    scope = RecordedScope(exercise.assignment, flat.recording)
    bySymbol = flat.recording.rows.map { row in
      Dictionary(grouping: row.quantities) { flat.recording.quantities[$0].symbol }
    }
  }

  /// What explains each of the formulas that an answer does not follow, one after another.
  ///
  /// So several mistakes are found that do not touch each other; what was handed in keeps them apart.
  func explaining(_ following: Following, of answers: RecordedAnswers) -> Candidate? {
    var broken: [Symbol] = []
    for index in following.broken where !broken.contains(recording.quantities[index].symbol) {
      broken.append(recording.quantities[index].symbol)
    }
    let handedIn = Set(answers.rows.joined().map { recording.quantities[$0.quantity].symbol })
    var found: Candidate?
    for symbol in broken {
      let families = Set(broken.filter { $0.widerFamily == symbol.widerFamily })
      let next = candidates.lazy.filter { candidate in
        candidate.changes.keys.contains { $0 == symbol || !handedIn.contains($0) }
          && candidate.changes.keys.allSatisfy { families.contains($0) || !handedIn.contains($0) }
      }.compactMap { candidate in
        found.map { $0.joined(with: candidate) } ?? candidate
      }.first { candidate in
        Following(answers, in: self.flat, untilBroken: symbol) {
          self.formulas(of: candidate, in: $0)
        }.broken.allSatisfy {
          self.recording.quantities[$0].symbol != symbol
        }
      }
      guard let next = next ?? pair(explaining: symbol, after: found, of: answers) else {
        return found
      }
      found = next
      let rest = Following(answers, in: flat) { self.formulas(of: next, in: $0) }
      if rest.broken.isEmpty { return next }
    }
    return found
  }

  /// Two changes of one formula that explain it together.
  private func pair(
    explaining symbol: Symbol, after found: Candidate?, of answers: RecordedAnswers
  ) -> Candidate? {
    let likely = candidates.lazy.filter {
      $0.size <= 1.5 && $0.changes.count == 1 && $0.changes[symbol] != nil
    }.prefix(100)
    let all = Array(likely)
    var pairs: [Candidate] = []
    for i in all.indices { pairs += all[..<i].compactMap { all[i].joined(with: $0) } }
    return pairs.sorted { $0.size < $1.size }.lazy.compactMap { pair in
      found.map { $0.joined(with: pair) } ?? pair
    }.first { candidate in
      Following(answers, in: self.flat, untilBroken: symbol) {
        self.formulas(of: candidate, in: $0)
      }.broken.allSatisfy { self.recording.quantities[$0].symbol != symbol }
    }
  }

  // MARK: The search

  /// All candidates that give an answer, from the likeliest on.
  func candidates(giving answers: RecordedAnswers) -> [Candidate] {
    guard let first = answers.firstWrong else { return [] }
    return candidates.indices.compactMap { index in
      gives(answers, first: first) { formulas(of: index, in: $0) } ? candidates[index] : nil
    }
  }

  /// All pairs of likely candidates that give an answer.
  func pairs(giving answers: RecordedAnswers) -> [Candidate] {
    guard let first = answers.firstWrong else { return [] }
    // A second at most.
    let most = (2e6 / Double(recording.rowSize)).squareRoot()
    let likely = candidates.indices.prefix(min(160, Int(most)))
    let symbols = likely.map { Set(candidates[$0].changes.keys.map { order[$0, default: 0] }) }
    var found: [Candidate] = []
    for i in likely {
      for j in likely where j < i {
        // Most pairs change different formulas, and fail.
        let isApart = symbols[i].isDisjoint(with: symbols[j])
        let both = isApart ? nil : candidates[i].joined(with: candidates[j])
        guard isApart || both != nil else { continue }
        let isFound = gives(answers, first: first) { row in
          both.map { formulas(of: $0, in: row) }
            ?? formulas(of: i, in: row).merging(formulas(of: j, in: row)) { first, _ in first }
        }
        if isFound, let pair = both ?? candidates[i].joined(with: candidates[j]) {
          found.append(pair)
        }
      }
    }
    return found.sorted { $0.size < $1.size }
  }

  private func gives(
    _ answers: RecordedAnswers, first: Int, _ formulas: (_ row: Int) -> [Int: FlatRun.Formula]
  ) -> Bool {
    var begin: Int?
    var end = 0
    defer { if let begin { flat.reset(begin..<end) } }
    for row in answers.rows.indices {
      let other = formulas(row)
      if begin == nil, let start = other.keys.min() {
        // What comes before is right.
        guard start <= first else { return false }
        begin = start
      }
      let range = recording.rows[row].quantities
      guard let begin else {
        if range.upperBound > first { return false }
        continue
      }
      end = range.upperBound
      flat.run(max(begin, range.lowerBound)..<range.upperBound, with: other)
      guard answers.rows[row].allSatisfy({ $0.agrees(with: flat.numbers[$0.quantity]) }) else {
        return false
      }
    }
    return begin != nil
  }

  /// What a candidate makes of a row's formulas.
  private func formulas(of index: Int, in row: Int) -> [Int: FlatRun.Formula] {
    let place = index * recording.rows.count + row
    if changed.isEmpty {
      changed = Array(repeating: nil, count: candidates.count * recording.rows.count)
    }
    if let known = changed[place] { return known }
    let formulas = formulas(of: candidates[index], in: row)
    changed[place] = formulas
    return formulas
  }

  func formulas(of candidate: Candidate, in row: Int) -> [Int: FlatRun.Formula] {
    var formulas: [Int: FlatRun.Formula] = [:]
    for (symbol, changes) in candidate.changes {
      for quantity in bySymbol[row][symbol] ?? [] {
        formulas[quantity] = changed(quantity, by: changes).flatMap(flat.compiled)
      }
    }
    return formulas
  }

  /// The formula of a recorded quantity with changes; nil where it has no such places.
  func changed(_ quantity: Int, by changes: [FormulaEdit]) -> Traced? {
    guard let right = recording.quantities[quantity].formula else { return nil }
    scope.look(at: quantity, right)
    return Candidate.applied(changes, in: scope)
  }
}

// MARK: The neighbours

extension EditSearch {
  /// All edits of a symbol's formulas, as the first rows have them, by their names.
  private func edits() -> [(symbol: Symbol, pattern: String, edits: [FormulaEdit])] {
    let substitutions = Substitutions(recording)
    var order: [Symbol] = []
    var patterns: [Symbol: String] = [:]
    var known: [Symbol: [FormulaEdit]] = [:]
    var seen: Set<String> = []
    for row in recording.rows.prefix(24) {
      for index in row.quantities {
        let quantity = recording.quantities[index]
        guard let formula = quantity.formula else { continue }
        let skeleton = formula.skeleton
        guard skeleton != "literal",
          seen.insert("\(quantity.symbol.name) \(skeleton)").inserted
        else { continue }
        if known[quantity.symbol] == nil { order.append(quantity.symbol) }
        let leaves = formula.places.map { $0.part.withoutPart.symbol?.family ?? "" }
        patterns[quantity.symbol] = "\(skeleton) \(leaves)"
        // Parts are seen where they are used too.
        let further = quantity.isPart ? 0.05 : 0
        let all = FormulaEdits.all(of: formula) + substitutions.all(of: index)
        known[quantity.symbol, default: []] += all.map { edit in
          var edit = edit
          edit.form = skeleton
          edit.size += further
          return edit
        }
      }
    }
    return order.map { ($0, patterns[$0] ?? "", known[$0] ?? []) }
  }

  private func makeCandidates() -> [Candidate] {
    let edits = edits()
    let byName = Dictionary(
      uniqueKeysWithValues: edits.map { symbol, _, edits in
        (symbol, Dictionary(edits.map { ($0.form + $0.name, $0) }) { first, _ in first })
      })
    var candidates: [Candidate] = []
    for (symbol, _, edits) in edits {
      candidates += edits.map { Candidate(changes: [symbol: [$0]], size: $0.size) }
    }
    // Those of a kind are calculated in one line of code.
    let keys: [((Symbol, String)) -> String] = [
      { $0.0.family }, { $0.0.widerFamily }, { "\($0.0.family) \($0.1)" },
    ]
    var known: Set<Set<Symbol>> = []
    for key in keys {
      let groups = Dictionary(grouping: edits.indices) {
        key((edits[$0].symbol, edits[$0].pattern))
      }
      for group in groups.values.sorted(by: { $0[0] < $1[0] }) where group.count > 1 {
        guard known.insert(Set(group.map { edits[$0].symbol })).inserted else { continue }
        for edit in edits[group[0]].edits {
          let changes = group.compactMap { index in
            byName[edits[index].symbol]?[edit.form + edit.name].map { (edits[index].symbol, [$0]) }
          }
          guard changes.count > 1 else { continue }
          candidates.append(
            Candidate(
              changes: Dictionary(uniqueKeysWithValues: changes), size: edit.size - 0.1))
        }
      }
    }
    candidates += twins(edits)
    return candidates.sorted { $0.size < $1.size }
  }

  /// The same slip in two formulas that are alike, such as those of m and s.
  private func twins(
    _ edits: [(symbol: Symbol, pattern: String, edits: [FormulaEdit])]
  ) -> [Candidate] {
    guard edits.count <= 16 else { return [] }
    func key(_ edit: FormulaEdit) -> String { "\(edit.shape) \(edit.name)" }
    var candidates: [Candidate] = []
    for i in edits.indices {
      let mine = Dictionary(edits[i].edits.map { (key($0), $0) }) { first, _ in first }
      for j in 0..<i {
        for other in edits[j].edits {
          guard let edit = mine[key(other)] else { continue }
          candidates.append(
            Candidate(
              changes: [edits[i].symbol: [edit], edits[j].symbol: [other]], size: edit.size + 0.2))
        }
      }
    }
    return candidates
  }
}
