import Plot

/// A figure that shows what `Plot` can do, for looking at and for tests.
public struct Specimen: Sendable {
  /// The name of its file, without ending.
  public let name: String
  private let make: @Sendable () -> Figure

  private init(name: String, figure: @escaping @autoclosure @Sendable () -> Figure) {
    self.name = name
    make = figure
  }

  /// The figure, in both languages.
  public var figure: Figure { make() }

  /// All specimens: every mark, scale and legend, and the data that break careless charts.
  public static let all: [Specimen] = [
    Specimen(name: "lines", figure: lines),
    Specimen(name: "logarithmic", figure: logarithmic),
    Specimen(name: "points-and-bars", figure: pointsAndBars),
    Specimen(name: "contours", figure: contours),
    Specimen(name: "heatmaps", figure: heatmaps),
    Specimen(name: "small-multiples", figure: smallMultiples),
    Specimen(name: "inset", figure: inset),
    Specimen(name: "network", figure: network),
    Specimen(name: "edge-cases", figure: edgeCases),
  ]
}
