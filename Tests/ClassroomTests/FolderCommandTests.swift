import Foundation
import Testing

@testable import Grading

/// A folder of submissions at once.
@Suite struct FolderCommandTests {
  /// Names of files are anyone's: neither a terminal nor a spreadsheet may obey them.
  @Test func hostileNamesOfFilesDoNothing() throws {
    try withFolder { folder in
      let submissions = folder.appending(path: "submissions").path
      try FileManager.default.createDirectory(
        atPath: submissions, withIntermediateDirectories: true)
      for name in ["a\u{1B}[2Jb.csv", "c\nd.csv", "=cmd|calc.csv", "+1.csv", "@x.csv"] {
        try Data("w\n0.9900\n0.9800\n".utf8).write(
          to: URL(filePath: submissions).appending(path: name))
      }
      #if os(Linux)
        let file = open(submissions + "/\u{65}", O_CREAT | O_WRONLY, 0o600)
        write(file, "w\n0.99\n0.98\n", 12)
        close(file)
        let odd = Array((submissions + "/e").utf8.map { CChar($0) }) + [0]
        let latin =
          Array((submissions + "/e").utf8.map { CChar($0) }) + [CChar(bitPattern: 0xE9), 0]
        #expect(rename(odd, latin) == 0)
      #endif
      let table = folder.appending(path: "verdicts.csv")
      let command = try Command.run(
        "course", ["check", "adam", submissions, "--steps", "2", "--csv", table.path])
      #expect(command.status == 0, "\(command.output)")
      #expect(!command.output.contains("\u{1B}"))
      #expect(command.output.contains("a\\u{1B}[2Jb.csv"))
      #expect(command.output.contains("c\\nd.csv"))
      let csv = try String(contentsOf: table, encoding: .utf8)
      #expect(!csv.contains("\u{1B}"))
      for name in ["'=cmd|calc.csv", "'+1.csv", "'@x.csv"] { #expect(csv.contains("\n\(name),")) }
      #if os(Linux)
        #expect(csv.contains("e\\xE9,right,1,"))
        #expect(csv.split(separator: "\n").count == 7)
      #endif
    }
  }

  @Test func aFolderTellsWhatWasNotLookedAt() throws {
    try withFolder { folder in
      let file = folder.appending(path: "a.csv")
      try Data("m,wheel\n0.1,7\n0.189,8\n".utf8).write(to: file)
      let command = try Command.run("course", ["check", "adam", folder.path, "--steps", "2"])
      #expect(command.status == 0)
      #expect(command.output.contains("not looked at: wheel"))
    }
  }

  @Test func aFolderOfSubmissionsSurvivesAnyOfThem() throws {
    try withFolder { folder in
      let submissions = folder.appending(path: "submissions")
      try FileManager.default.createDirectory(
        at: submissions.appending(path: "folder"), withIntermediateDirectories: true)
      for (name, text) in [
        ("ada.csv", "w\n0.9900\n0.9800\n"), ("bob.csv", "w,m_hat\n0.990000,1\n0.976535,1.89\n"),
        ("cem.json", "[["), ("dora.csv", "w\n0.99\n0.5\n"), (".hidden", "w\n1\n"),
      ] {
        try Data(text.utf8).write(to: submissions.appending(path: name))
      }
      let table = folder.appending(path: "verdicts.csv")
      let command = try Command.run(
        "course", ["check", "adam", submissions.path, "--steps", "2", "--csv", table.path])
      #expect(command.status == 1)
      #expect(command.errors.isEmpty)
      let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 5)
      #expect(lines[0] == "file,verdict,score,diagnosis")
      #expect(lines[1] == "ada.csv,right,1,")
      #expect(lines[2].hasPrefix("bob.csv,wrong,0.5,"))
      #expect(lines[2].contains("divided by 1 − β where 1 − βᵗ belongs"))
      #expect(lines[3].hasPrefix("cem.json,unreadable,,"))
      #expect(lines[4] == "dora.csv,wrong,0.5,\"step 2, w: no known mistake\"")
      for name in ["ada", "bob", "cem", "dora"] { #expect(command.output.contains(name)) }
    }
  }

  /// Each student's file is checked by the student's own numbers.
  @Test func aClassOfOwnExercisesIsCheckedAtOnce() throws {
    try withFolder { folder in
      let submissions = folder.appending(path: "submissions")
      try FileManager.default.createDirectory(at: submissions, withIntermediateDirectories: true)
      for student in ["7", "8.b"] {
        _ = try Command.run(
          "course", ["exercise", "adam", "--student-id", student, "--output", folder.path])
        try FileManager.default.copyItem(
          atPath: "\(folder.path)/adam-\(student)/key.csv",
          toPath: submissions.path + "/\(student).csv")
      }
      let command = try Command.run(
        "course", ["check", "adam", submissions.path, "--ids-from-names"])
      #expect(command.status == 0, "\(command.output)\(command.errors)")
      let other = try Command.run(
        "course", ["check", "adam", submissions.path, "--student-id", "7"])
      #expect(other.status == 1)
    }
  }

  @Test func aFoldersTableKeepsWhatHintsKeep() throws {
    try withFolder { folder in
      try Data("w\n0.99\n0.976535\n".utf8).write(to: folder.appending(path: "bob.csv"))
      let arguments = ["check", "adam", folder.path, "--steps", "2", "--hint"]
      let place = try Command.run("course", arguments + ["1"])
      #expect(place.output.contains("step 2, w"))
      #expect(!place.output.contains("belongs"))
      #expect(try Command.run("course", arguments + ["2"]).output.contains("belongs"))
    }
  }
}
