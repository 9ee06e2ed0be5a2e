import ArgumentParser
import Descent
import Formulas
import Lecture

extension ParsableArguments {
  /// The function that an option `--loss` names or writes down.
  ///
  /// - Throws: an error that shows the place where the formula is wrong.
  package static func objective(_ loss: String) throws -> Objective {
    do {
      return try Objective(loss)
    } catch let error as FormulaError {
      throw Self.error("--loss: \(error.explanation)")
    }
  }
}
