import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where something is while it is being written: under a hidden name in the folder that it shall go to, from where one move
/// brings it to its place.
///
/// The name is random, because numbers of processes are the same on two machines that share a folder. Whoever writes holds
/// a lock. What a killed process has left has none, and goes when the next one writes into that folder.
struct Temporary {
  let path: String
  /// The open file or folder, on which the lock is.
  let descriptor: Int32

  /// Gives the body something new of its own to fill, and removes it afterwards or when a signal ends the process, unless
  /// it was moved to its place. A process writes one at a time.
  ///
  /// - Parameters:
  ///   - folder: ends with a slash, or is empty for the current one.
  ///   - parts: the names of files that the body will put into what is a folder then; nil for a file.
  ///   - failure: what is thrown, with `errno`, where nothing new can be made.
  static func fill(
    in folder: String, parts: [String]? = nil, orThrow failure: () -> Failure,
    _ body: (Temporary) throws -> Void
  ) throws {
    try writing.withLock { _ in
      sweep(folder)
      while true {
        let path =
          "\(folder)\(prefix)\(String(UInt64.random(in: 1 << 60 ... .max), radix: 16))\(suffix)"
        Leftovers.expect((parts ?? []).map { "\(path)/\($0)" } + [path])
        defer { Leftovers.remove() }
        let descriptor = create(path, asFolder: parts != nil)
        if descriptor < 0 { throw failure() }
        defer { close(descriptor) }
        // Where there are no locks, age tells.
        while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
        var information = stat()
        // Before it was locked, it may have been taken for one that was left.
        if fstat(descriptor, &information) == 0, information.st_nlink == 0 { continue }
        return try body(Temporary(path: path, descriptor: descriptor))
      }
    }
  }

  private static let writing = Mutex(())
  private static let prefix = ".stepwise-"
  private static let suffix = ".tmp"

  private static func create(_ path: String, asFolder isFolder: Bool) -> Int32 {
    if !isFolder {
      return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    return mkdir(path, 0o777) == 0 ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1
  }

  /// Removes from a folder what killed processes have left there.
  private static func sweep(_ folder: String) {
    for name in Files.names(in: folder.isEmpty ? "." : folder)
    where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      let path = folder + name
      // A lock over a network is for those who may write, which nobody may to a folder itself.
      var descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      if descriptor < 0 { descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard isAbandoned(descriptor) else { continue }
      for part in Files.names(in: path) { unlink("\(path)/\(part)") }
      if unlink(path) != 0 { rmdir(path) }
    }
  }

  private static func isAbandoned(_ descriptor: Int32) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return false }
    #if canImport(Darwin)
      let changed = information.st_mtimespec.tv_sec
    #else
      let changed = information.st_mtim.tv_sec
    #endif
    return time(nil) - changed > 3600
  }
}
