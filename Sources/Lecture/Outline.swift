import Words

/// What a lesson is about and where it stands in the course, for lists, ends of lessons and help.
public struct Outline: Sendable {
  /// The word after `lesson-` in the name of the command.
  public let name: String
  /// The section of the course that the lesson belongs to, such as 3.3.5.
  public let section: String
  public let title: Words
  /// The question that the lesson answers.
  public let question: Words
  /// What else people look for it by, exercises of its subject among them.
  public let keywords: [String]

  init(
    _ name: String, _ section: String, _ title: Words, _ question: Words, _ keywords: String = ""
  ) {
    self.name = name
    self.section = section
    self.title = title
    self.question = question
    self.keywords = keywords.split(separator: " ").map(String.init)
  }

  /// The lesson after this one; nil after the last.
  public var next: Outline? {
    let all = Self.course
    return all.firstIndex { $0.name == name }.flatMap { all.dropFirst($0 + 1).first }
  }

  /// Whose sections they are. Nothing of it is needed.
  public static let source = Words(
    en: "Sections are those of 人工智能之深度学习, a course in Chinese that is not needed here.",
    zh: "节号出自课程《人工智能之深度学习》及其补充材料，阅读各课并不需要它们。")
}

extension Lesson {
  /// The lesson's place in the course.
  public static var outline: Outline {
    guard let outline = Outline.course.first(where: { $0.name == name }) else {
      preconditionFailure("Outline.course has no \(name).")
    }
    return outline
  }

  /// The section of the course that the lesson belongs to.
  public static var section: String { outline.section }
}
