import Grading
import Testing
import Words

/// Expects numbers to be the right ones of an exercise; where they are not, the test fails with the diagnosis.
///
///     expectMatches(["w": weights, "m_hat": corrected], golden: .adam(learningRate: 0.01, steps: 10))
///
/// A documented form other than the one asked for passes, also where a known mistake gives the same numbers.
///
/// - Parameters:
///   - trace: the numbers of each quantity, under a name as `Subject` understands it. A quantity has a number for each
///     step, or one more in front for the start.
///   - golden: the exercise whose numbers they should be.
///   - tolerance: how far numbers may be off, relative to those above 1; by default as far as rounding takes them.
///   - language: the language of the diagnosis.
public func expectMatches(
  _ trace: [String: [Double]], golden exercise: Exercise, tolerance: Double? = nil,
  language: Language = .english, sourceLocation: SourceLocation = #_sourceLocation
) {
  do {
    try exercise.check()
    let assessment = try Grader(exercise, tolerance: tolerance).assess(Submission(trace))
    if assessment.outcome == .wrong {
      let report = ReportText(assessment, in: language).text
      Issue.record("\(report)", sourceLocation: sourceLocation)
    }
  } catch let error as SubmissionError {
    Issue.record("\(error.message[language])", sourceLocation: sourceLocation)
  } catch let error as ExerciseError {
    Issue.record("\(error.message[language])", sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}
