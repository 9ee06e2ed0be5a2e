import Drawing
import Formulas
import Lecture
import Lessons
import TestSupport
import Testing
import Words

@testable import Plot

/// What holds for every lesson.
@Suite struct CourseTests {
  private func figures(of name: String) throws -> [Figure] {
    let lesson = try #require(CourseLessons.lesson(named: name))
    let figures = try lesson.document().figures
    #expect(!figures.isEmpty)
    return figures
  }

  @Test(arguments: CourseLessons.names, Language.allCases)
  func noTextOverlapsAnotherOrLeavesThePage(name: String, language: Language) throws {
    for var figure in try figures(of: name) {
      for theme in [Theme.dark, .print] {
        expectSoundLayout(
          try Recording(of: figure, theme: theme, language: language), on: figure.size.page)
      }
      for size in Figure.Size.allCases {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  /// At half size on a projector, a text of 17 units is 8 or 9 pixels tall, the least that is read with ease.
  @Test(arguments: CourseLessons.names)
  func textsAreReadableAtHalfSize(name: String) throws {
    for figure in try figures(of: name) {
      for text in try Recording(of: figure).texts { #expect(text.size >= 17, "\(text)") }
    }
  }

  /// Angles and distances count in a plane with contours.
  @Test(arguments: CourseLessons.names)
  func planesHaveEqualScales(name: String) throws {
    for chart in try figures(of: name).flatMap(\.columns).flatMap(\.self) {
      if chart.marks.contains(where: { $0 is ContourMark }) { #expect(chart.hasEqualScales) }
    }
  }

  /// Lines have their names at their ends, or dashes that differ.
  @Test(arguments: CourseLessons.names, Theme.allCases)
  func linesAreToldApartWithoutColour(name: String, theme: Theme) throws {
    for chart in try figures(of: name).flatMap(\.columns).flatMap(\.self) {
      let lines = chart.toldApart(in: theme).marks.compactMap { $0 as? LineMark }
        .filter { $0.name != nil }
      #expect(
        chart.legend == .atLineEnds || Set(lines.map(\.dash)).count == lines.count,
        "\(lines.map(\.name))")
    }
  }

  /// Texts have a contrast of 4.5, lines and points one of 3 (WCAG 2.2), in all themes.
  @Test(arguments: CourseLessons.names, Theme.allCases)
  func textsAndLinesShow(name: String, theme: Theme) throws {
    let ground = Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: theme).background
    for figure in try figures(of: name) {
      for call in try Recording(of: figure, theme: theme).calls {
        switch call {
        // In coloured cells texts are black or white, as is read better.
        case .text(let text, _, _, let color, _) where ![.white, .black].contains(color):
          #expect(color.contrast(to: ground) >= 4.5, "\(text)")
        // What covers lines is of the ground's colour.
        case .stroke(_, let color, _, clip: .some) where color.alpha == 255 && color != ground:
          #expect(color.contrast(to: ground) >= 3, "\(color)")
        default: break
        }
      }
    }
  }

  @Test func namesAreUnique() throws {
    #expect(Set(CourseLessons.names).count == CourseLessons.all.count)
    let names = try CourseLessons.all.flatMap { lesson in
      try lesson.document().blocks.compactMap { block in
        if case .figure(_, let name) = block { name } else { nil }
      }
    }
    #expect(Set(names).count == names.count)
  }

  /// A lesson's figures begin with its name, so that a folder of them is sorted.
  @Test(arguments: CourseLessons.names)
  func figuresAreNamedAfterTheirLesson(name: String) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    for case .figure(_, let figure) in try lesson.document().blocks {
      #expect(figure == name || figure.hasPrefix(name + "-"))
    }
  }

  /// Who is compared looks the same in all lessons: one colour, one dash.
  @Test(arguments: ["plain", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
  func anOptimizerLooksTheSameEverywhere(optimizer: String) throws {
    var looks: [Color: Set<[Double]>] = [:]
    for name in CourseLessons.names {
      for chart in try figures(of: name).flatMap(\.columns).flatMap(\.self) {
        for mark in chart.marks {
          guard let line = mark as? LineMark,
            line.name?.english.lowercased().hasPrefix(optimizer) == true
          else { continue }
          looks[line.color, default: []].insert(line.dash)
        }
      }
    }
    #expect(looks.count == 1 && looks.values.allSatisfy { $0.count == 1 })
  }

  /// A weight that walks down the loss has its symbol's colour.
  @Test(arguments: ["adagrad", "adam", "momentum", "nesterov", "rmsprop"])
  func aWeightKeepsItsColour(name: String) throws {
    let figure = try #require(try figures(of: name).first)
    let walks = figure.columns.flatMap(\.self).flatMap(\.marks).compactMap { $0 as? WalkMark }
    #expect(!walks.isEmpty)
    for walk in walks { #expect(walk.color == Symbol("w").color) }
  }

  /// Between Chinese words stand Chinese colons, commas and semicolons, in texts and in figures.
  @Test(arguments: CourseLessons.names)
  func chineseTextsHaveChinesePunctuation(name: String) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    let document = try lesson.document(in: .chinese)
    let texts = document.blocks.flatMap { block -> [String] in
      switch block {
      case .heading(let text), .prose(let text): [text]
      case .formulas(let formulas): formulas.map(\.meaning)
      case .derivations(let title, _): [title]
      case .table(let table, _): table.columns.map(\.heading)
      case .figure: []
      }
    }
    let drawn = try figures(of: name).flatMap { try Recording(of: $0, language: .chinese).texts }
    for text in texts + drawn.map(\.string) {
      let other = text.firstMatch(of: /\p{Han} *[:;]|[:;] *\p{Han}|\p{Han},|, ?\p{Han}/)
      #expect(other == nil, "\(text)")
    }
  }

  /// The course’s words: what is not training is 推理, and a running average is 移动平均.
  @Test(arguments: CourseLessons.names)
  func chineseTextsHaveTheCoursesTerms(name: String) throws {
    let lesson = try #require(CourseLessons.lesson(named: name))
    let document = try lesson.document(in: .chinese)
    let drawn = try figures(of: name).flatMap { try Recording(of: $0, language: .chinese).texts }
    for text in "\(document.blocks)".split(separator: "\n") + drawn.map({ $0.string[...] }) {
      for word in ["评估", "滑动"] { #expect(!text.contains(word), "\(text)") }
    }
  }
}
