import Classroom
import Grading
import Lecture
import Words

extension Outline {
  /// The lessons that a word of the command line means: by name, section, title in either language or keyword, or spelled
  /// nearly so; none where it means nothing. A section that has parts means all of them.
  static func meant(by word: String) -> [Outline] {
    let word = plain(word.hasPrefix("lesson-") ? String(word.dropFirst(7)) : word)
    let tests: [(Outline) -> Bool] = [
      { plain($0.name) == word }, { $0.hasSection(word) }, { $0.names.contains(word) },
      { isTelling(word) && $0.names.contains { $0.contains(word) } },
      { $0.names.contains { isTelling($0) && word.contains($0) } },
    ]
    let found = tests.lazy.map { course.filter($0) }.first { !$0.isEmpty }
    if let found { return found }
    let near = course.flatMap(\.names).nearest(to: word)
    return course.filter { outline in near.map(outline.names.contains) ?? false }
  }

  /// The lesson that a word means.
  ///
  /// - Throws: `Failure` where it means none or several.
  static func one(meantBy word: String) throws -> Outline {
    let found = try some(meantBy: word)
    guard found.count == 1 else {
      let names = found.map(\.name).listed
      throw Failure(
        .usage, en: "\(word) may be several lessons; give one of \(names).",
        zh: "\(word) 可以指几课，请给出其中之一：\(names)。")
    }
    return found[0]
  }

  /// The lessons that a word means.
  ///
  /// - Throws: `Failure` where it means none.
  static func some(meantBy word: String) throws -> [Outline] {
    let found = meant(by: word)
    guard !found.isEmpty else {
      throw Failure(
        .usage, en: "There is no lesson \(word); swift run course lists all.",
        zh: "没有名为 \(word) 的课；swift run course 列出全部。")
    }
    return found
  }

  private func hasSection(_ word: String) -> Bool {
    let ends = section.split(separator: "–").map { Self.plain(String($0)) }
    if word == Self.plain(section) || ends[0].hasPrefix("\(word).") { return true }
    return section.contains(".") && word.contains(".") && ends[0] <= word
      && word <= ends[ends.count - 1]
  }

  /// All that it is called, as `plain` has it.
  private var names: [String] {
    ([name, title.english, title.chinese] + keywords).map(Self.plain)
  }

  /// Whether a word is long enough to be looked for within others: Chinese ones are shorter.
  private static func isTelling(_ word: String) -> Bool {
    word.count > (word.utf8.count == word.count ? 2 : 1)
  }

  /// Small letters, digits and points alone.
  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
  }
}

extension Subject {
  /// The subject of that name, or the only one that the lesson which the name means has exercises on.
  static func meant(by name: String) -> Subject? {
    if let subject = named(name) { return subject }
    let names = Outline.meant(by: name).flatMap { [$0.name] + $0.keywords }
    let subjects = all.filter { names.contains($0.name) }
    return subjects.first { $0.name == names[0] } ?? (subjects.count == 1 ? subjects[0] : nil)
  }

  /// The subject that a name means.
  ///
  /// - Throws: `Failure` that names all there are.
  static func required(_ name: String) throws -> Subject {
    guard let subject = meant(by: name) else {
      let names = all.map(\.name).listed
      throw Failure(
        .usage, en: "There is no exercise on \(name); there are \(names).",
        zh: "没有关于 \(name) 的题目，只有 \(names)。")
    }
    return subject
  }
}
