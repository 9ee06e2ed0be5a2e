#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writing to the outside world: all or nothing for files, and no error goes unnoticed.
enum Files {
  /// Creates a folder and those above it, where they do not exist.
  ///
  /// - Throws: `Failure` with code 73.
  static func createFolder(_ path: String) throws {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(prefix, 0o777) != 0, errno != EEXIST {
        throw Failure(
          code: .cannotCreate,
          message: "Cannot create the folder \(path): \(reason()). Choose another --output.")
      }
    }
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(
        code: .cannotCreate,
        message: "\(path) is a file, not a folder. Give --output a folder.")
    }
  }

  /// Replaces a file by new bytes in one move, so that at each moment there is the old file or the new one.
  ///
  /// - Throws: `Failure` with code 73 where the file cannot be created and 74 where writing breaks off. The old file
  ///   is then as it was, and nothing else is left behind.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let (folder, name) = split(path)
    let temporary = "\(folder).\(name).\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw cannotCreate(path) }
    do {
      try write(bytes, to: file, named: path)
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    // A full disk at the other end of a network shows only here.
    guard close(file) == 0 else {
      let failure = cannotWrite(path)
      unlink(temporary)
      throw failure
    }
    guard rename(temporary, path) == 0 else {
      let failure = cannotCreate(path)
      unlink(temporary)
      throw failure
    }
  }

  /// Writes text to the standard output.
  ///
  /// - Throws: `Failure` with code 74.
  static func print(_ text: String) throws {
    try write(Array(text.utf8), to: STDOUT_FILENO, named: "the standard output")
  }

  /// Writes a line to the standard error, where nothing can be done about a failure.
  static func complain(_ line: String) {
    try? write(Array("\(line)\n".utf8), to: STDERR_FILENO, named: "the standard error")
  }

  private static func write(_ bytes: [UInt8], to file: Int32, named name: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { unistdWrite(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw cannotWrite(name)
      }
    }
  }

  private static func cannotCreate(_ path: String) -> Failure {
    Failure(
      code: .cannotCreate,
      message: "Cannot write \(path): \(reason()). Choose another place.")
  }

  private static func cannotWrite(_ name: String) -> Failure {
    Failure(code: .inputOutput, message: "Cannot write to \(name): \(reason()).")
  }

  /// What the system says of the last failure.
  private static func reason() -> String { String(cString: strerror(errno)) }

  /// The folder with its slash, and the name in it.
  private static func split(_ path: String) -> (folder: String, name: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return (String(path.dropLast(name.count)), String(name))
  }
}

private func unistdWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
