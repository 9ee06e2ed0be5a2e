import Foundation
import Lecture
import LessonAdam
import Lessons
import PNG
import Plot
import TestSupport
import Testing
import Words

@testable import Classroom

@Suite struct FigurePictureTests {
  private func picture(_ language: Language, scale: Int = 1) throws -> FigurePicture {
    let document = try AdamLesson.parse([]).document
    return FigurePicture(
      figure: try #require(document.figures.first?.figure), language: language, scale: scale)
  }

  #if os(Linux)
    /// README shows the figures as the lessons draw them today. Other systems have other fonts.
    @Test(arguments: CourseLessons.names)
    func figuresInReadmeAreCurrent(name: String) throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../output")
      let lesson = try #require(CourseLessons.lesson(named: name))
      for (figure, name) in try lesson.parse([]).document.figures {
        let picture = FigurePicture(figure: figure, language: .english)
        expectImage(
          try picture.pixmap(), matches: folder.appending(path: "\(name).png"), tolerance: 16)
      }
    }
  #endif

  @Test func aLargerScaleHasMorePixelsOfTheSameFigure() throws {
    let (small, large) = (try picture(.english).pixmap(), try picture(.english, scale: 2).pixmap())
    #expect((large.width, large.height) == (2 * small.width, 2 * small.height))
    // Four pixels of the large figure cover what one of the small does.
    func ink(_ pixels: [UInt32]) -> Double {
      pixels.reduce(0) { $0 + Double(255 - $1 & 0xFF) }
    }
    #expect(abs(ink(large.pixels) / ink(small.pixels) / 4 - 1) < 0.01)
  }

  /// The file has a palette; large areas are as they were drawn, and no one sees what became of the mixtures at edges.
  @Test(arguments: Theme.allCases)
  func theFilesColorsAreNearThoseDrawn(theme: Theme) throws {
    let document = try AdamLesson.parse([]).document
    for (figure, _) in document.figures {
      let picture = FigurePicture(figure: figure, language: .english, theme: theme)
      let drawn = try picture.pixmap()
      let bytes = try picture.png(command: "")
      // A palette, or greys.
      #expect(bytes[25] == (theme == .print ? 0 : 3))
      let written = try PNG.decode(bytes)
      let difference = Difference(drawn, written, tolerance: 0)
      #expect(difference.largest <= 16)
      #expect(difference.count < drawn.pixels.count / 20)
    }
  }

  @Test func theFileKnowsItsTitleAndItsCommand() throws {
    let bytes = try picture(.english).png(command: "swift run lesson-adam --steps 5")
    let text = String(decoding: bytes, as: UTF8.self)
    for chunk in ["tEXtTitle\0Adam on L(w) = w", "tEXtSoftware\0Stepwise", "sRGB", "pHYs"] {
      #expect(text.contains(chunk), "\(chunk)")
    }
    #expect(text.contains("tEXtComment\0swift run lesson-adam --steps 5"))
    #expect(text.contains("w₀ = 1,   η = 0.01,   β₁ = 0.9,   β₂ = 0.99,   ε = 10⁻⁸"))
  }

  @Test(arguments: [
    ("--steps", "--steps"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("", "''"),
    ("$HOME", "'$HOME'"),
  ])
  func wordsAreQuotedWhereAShellNeedsIt(word: String, quoted: String) {
    #expect(Invocation.quotedForShell(word) == quoted)
  }

  @Test func aFigureWithoutFontsSaysWhatToInstall() throws {
    var nowhere = try picture(.chinese)
    nowhere.fontFolders = ["/nowhere"]
    let failure = #expect(throws: Failure.self) { try nowhere.pixmap() }
    #expect(failure?.code == .unavailable)
    #expect(failure?.message.chinese.contains("fonts-dejavu-core") == true)
  }
}
