/// How long a workload takes, in milliseconds.
struct Measurement {
  let median: Double
  let least: Double

  /// Times the workload when it is warm: two runs before are not counted, and neither is what `prepare` does.
  init(runs: Int = 15, prepare: () -> Void, workload: () -> Void) {
    let clock = ContinuousClock()
    var times: [Double] = []
    for run in -2..<runs {
      prepare()
      let time = clock.measure(workload) / .milliseconds(1)
      if run >= 0 { times.append(time) }
    }
    times.sort()
    median = times[runs / 2]
    least = times[0]
  }
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
