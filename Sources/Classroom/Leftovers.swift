import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What would be left behind if a signal ended the process now.
enum Leftovers {
  /// The paths, each with the zero at its end, and a further zero. Whoever takes them out removes and frees them.
  private nonisolated(unsafe) static let paths = Atomic<UnsafeMutablePointer<CChar>?>(nil)

  /// From here on, these are to be removed: files, and after them the folder that they are in.
  static func expect(_ names: [String]) {
    let bytes = names.flatMap(\.utf8CString) + [0]
    let memory = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    memory.initialize(from: bytes, count: bytes.count)
    paths.store(memory, ordering: .sequentiallyConsistent)
  }

  /// Removes what was expected, as far as it is still there.
  static func remove() {
    guard let memory = paths.exchange(nil, ordering: .sequentiallyConsistent) else { return }
    removeAll(memory)
    memory.deallocate()
  }

  /// Does nothing but what a handler of signals may do.
  private static func removeAll(_ memory: UnsafeMutablePointer<CChar>) {
    var path = memory
    while path.pointee != 0 {
      if unlink(path) != 0 { rmdir(path) }
      path += strlen(path) + 1
    }
  }

  /// Has signals that end a process remove what it would leave behind, and then end it as they would have. A file that
  /// grows beyond a limit is an error of writing like any other instead.
  static func removeOnSignals() {
    // Made now, as it cannot be within a handler.
    remove()
    for number in [SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGXCPU] {
      let former = signal(number) { number in
        if let memory = Leftovers.paths.exchange(nil, ordering: .sequentiallyConsistent) {
          Leftovers.removeAll(memory)
        }
        signal(number, SIG_DFL)
        raise(number)
      }
      // As under nohup, which asks for them to be ignored.
      if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
    signal(SIGXFSZ, SIG_IGN)
  }
}
