import Drawing
import Lecture
import Lessons
import Pages
import TestSupport
import Testing
import Words

@Suite struct PageTests {
  private func page(_ name: String, _ arguments: [String] = []) throws -> String {
    let lesson = try #require(CourseLessons.lesson(named: name))
    return try Page(
      try lesson.parse(arguments).document, language: .english,
      command: "lesson-\(name) --note '</script><b>'", regular: BoxTypeface(), bold: BoxTypeface()
    ).html()
  }

  @Test(arguments: CourseLessons.names)
  func everyLessonIsAPageOfItsOwn(name: String) throws {
    let html = try page(name)
    #expect(html.utf8.count <= 200_000)
    // Nothing comes from elsewhere.
    for word in ["<link", " src=", "@import", "url(\""] { #expect(!html.contains(word), "\(word)") }
    let script = try #require(html.firstMatch(of: /<script>([\s\S]*)<\/script>/)?.1)
    // The name of SVG is an address that nobody asks.
    let addresses = script.matches(of: /https?:[^"\s]*/).map { String($0.0) }
    #expect(addresses.allSatisfy { $0 == "http://www.w3.org/2000/svg" })
    for word in [" eval(", "Function(", "fetch("] {
      #expect(!script.contains(word), "\(word)")
    }
    let article = html.replacing(/<script>[\s\S]*<\/script>/, with: "")
    let ids = article.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let references =
      article.matches(of: /\saria-labelledby="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
      + article.matches(of: /\shref="#([^"]*)"/).map(\.1)
      + article.matches(of: /url\(#([^)]*)\)/).map(\.1)
    for reference in Set(references) { #expect(ids.contains(String(reference))) }
    expectClosedTags(article)
    #expect(
      article.matches(of: /<svg/).count == article.matches(of: /<svg [^>]*role="img"/).count)
    #expect(html.contains("lang=\"zh\""))
  }

  /// Each element is closed in its turn.
  private func expectClosedTags(_ html: String) {
    let void: Set<Substring> = ["meta", "input", "br"]
    var open: [Substring] = []
    for tag in html.matches(of: /<(\/?)([a-zA-Z0-9]+)[^>]*?(\/?)>/) {
      if void.contains(tag.2) || tag.3 == "/" { continue }
      if tag.1.isEmpty {
        open.append(tag.2)
      } else {
        #expect(open.popLast() == tag.2, "\(tag.0)")
      }
    }
    #expect(open.isEmpty)
  }

  @Test func whatTheCommandWasCannotLeaveItsPlace() throws {
    let html = try page("adam")
    #expect(html.contains("lesson-adam --note '&lt;/script&gt;&lt;b&gt;'"))
  }

  @Test func aPageSaysWhatItsLessonDoes() throws {
    let html = try page("adam", ["--start", "2"])
    #expect(html.contains("<h1 lang=\"en\">Adam, step by step</h1>"))
    #expect(html.contains("<h1 lang=\"zh\">Adam 逐步演算</h1>"))
    #expect(html.contains("<mn>1.98</mn>"))
    // What a screen reader says of the figure comes from the run.
    #expect(html.contains("from (2, 2) to (1."))
    #expect(html.contains("<table data-run><caption>"))
  }
}
