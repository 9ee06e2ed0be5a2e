import Foundation
import Lessons
import PNG
import Testing

@Suite struct CommandTests {
  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  @Test(arguments: [
    (["--steps", "0"], "--steps must be from 1 to 10000."),
    (["--steps", "-3"], "--steps must be from 1 to 10000."),
    (["--steps", "10001"], "--steps must be from 1 to 10000."),
    (["--steps", "x"], "The value 'x' is invalid for '--steps <steps>'"),
    (["--steps", "2.5"], "The value '2.5' is invalid for '--steps <steps>'"),
    (["--steps"], "Missing value for '--steps <steps>'"),
    (["--beta1", "1"], "--beta1 must be at least 0 and below 1."),
    (["--beta1", "-0.1"], "--beta1 must be at least 0 and below 1."),
    (["--beta2", "1.5"], "--beta2 must be at least 0 and below 1."),
    (["--beta2", "nan"], "--beta2 must be at least 0 and below 1."),
    (["--learning-rate", "nan"], "--learning-rate must be a number above 0."),
    (["--learning-rate", "0"], "--learning-rate must be a number above 0."),
    (["--learning-rate", "inf"], "--learning-rate must be a number above 0."),
    (["--epsilon", "-1"], "--epsilon must be a number above 0."),
    (["--start", "inf"], "--start must be a number between"),
    (["--start", "nan"], "--start must be a number between"),
    (["--start", "1e200"], "--start must be a number between"),
    (["--language", "fr"], "The value 'fr' is invalid for '--language <language>'"),
    (["--theme", "pink"], "The value 'pink' is invalid for '--theme <theme>'"),
    (["--size", "huge"], "The value 'huge' is invalid for '--size <size>'"),
    (["--scale", "0"], "--scale must be from 1 to 4."),
    (["--scale", "5"], "--scale must be from 1 to 4."),
    (["--size", "60x60cm", "--scale", "4"], "--size and --scale make 357 million pixels"),
    (["--format", "pdf"], "The value 'pdf' is invalid for '--format <format>'"),
    (["--format", "svg", "--optimize"], "--optimize is for --format png"),
    (["--output", ""], "--output must be the name of a folder."),
    (["--momentum", "1"], "Unknown option '--momentum'. Did you mean '--beta1'?"),
    (["7"], "Unexpected argument '7'"),
  ])
  func aWrongCommandLineIsExplainedInALine(arguments: [String], message: String) throws {
    let command = try Command.run("lesson-adam", arguments)
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    expectOneLine(command.errors, saying: message)
    #expect(command.errors.hasSuffix(" See --help.\n"))
  }

  @Test(arguments: [
    (["--scale", "5"], "--scale 必须在 1 到 4 之间。"),
    (["--output", ""], "--output 必须是文件夹的名称。"),
    (["--format", "svg", "--optimize"], "--optimize 只用于 --format png；"),
    (["--csv", ""], "--csv 和 --json 需要文件名。"),
    (["--csv", "-", "--json", "-"], "--csv 和 --json 只能有一个是 -。"),
  ])
  func aWrongCommandLineIsExplainedInChinese(arguments: [String], message: String) throws {
    let command = try Command.run("lesson-adam", arguments + ["--language", "zh"])
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    expectOneLine(command.errors, saying: message)
    #expect(command.errors.hasSuffix("。详见 --help。\n"))
  }

