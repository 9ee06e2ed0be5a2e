import ArgumentParser
import Classroom
import Dispatch
import Lecture
import Lessons
import Plot
import Words

/// Draws the figures of the lessons on all cores.
struct RenderFigures: BilingualCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draws the figures of all lessons, or of some.")

  @Argument(help: "The lessons, such as adam or lesson-adam; all of them if none is given.")
  var lessons: [String] = []

  @OptionGroup(title: "Figures")
  var figures: FigureOptions

  /// A figure with the name of its file, or why there is none.
  private typealias Drawing = Result<(figure: Figure, name: String), any Error>

  var language: Language { figures.language }

  /// Draws as much as can be drawn: a lesson that fails keeps back no other.
  ///
  /// - Throws: an error that says how many failed, after each was reported.
  func run() throws {
    let chosen = try Set(lessons.map(Self.lesson))
    let wanted = CourseLessons.all.filter { chosen.isEmpty || chosen.contains($0.name) }
    let tasks = inParallel(wanted) { lesson -> [(lesson: String, drawing: Drawing)] in
      do {
        return try lesson.parse([]).document.figures.map { (lesson.name, .success($0)) }
      } catch { return [(lesson.name, .failure(error))] }
    }.flatMap(\.self)
    // Once, so that it is noticed when the folder goes meanwhile.
    try Files.createFolder(figures.output)
    let progress = Progress(total: tasks.count, in: language)
    _ = inParallel(tasks) { task in
      let path = task.drawing.flatMap { figure, name in
        Result { try figures.write(figure, named: name, of: task.lesson) }
      }
      progress.finished(task.lesson, path)
    }
    try progress.end()
  }

  /// The name of a lesson that the command line names.
  private static func lesson(_ name: String) throws -> String {
    guard let lesson = CourseLessons.lesson(named: name) else {
      let names = CourseLessons.names.listed
      throw Failure(
        .usage, en: "There is no lesson \(name); there are \(names).",
        zh: "没有名为 \(name) 的课，只有 \(names)。")
    }
    return lesson.name
  }
}

/// Maps on all cores, keeping the order.
private func inParallel<Element, Output>(
  _ elements: [Element], _ transform: (Element) -> Output
) -> [Output] {
  // Each iteration writes a place of its own.
  nonisolated(unsafe) let elements = elements
  return withoutActuallyEscaping(transform) { transform in
    nonisolated(unsafe) let transform = transform
    return [Output](unsafeUninitializedCapacity: elements.count) { buffer, count in
      nonisolated(unsafe) let outputs = buffer
      DispatchQueue.concurrentPerform(iterations: elements.count) { i in
        outputs.initializeElement(at: i, to: transform(elements[i]))
      }
      count = elements.count
    }
  }
}
