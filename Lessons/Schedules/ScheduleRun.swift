/// A descent under a schedule, epoch by epoch.
struct ScheduleRun {
  let kind: ScheduleKind
  /// The learning rate in each epoch.
  let rates: [Double]
  /// The weight at the end of each epoch, as far as it is finite.
  let weights: [Double]

  /// The first epoch at whose end the weight is not finite.
  var divergence: Int? { weights.count < rates.count ? weights.count : nil }

  /// How far from the minimum the run ends; infinite where it diverges.
  var end: Double { divergence == nil ? weights[weights.count - 1].magnitude : .infinity }

  /// Whether the rate changes at all.
  var isScheduled: Bool { kind != .constant }
}
