import Lecture

/// Runs a lesson as a command: reads its parameters from the command line, prints what it says, draws its figures.
///
/// - Parameter arguments: the command line; that of the process if nil.
public func present<Content: Lesson>(_ lesson: Content.Type, with arguments: [String]? = nil)
  -> Never
{
  run(LessonCommand<Content>.self, with: arguments) { $0.respelled(Content.formerOptions) }
}
