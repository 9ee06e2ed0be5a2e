import Foundation
import Testing

@testable import Grading

/// Keys, exercises, and the verdict on one file.
@Suite struct GradingCommandTests {
  /// What a student's file is, and what the command makes of it.
  @Test(arguments: [
    ("w\n0.9900\n0.9800\n", 0, "Adam: all numbers are right."),
    ("w\n0.9900\n0.9900\n", 1, "Step 2, w: you have 0.9900, right is 0.9800025187749787."),
    ("\u{FEFF}W;m_hat\r\n0,99;1\r\n", 65, "line 2, column 1: “0,99” under W is no number."),
    ("w,m\n1,2,3\n", 65, "line 2, column 5: there are 3 cells under 2 headings."),
    (
      "adam\nstep,w\n1,0.99\n\nother\na,b\n1,2\n", 65,
      "“adam” stands alone above a table. Keep one table only, with the names of its columns in the first line."
    ),
    ("1,2\n3,4\n", 65, "line 1, column 1: 1 is a number; the first line must name the columns."),
    ("", 65, "it is empty."), ("{\"w\": [0.99, 0.98", 65, "this is not JSON:"),
    ("a,b\n1,2\n", 65, "no column is a quantity of the exercise."),
    ("w\n\u{0}\n", 65, "line 2, column 1: there is a control character (0)."),
  ])
  func submissionsAreJudged(text: String, status: Int32, message: String) throws {
    try withFolder { folder in
      let file = folder.appending(path: "student.csv")
      try Data(text.utf8).write(to: file)
      let command = try Command.run("course", ["check", "adam", file.path, "--steps", "2"])
      #expect(command.status == status)
      if status < 2 {
        #expect(command.errors.isEmpty)
        #expect(command.output.contains(message), "\(command.output)")
      } else {
        #expect(command.output.isEmpty)
        expectOneLine(command.errors, saying: message, from: "course")
      }
    }
  }

  @Test func theKeyIsRightByItself() throws {
    try withFolder { folder in
      for file in ["key.csv", "key.json"] {
        let path = folder.appending(path: file).path
        let option = file.hasSuffix("csv") ? "--csv" : "--json"
        let exercise = [
          "--steps", "20", "--learning-rate", "0.3", "--epsilon", "0.1", "--loss", "beale",
        ]
        let golden = try Command.run("course", ["golden", "adam", option, path] + exercise)
        #expect(golden.status == 0)
        #expect(golden.output.isEmpty)
        let check = try Command.run("course", ["check", "adam", path] + exercise)
        #expect(check.status == 0)
        let other = try Command.run("course", ["check", "adam", path, "--loss", "beale"])
        #expect(other.status == 1)
      }
    }
  }

