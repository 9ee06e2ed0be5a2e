import Foundation
import Testing

@testable import Classroom

/// What is there after a process has ended in the middle of its work, or beside another one.
@Suite struct WholeFilesTests {
  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aKilledExerciseLeavesAllOrNothing() throws {
    try withFolder { folder in
      let set = folder.appending(path: "adam-7")
      let whole = ["blank.csv", "exercise.txt", "key.csv"]
      for i in 0..<30 {
        try? FileManager.default.removeItem(at: set)
        let line = """
          "$1" exercise adam --student-id 7 --output . > /dev/null & sleep 0.0\(i); kill -9 $!
          """
        _ = try Command.shell(line, "course", in: folder)
        if FileManager.default.fileExists(atPath: set.path) {
          #expect(try names(in: set) == whole)
        }
      }
      let again = try Command.shell(
        "\"$1\" exercise adam --student-id 7 --output .", "course", in: folder)
      #expect(again.status == 0)
      #expect(try names(in: folder) == ["adam-7"])
      #expect(try names(in: set) == whole)
    }
  }

  @Test func anExerciseThatIsThereIsNotOverwritten() throws {
    try withFolder { folder in
      let arguments = ["exercise", "adam", "--student-id", "7", "--output", folder.path]
      #expect(try Command.run("course", arguments).status == 0)
      #expect(try Command.run("course", arguments).status == 0)
      let blank = folder.appending(path: "adam-7/blank.csv")
      try Data("filled in".utf8).write(to: blank)
      let refused = try Command.run("course", arguments)
      #expect(refused.status == 73)
      expectOneLine(refused.errors, saying: "adam-7 is there already", from: "course")
      #expect(try String(contentsOf: blank, encoding: .utf8) == "filled in")
      #expect(try names(in: folder) == ["adam-7"])
    }
  }

  @Test func anExerciseThatDoesNotFitLeavesNothing() throws {
    try withFolder { folder in
      let line = "ulimit -f 1; exec \"$1\" exercise adam --student-id 7 --output . --language zh"
      let command = try Command.shell(line, "course", in: folder)
      #expect(command.status == 74)
      expectOneLine(command.errors, saying: "File too large", from: "course")
      #expect(try names(in: folder) == [])
    }
  }

  /// What nobody is writing any more goes; what somebody else writes stays.
  @Test func whatAKilledProcessHasLeftGoes() throws {
    try withFolder { folder in
      let left = folder.appending(path: ".stepwise-1234567812345678.tmp")
      let leftFolder = folder.appending(path: ".stepwise-8765432187654321.tmp")
      let busy = folder.appending(path: ".stepwise-1111111111111111.tmp")
      try Data("half".utf8).write(to: left)
      try FileManager.default.createDirectory(at: leftFolder, withIntermediateDirectories: true)
      try Data("half".utf8).write(to: leftFolder.appending(path: "key.csv"))
      try Data("half".utf8).write(to: busy)
      let file = try FileHandle(forWritingTo: busy)
      #expect(flock(file.fileDescriptor, LOCK_EX) == 0)
      try Files.write([1], to: folder.appending(path: "new").path)
      #expect(try names(in: folder) == [busy.lastPathComponent, "new"])
      try file.close()
      try Files.write([2], to: folder.appending(path: "new").path)
      #expect(try names(in: folder) == ["new"])
    }
  }

  @Test func aSignalRemovesWhatWouldBeLeft() throws {
    try withFolder { folder in
      let file = folder.appending(path: "half")
      let inside = folder.appending(path: "set/half")
      try Data("half".utf8).write(to: file)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "set"), withIntermediateDirectories: true)
      try Data("half".utf8).write(to: inside)
      Leftovers.expect([inside.path, folder.appending(path: "set").path, file.path])
      Leftovers.remove()
      #expect(try names(in: folder) == [])
    }
  }

  @Test func aFolderThatIsGoneIsToldOf() throws {
    try withFolder { folder in
      let command = try Command.shell("\"$1\" --csv gone/adam.csv", "lesson-adam", in: folder)
      #expect(command.status == 73)
      expectOneLine(command.errors, saying: "there is no folder gone/")
    }
  }
}