  @Test(arguments: [
    ("adam", "--steps 0", "--steps 必须在 1 到 10000 之间。"),
    ("adam", "--beta2 nan", "--beta2 必须是不小于 0 且小于 1 的数。"),
    ("adam", "--start 1e200", "--start 必须是 -1e154 到 1e154 之间的数。"),
    ("adam", "--language=en --epsilon -1", "--epsilon 必须是大于 0 的数。"),
    ("backprop", "--learning-rate 1001", "--learning-rate 必须大于 0 且不超过 1000。"),
    ("backprop", "--weight w1 --weight w1", "--weight 不能重复指定同一个权重。"),
    ("batches", "--samples 0", "--samples 必须在 1 到 1000000000 之间。"),
    ("ewa", "--beta 0.5 --beta 0.5", "--beta 最多 4 个值，且互不相同。"),
    ("learning-rate", "--learning-rate inf", "--learning-rate 必须是大于 0 的数。"),
    ("optimizers", "--adaptive-rate 0", "--adaptive-rate 必须是大于 0 的数。"),
    ("schedules", "--milestone 0", "--milestones 必须是从 1 到 1000000 的整数。"),
  ])
  func wrongParametersAreExplainedInChinese(lesson: String, options: String, message: String)
    throws
  {
    for language in ["--language zh", "--language=zh"] {
      let arguments = "\(options) \(language)".split(separator: " ").map(String.init)
      let command = try Command.run("lesson-\(lesson)", arguments)
      #expect(command.status == 64)
      #expect(command.output.isEmpty)
      #expect(command.errors == "lesson-\(lesson): \(message)详见 --help。\n")
    }
  }

  @Test(arguments: [
    ("--output file", "file 是文件，不是文件夹。请给出一个文件夹。"),
    ("--output file/below", "无法创建文件夹 file/below："), ("--csv none/a", "无法写入 none/a："),
  ])
  func refusedOutputIsExplainedInChinese(options: String, message: String) throws {
    try withFolder { folder in
      let command = try Command.shell(
        "touch file; \"$1\" --language zh \(options)", "lesson-adam", in: folder)
      #expect(command.status == 73)
      expectOneLine(command.errors, saying: message)
    }
  }

  @Test func helpNamesAllOptionsWithTheirDefaults() throws {
    let command = try Command.run("lesson-adam", ["--help"])
    #expect(command.status == 0)
    #expect(command.errors.isEmpty)
    let help = command.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for text in [
      "--learning-rate <learning-rate>", "(default: 0.01)", "--beta1", "(default: 0.9)",
      "--beta2", "(default: 0.99)", "--epsilon", "(default: 1e-08)", "--start", "--steps",
      "(default: 100)", "--output", "--language", "--format", "--scale",
      "--optimize", "--all-rows",
    ] {
      #expect(help.contains(text), "\(text)")
    }
  }

  @Test func theSameCommandWritesTheSameBytes() throws {
    try withFolder { folder in
      let files = try ["a", "b"].map { name in
        // The folder's name is in the picture's metadata, so both runs use the same.
        let line = "\"$1\" --steps 7 --output out && mv out \(name)"
        let command = try Command.shell(line, "lesson-adam", in: folder)
        #expect(command.status == 0)
        #expect(command.errors.isEmpty)
        #expect(command.output.contains("Figure: out/adam.png\n"))
        return try Data(contentsOf: folder.appending(path: "\(name)/adam.png"))
      }
      #expect(files[0] == files[1])
      #expect(try names(in: folder).sorted() == ["a", "b"])
    }
  }

  @Test func anOptimizedFigureIsTheSamePictureInFewerBytes() throws {
    try withFolder { folder in
      let files = try ["", "--optimize"].map { option in
        let command = try Command.shell(
          "\"$1\" \(option) --steps 7 --output .", "lesson-adam", in: folder)
        #expect(command.status == 0)
        return Array(try Data(contentsOf: folder.appending(path: "adam.png")))
      }
      #expect(files[1].count < files[0].count)
      #expect(try PNG.decode(files[1]) == PNG.decode(files[0]))
    }
  }

  /// A larger scale is the same drawing, shown larger.
  @Test func aFigureAsSVGKnowsItsCommand() throws {
    try withFolder { folder in
      let texts = try [1, 2].map { scale in
        let command = try Command.shell(
          "\"$1\" --format svg --output . --csv=a.csv --scale \(scale)", "lesson-adam", in: folder)
        #expect(command.status == 0)
        #expect(command.output.contains("Figure: ./adam.svg\n"))
        return try String(contentsOf: folder.appending(path: "adam.svg"), encoding: .utf8)
      }
      #expect(try names(in: folder).sorted() == ["a.csv", "adam-steps.svg", "adam.svg"])
      #expect(texts[0].contains(#"width="1600" height="1000" viewBox="0 0 1600 1000""#))
      #expect(texts[1].contains(#"width="3200" height="2000" viewBox="0 0 1600 1000""#))
      #expect(texts[0].contains("Stepwise: swift run lesson-adam --format svg --scale 1<"))
      let drawings = texts.map { $0.split(separator: "<defs>").last }
      #expect(drawings[0] == drawings[1])
    }
  }

