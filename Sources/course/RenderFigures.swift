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

  var language: Language { figures.language }

  private func check() throws {
    try figures.check()
    for name in lessons where CourseLessons.lesson(named: name) == nil {
      let names = CourseLessons.names.listed
      throw Failure(
        .usage, en: "There is no lesson \(name); there are \(names).",
        zh: "没有名为 \(name) 的课，只有 \(names)。")
    }
  }

  /// Draws as much as can be drawn: a lesson that fails keeps back no other.
  ///
  /// - Throws: an error that says how many failed, after each was reported.
  func run() throws {
    try check()
    let chosen = Set(lessons.compactMap { CourseLessons.lesson(named: $0)?.name })
    let names = CourseLessons.names.filter { lessons.isEmpty || chosen.contains($0) }
    let documents = inParallel(names) { name in
      Result { try CourseLessons.lesson(named: name)?.parse([]).document }
    }
    var tasks: [(lesson: String, drawing: Result<(figure: Figure, name: String), any Error>)] = []
    for (lesson, document) in zip(names, documents) {
      switch document {
      case .success(let document):
        tasks += (document?.figures ?? []).map { (lesson, .success($0)) }
      case .failure(let error): tasks.append((lesson, .failure(error)))
      }
    }
    let progress = Progress(total: tasks.count, in: language)
    _ = inParallel(tasks) { task in
      let path = Result {
        let (figure, name) = try task.drawing.get()
        return try figures.write(figure, named: name, of: task.lesson)
      }
      progress.finished(task.lesson, path)
    }
    try progress.end()
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
