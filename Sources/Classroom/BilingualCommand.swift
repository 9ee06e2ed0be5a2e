import ArgumentParser
import Words

/// A command that speaks both languages.
public protocol BilingualCommand: ParsableCommand {
  /// The language of what it says, errors too.
  var language: Language { get }
}