  @Test func theToolOverAllLessonsExplainsErrorsInALineToo() throws {
    let unknown = try Command.run("course", ["nonsense"])
    #expect(unknown.status == 64)
    expectOneLine(unknown.errors, saying: "There is no lesson nonsense;", from: "course")
    let refused = try Command.run(
      "course", ["exercise", "adam", "--student-id", "1", "--out", #filePath])
    #expect(refused.status == 73)
    expectOneLine(refused.errors, saying: "is a file, not a folder", from: "course")
    let help = try Command.run("course", ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("render"))
  }

  /// `course render` draws what the lesson does, to the last byte.
  @Test func figuresAreRenderedAsTheLessonDrawsThem() throws {
    try withFolder { folder in
      for (name, options) in [
        ("adam", ""), ("lesson-adam", "--theme print --size column --language en --optimize"),
      ] {
        let lesson = try Command.shell("\"$1\" \(options)", "lesson-adam", in: folder)
        #expect(lesson.status == 0)
        let file = folder.appending(path: "output/adam.png")
        let drawn = try Data(contentsOf: file)
        let render = try Command.shell("\"$1\" render \(name) \(options)", "course", in: folder)
        #expect(render.status == 0)
        #expect(
          render.output.split(separator: "\n").sorted()
            == ["output/adam-steps.png", "output/adam.png"])
        // The words of the second command may be in another order.
        if options.isEmpty { #expect(try Data(contentsOf: file) == drawn) }
        #expect(try PNG.decode(Array(Data(contentsOf: file))) == PNG.decode(Array(drawn)))
      }
    }
  }

  @Test func aLessonThatFailsKeepsBackNoOther() throws {
    try withFolder { folder in
      let places = ["adam.png"].map { folder.appending(path: $0) }
      for place in places {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      }
      let command = try Command.run("course", ["render", "--output", folder.path])
      #expect(command.status == 73)
      let lines = command.errors.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.hasPrefix("adam: Cannot write") == true)
      #expect(lines.last?.contains("1 of ") == true)
      let drawn = command.output.split(separator: "\n")
      #expect(try names(in: folder).count == drawn.count + 1)
    }
  }

  @Test func tablesAreWrittenForOtherPrograms() throws {
    try withFolder { folder in
      let (csv, json) = (folder.appending(path: "a.csv"), folder.appending(path: "a.json"))
      let command = try Command.run(
        "lesson-adam",
        ["--steps", "2", "--output", folder.path, "--csv", csv.path, "--json", json.path])
      #expect(command.status == 0)
      let text = try String(contentsOf: csv, encoding: .utf8)
      #expect(text.hasPrefix("step,g,m,s,m̂,ŝ,effective step,w,L(w)\n0,,,,,,,1,0.5\n"))
      let piped = try Command.run("lesson-adam", ["--steps", "2", "--csv", "-"])
      #expect(piped.output == text)
      let pipedJSON = try Command.run("lesson-adam", ["--steps", "2", "--json", "-"])
      #expect(pipedJSON.output == (try String(contentsOf: json, encoding: .utf8)))
      for (path, status) in [("", 64), (folder.path + "/none/a.csv", 73), (folder.path, 73)] {
        let refused = try Command.run("lesson-adam", ["--csv", path])
        #expect(refused.status == status)
        #expect(refused.output.isEmpty)
        expectOneLine(refused.errors, saying: path.isEmpty ? "--csv" : path)
      }
    }
  }

  /// A link stays a link, and who may read a file stays so.
  @Test func theFileBehindALinkIsReplaced() throws {
    try withFolder { folder in
      let run = try Command.shell(
        """
        echo old > file && chmod 600 file && ln -s file link && "$1" --steps 2 --csv link --output .
        test -L link && test "$(stat -c %a file 2>/dev/null || stat -f %Lp file)" = 600 && head -1 link
        """, "lesson-adam", in: folder)
      #expect(
        run.output.hasSuffix("step,g,m,s,m̂,ŝ,effective step,w,L(w)\n"), "\(run.output)\(run.errors)"
      )
    }
  }