  /// Every subject's default key is right by itself, and everything that it may be given is an option.
  @Test(arguments: Subject.all.map(\.name))
  func everySubjectHasAKeyAndOptions(name: String) throws {
    try withFolder { folder in
      let subject = try #require(Subject.named(name))
      let key = folder.appending(path: "key.csv").path
      // A list of one number may be as long as others must be.
      let options = subject.parameters.filter { $0.option != "gradients" }.flatMap {
        ["--\($0.option)", $0.course.map { "\($0)" }.joined(separator: ",")]
      }
      let golden = try Command.run("course", ["golden", name, "--csv", key] + options)
      #expect(golden.status == 0, "\(golden.errors)")
      let check = try Command.run("course", ["check", name, key])
      #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
  }

  /// PyTorch's names, and those that options had before, are the same options.
  @Test(arguments: [
    ["--lr", "0.1", "--eps", "0.01", "--loss", "ravine"],
    ["--learning-rate=0.1", "--EPS", "0.01", "--objective", "ravine"],
    ["--epsilon", "0.01", "--terrain=ravine", "--lr=0.1"],
  ])
  func optionsHaveOtherNames(options: [String]) throws {
    let usual = ["--learning-rate", "0.1", "--epsilon", "0.01", "--loss", "ravine"]
    let commands = try [usual, options].map {
      try Command.run("course", ["golden", "adam", "--csv", "-"] + $0)
    }
    #expect(commands[0].status == 0)
    #expect(commands[0].output == commands[1].output, "\(commands[1].errors)")
  }

  /// Help tells a subject's options and no others, with the course's and PyTorch's defaults.
  @Test func helpTellsTheOptionsOfTheSubject() throws {
    let help = try ["golden", "check"].map {
      try Command.run("course", [$0, "adam", "--help"]).output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for text in help {
      #expect(text.contains("--beta2 <β₂>: decay β₂ of the mean squared gradient, at least 0"))
      #expect(text.contains("(0.99; PyTorch’s betas[1]: 0.999)"))
      #expect(!text.contains("--milestones") && !text.contains("--gamma"))
    }
  }

  /// The options that a probe is proposed with are those that make it.
  @Test(arguments: Subject.all.map(\.name))
  func probesCanBeGivenAsOptions(name: String) throws {
    let subject = try #require(Subject.named(name))
    for exercise in [Exercise(subject, for: "1")] + subject.probingExercises {
      let options = exercise.settings.flatMap { ["--\($0.option)", $0.value] }
      let golden = try Command.run("course", ["golden", name, "--csv", "-"] + options)
      #expect(golden.status == 0, "\(golden.errors)")
      let cells = golden.output.split(separator: "\n").last?.split(
        separator: ",", omittingEmptySubsequences: false)
      let last = try #require(exercise.key.steps.last)
      #expect(
        cells?.dropFirst().map { Double($0) }
          == exercise.key.names.map { exercise.key.value($0, at: last) })
    }
  }

  @Test func gradientsMayBeGivenInAFile() throws {
    try withFolder { folder in
      let file = folder.appending(path: "gradients.csv")
      try Data("g\n1\n-2\n0.5\n".utf8).write(to: file)
      let golden = try Command.run(
        "course", ["golden", "adam", "--gradients", file.path, "--csv", "-"])
      let lines = golden.output.split(separator: "\n")
      #expect(lines.count == 5)
      #expect(lines.last?.hasPrefix("3,0.5,") == true)
      let inline = try Command.run(
        "course", ["golden", "adam", "--gradients", "1,-2,0.5", "--csv", "-"])
      #expect(inline.output == golden.output)
      let negative = try Command.run(
        "course", ["golden", "adam", "--gradients", "-1,-2", "--csv", "-"])
      #expect(negative.status == 0)
      let tooMany = try Command.run(
        "course", ["golden", "adam", "--gradients", file.path, "--steps", "4"])
      #expect(tooMany.status == 64)
      expectOneLine(tooMany.errors, saying: "There are 3 gradients for 4 steps.", from: "course")
      // A column that counts is no gradient, whatever it is called.
      try Data("Iteration;g\n1;1\n2;-2\n3;0.5\n".utf8).write(to: file)
      let counted = try Command.run(
        "course", ["golden", "adam", "--gradients", file.path, "--csv", "-"])
      #expect(counted.output == golden.output)
      for list in ["1\n-2\n0.5\n", "1 -2 0.5", "[1, -2, 0.5]\n", "[\n  1,\n  -2,\n  0.5\n]\n"] {
        try Data(list.utf8).write(to: file)
        let plain = try Command.run(
          "course", ["golden", "adam", "--gradients", file.path, "--csv", "-"])
        #expect(plain.output == golden.output, "\(list)\(plain.errors)")
      }
      try Data("step\n1\n".utf8).write(to: file)
      let none = try Command.run("course", ["golden", "adam", "--gradients", file.path])
      expectOneLine(none.errors, saying: "There are no gradients.", from: "course")
      try Data("a,b,c\n1,2,3\n4,5,6\n".utf8).write(to: file)
      let tooWide = try Command.run(
        "course", ["golden", "adam", "--gradients", file.path, "--start", "1,2"])
      #expect(tooWide.status == 64)
      expectOneLine(tooWide.errors, saying: "Each gradient needs 2 numbers", from: "course")
      try Data("a,b\n1,\n".utf8).write(to: file)
      for (language, message) in [
        ("en", "row 1 has no number under b."), ("zh", "第 1 行的 b 一列没有数。"),
      ] {
        let empty = try Command.run(
          "course", ["golden", "adam", "--gradients", file.path, "--language", language])
        #expect(empty.status == 65)
        expectOneLine(empty.errors, saying: message, from: "course")
      }
    }
  }

  @Test(arguments: [
    (["golden", "eve"], "There is no exercise on eve; there are"),
    (["golden", "adam", "--beta", "0.9"], "adam has no --beta; it has --learning-rate"),
    (["golden", "adam", "--beta1", "1"], "--beta1 must be at least 0 and below 1."),
    (["golden", "adam", "--learning-rate", "0.1,0.2"], "--learning-rate is one number, not 2."),
    (["golden", "adam", "--learning-rate", "x"], "--learning-rate must be a number, or several"),
    (["golden", "adam", "--beta1"], "--beta1 needs a value."),
    (["golden", "adam", "--steps", "2.5"], "--steps must be a whole number, not “2.5”."),
    (
      ["golden", "adam", "--loss", "ravine", "--start", "1"],
      "--start must be a number for each of the variables of ravine: x, y."
    ),
    (["golden", "adam", "--steps", "0"], "--steps must be from 1 to 10000."),
    (["golden", "dropout", "--steps", "3", "--p", "0.5"], "so --steps must be 5."),
    (["golden", "adam", "--gradients", "nan,1"], "--gradients must be from -1e100 to 1e100."),
    (
      ["golden", "average", "--values", "1,,2"],
      "--values must be a number, or several with commas between, not “1,,2”."
    ),
    (["golden", "average", "--values", "0x10"], "not “0x10”."),
    (
      ["exercise", "adam", "--student-id", "1", "--output", ""],
      "--output must be the name of a folder."
    ),
    (["check", "adam", "x", "--hint", "4"], "--hint must be 1, 2 or 3."),
    (
      ["check", "adam", "x", "--student-id", "5", "--learning-rate", "0.5"],
      "A student's own exercise has its own numbers: with --student-id, leave out --learning-rate."
    ),
    (
      ["check", "adam", "x", "--ids-from-names", "--steps", "5"],
      "with --ids-from-names, leave out --steps."
    ),
    (
      ["check", "adam", "x", "--ids-from-names", "--student-id", "5"],
      "Give either --student-id or --ids-from-names."
    ),
    (["check", "adam", "/", "--format", "json"], "--format is for one file;"),
    (
      ["golden", "adam", "--gradients", "1,2,3", "--start", "1,2"],
      "Each gradient in --gradients needs 2 numbers."
    ),
    (["check", "adam", "x", "--tolerance", "-1"], "--tolerance must be a number, 0 or more."),
    (["check", "adam", "x", "--tolerance", "inf"], "--tolerance must be a number, 0 or more."),
    (["check", "adam", "x", "--tolerance", "nan"], "--tolerance must be a number, 0 or more."),
  ])
  func wrongOptionsAreExplained(arguments: [String], message: String) throws {
    let command = try Command.run("course", arguments)
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    expectOneLine(command.errors, saying: message, from: "course")
  }

  @Test(arguments: [
    (["golden", "eve"], "没有关于 eve 的题目，只有 backprop、"),
    (["golden", "adam", "--beta", "0.9"], "adam 没有 --beta，只有 --learning-rate、"),
    (["golden", "adam", "--beta1", "1"], "--beta1 必须是不小于 0 且小于 1 的数。"),
    (["golden", "adam", "--learning-rate", "0.1,0.2"], "--learning-rate 只能是一个数，不能是 2 个。"),
    (
      ["golden", "adam", "--loss", "ravine", "--start", "1"],
      "--start 必须给 ravine 的每个变量一个数：x、y。"
    ),
    (
      ["golden", "adam", "--loss", "ravine", "--gradients", "1"],
      "--loss 和 --gradients 只能给一个。"
    ),
    (["golden", "average", "--loss", "ravine"], "average 没有目标函数。"),
    (["golden", "average", "--gradients", "1"], "average 用不到梯度。"),
    (["golden", "adam", "--gradients", "1,2", "--steps", "3"], "只有 2 个梯度，不够 3 步。"),
    (["golden", "adam", "--steps", "0"], "--steps 必须在 1 到 10000 之间。"),
    (["golden", "dropout", "--steps", "3"], "因此 --steps 必须是 5。"),
    (["golden", "adam", "--gradients", "nan,1"], "--gradients 必须在 -1e100 到 1e100 之间。"),
    (["golden", "adam", "--gradients", "1,2,3", "--start", "1,2"], "每个梯度需要 2 个数。"),
    (["golden", "step-lr", "--step-size", "2.5"], "--step-size 必须是从 1 到 1000000 的整数。"),
    (["golden", "one-cycle-lr", "--pct-start", "0.01"], "必须大于 1 步。"),
    (["golden", "backprop", "--weights", "1,2"], "--weights 必须是 8 个数。"),
    (["golden", "dropout", "--mask", "1"], "--mask 中数的个数必须与 --inputs 相同，即 5 个。"),
    (["golden", "dropout", "--mask", "1,0,1,0,0.5"], "--mask 必须是从 0 到 1 的整数。"),
    (["golden", "batchnorm", "--batch-size", "5"], "--inputs 必须恰好分成若干批"),
    (["golden", "adam", "--csv", ""], "--csv 和 --json 需要文件名。"),
    (["exercise", "adam", "--student-id", "", "--output", "x"], "--student-id 必须是学号或姓名。"),
    (["exercise", "adam", "--student-id", "1", "--output", ""], "--output 必须是文件夹的名称。"),
    (["check", "adam", "x", "--hint", "4"], "--hint 必须是 1、2 或 3。"),
    (["check", "adam", "x", "--tolerance", "nan"], "--tolerance 必须是不小于 0 的数。"),
    (
      ["check", "adam", "x", "--student-id", "5", "--steps", "5"],
      "学生自己的题目有自己的数：给出 --student-id 时，请去掉 --steps。"
    ),
    (
      ["check", "adam", "x", "--ids-from-names", "--student-id", "5"],
      "--student-id 和 --ids-from-names 只能给一个。"
    ),
    (["check", "adam", "/", "--format", "json"], "--format 只用于单个文件；"),
    (["render", "--output", ""], "--output 必须是文件夹的名称。"),
  ])
  func wrongOptionsAreExplainedInChinese(arguments: [String], message: String) throws {
    let command = try Command.run("course", arguments + ["--language", "zh"])
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    expectOneLine(command.errors, saying: message, from: "course")
    #expect(command.errors.hasSuffix("。详见 --help。\n"))
  }

  #if os(Linux)
    /// None of these is read, or not further than any table needs.
    @Test func whatIsNoFileOfNumbersIsRefusedAtOnce() throws {
      try withFolder { folder in
        func name(_ file: String) -> String { folder.appending(path: file).path }
        try FileManager.default.createSymbolicLink(
          atPath: name("zero"), withDestinationPath: "/dev/zero")
        #expect(mkfifo(name("pipe"), 0o600) == 0)
        try Data().write(to: folder.appending(path: "huge"))
        #expect(truncate(name("huge"), 2_000_000_000) == 0)
        let cases: [(String, Int32, String)] = [
          (name("none"), 66, "No such file or directory"), (name("zero"), 66, "It is no file"),
          (name("pipe"), 66, "It is no file"), (name("huge"), 65, "has more than 16 MB"),
          (name("huge") + "/x", 66, "Not a directory"),
        ]
        for (path, status, message) in cases {
          let command = try Command.run("course", ["check", "adam", path])
          #expect(command.status == status)
          expectOneLine(command.errors, saying: message, from: "course")
        }
      }
    }
  #endif

  @Test func whatCannotBeReadIsSaidInTheLanguage() throws {
    try withFolder { folder in
      let huge = folder.appending(path: "huge").path
      try Data(count: 16_000_001).write(to: URL(filePath: huge))
      let empty = folder.appending(path: "empty").path
      try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
      for (path, message) in [
        (huge, "超过 16 MB"), (empty, "里没有文件"), (folder.path + "/none", "无法读取"),
      ] {
        let command = try Command.run("course", ["check", "adam", path, "--language", "zh"])
        #expect(command.status == (path == huge ? 65 : 66))
        expectOneLine(command.errors, saying: message, from: "course")
      }
    }
  }

  @Test func exercisesAreTheStudentsOwn() throws {
    try withFolder { folder in
      let paths = try [("a", "7"), ("b", "7"), ("c", "8")].map { name, student in
        let output = folder.appending(path: name).path
        let path = "\(output)/adam-\(student)"
        let command = try Command.run(
          "course", ["exercise", "adam", "--student-id", student, "--out", output])
        #expect(command.status == 0)
        #expect(
          command.output == "\(path)/exercise.txt\n\(path)/blank.csv\n\(path)/key.csv\n")
        return path
      }
      let keys = try paths.map { try String(contentsOfFile: $0 + "/key.csv", encoding: .utf8) }
      #expect(keys[0] == keys[1])
      #expect(keys[0] != keys[2])
      let check = {
        try Command.run("course", ["check", "adam", paths[$0] + "/key.csv", "--student-id", $1])
      }
      #expect(try check(0, "7").status == 0)
      #expect(try check(0, "8").status == 1)
      let blank = try Command.run(
        "course", ["check", "adam", paths[0] + "/blank.csv", "--student-id", "7"])
      #expect(blank.status == 1)
      #expect(blank.output.contains("there is no number"))
      let text = try String(contentsOfFile: paths[0] + "/exercise.txt", encoding: .utf8)
      #expect(text.contains("swift run course check adam \(paths[0])/blank.csv --student-id 7"))
      let other = folder.appending(path: "d").path
      let named = try Command.run(
        "course", ["exercise", "adam", "--student-id", "Ada L", "--out", other])
      #expect(named.status == 0)
      let quoted = try String(
        contentsOfFile: other + "/adam-Ada L/exercise.txt", encoding: .utf8)
      #expect(
        quoted.contains(
          "swift run course check adam '\(other)/adam-Ada L/blank.csv' --student-id 'Ada L'"))
      // What is printed can be given again, however strange the id is.
      let strange = try Command.run(
        "course", ["exercise", "adam", "--student-id", "-x", "--out", other])
      #expect(strange.status == 0)
      let again = try Command.run(
        "course", ["check", "adam", other + "/adam--x/key.csv", "--student-id", "-x"])
      #expect(again.status == 0, "\(again.errors)")
    }
  }

  @Test func aFileInTheWayOfAFolderIsToldOf() throws {
    try withFolder { folder in
      let file = folder.appending(path: "file")
      try Data().write(to: file)
      for out in [file.path, file.path + "/x"] {
        let command = try Command.run(
          "course", ["exercise", "adam", "--student-id", "1", "--out", out])
        #expect(command.status == 73)
        #expect(!command.errors.contains("--output"))
      }
    }
  }

  /// A grader reads results.json, so there is one whatever was handed in, without the key.
  @Test func gradescopeAlwaysGetsResults() throws {
    try withFolder { folder in
      let file = folder.appending(path: "student.csv").path
      let arguments = ["check", "adam", file, "--steps", "2", "--format", "gradescope"]
      let missing = try Command.run("course", arguments)
      try Data("1,2\n3,4\n".utf8).write(to: URL(filePath: file))
      let unreadable = try Command.run("course", arguments)
      #expect([missing.status, unreadable.status] == [66, 65])
      for command in [missing, unreadable] {
        let results = try #require(
          JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
        #expect(results["score"] as? Double == 0)
        #expect((results["output"] as? String)?.contains("student.csv") == true)
        expectOneLine(command.errors, saying: "student.csv", from: "course")
      }
      try Data("w\n0.99\n0.99\n".utf8).write(to: URL(filePath: file))
      let wrong = try Command.run("course", arguments)
      #expect(wrong.status == 1)
      #expect(!wrong.output.contains("0.98"))
    }
  }
}
