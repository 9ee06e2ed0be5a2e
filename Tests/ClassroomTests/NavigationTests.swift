import Foundation
import Lecture
import Lessons
import Testing
import Words

/// Finding one's way between lessons.
@Suite struct NavigationTests {
  @Test func theOutlineHasAllLessonsInTheirOrder() {
    #expect(Outline.course.map(\.name) == CourseLessons.names)
  }

  /// Nothing but the name lists the lessons, and says where to begin.
  @Test(arguments: [[], ["list"]])
  func theLessonsAreListed(arguments: [String]) throws {
    let list = try Command.run("course", arguments)
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n").map(String.init)
    for lesson in Outline.course {
      let line = try #require(lines.first { $0.contains("  \(lesson.name)  ") })
      #expect(line.hasPrefix("  \(lesson.section) ") && line.hasSuffix(lesson.question.english))
    }
    #expect(lines.last == "Begin with: swift run course batches")
  }

  /// By name, section, title in either language, or nearly.
  @Test(arguments: [
    ("adam", "adam"), ("lesson-adam", "adam"), ("Adam", "adam"), ("ADAM", "adam"), ("adma", "adam"),
    ("3.3.5", "adam"), ("§3.3.5", "adam"), ("自适应矩估计", "adam"), ("偏差修正", "adam"),
    ("4.3", "schedules"), ("3.3.6", "optimizers"), ("反向传播", "backprop"), ("backpropp", "backprop"),
    ("learning rate", "learning-rate"), ("LearningRate", "learning-rate"), ("lr", "learning-rate"),
    ("Batch normalization", "batchnorm"), ("batch normalisation", "batchnorm"),
    ("批归一化", "batchnorm"),
    ("动量法", "momentum"), ("average", "ewa"), ("003 §1", "activations"),
    ("dead relu", "activations"),
    ("cosine-annealing-lr", "schedules"), ("overfiting", "regularization"), ("L2", "penalties"),
  ])
  func aLessonIsFoundByWhatItIsCalled(word: String, name: String) throws {
    let help = try Command.run("course", [word, "--help"])
    #expect(help.output.contains("lesson-\(name) <options>"), "\(help.errors)")
  }

  @Test(arguments: [
    (["3.3.2"], "3.3.2 may be several lessons; give one of momentum, nesterov."),
    (["run", "eve"], "There is no lesson eve; swift run course lists all."),
    (["render", "adam", "eve"], "There is no lesson eve;"), (["rn"], "There is no lesson rn;"),
  ])
  func whatMeansNoLessonIsSaid(arguments: [String], message: String) throws {
    let command = try Command.run("course", arguments)
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    expectOneLine(command.errors, saying: message, from: "course")
  }

  /// `course adam` is `lesson-adam`, and says what comes next in its own words.
  @Test func theToolShowsLessons() throws {
    try withFolder { folder in
      let options = ["--steps", "3", "--output", folder.path]
      let lesson = try Command.run("lesson-adam", options).output
      #expect(
        lesson.hasSuffix(
          """

            swift run lesson-optimizers
          All lessons: swift run course

          """))
      for arguments in [["adam"], ["run", "adam"], ["run", "3.3.5"]] {
        let shown = try Command.run("course", arguments + options)
        #expect(shown.status == 0)
        #expect(
          shown.output
            == lesson.replacing("swift run lesson-optimizers", with: "swift run course optimizers"))
      }
      let last = try Command.run("course", ["structures", "--output", folder.path]).output
      #expect(!last.contains("Next:") && last.hasSuffix("All lessons: swift run course\n"))
    }
  }

  /// An exercise goes by its lesson's names, too.
  @Test(arguments: [("ewa", "average"), ("Adam", "adam"), ("3.3.5", "adam"), ("反向传播", "backprop")])
  func exercisesAndLessonsShareNames(word: String, subject: String) throws {
    let keys = try [word, subject].map { try Command.run("course", ["golden", $0]).output }
    #expect(keys[0] == keys[1] && !keys[0].isEmpty)
  }

  /// What people call options elsewhere leads to ours.
  @Test(arguments: [
    ("adam", "--rate", "--learning-rate"), ("adam", "--eta", "--learning-rate"),
    ("adam", "--eps", "--epsilon"), ("adam", "--iterations", "--steps"),
    ("adam", "--stps", "--steps"),
    ("momentum", "--gamma", "--beta"), ("penalties", "--weight-decay", "--lambda"),
    ("schedules", "--milestons", "--milestones"), ("schedules", "--factor", "--gamma"),
    ("adam", "--lang", "--language"), ("adam", "--dir", "--output"), ("adam", "--show", "--open"),
  ])
  func theNearOptionIsNamed(lesson: String, option: String, near: String) throws {
    let english = try Command.run("course", [lesson, option, "1"])
    #expect(english.status == 64)
    #expect(
      english.errors
        == "lesson-\(lesson): Unknown option '\(option)'. Did you mean '\(near)'? See --help.\n")
    let chinese = try Command.run("course", [lesson, option, "1", "--language", "zh"])
    #expect(chinese.errors == "lesson-\(lesson): 没有选项 \(option)，是不是要用 \(near)？详见 --help。\n")
  }

  @Test(arguments: [
    ("adam", "--lr 0.5 -n 3", "--learning-rate 0.5 --steps 3"),
    ("backprop", "--weight w1,w2", "--weight w1 --weight w2"),
    ("ewa", "--beta 0.5,0.9", "--beta 0.5 --beta 0.9"),
    ("learning-rate", "--lr=0.1,0.2", "--learning-rate 0.1 --learning-rate 0.2"),
  ])
  func optionsHaveShortNamesAndLists(lesson: String, short: String, long: String) throws {
    let outputs = try [short, long].map {
      try Command.run(
        "course", [lesson, "--json", "-"] + $0.split(separator: " ").map(String.init))
    }
    #expect(outputs[0].status == 0, "\(outputs[0].errors)")
    #expect(outputs[0].output == outputs[1].output)
  }
}
