import Drawing

extension PNG {
  /// How long to look for a smaller file.
  ///
  /// Both efforts keep the same pixels. Measured for the whole encoder with pictures of 1600 × 1000 pixels, beside libpng as
  /// it is usually called, with zlib at level 6 and filters of its own choice:
  ///
  ///                                libpng          standard          smallest
  ///     chart, 1,421 colours        63,600   54 ms    58,500   22 ms    55,100   0.9 s
  ///     the same in 249 colours     64,200   52 ms    29,600    9 ms    26,900   0.6 s
  ///     chart, 2,114 colours       138,900   57 ms   124,700   24 ms   108,100   1.7 s
  ///     colour map, 254 colours    419,300  173 ms   215,400   42 ms   147,000   1.1 s
  ///     colour map with a frame    445,900  166 ms   443,100   59 ms   408,000   1.3 s
  public enum Effort: Hashable, Sendable, CaseIterable {
    /// For a picture that somebody waits for: a row of numbers of colours stays as it is, another one may become its
    /// differences to the row above, whichever is simpler.
    case standard
    /// For a file that is published: tries many ways, and takes the smallest file.
    case smallest
  }
}

extension PNG.Effort {
  /// The picture in a form in which a file keeps it, and its rows, filtered and compressed.
  func compress(
    _ pixmap: Pixmap, tolerance: Int
  ) throws(PNGError) -> (stored: StoredPixels, data: [UInt8]) {
    let stored = StoredPixels(pixmap, tolerance: tolerance, paletteOrder: .brightness)
    switch self {
    case .standard:
      // The numbers of colours are no amounts that differences would say anything of.
      let rows = stored.rows(filtered: stored.palette.isEmpty ? .simpler : .all(.none))
      return (stored, try compressed(rows, level: stored.palette.isEmpty ? 6 : 5))
    case .smallest:
      let other =
        stored.palette.isEmpty
        ? [] : [StoredPixels(pixmap, tolerance: tolerance, paletteOrder: .appearance)]
      return try smallest(of: [stored] + other)
    }
  }

  /// Compresses in several ways as fast as the standard effort does, and the best of them once more, thoroughly.
  private func smallest(
    of forms: [StoredPixels]
  ) throws(PNGError) -> (stored: StoredPixels, data: [UInt8]) {
    let ways: [Filters] = [
      .all(.none), .all(.up), .simpler, .fewestChanges(Filter.allCases), .smallestSum,
    ]
    var best = (stored: forms[0], rows: [UInt8](), data: [UInt8]())
    for form in forms {
      for way in ways {
        let rows = form.rows(filtered: way)
        let data = try compressed(rows, level: 6)
        if best.data.isEmpty || data.count < best.data.count { best = (form, rows, data) }
      }
    }
    let thorough = try compressed(best.rows, level: 12)
    return (best.stored, thorough.count < best.data.count ? thorough : best.data)
  }
}

extension Filters {
  /// The row itself, or the differences to the one above.
  fileprivate static let simpler = fewestChanges([.none, .up])
}
