import Words

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reading and writing: a file is read whole or refused, and written whole or not at all; no error goes unnoticed.
public enum Files {
  /// The bytes of a file.
  ///
  /// - Throws: `Failure` with code 66 where there is no such file or it cannot be read, and 65 where it has more bytes
  ///   than so many: no more than these are ever read.
  public static func read(_ path: FilePath, atMost limit: Int) throws -> [UInt8] {
    guard let mode = mode(of: path.bytes) else { throw cannotRead(path) }
    // A device or a pipe may go on for ever.
    guard mode & S_IFMT == S_IFREG else {
      throw cannotRead(path, because: Words(en: "It is no file", zh: "它不是文件"))
    }
    let file = open(path.bytes, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw cannotRead(path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = buffer.withUnsafeMutableBytes { unistdRead(file, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer.prefix(count)
      } else if errno != EINTR {
        throw cannotRead(path)
      }
    }
    throw Failure(
      .data, en: "\(path) has more than \(limit / 1_000_000) MB, which no table here needs.",
      zh: "\(path) 超过 \(limit / 1_000_000) MB，这里的表格用不了这么多。")
  }

  /// The paths of the files in a folder, sorted by name, without hidden ones and folders; nil if the path is no folder.
  ///
  /// - Throws: `Failure` with code 66 where the folder cannot be read.
  public static func files(in path: FilePath) throws -> [FilePath]? {
    guard isFolder(path.bytes) else { return nil }
    guard let names = entries(of: path.bytes) else { throw cannotRead(path) }
    return names.filter { $0.first != UInt8(ascii: ".") }.map(path.appending)
      .filter { !isFolder($0.bytes) }.sorted { $0.description < $1.description }
  }

  /// The names of what is in a folder, as far as they are text; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    (entries(of: folder) ?? []).compactMap { String(validating: $0, as: UTF8.self) }
      .filter { $0 != "." && $0 != ".." }
  }

  /// The names in a folder; nil where it cannot be read.
  private static func entries(of path: UnsafePointer<CChar>) -> [[UInt8]]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      names.append(withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(\.self) })
    }
    return names
  }

  /// What the system says of the kind of a file and of who may use it; nil where there is none.
  private static func mode(of path: UnsafePointer<CChar>) -> mode_t? {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode : nil
  }

  private static func isFolder(_ path: UnsafePointer<CChar>) -> Bool {
    mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
  }

  private static func cannotRead(_ path: FilePath, because cause: Words? = nil) -> Failure {
    let cause = cause ?? reason()
    return Failure(.noInput, en: "Cannot read \(path): \(cause).", zh: "无法读取 \(path)：\(cause)。")
  }

  /// The user's own folder; nil where the system tells none.
  static var home: String? { getenv("HOME").map { String(cString: $0) } }

  /// Whether what is printed goes to a terminal, and not to a file or to another program.
  static var printsToTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Creates a folder and those above it, where they do not exist.
  ///
  /// - Throws: `Failure` with code 73.
  public static func createFolder(_ path: String) throws {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(prefix, 0o777) != 0, errno != EEXIST {
        let cause = reason()
        throw Failure(
          .cannotCreate, en: "Cannot create the folder \(path): \(cause). Choose another one.",
          zh: "无法创建文件夹 \(path)：\(cause)。请换一个。")
      }
    }
    guard isFolder(path) else {
      throw Failure(
        .cannotCreate, en: "\(path) is a file, not a folder. Give a folder.",
        zh: "\(path) 是文件，不是文件夹。请给出一个文件夹。")
    }
  }

  /// Replaces a file by new bytes in one move, so that at each moment there is the old file or the new one. The file
  /// that a link leads to is replaced, not the link, and what is no file, such as a device or a pipe, is written to.
  ///
  /// - Throws: `Failure` with code 73 where the file cannot be created and 74 where writing breaks off. The old file
  ///   is then as it was, and nothing else is left behind.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    guard let mode = mode(of: path) else { return try replace(path, named: path, by: bytes) }
    guard mode & S_IFMT == S_IFREG else {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw cannotCreate(path) }
      defer { close(file) }
      return try write(bytes, to: file, named: Words(path))
    }
    guard let target = realpath(path, nil) else { throw cannotCreate(path) }
    defer { free(target) }
    try replace(String(cString: target), named: path, by: bytes, mode: mode & 0o777)
  }

  /// - Parameters:
  ///   - path: of the file or of the place for it; no link.
  ///   - mode: who may read and write the file; as the system has it for new files if nil.
  private static func replace(
    _ path: String, named name: String, by bytes: [UInt8], mode: mode_t? = nil
  ) throws {
    try Temporary.fill(in: parent(of: path), orThrow: { cannotCreate(name) }) { temporary in
      if let mode { fchmod(temporary.descriptor, mode) }
      try write(bytes, to: temporary.descriptor, named: Words(name))
      // A full disk at the other end of a network shows only when a file is closed.
      guard close(dup(temporary.descriptor)) == 0 else { throw cannotWrite(Words(name)) }
      guard rename(temporary.path, path) == 0 else { throw cannotCreate(name) }
    }
  }

  /// Makes a folder with files in it in one move, so that at each moment there is all of it or nothing. Where the folder
  /// is there with the same files already, nothing is done.
  ///
  /// - Parameter path: without a slash at the end. The folder that it is in must be there.
  /// - Throws: `Failure` with code 73 where the folder cannot be made, as where it is there with anything else in it, and
  ///   74 where writing breaks off.
  public static func write(_ files: [(name: String, bytes: [UInt8])], asFolder path: String) throws
  {
    try Temporary.fill(
      in: parent(of: path), parts: files.map(\.name), orThrow: { cannotCreate(path) }
    ) { temporary in
      for (name, bytes) in files {
        let shown = "\(path)/\(name)"
        let file = open("\(temporary.path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw cannotCreate(shown) }
        do {
          try write(bytes, to: file, named: Words(shown))
        } catch {
          close(file)
          throw error
        }
        guard close(file) == 0 else { throw cannotWrite(Words(shown)) }
      }
      if rename(temporary.path, path) == 0 { return }
      guard errno == EEXIST || errno == ENOTEMPTY else { throw cannotCreate(path) }
      let areThere = files.allSatisfy { name, bytes in
        (try? read(FilePath("\(path)/\(name)"), atMost: bytes.count)) == bytes
      }
      guard areThere else {
        throw Failure(
          .cannotCreate,
          en: "\(path) is there already, with other files. Move it away, or choose another folder.",
          zh: "\(path) 已存在，且内容不同。请将其移走，或换一个文件夹。")
      }
    }
  }

  /// The folder that something is in, with the slash at its end; empty where that is the current one.
  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Writes text to a file, or to the standard output if the path is `-`.
  ///
  /// - Throws: `Failure` with code 73 or 74.
  static func writeOrPrint(_ text: String, to path: String) throws {
    if path == "-" {
      try print(text)
    } else {
      try write(Array(text.utf8), to: path)
    }
  }

  /// Writes text to the standard output.
  ///
  /// - Throws: `Failure` with code 74.
  public static func print(_ text: String) throws {
    try write(
      Array(text.utf8), to: STDOUT_FILENO, named: Words(en: "the standard output", zh: "标准输出"))
  }

  /// Writes a line to the standard error, where nothing can be done about a failure.
  static func complain(_ line: String) {
    try? write(Array("\(line)\n".utf8), to: STDERR_FILENO, named: "the standard error")
  }

  private static func write(_ bytes: [UInt8], to file: Int32, named name: Words) throws {
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
    var cause = reason()
    let folder = parent(of: path)
    if !folder.isEmpty && !isFolder(folder) {
      cause = Words(en: "there is no folder \(folder)", zh: "没有文件夹 \(folder)")
    }
    return Failure(
      .cannotCreate, en: "Cannot write \(path): \(cause). Choose another place.",
      zh: "无法写入 \(path)：\(cause)。请换一个位置。")
  }

  private static func cannotWrite(_ name: Words) -> Failure {
    let cause = reason()
    return Failure(
      .inputOutput, en: "Cannot write to \(name): \(cause).", zh: "写入失败（\(name)）：\(cause)。")
  }

  /// What the system says of the last failure.
  private static func reason() -> Words { Words(String(cString: strerror(errno))) }
}

private func unistdRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, bytes, count)
}

private func unistdWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

/// Prints a line on the standard output.
///
/// - Throws: an error that `run(_:)` reports in a line, where the output is full or closed.
public func printLine(_ line: String) throws { try Files.print("\(line)\n") }
