#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How long a workload keeps a processor busy, in milliseconds: what else the machine does counts for nothing so.
struct Measurement {
  let median: Double
  let least: Double

  /// Times the workload when it is warm: two runs before are not counted, and neither is what `prepare` does.
  init(runs: Int = 15, prepare: () -> Void, workload: () -> Void) {
    var times: [Double] = []
    for run in -2..<runs {
      prepare()
      let start = processorTime()
      workload()
      if run >= 0 { times.append(processorTime() - start) }
    }
    times.sort()
    median = times[runs / 2]
    least = times[0]
  }
}

/// In milliseconds from some time on.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return 1e3 * Double(time.tv_sec) + 1e-6 * Double(time.tv_nsec)
}

/// The number with two digits after the point, in a column.
func column(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let digits = String(hundredths % 100 + 100).dropFirst()
  let text = "\(hundredths / 100).\(digits)"
  return String(repeating: " ", count: max(0, 9 - text.count)) + text
}

/// Takes a result, so that the compiler cannot leave out the work that it costs.
@inline(never)
func keep<Result>(_ result: Result) {}
