// Gives strange input to all that reads or draws. libFuzzer makes it from the files in Seeds, guided by which branches it
// takes; what traps, runs for long or takes much memory is written to a file.
//
//     swift build -c release --sanitize fuzzer --package-path Tests/Fuzz
//     Tests/Fuzz/.build/release/fuzz -max_total_time=5 "$(mktemp -d)" Tests/Fuzz/Seeds/submissions
//
// The name of the last folder says what is given the input. New input goes into the first folder.

/// What takes the bytes, by the name of the folder with its seeds.
private let readers: [String: @Sendable ([UInt8]) -> Void] = [
  "fonts": readFont, "paths": drawPaths, "pictures": readPicture, "settings": setExercise,
  "submissions": checkSubmission,
]

/// Set once, before the first input.
nonisolated(unsafe) private var reader: @Sendable ([UInt8]) -> Void = { _ in }

@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  let last = arguments.pointee[Int(count.pointee) - 1].map { String(cString: $0) } ?? ""
  let name = last.split(separator: "/").last.map(String.init) ?? ""
  guard let found = readers[name] else {
    fatalError("The last folder must be one of \(readers.keys.sorted()).")
  }
  reader = found
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func take(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  reader(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
