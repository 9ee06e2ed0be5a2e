#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The desktop's program for pictures.
enum Viewer {
  #if canImport(Darwin)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Shows a file.
  ///
  /// - Throws: `Failure` with code 69 where there is no desktop to show it.
  static func open(_ path: String) throws {
    // A path that begins with a dash would be taken for an option.
    let words: [UnsafeMutablePointer<CChar>?] = [
      strdup(program), strdup(path.hasPrefix("-") ? "./\(path)" : path), nil,
    ]
    defer { for word in words { free(word) } }
    var process = pid_t()
    var status: Int32 = 0
    guard posix_spawnp(&process, program, nil, nil, words, environ) == 0,
      waitpid(process, &status, 0) == process, status == 0
    else {
      throw Failure(
        .unavailable,
        en:
          "Cannot show \(path): \(program) found no viewer. The file is there to be opened by hand.",
        zh: "无法显示 \(path)：\(program) 找不到看图程序。文件已写好，可以自己打开。")
    }
  }
}
