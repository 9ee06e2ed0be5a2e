import Lecture

/// Runs a lesson as a command: reads its parameters from the command line, prints what it says, draws its figures.
public func present<Content: Lesson>(_ lesson: Content.Type) -> Never {
  run(LessonCommand<Content>.self)
}
