import Drawing
import Words

extension Style {
  /// How tall a line of words is.
  func lineHeight(_ size: Double) -> Double { regular.ascent * size + regular.descent * size }

  /// Sets text in one line.
  func line(of words: Words, size: Double) throws -> TextLine {
    try line(words.label(in: language), size: size)
  }

  /// Sets a label in one line, smaller where it is wider than the room there is.
  ///
  /// - Parameter stacksFractions: whether fractions may take more height.
  func line(
    _ label: Label, size: Double, bold: Bool = false, fitting width: Double = .infinity,
    stacksFractions: Bool = false
  ) throws -> TextLine {
    let typeface = bold ? self.bold : regular
    let line = try TextLine(label, in: typeface, size: size, stacksFractions: stacksFractions)
    guard line.width > width else { return line }
    let size = size * width / line.width
    return try TextLine(label, in: typeface, size: size, stacksFractions: stacksFractions)
  }

  /// The width of the widest label.
  func greatestWidth(of labels: [Label], size: Double) throws -> Double {
    try labels.map { try line($0, size: size).width }.max() ?? 0
  }

  /// The size in which labels can all be set so that each fits the room there is.
  func commonSize(
    of labels: [Label], size: Double, bold: Bool = false, fitting width: Double,
    stacksFractions: Bool = false
  ) throws -> Double {
    try labels.map {
      try line($0, size: size, bold: bold, fitting: width, stacksFractions: stacksFractions).size
    }.min() ?? size
  }

  /// The label as one line, or as two of about the same width where it is wider than the room there is, with the least
  /// torn apart that makes them fit.
  ///
  /// - Parameter scale: how much smaller a single line may be set.
  func lines(
    _ label: Label, size: Double, bold: Bool = false, fitting width: Double,
    orScaledBy scale: Double = 1
  ) throws -> [Label] {
    let width = width / scale
    func length(_ label: Label) throws -> Double {
      try line(label, size: size, bold: bold).width
    }
    guard try length(label) > width else { return [label] }
    let pairs = try label.breaks.map { place in
      let lengths = [try length(place.first), try length(place.second)].sorted()
      // A single word before a comma is no line of its own.
      let isTorn = place.rank == 1 && lengths[0] < 0.3 * lengths[1]
      return (place: place, rank: isTorn ? 0 : place.rank, length: lengths[1])
    }.sorted { $0.length < $1.length }
    let fitting = pairs.filter { $0.length <= width }
    let rank = fitting.map(\.rank).max()
    let best = (fitting.first { $0.rank == rank } ?? pairs.first)?.place
    return best.map { [$0.first, $0.second] } ?? [label]
  }
}
