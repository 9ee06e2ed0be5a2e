import Words

extension ReportText {
  /// The assessment for other programs. Where the report tells less than the key, the right numbers and filled-in formulas
  /// are left out.
  public var json: JSONObject {
    [
      "subject": assessment.exercise.subject.name, "outcome": assessment.outcome.rawValue,
      "score": assessment.score, "quantities": assessment.quantities.map(json(of:)),
      "difference": assessment.difference.map(json(of:)),
      "diagnosis": detail < .mistake ? [JSONObject]() : diagnosis,
      // Known mistakes that would give the same numbers where all are right.
      "unseen": assessment.unseen.map(\.variant.name),
      // Headings of columns that are no quantities.
      "notLookedAt": assessment.unknownHeadings,
      // What is to be said of how the numbers were read and judged.
      "remarks": assessment.remarks.map { $0[language] }, "text": text,
    ]
  }

  private func json(of quantity: Assessment.Quantity) -> JSONObject {
    [
      "name": quantity.name, "heading": quantity.heading, "wrongSteps": quantity.wrongSteps,
      // Nil where the exercise gives the numbers.
      "score": assessment.score(of: quantity),
    ]
  }

  private func json(of difference: Assessment.Difference) -> JSONObject {
    let told = detail == .key ? difference : nil
    return [
      "step": difference.step, "quantity": difference.quantity, "given": difference.given?.text,
      "right": told.flatMap { $0.right.isFinite ? $0.right : nil }, "relative": told?.relative,
      "agreeingDigits": told?.agreeingDigits, "formula": told?.calculation.derivation().description,
    ]
  }

  private var diagnosis: [JSONObject] {
    assessment.matches.map(json(of:))
      + [assessment.following?.place].compactMap(\.self).map(json(of:))
  }

  private func json(of place: Following.Place) -> JSONObject {
    [
      "name": place.name, "kind": "place", "explanation": place.explanation[language],
      "formula": detail == .key ? place.number?.derivation().description : nil,
    ]
  }

  private func json(of match: Assessment.Match) -> JSONObject {
    let variant = match.variant
    return [
      "name": variant.name, "kind": variant.kind.rawValue,
      "explanation": variant.explanation[language],
      "formula": detail == .key ? match.number?.derivation().description : nil,
    ]
  }
}
