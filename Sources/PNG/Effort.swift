import CPNG

extension PNG {
  /// How long to look for a smaller file.
  ///
  /// All efforts keep the same pixels. Measured for the whole encoder with pictures of 1600 × 1000 pixels, on a machine on
  /// which libpng takes 31 ms for the first chart with the filter up at level 6, and 51 ms as it is usually called:
  ///
  ///                                 fast              standard          smallest
  ///     chart, 1,421 colours        70,500   12 ms    62,500   28 ms     58,600   0.7 s
  ///     the same in 249 colours     32,200    8 ms    as fast            29,400   0.4 s
  ///     chart, 2,114 colours       145,000   13 ms   136,000   30 ms    114,600   0.9 s
  ///     colour map, 254 colours    273,000   20 ms    as fast           165,000   2.3 s
  ///     colour map with a frame    536,000   28 ms   482,000   49 ms    408,000   3.1 s
  ///
  /// A chart's flat areas are runs within a row, and its upright lines are runs of zeros in the differences to the row
  /// above, so this filter is good for all. With a palette, runs alone take even fewer bytes than all repetitions do,
  /// whose many distances cost more than they save. libpng's own choice of filters takes as long as compressing, and
  /// gains less than nothing on charts.
  public enum Effort: Hashable, Sendable, CaseIterable {
    /// For a picture that somebody waits for: looks only for runs.
    case fast
    /// For a file that is kept: looks for all repetitions, where more than a palette's colours make them worth it.
    case standard
    /// For a file that is published: tries many ways, and takes the smallest file.
    case smallest
  }
}

/// A way to compress.
struct Compression {
  var filters: Filters
  var strategy = cpng_repetitions
  var level: Int
}

extension PNG.Effort {
  /// The ways to try, of which the one with the smallest file is taken.
  func compressions(of stored: StoredPixels) -> [Compression] {
    let runs = Compression(filters: .all(cpng_filter_up), strategy: cpng_runs, level: 1)
    let repetitions = Compression(filters: .all(cpng_filter_up), level: 4)
    switch self {
    case .fast: return [runs]
    case .standard: return [stored.isIndexed ? runs : repetitions]
    case .smallest:
      let filters: [Filters] = [
        .all(cpng_filter_none), .all(cpng_filter_any),
        .upWhereSimilar(1), .upWhereSimilar(2), .upWhereSimilar(4),
      ]
      return [runs, repetitions] + filters.map { Compression(filters: $0, level: 9) }
    }
  }
}
