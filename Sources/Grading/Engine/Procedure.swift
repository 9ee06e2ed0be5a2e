/// How the true code of a rule is run for an exercise, with edits.
struct Procedure: Sendable {
  /// Calculates what the edited code gives for an exercise.
  let solve: @Sendable (Assignment, [Edit]) -> Solution
}
