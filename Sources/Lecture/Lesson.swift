import ArgumentParser

/// A worked example: its parameters, declared once as options of a command, and what it says about them.
///
/// A lesson calculates and describes; it prints nothing and touches no file.
public protocol Lesson: ParsableArguments, Sendable {
  /// The word after `lesson-` in the name of the command, under which the course’s outline has it.
  static var name: String { get }

  /// Options by what they were called before, which goes on working.
  static var formerOptions: [String: String] { get }

  /// What the lesson says with the options it was given, in both languages.
  ///
  /// - Throws: an error with a line on what to give instead, where the options lead to nothing that can be shown.
  var document: Document { get throws }
}

extension Lesson {
  public static var formerOptions: [String: String] { [:] }

  /// The parts that a lesson's document is made of.
  public typealias Block = Document.Block
}
