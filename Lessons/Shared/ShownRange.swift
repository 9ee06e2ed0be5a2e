import Plot
import Words

/// How much of some runs a figure shows: all of it, or where one of them diverges what is near the start, as all else would be a
/// line on the axis.
package struct ShownRange {
  package let domain: Domain
  /// Whether a run goes on beyond.
  package let isCut: Bool

  /// Runs that go further from 0 than this many times the distance of their starts are cut.
  private static let reach = 4.0

  package init(of runs: [[Double]], margin: Double) {
    let start = runs.compactMap(\.first?.magnitude).max() ?? 0
    let limit = Self.reach * (start > 0 ? start : 1)
    isCut = runs.contains { $0.map(\.magnitude).isGrowing && $0.contains { $0.magnitude > limit } }
    domain = Domain(
      around: isCut ? [-limit, limit] : runs.flatMap(\.self) + [0], margin: margin)
  }

  /// A heading that says so.
  package func said(in heading: Words) -> Words {
    isCut ? Words(en: "\(heading); it leaves the picture", zh: "\(heading)（离开画面）") : heading
  }
}
