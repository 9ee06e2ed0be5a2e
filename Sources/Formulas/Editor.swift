/// Follows a calculation, and says what its quantities are to be: it is asked wherever the code names one.
///
/// So code can be run as if it were written a little otherwise:
///
///     Traced.$editor.withValue(editor) { adam.step(w, gradient: g, at: 1) }
public protocol Editor: AnyObject, Sendable {
  /// What goes on in place of a number that the code has named; nil for that number under that name.
  ///
  /// - Parameter isPart: whether it is a part of a formula, which is to be written as it is.
  func name(_ number: Traced, _ symbol: Symbol, _ t: Step?, isPart: Bool) -> Traced?
}

extension Traced {
  /// Whoever follows the calculations of this task.
  @TaskLocal public static var editor: (any Editor)?
}
