import Lecture

/// Runs a lesson as a command: reads its parameters from the command line, prints what it says, draws its figures.
public func present<Content: Lesson>(_ lesson: Content.Type) -> Never {
  run(LessonCommand<Content>.self) { $0.respelled(Content.formerOptions) }
}

extension [String] {
  /// The command line with former spellings of options as they are now.
  public func respelled(_ former: [String: String]) -> [String] {
    map { word in
      let name = word.prefix { $0 != "=" }
      return former[String(name)].map { $0 + word.dropFirst(name.count) } ?? word
    }
  }
}
