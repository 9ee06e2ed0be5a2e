// A chart has some ten colours, and at the edges of what it shows two thousand mixtures of them, most of which no eye
// tells apart. As few as fit a palette make a file half as large, in a third of the time.
//
// The colour that is furthest from all that were chosen is chosen next, which leaves no colour further away than twice
// what the best choice would (Teofilo Gonzalez, Clustering to Minimize the Maximum Intercluster Distance, Theoretical
// Computer Science 38, 1985).

/// Which colours of a picture stand for the others.
struct NearbyColors {
  /// The chosen colours.
  private(set) var chosen: [UInt32] = []
  /// For each colour the place in `chosen` of the nearest one.
  private(set) var nearest: [UInt8]
  /// For each colour how far that is: the greatest difference of a channel.
  private var distances: [UInt8]
  /// The channels of the colours, each by itself, so that the compiler compares sixteen colours at once.
  private let channels: [[UInt8]]

  /// Chooses up to 256 colours, first those of large areas, which thus remain as they are.
  ///
  /// - Parameter tolerance: how far, in parts of 255, another colour may be from the one that stands for it.
  /// - Returns: nil where 256 colours do not come as near.
  init?(_ table: ColorTable, tolerance: Int) {
    let colors = table.colors
    channels = [0, 8, 16, 24].map { shift in
      colors.map { UInt8(truncatingIfNeeded: $0 >> shift) }
    }
    nearest = Array(repeating: 0, count: colors.count)
    distances = Array(repeating: 255, count: colors.count)
    let area = table.counts.reduce(0, +) / 1000
    let large = colors.indices.filter { table.counts[$0] > area }
      .sorted { (table.counts[$0], $1) > (table.counts[$1], $0) }
    for place in large.prefix(128) { choose(place, of: colors) }
    while let furthest = distances.max(), furthest > 0 {
      if chosen.count == 256 {
        if furthest > tolerance { return nil }
        break
      }
      guard let place = distances.firstIndex(of: furthest) else { break }
      choose(place, of: colors)
    }
  }

  private mutating func choose(_ place: Int, of colors: [UInt32]) {
    let number = UInt8(chosen.count)
    chosen.append(colors[place])
    let own = channels.map { $0[place] }
    let (red, green, blue, alpha) = (own[0], own[1], own[2], own[3])
    /// With the arrays where they are in memory: only then the compiler makes vectors of it.
    func choose(
      _ reds: UnsafePointer<UInt8>, _ greens: UnsafePointer<UInt8>, _ blues: UnsafePointer<UInt8>,
      _ alphas: UnsafePointer<UInt8>, _ distances: UnsafeMutablePointer<UInt8>,
      _ nearest: UnsafeMutablePointer<UInt8>
    ) {
      var i = 0
      while i < colors.count {
        let distance = max(
          max(difference(reds[i], red), difference(greens[i], green)),
          max(difference(blues[i], blue), difference(alphas[i], alpha)))
        let isNearer = distance < distances[i]
        distances[i] = isNearer ? distance : distances[i]
        nearest[i] = isNearer ? number : nearest[i]
        i &+= 1
      }
    }
    choose(channels[0], channels[1], channels[2], channels[3], &distances, &nearest)
  }
}

@inline(__always)
private func difference(_ a: UInt8, _ b: UInt8) -> UInt8 { a > b ? a &- b : b &- a }
