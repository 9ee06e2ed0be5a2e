import ArgumentParser

/// A worked example: its parameters, declared once as options of a command, and what it says about them.
///
/// A lesson calculates and describes; it prints nothing and touches no file.
public protocol Lesson: ParsableArguments {
  /// The word after `lesson-` in the name of the command.
  static var name: String { get }

  /// What the lesson shows, in a line for its help.
  static var abstract: String { get }

  func document(in language: Language) throws -> Document
}
