import ArgumentParser
import Classroom
import Dispatch
import Lecture
import Lessons
import Words

/// Draws the figures of the lessons on all cores.
struct RenderFigures: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: Words(en: "Draws the figures of all lessons, or of some.", zh: "画出全部或某几课的图。")[
        .spoken])
  }

  @Argument(
    help: ArgumentHelp(
      en: "The lessons, by name, section or title; all of them if none is given.",
      zh: "课的名称、节号或标题；不给出时画全部。"))
  var lessons: [String] = []

  @OptionGroup(title: Words(en: "Figures", zh: "图")[.spoken])
  var figures: FigureOptions

  /// What writes a file and gives its path, or why there is none.
  private typealias Drawing = Result<() throws -> String, any Error>

  /// Draws as much as can be drawn: a lesson that fails keeps back no other.
  ///
  /// - Throws: an error that says how many failed, after each was reported.
  func run() throws {
    let chosen = try Set(lessons.flatMap { try Outline.some(meantBy: $0).map(\.name) })
    let wanted = CourseLessons.all.filter { chosen.isEmpty || chosen.contains($0.name) }
    let tasks = inParallel(wanted) { lesson -> [(lesson: String, drawing: Drawing)] in
      do {
        let document = try lesson.parse([]).document
        return figures.files(of: document, named: lesson.name, isAlone: false).map {
          (lesson.name, .success($0))
        }
      } catch { return [(lesson.name, .failure(error))] }
    }.flatMap(\.self)
    // Once, so that it is noticed when the folder goes meanwhile.
    try Files.createFolder(figures.output)
    let progress = Progress(total: tasks.count, in: .spoken)
    _ = inParallel(tasks) { task in
      let path = task.drawing.flatMap { write in Result { try write() } }
      progress.finished(task.lesson, path)
    }
    figures.explainLanguage()
    try progress.end()
  }
}

/// Maps on all cores, keeping the order.
private func inParallel<Element, Output>(
  _ elements: [Element], _ transform: (Element) -> Output
) -> [Output] {
  // Each iteration writes a place of its own.
  nonisolated(unsafe) let elements = elements
  // Other threads know nothing of this one's language.
  let language = Language.spoken
  return withoutActuallyEscaping(transform) { transform in
    nonisolated(unsafe) let transform = transform
    return [Output](unsafeUninitializedCapacity: elements.count) { buffer, count in
      nonisolated(unsafe) let outputs = buffer
      DispatchQueue.concurrentPerform(iterations: elements.count) { i in
        Language.$spoken.withValue(language) {
          outputs.initializeElement(at: i, to: transform(elements[i]))
        }
      }
      count = elements.count
    }
  }
}