  /// What is no file, as /dev/null, is written to and stays what it is.
  @Test func aPipeIsWrittenTo() throws {
    try withFolder { folder in
      let run = try Command.shell(
        """
        mkfifo pipe && (cat pipe > copy &) && "$1" --steps 2 --csv pipe --output . >/dev/null
        test -p pipe && until [ -s copy ]; do sleep 0.01; done && head -1 copy
        """, "lesson-adam", in: folder)
      #expect(run.output == "step,g,m,s,m̂,ŝ,effective step,w,L(w)\n", "\(run.errors)")
    }
  }

  @Test func outputOntoAFileIsRefused() throws {
    try withFolder { folder in
      let file = folder.appending(path: "file")
      try Data("mine".utf8).write(to: file)
      for path in [file.path, file.path + "/below"] {
        let command = try Command.run("lesson-adam", ["--output", path])
        #expect(command.status == 73)
        expectOneLine(command.errors, saying: path)
        #expect(command.output.contains("0.980003"))
      }
      #expect(try Data(contentsOf: file) == Data("mine".utf8))
    }
  }

  @Test func aFolderInTheFiguresPlaceIsRefused() throws {
    try withFolder { folder in
      let place = folder.appending(path: "adam.png")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let command = try Command.run("lesson-adam", ["--output", folder.path])
      #expect(command.status == 73)
      expectOneLine(command.errors, saying: "adam.png")
      #expect(try names(in: folder) == ["adam.png"])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "Nothing is read-only to the superuser."))
  func aReadOnlyFolderIsRefused() throws {
    try withFolder { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      for path in [folder.path, folder.path + "/new"] {
        let command = try Command.run("lesson-adam", ["--output", path])
        #expect(command.status == 73)
        expectOneLine(command.errors, saying: "Permission denied")
      }
    }
  }

  #if os(Linux)
    @Test func aFolderThatCannotBeCreatedIsRefused() throws {
      let command = try Command.run("lesson-adam", ["--output", "/proc/stepwise"])
      #expect(command.status == 73)
      expectOneLine(command.errors, saying: "/proc/stepwise")
    }

    @Test func theToolNoticesAFullOutputToo() throws {
      try withFolder { folder in
        let line = "\"$1\" list > /dev/full"
        let command = try Command.shell(line, "course", in: folder)
        #expect(command.status == 74)
        expectOneLine(command.errors, saying: "the standard output", from: "course")
      }
    }

    @Test func aFullOutputIsNoticed() throws {
      try withFolder { folder in
        for (arguments, name) in [
          ("", "the standard output"), ("--help", "the standard output"),
          ("--language zh", "写入失败（标准输出）"),
        ] {
          let line = "\"$1\" \(arguments) > /dev/full"
          let command = try Command.shell(line, "lesson-adam", in: folder)
          #expect(command.status == 74)
          expectOneLine(command.errors, saying: name)
        }
      }
    }
  #endif

  @Test func aFigureThatDoesNotFitLeavesTheOldOne() throws {
    try withFolder { folder in
      let file = folder.appending(path: "adam.png")
      try Data("old".utf8).write(to: file)
      // The largest file that the process may write is one block long.
      let line = "ulimit -f 1; exec \"$1\" --output ."
      let command = try Command.shell(line, "lesson-adam", in: folder)
      #expect(command.status == 74)
      expectOneLine(command.errors, saying: "adam.png")
      #expect(try Data(contentsOf: file) == Data("old".utf8))
      #expect(try names(in: folder) == ["adam.png"])
    }
  }
}
